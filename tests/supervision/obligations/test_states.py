"""The database says of each row what the rule says."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offenders.models import Person
from offenders.selectors.reading import Reading
from ots.access.viewer import NOBODY, system_viewer
from supervision.models import Obligation, SyncState
from supervision.rules.counting import Counts, days_at_risk, worst
from supervision.rules.life import Days
from supervision.rules.obligations import Matter, ObligationState, grace_until, state_on
from supervision.selectors.standings import (
    agent_counts,
    office_counts,
    person_days,
    person_states,
)
from supervision.selectors.states import silent_feeds, with_states
from tests import factories
from tests.factories.supervision_obligations import supervise

State = ObligationState
TODAY = date(2026, 3, 20)
near = st.dates(date(2026, 1, 1), date(2026, 6, 1))
READING = Reading(system_viewer("tests"))


def owe(person: Person, due_on: date, **more: object) -> Obligation:
    """Make something due of a person, its window a month long."""
    given = {
        "kind": "contact",
        "title": "Contact",
        "window_opens_on": due_on - timedelta(days=30),
        "grace_until": grace_until("contact", due_on),
        "is_critical": True,
        "source_label": "offenders.person",
        "source_id": Obligation.objects.count(),
    }
    return Obligation.objects.create(person=person, due_on=due_on, **{**given, **more})


def state_of(
    row: Obligation, today: date = TODAY, silent: Mapping[str, datetime] = MappingProxyType({})
) -> State:
    found = with_states(Obligation.objects.filter(pk=row.pk), today=today, silent=silent)
    return State(found.get().state)


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    near,
    near,
    st.none() | st.integers(-30, 40),
    st.sampled_from(["", "custody"]),
    st.none() | near,
    near,
)
def test_the_database_and_the_rule_agree(dana, today, due_on, done_after, excuse, closed_on, since):
    done_on = None if done_after is None or excuse else due_on + timedelta(days=done_after)
    if done_on or excuse:
        closed_on = closed_on or today
    row = owe(dana, due_on, done_on=done_on, excuse=excuse, closed_on=closed_on, feed="jail")
    silence = {"jail": datetime.combine(since, time(12), UTC)}
    for silent in ({}, silence):
        matter = Matter(
            due_on=row.due_on,
            grace_until=row.grace_until,
            window_opens_on=row.window_opens_on,
            done_on=row.done_on,
            is_excused=bool(row.excuse),
            is_known=not silent or (row.closed_on is not None and row.closed_on < since),
            closed_on=row.closed_on,
        )
        assert state_of(row, today, silent) is state_on(matter, today)
    row.delete()


@pytest.mark.django_db
def test_a_feed_past_its_limit_makes_what_it_tells_of_unknown(dana):
    SyncState.objects.filter(feed="jail").update(last_heard_at="2026-01-01T00:00Z")
    row = owe(dana, TODAY, feed="jail")
    assert state_of(row, silent=silent_feeds()) is State.UNKNOWN


@pytest.mark.django_db
def test_what_was_closed_before_its_feed_fell_silent_stays_as_it_was(dana):
    row = owe(dana, date(2026, 3, 1), closed_on=date(2026, 3, 5), feed="jail")
    noon = datetime(2026, 3, 5, 12, tzinfo=UTC)
    assert state_of(row, silent={"jail": noon}) is State.UNKNOWN
    assert state_of(row, silent={"jail": noon + timedelta(days=1)}) is State.OVERDUE


@pytest.mark.django_db
def test_a_feed_that_nobody_connected_is_not_silent(dana):
    assert silent_feeds() == {}


@pytest.mark.django_db
def test_a_person_stands_as_the_worst_that_is_critical(dana):
    owe(dana, date(2026, 3, 1))
    owe(dana, date(2026, 4, 1))
    assert person_states(READING, [dana.pk], today=TODAY)[dana.pk].worst is State.OVERDUE


@pytest.mark.django_db
def test_what_is_not_critical_does_not_decide_how_a_person_stands(dana):
    owe(dana, date(2026, 3, 1), is_critical=False)
    standing = person_states(READING, [dana.pk], today=TODAY)[dana.pk]
    assert (standing.worst, standing.live.overdue) == (None, 1)


@pytest.mark.django_db
def test_many_people_are_counted_with_three_queries(dana, django_assert_num_queries):
    people = [dana, *(factories.person(f"P{n}") for n in range(4))]
    for person in people:
        owe(person, date(2026, 3, 1))
    with django_assert_num_queries(3):
        person_states(READING, [each.pk for each in people], today=TODAY)


@pytest.mark.django_db
def test_an_agents_share_leaves_out_what_was_excused(dana, olivia):
    owe(dana, date(2026, 3, 10), done_on=date(2026, 3, 9), closed_on=date(2026, 3, 9))
    owe(dana, date(2026, 3, 11), excuse="custody", closed_on=date(2026, 3, 11))
    counts = agent_counts(READING, [olivia.pk], today=TODAY)[olivia.pk]
    assert (counts.share_on_time, counts.excused) == (100, 1)


@pytest.mark.django_db
def test_an_office_counts_the_people_of_its_agents(dana, lansing):
    owe(dana, date(2026, 3, 1))
    assert office_counts(READING, [lansing.pk], today=TODAY)[lansing.pk].overdue == 1


@pytest.mark.django_db
def test_one_who_sees_no_supervision_counts_nothing(dana, lansing):
    owe(dana, date(2026, 3, 1))
    assert office_counts(Reading(NOBODY), [lansing.pk], today=TODAY)[lansing.pk] == Counts()


@pytest.mark.django_db
def test_days_in_custody_are_in_no_denominator(dana):
    supervise(dana, began_on=date(2026, 3, 1))
    factories.add_custody(dana, kind="jail", began_on=date(2026, 3, 5), ended_on=date(2026, 3, 10))
    days = person_days([dana.pk], first=date(2026, 3, 1), last=date(2026, 3, 31))
    assert days[dana.pk] == 26


@given(st.lists(st.tuples(near, st.integers(0, 60)), max_size=4))
def test_days_at_risk_are_never_more_than_the_days_there_are(spans):
    supervised = [Days("parole", day, day + timedelta(days=length)) for day, length in spans]
    held = [Days("custody", date(2026, 2, 1), date(2026, 2, 11))]
    counted = days_at_risk(supervised, held, first=date(2026, 2, 1), last=date(2026, 2, 28))
    assert 0 <= counted <= 18


def test_nothing_is_worst_where_nothing_is_due():
    assert worst([]) is None
