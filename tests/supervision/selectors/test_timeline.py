"""What supervision adds to a person's timeline and status."""

from datetime import date

import pytest

from offenders.choices import Status
from offenders.models import Person
from offenders.selectors.reading import Reading
from offenders.selectors.timeline import timeline
from offenders.services.status import current_status
from ots.access.models import User
from ots.access.viewer import viewer_for
from supervision.models import Assignment, SupervisionPeriod
from tests import factories

BEGAN_ON = date(2025, 8, 5)
ENDED_ON = date(2026, 3, 1)


def supervise(person: Person, kind: str, ended_on: date | None = None) -> SupervisionPeriod:
    return SupervisionPeriod.objects.create(
        person=person,
        supervision_type=kind,
        began_on=BEGAN_ON,
        ended_on=ended_on,
        termination_reason="Discharged" if ended_on else "",
    )


def test_supervision_and_agent_stand_on_the_timeline(olivia: User, dana: Person) -> None:
    supervise(dana, "parole", ENDED_ON)
    Assignment.objects.create(
        person=dana, agent=olivia, office=olivia.office, began_on=date(2025, 8, 6)
    )
    told = [(event.on, event.heading) for event in timeline(Reading(viewer_for(olivia)), dana.pk)]
    for event in (
        (ENDED_ON, "Parole: supervision ended"),
        (date(2025, 8, 6), "Assigned to Olivia Tester"),
        (BEGAN_ON, "Parole: supervision began"),
    ):
        assert event in told


def test_they_leave_no_trace_for_a_role_without_supervision(vic: User, dana: Person) -> None:
    supervise(dana, "parole")
    headings = [event.heading for event in timeline(Reading(viewer_for(vic)), dana.pk)]
    assert not any("supervision" in heading for heading in headings)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("probation", Status.PROBATION),
        ("hyta", Status.PROBATION),
        ("compact_parole", Status.PAROLE),
        ("pretrial", Status.PRETRIAL),
    ],
)
def test_open_supervision_gives_the_status(db: None, kind: str, expected: Status) -> None:
    person = factories.person("New")
    supervise(person, kind)
    assert current_status(person.pk, BEGAN_ON) == expected


def test_the_day_it_ends_is_the_first_without_it(db: None) -> None:
    person = factories.person("New")
    supervise(person, "probation", ENDED_ON)
    assert current_status(person.pk, date(2026, 2, 28)) == Status.PROBATION
    assert current_status(person.pk, ENDED_ON) == Status.NONE
