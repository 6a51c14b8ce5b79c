"""Finding by number: the record's own, or one by which an agency knows the person."""

import re
from typing import Final

from django.db.models import CharField, F, Func, Q, QuerySet
from django.db.models.functions import Cast

from offenders.choices import IdentifierKind
from offenders.models import Identifier, Person
from offenders.selectors.search.candidates import MOST_HITS, Hit
from offenders.selectors.search.criteria import (
    RECORD_NUMBER,
    SearchCriteria,
    searchable_kinds,
)
from offenders.selectors.search.listing import exact_conditions
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer

EXACT_SCORE: Final = 2.0
BEGINNING_SCORE: Final = 1.5
_SHORTEST_BEGINNING: Final = 4
_LARGEST_KEY: Final = 2**63 - 1
_NOT_IN_NUMBERS: Final = re.compile(r"[^A-Z0-9]")
# Prison numbers are written with the letter of the commitment and without.
_WITH_LETTER: Final = re.compile(r"[A-Z](\d{4,})")


def number_key(number: str) -> str:
    """Return the number without blanks and marks, as the database's ``number_key`` does."""
    return _NOT_IN_NUMBERS.sub("", number.upper())


def people_numbered(viewer: Viewer, criteria: SearchCriteria) -> list[Hit]:
    """Return the people in the viewer's reach who bear the number or one beginning with it.

    Only numbers that the viewer may see are looked through. Replaced ones still find the person.
    """
    key = number_key(criteria.number)
    if not key:
        return []
    best: dict[int, Hit] = {}
    for hit in [*_by_record_number(viewer, criteria, key), *_by_identifier(viewer, criteria, key)]:
        held = best.get(hit.person_id)
        if held is None or hit.score > held.score:
            best[hit.person_id] = hit
    return sorted(best.values(), key=lambda hit: (-hit.score, hit.person_id))


def _by_record_number(viewer: Viewer, criteria: SearchCriteria, key: str) -> list[Hit]:
    digits = key.removeprefix("OTS")
    if not digits.isdecimal() or criteria.number_kind not in {"", RECORD_NUMBER}:
        return []
    if int(digits) > _LARGEST_KEY:
        return []
    people = in_scope(viewer, Person.objects.filter(exact_conditions(criteria), pk=int(digits)))
    return [
        Hit(person_id=found, score=EXACT_SCORE, number_kind=RECORD_NUMBER)
        for found in people.order_by().values_list("pk", flat=True)
    ]


def _by_identifier(viewer: Viewer, criteria: SearchCriteria, key: str) -> list[Hit]:
    kinds = set(searchable_kinds(viewer))
    if criteria.number_kind:
        kinds &= {kind for kind in IdentifierKind if kind == criteria.number_kind}
    if not kinds:
        return []
    numbers: QuerySet[Identifier] = Identifier.objects.alias(
        key=Cast(Func(F("value"), function="number_key"), CharField())
    )
    fitting = numbers.filter(
        _numbered(key), exact_conditions(criteria, person="person__"), kind__in=sorted(kinds)
    ).annotate(exact=Q(key__in=_spellings(key)))
    rows = in_scope(viewer, fitting, person="person").order_by("-exact", "superseded_at", "pk")
    return [
        Hit(
            person_id=person_id,
            score=EXACT_SCORE if exact else BEGINNING_SCORE,
            number_kind=kind,
        )
        for person_id, kind, exact in rows.values_list("person_id", "kind", "exact")[:MOST_HITS]
    ]


def _numbered(key: str) -> Q:
    exact = Q(key__in=_spellings(key))
    return exact | Q(key__startswith=key) if len(key) >= _SHORTEST_BEGINNING else exact


def _spellings(key: str) -> list[str]:
    lettered = _WITH_LETTER.fullmatch(key)
    if lettered:
        return [key, lettered[1]]
    if key.isdecimal():
        return [key, *(f"{letter}{key}" for letter in "ABCDEFGH")]
    return [key]
