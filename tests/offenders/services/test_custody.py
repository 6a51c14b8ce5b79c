"""Custody: no kind twice on a day, and the status that follows."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offenders import choices
from offenders.models import CustodyPeriod, Movement, Person
from offenders.services.custody import (
    Stay,
    record_custody,
    record_movement,
    release_from_custody,
)
from offenders.services.refusals import RefusedError
from ots.access.models import User
from ots.access.viewer import NotAllowedError, system_viewer, viewer_for
from tests import factories

RECORDER = system_viewer("tests")
FIRST = date(2020, 1, 1)
SPANS = st.tuples(st.integers(0, 60), st.integers(1, 30))


def stay(begin: int, days: int) -> Stay:
    began_on = FIRST + timedelta(days=begin)
    return Stay(kind="tether", began_on=began_on, ended_on=began_on + timedelta(days=days))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(SPANS, min_size=1, max_size=6))
def test_of_any_stays_those_that_meet_a_day_twice_are_refused(
    dana: Person, spans: list[tuple[int, int]]
) -> None:
    person = factories.person("Span")
    taken: set[int] = set()
    for begin, days in spans:
        own = set(range(begin, begin + days))
        if own & taken:
            with pytest.raises(RefusedError, match="the same kind of custody"):
                record_custody(RECORDER, person.pk, stay=stay(begin, days))
        else:
            record_custody(RECORDER, person.pk, stay=stay(begin, days))
            taken |= own
    held = sum((one.ended_on - one.began_on).days for one in person.custodyperiod_set.all())
    assert held == len(taken)


def test_jail_and_prison_are_different_kinds(dana: Person) -> None:
    factories.add_custody(dana, kind=choices.CustodyKind.JAIL)
    factories.add_custody(dana, kind=choices.CustodyKind.PRISON)
    assert CustodyPeriod.objects.count() == 2


def test_a_release_brings_its_movement_and_status(dana: Person) -> None:
    place = factories.facility().pk
    inside = record_custody(
        RECORDER, dana.pk, stay=Stay(kind="prison", facility_id=place, began_on=FIRST)
    )
    release_from_custody(
        RECORDER, inside.pk, released_on=date(2025, 1, 1), release_reason="Discharged"
    )
    dana.refresh_from_db()
    assert dana.status == choices.Status.DISCHARGED
    assert Movement.objects.filter(kind=choices.MovementKind.RELEASE).get().note == "Discharged"


def test_a_refused_stay_leaves_no_movement(dana: Person) -> None:
    factories.add_custody(dana, began_on=FIRST)
    place = factories.facility().pk
    with pytest.raises(RefusedError):
        record_custody(
            RECORDER, dana.pk, stay=Stay(kind="prison", facility_id=place, began_on=FIRST)
        )
    assert not Movement.objects.exists()


def test_a_death_decides_the_status(dana: Person) -> None:
    factories.add_custody(dana, began_on=FIRST)
    record_movement(
        RECORDER, dana.pk, kind=choices.MovementKind.DEATH, occurred_on=date(2026, 1, 1)
    )
    dana.refresh_from_db()
    assert dana.status == choices.Status.DECEASED


def test_a_supervisor_may_not_record_custody(sam: User, dana: Person) -> None:
    with pytest.raises(NotAllowedError, match=r"custody\.record"):
        record_custody(viewer_for(sam), dana.pk, stay=stay(0, 1))


def test_an_agent_may_not_for_a_person_of_another(oscar: User, dana: Person) -> None:
    with pytest.raises(NotAllowedError, match="not in the reach"):
        record_custody(viewer_for(oscar), dana.pk, stay=stay(0, 1))
    assert not CustodyPeriod.objects.exists()
