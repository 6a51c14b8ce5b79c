"""People to be told apart, and searches for them."""

from collections.abc import Sequence

from offenders.models import Person, PersonName
from offenders.selectors.search import FoundPerson, SearchCriteria, SearchResults, find_people
from ots.access.viewer import Viewer, system_viewer
from tests import factories

EVERYONE = system_viewer("tests")
# Nobody here resembles those the tests look for.
STRANGERS = (
    ("Abernathy", "Quentin"),
    ("Bukowski", "Olga"),
    ("Delgado", "Ramona"),
    ("Fitzpatrick", "Liam"),
    ("Ivanov", "Yuri"),
    ("Underhill", "Prudence"),
    ("Zuckerman", "Gwendolyn"),
)


def add_strangers() -> None:
    """Record a few people who are never looked for."""
    for last, first in STRANGERS:
        factories.person(first, last_name=last, birth_date=None)


def found(criteria: SearchCriteria, *, viewer: Viewer = EVERYONE) -> list[int]:
    """Return the numbers of the people found, in order."""
    return [int(str(row.person.pk)) for row in search(criteria, viewer=viewer).page]


def search(criteria: SearchCriteria, *, viewer: Viewer = EVERYONE) -> SearchResults:
    """Search on behalf of the viewer."""
    return find_people(viewer, criteria)


def first_row(criteria: SearchCriteria) -> FoundPerson:
    """Return the first person found with the reasons."""
    return search(criteria).page.object_list[0]


def why(name: str) -> tuple[str, ...]:
    """Return why the first person was found by the name."""
    return first_row(SearchCriteria(name=name)).why


def copy_names(rows: Sequence[tuple[str, str]]) -> list[int]:
    """Record many people at once, as an import does; returns their numbers."""
    people = Person.objects.bulk_create(
        Person(last_name=last, first_name=first) for last, first in rows
    )
    PersonName.objects.bulk_create(
        PersonName(
            person=person, kind="legal", last_name=person.last_name, first_name=person.first_name
        )
        for person in people
    )
    return [person.pk for person in people]
