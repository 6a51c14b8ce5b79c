"""The demonstration's hundred people of Broward County: loaded, found, and read."""

from datetime import date

import pytest

from offenders.choices import IdentifierKind
from offenders.models import ChargeParticulars, Identifier, Person
from offenders.selectors.reading import Reading
from offenders.selectors.search.criteria import SearchCriteria
from offenders.selectors.search.finding import find
from offenders.selectors.timeline import TimelineEvent, TimelineKind, timeline
from offenders.services.status import current_status
from ots.access.viewer import system_viewer
from ots.exchange.agencies.broward.agency import broward
from ots.exchange.demo.steps import HUNDRED
from ots.exchange.imports import ImportResult, run_import
from tests.exchange.delivery import TODAY

pytestmark = pytest.mark.django_db

VIEWER = system_viewer("a test")


@pytest.fixture
def hundred(db: None) -> ImportResult:
    """The import of the hundred."""
    return run_import(VIEWER, broward(TODAY), HUNDRED)


def edward() -> Person:
    numbers = Identifier.objects.filter(kind=IdentifierKind.STUDY, value="P6A5B525872")
    return numbers.select_related("person").get().person


def events(kind: TimelineKind) -> list[TimelineEvent]:
    return timeline(Reading(VIEWER), edward().pk, kinds=(kind,))


def test_every_row_is_loaded_or_refused_for_a_defect_of_the_source(hundred: ImportResult) -> None:
    kinds = sorted(refusal.kind for refusal in hundred.refusals)
    assert hundred.disagreements == ()
    assert kinds == [
        "not scored",
        "not scored",
        "overlaps another stay",
        "overlaps another stay",
        "stay ends before it begins",
    ]


@pytest.mark.usefixtures("hundred")
@pytest.mark.parametrize("typed", ["Barnet, Edwrd", "Bernett, Edward", "edward barnett"])
def test_a_person_is_found_by_a_name_that_is_misspelt(typed: str) -> None:
    found = find(VIEWER, SearchCriteria(name=typed)).hits.found
    assert found[0].person_id == edward().pk


@pytest.mark.usefixtures("hundred")
def test_a_timeline_tells_every_time_in_prison() -> None:
    days = {event.on for event in events(TimelineKind.CUSTODY)}
    began = edward().custodyperiod_set.filter(kind="prison").values_list("began_on", flat=True)
    assert len(began) == 10
    assert set(began) <= days


@pytest.mark.usefixtures("hundred")
def test_a_timeline_names_the_charges() -> None:
    told = " ".join(f"{event.heading} {event.text}" for event in events(TimelineKind.COURT))
    charged = ChargeParticulars.objects.filter(charge__case__person=edward())
    assert charged.count() == 2
    for particulars in charged:
        assert particulars.description in told


@pytest.mark.usefixtures("hundred")
def test_a_timeline_is_newest_first() -> None:
    days = [event.on for event in timeline(Reading(VIEWER), edward().pk)]
    assert days == sorted(days, reverse=True)
    assert days[-1] < date(2000, 1, 1)


@pytest.mark.usefixtures("hundred")
def test_every_status_is_what_the_facts_say() -> None:
    told = {person.pk: person.status for person in Person.objects.all()}
    assert told == {key: current_status(key, TODAY) for key in told}
