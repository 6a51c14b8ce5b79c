"""What is looked for before a case is opened: cases of the person, and people who may be the same.

Names are matched by the one search of the record; nothing here decides who is alike.
"""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from interstate.models import CompactCase
from interstate.rules.vocabulary import OVER
from offenders.models import Person
from offenders.selectors.people import likely_duplicates
from offenders.selectors.reading import Reading
from offenders.selectors.search import FoundPerson
from ots.access.scopes import in_scope
from ots.access.viewer import viewer_for


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody who may be the same person, with the cases of the compact in the viewer's reach."""

    found: FoundPerson
    cases: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What stands beside a case that is about to be opened."""

    cases: tuple[object, ...]
    people: tuple[Alike, ...]

    @property
    def is_any(self) -> bool:
        """Whether somebody has to look before going on."""
        return bool(self.cases or self.people)


def cases_beside(person_id: int, receiving: str) -> QuerySet[CompactCase]:
    """Return the person's cases that are open, or that went to the same state before."""
    rows = CompactCase.objects.filter(person=person_id)
    return rows.filter(Q(receiving=receiving) | ~Q(state__in=OVER))


def duplicates_of(reading: Reading, person_id: int, receiving: str, *, but: int = 0) -> Duplicates:
    """Return what there is beside a new case of the person for a state, but the one copied from."""
    rows = in_scope(reading.viewer, cases_beside(person_id, receiving), person="person")
    cases = rows.exclude(pk=but).select_related("sending", "receiving")
    return Duplicates(
        cases=tuple(reading.masked(row) for row in cases),
        people=_people_alike(reading, person_id),
    )


def _people_alike(reading: Reading, person_id: int) -> tuple[Alike, ...]:
    if reading.viewer.user is None:
        return ()
    person = Person.objects.get(pk=person_id)
    # A page about one person shows that one alone: others are looked for with the role's rights.
    reading = Reading(viewer_for(reading.viewer.user), reading.seen)
    found = [
        each
        for each in likely_duplicates(
            reading,
            last_name=person.last_name,
            first_name=person.first_name,
            birth_date=person.birth_date if reading.sees(Person, "birth_date") else None,
        )
        if each.person.pk != person_id
    ]
    cases: dict[object, list[object]] = {each.person.pk: [] for each in found}
    rows = in_scope(
        reading.viewer, CompactCase.objects.filter(person__in=list(cases)), person="person"
    )
    for row in rows.select_related("sending", "receiving"):
        cases[row.person_id].append(reading.masked(row))
    return tuple(Alike(each, tuple(cases[each.person.pk])) for each in found)
