"""Showing the people found: one page of masked rows with the reasons, and a line in the trail."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast

from django.core.paginator import Page, Paginator

from offenders.models import Person, PersonName
from offenders.selectors.search.candidates import MOST_HITS, Hit
from offenders.selectors.search.criteria import SearchCriteria
from offenders.selectors.search.finding import Finding, find
from offenders.selectors.search.reasons import why_found
from ots.access.fields import Masked, Seen, category_of, mask, may_access, visible_fields
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record_view

PAGE_SIZE: Final = 25
_SHOWN: Final = ("full_name", "birth_date", "get_status_display", "office")


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person who may be meant, why, and the name that matched if it is not the current one."""

    person: Masked
    why: tuple[str, ...]
    other_name: str


@dataclass(frozen=True, slots=True)
class SearchResults:
    """One page of the people found, the likeliest first unless asked otherwise."""

    page: "Page[FoundPerson]"
    total: int
    is_cut_off: bool
    shows_birth_date: bool
    shows_status: bool
    shows_office: bool


def find_people(
    viewer: Viewer, criteria: SearchCriteria, *, seen: Seen | None = None
) -> SearchResults:
    """Return the people in the viewer's reach who fit the criteria, and put it in the trail.

    The number of queries does not depend on how many are found. Raises ``NotAllowedError`` if a
    criterion reads a field that the viewer may not see.
    """
    finding = find(viewer, criteria)
    cut = Paginator(finding.hits.found, PAGE_SIZE).get_page(criteria.page)
    rows = _rows(viewer, criteria, finding, list(cut), seen or Seen())
    results = SearchResults(
        page=Page(rows, cut.number, cast("Paginator[FoundPerson]", cut.paginator)),
        total=finding.hits.total,
        is_cut_off=finding.hits.total > MOST_HITS,
        shows_birth_date=may_access(viewer, Person, "birth_date"),
        shows_status=may_access(viewer, Person, "status"),
        shows_office=may_access(viewer, Person, "office"),
    )
    _record(viewer, criteria, results)
    return results


def _rows(
    viewer: Viewer, criteria: SearchCriteria, finding: Finding, hits: Sequence[Hit], seen: Seen
) -> list[FoundPerson]:
    keys = [hit.person_id for hit in hits]
    people = in_scope(viewer, Person.objects.select_related("office")).in_bulk(keys)
    names = PersonName.objects.in_bulk([hit.name_id for hit in hits if hit.name_id])
    rows = []
    for hit in hits:
        person, name = people.get(hit.person_id), names.get(hit.name_id or 0)
        # Whoever left the viewer's reach meanwhile is not shown.
        if person is not None:
            why = why_found(hit, person=person, name=name, criteria=criteria, finding=finding)
            shown = cast(Masked, mask(viewer, person, seen=seen))
            rows.append(FoundPerson(shown, why, _other_name(person, name)))
    return rows


def _other_name(person: Person, name: PersonName | None) -> str:
    if name is None:
        return ""
    parts = ("last_name", "first_name", "middle_name", "suffix")
    if all(getattr(name, part) == getattr(person, part) for part in parts):
        return ""
    given = " ".join(part for part in (name.first_name, name.middle_name, name.suffix) if part)
    return f"{name.last_name}, {given}" if given else name.last_name


def _record(viewer: Viewer, criteria: SearchCriteria, results: SearchResults) -> None:
    shown = visible_fields(viewer, Person, _SHOWN) if results.total else []
    people = [cast(int, row.person.pk) for row in results.page.object_list]
    record_view(
        Event.PERSON_SEARCHED,
        actor=viewer.user,
        categories=[str(category_of(Person, name)) for name in shown],
        details={
            "criteria": list(criteria.used()),
            "hits": results.total,
            "page": results.page.number,
        },
        people=people,
        reason=viewer.reasons_for(people),
        terms=criteria.typed(),
    )
