"""Whatever happens in whatever order, a case stays whole."""

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from interstate.rules.case import Case, Event, Facts, Refusal, Scenario
from interstate.rules.machine import advance, opening, replay, step
from interstate.rules.turn import EVENTS
from interstate.rules.vocabulary import EventType, Key, Side, State
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
@settings(max_examples=400)
def test_no_event_leads_to_a_case_that_contradicts_itself(scenario: Scenario) -> None:
    case = opening(scenario)
    for event in scenario.events:
        after = step(case, event, scenario)
        if not isinstance(after, Refusal):
            case = after
            _is_whole(case)


@given(scenario=scenarios())
def test_a_refused_event_changes_nothing(scenario: Scenario) -> None:
    answer = replay(scenario)
    refused = {each.index for each in answer.refused}
    kept = tuple(each for each in scenario.events if each.index not in refused)
    again = replay(
        Scenario(
            scenario.id,
            scenario.sending,
            scenario.receiving,
            scenario.calendar,
            scenario.facts,
            kept,
            scenario.as_of,
        )
    )
    assert again.case == answer.case
    assert not again.refused


@given(scenario=scenarios(), day=st.dates(date(2026, 5, 1), date(2027, 12, 31)))
def test_one_more_holiday_moves_no_due_day_earlier(scenario: Scenario, day: date) -> None:
    more = Calendar(is_federal=True, more=frozenset({day}))
    before = replay(scenario).case.obligations
    after = replay(
        Scenario(
            scenario.id,
            scenario.sending,
            scenario.receiving,
            more,
            scenario.facts,
            scenario.events,
            scenario.as_of,
        )
    ).case.obligations
    started = {(each.key, each.started_by): each.due_on for each in after}
    assert all(
        started.get((each.key, each.started_by), each.due_on) >= each.due_on
        for each in before
        if each.key is not Key.VICTIM_COMMENT
    )


@given(scenario=scenarios())
def test_looking_twice_gives_the_same_answer(scenario: Scenario) -> None:
    assert replay(scenario) == replay(scenario)
    case = replay(scenario).case
    assert advance(case, scenario, scenario.as_of) == case


def test_every_kind_of_event_has_its_rule() -> None:
    assert EVENTS.types == set(EventType)


def _is_whole(case: Case) -> None:
    assert all(each.due_on >= each.started_on for each in case.obligations)
    assert all(
        each.satisfied_on is None or not each.is_void or each.started_by >= 0
        for each in case.obligations
    )
    if case.state in {State.ACTIVE, State.RI_ARRIVED, State.RETAKE_REQUESTED}:
        assert case.has_arrived
    if case.state is State.WITHDRAWN:
        assert not case.has_arrived
        assert not any(
            each.is_open and each.owed_by in {Side.SENDING, Side.RECEIVING}
            for each in case.obligations
            if each.key not in {Key.VICTIM_ANSWER, Key.VICTIM_INFO_REPLY, Key.VICTIM_INITIAL}
        )
    if case.state is State.RETAKING:
        assert not any(each.is_open for each in case.obligations if each.key is Key.CCN_DUE)
    open_keys = [each.key for each in case.obligations if each.is_open]
    alone = {Key.TREP_DUE, Key.RVR_DUE, Key.CCN_REPLY, Key.RI_REPLY, Key.RETAKE, Key.CCN_DUE}
    assert all(open_keys.count(key) <= 1 for key in alone)
