"""Whatever happens in whatever order, looking changes nothing, and limits end on their day."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from interstate.rules.case import Event, Facts, Scenario
from interstate.rules.limits import LIMITS
from interstate.rules.machine import advance, replay
from interstate.rules.turn import EVENTS
from interstate.rules.vocabulary import EventType, Key, Side
from tests.interstate.rules.reckoner import Reckoner
from timecomp.engine.calendar import FEDERAL, Calendar, eastern_moment

START = datetime(2026, 5, 4, 9)
DATA = st.sampled_from(
    [
        {},
        {"decision": "deny"},
        {"action": "order_return_in_lieu"},
        {"action": "continue"},
        {"reason": "absconded"},
        {"reason": "returned"},
        {"reason": "retaken"},
        {"reason": "incomplete", "decision": "reject"},
        {"type": "absconded"},
        {"state": "KY"},
        {"finding": "not_found"},
    ]
)
SIDES = st.sampled_from([Side.SENDING, Side.RECEIVING, Side.THIRD])
FACTS = st.builds(
    Facts,
    supervision_ends_on=st.none() | st.dates(date(2026, 6, 1), date(2027, 6, 1)),
    is_sex_offender=st.booleans(),
    has_victims=st.booleans(),
    has_pending_charge=st.booleans(),
)
USUAL = (
    ("transfer_request", Side.SENDING),
    ("transfer_reply", Side.RECEIVING),
    ("notice_of_departure", Side.SENDING),
    ("notice_of_arrival", Side.RECEIVING),
)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """A case that begins in the usual way and goes on anyhow, or anyhow from the beginning."""
    begun = USUAL[: draw(st.integers(0, len(USUAL)))]
    some = st.tuples(st.sampled_from(list(EventType)), SIDES)
    kinds = [(EventType(kind), by) for kind, by in begun] + draw(st.lists(some, max_size=25))
    moment, events = START, []
    for index, (kind, by) in enumerate(kinds):
        data = {} if index < len(begun) else draw(DATA)
        at = eastern_moment(moment)
        events.append(Event(index, at, at.date(), kind, by, dict(data)))
        moment += timedelta(hours=draw(st.integers(0, 24 * 20)))
    day = moment.date()
    return Scenario("s", "MI", "OH", FEDERAL, draw(FACTS), tuple(events), day)


@given(scenario=scenarios())
def test_looking_twice_gives_the_same_answer(scenario: Scenario) -> None:
    assert replay(scenario) == replay(scenario)
    case = replay(scenario).case
    assert advance(case, scenario, scenario.as_of) == case


def test_every_kind_of_event_has_its_rule() -> None:
    assert EVENTS.types == set(EventType)


@given(
    key=st.sampled_from(list(Key)),
    start=st.dates(date(2022, 4, 1), date(2031, 12, 31)),
    closed=st.frozensets(st.integers(1, 40), max_size=8),
)
def test_each_limit_ends_on_the_day_that_a_second_count_gives(
    key: Key, start: date, closed: frozenset[int]
) -> None:
    days = frozenset(start + timedelta(days=each) for each in closed)
    limit = LIMITS[key].on(start).amount
    counted = Reckoner(days).due(key.value, start)
    assert limit.after(start, Calendar(is_federal=False, more=days)) == counted
    assert limit.after(start, FEDERAL) == Reckoner().due(key.value, start)
    assert limit.after(start, Calendar(is_federal=True, more=days)) >= limit.after(start, FEDERAL)
