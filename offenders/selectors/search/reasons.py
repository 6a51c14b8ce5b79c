"""Saying in a few words why a person was found, so that the reader can judge the hit."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from offenders.choices import IdentifierKind, NameKind
from offenders.models import Person, PersonName
from offenders.models.search import NamePart
from offenders.selectors.search.birth_dates import why_birth_date
from offenders.selectors.search.candidates import Hit
from offenders.selectors.search.criteria import RECORD_NUMBER, SearchCriteria
from offenders.selectors.search.finding import Finding
from offenders.selectors.search.readings import NameReading, name_key
from offenders.selectors.search.words import Likeness, WordMatch, WordMatches

_LAST, _FIRST = "last name", "first name"


def why_found(
    hit: Hit,
    *,
    person: Person,
    name: PersonName | None,
    criteria: SearchCriteria,
    finding: Finding,
) -> tuple[str, ...]:
    """Return what led to the hit apart from an exact match; the reader may see all of it."""
    return (
        *_number(hit),
        *_kind_of_name(name),
        *_spelling(hit, name, finding),
        *_birth_date(criteria.born, person),
    )


def _number(hit: Hit) -> Iterator[str]:
    if hit.number_kind == RECORD_NUMBER:
        yield "record number"
    elif hit.number_kind:
        yield IdentifierKind(hit.number_kind).label


def _kind_of_name(name: PersonName | None) -> Iterator[str]:
    if name is None:
        return
    if name.kind != NameKind.LEGAL:
        yield NameKind(name.kind).label.lower()
    if name.superseded_at is not None:
        yield "name corrected since"


def _spelling(hit: Hit, name: PersonName | None, finding: Finding) -> Iterator[str]:
    if name is None:
        return
    found = _best_reading(hit, finding)
    if found is None:
        yield "similar name"
        return
    reading, last, first = found
    if reading.is_swapped:
        yield "first and last name swapped"
    if first is not None and hit.first_key != name_key(name.first_name):
        yield "middle or second name"
    for part, match in ((_LAST, last), (_FIRST, first)):
        if match is not None and match.likeness is not Likeness.SAME:
            yield f"{part} {match.likeness.value}"
    if reading.last and reading.first and first is None:
        yield "last name only"


_Found = tuple[NameReading, WordMatch | None, WordMatch | None]
_UNMATCHED: Final = 0.0


def _best_reading(hit: Hit, finding: Finding) -> _Found | None:
    best: tuple[float, _Found] | None = None
    matches = finding.matches
    for reading in finding.typed.readings:
        last = _match(matches, NamePart.LAST, reading.last, hit.last_key)
        first = _match(matches, NamePart.FIRST, reading.first, hit.first_key)
        if (reading.last and last is None) or (reading.first and first is None and last is None):
            continue
        score = sum(match.score if match else _UNMATCHED for match in (last, first)) - reading.cost
        if best is None or score > best[0]:
            best = score, (reading, last, first)
    return best[1] if best else None


def _match(matches: WordMatches, part: NamePart, text: str, word: str) -> WordMatch | None:
    found = (match for match in matches.get((part, text), ()) if match.word == word)
    return next(found, None) if text else None


def _birth_date(born: date | None, person: Person) -> Iterator[str]:
    if born is None:
        return
    why = why_birth_date(born, person.birth_date)
    if why:
        yield why
