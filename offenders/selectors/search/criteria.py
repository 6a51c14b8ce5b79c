"""What may be searched by, and which field of the record each way of searching reads."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import models

from offenders.choices import SENSITIVE_KINDS, IdentifierKind
from offenders.models import Identifier, Person, PersonName
from ots.access.categories import Category
from ots.access.fields import may_access
from ots.access.viewer import NotAllowedError, Viewer

Source = tuple[type[models.Model], str]

# Whoever may not see the field may not search by it: hits would tell what it holds. Any number
# may be the record's own; ``searchable_kinds`` says which others are looked through.
CRITERIA: Final[dict[str, Source]] = {
    "name": (PersonName, "last_name"),
    "number": (Person, "pk"),
    "number_kind": (Person, "pk"),
    "born": (Person, "birth_date"),
    "born_from": (Person, "birth_date"),
    "born_to": (Person, "birth_date"),
    "office_id": (Person, "office"),
    "status": (Person, "status"),
}
SORTS: Final[dict[str, Source]] = {
    "match": (Person, "pk"),
    "name": (Person, "last_name"),
    "birth_date": (Person, "birth_date"),
}
_TYPED: Final = ("name", "number", "born", "born_from", "born_to")
_IN_WORDS: Final = {
    "born": "date of birth",
    "born_from": "date of birth",
    "born_to": "date of birth",
    "birth_date": "date of birth",
    "office_id": "office",
}
# The key of research extracts must not lead back to a person.
_NEVER_SEARCHED: Final = frozenset({IdentifierKind.STUDY})
# The number of the record itself, beside the kinds of number that agencies give.
RECORD_NUMBER: Final = "ots"


@dataclass(frozen=True, slots=True)
class SearchCriteria:
    """What is looked for; empty parts do not matter.

    ``name`` is as somebody typed it: ``Smith, John`` or ``john smith``. ``born`` also finds birth
    dates near it and those written down wrongly in the usual ways. ``born_from``, ``born_to``,
    ``office_id`` and ``status`` must fit exactly. People found by ``number`` come before those
    found by name.
    """

    name: str = ""
    number: str = ""
    number_kind: str = ""
    born: date | None = None
    born_from: date | None = None
    born_to: date | None = None
    office_id: int | None = None
    status: str = ""
    sort: str = "match"
    page: int = 1

    def used(self) -> tuple[str, ...]:
        """Return the names of the criteria that say something."""
        return tuple(name for name in CRITERIA if getattr(self, name))

    def typed(self) -> dict[str, str]:
        """Return what somebody may be known by; the trail keeps it hashed and encrypted."""
        return {name: str(getattr(self, name)) for name in _TYPED if getattr(self, name)}


def may_search_by(viewer: Viewer, criterion: str) -> bool:
    """Say whether the viewer may see the field that the criterion reads."""
    return may_access(viewer, *CRITERIA[criterion])


def may_sort_by(viewer: Viewer, sort: str) -> bool:
    """Say whether the viewer may see the field by which the hits would be sorted."""
    return may_access(viewer, *SORTS[sort])


def searchable_kinds(viewer: Viewer) -> tuple[IdentifierKind, ...]:
    """Return the kinds of number that the viewer may see, and so may search by."""
    if not may_access(viewer, Identifier, "value"):
        return ()
    sensitive = viewer.may_category(Category.SENSITIVE_IDENTIFIER)
    return tuple(
        kind
        for kind in IdentifierKind
        if kind not in _NEVER_SEARCHED and (sensitive or kind not in SENSITIVE_KINDS)
    )


def refusal(criterion: str) -> str:
    """Return the message for one who may not search or sort by a criterion."""
    return f"Your role does not include searching by {_IN_WORDS.get(criterion, criterion)}."


def check_allowed(viewer: Viewer, criteria: SearchCriteria) -> None:
    """Raise ``NotAllowedError`` if a criterion reads what the viewer may not see."""
    for criterion in criteria.used():
        if not may_search_by(viewer, criterion):
            raise NotAllowedError(refusal(criterion))
    if not may_sort_by(viewer, criteria.sort):
        raise NotAllowedError(refusal(criteria.sort))
    kinds = {RECORD_NUMBER, *searchable_kinds(viewer)}
    if criteria.number_kind and criteria.number_kind not in kinds:
        raise NotAllowedError(refusal(IdentifierKind(criteria.number_kind).label))
