"""Of which events victims and the portal are told, when, in which words: pure."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interstate.rules.case import Event
from interstate.rules.notices_to_victims import (
    LONGEST_TEXT,
    Outcome,
    TellingRule,
    is_news,
    text_of,
    times_to_tell,
    told_by,
)
from interstate.rules.vocabulary import EventType, Side
from supervision.choices.victim_notice import NoticeTrigger
from timecomp.engine.calendar import EASTERN
from timecomp.engine.parameters import Value, amended
from timecomp.engine.standing import Standing

E = EventType


def telling(event, tells, outcome=Outcome.ANY, until=None):
    return TellingRule(
        id=1,
        event=event,
        outcome=outcome,
        tells=tells,
        presses=True,
        since=date(2013, 12, 1),
        until=until,
    )


RULES = [
    telling(E.TRANSFER_REPLY, "transfer_granted", Outcome.GRANTED),
    telling(E.TRANSFER_REPLY, "transfer_denied", Outcome.DENIED),
    telling(E.VIOLATION_REPORT, "violation"),
    telling(E.VIOLATION_REPORT, "absconded", Outcome.ABSCONDED),
    telling(E.NOTICE_OF_DEPARTURE, "departure"),
]


def happened(kind, **data):
    at = datetime(2026, 6, 1, 9, tzinfo=EASTERN)
    return Event(0, at, at.date(), kind, Side.SENDING, data)


@pytest.mark.parametrize(
    ("event", "tells"),
    [
        (happened(E.TRANSFER_REPLY, decision="accept"), "transfer_granted"),
        (happened(E.TRANSFER_REPLY, decision="reject"), "transfer_denied"),
        (happened(E.VIOLATION_REPORT, type="absconded"), "absconded"),
        (happened(E.VIOLATION_REPORT, type="behavior"), "violation"),
        (happened(E.NOTICE_OF_DEPARTURE), "departure"),
    ],
    ids=["accepted", "rejected", "absconded", "violation", "departed"],
)
def test_an_event_is_told_of_by_its_outcome(event, tells):
    rule = told_by(event, RULES)
    assert rule is not None
    assert rule.tells == tells


def test_what_no_rule_names_is_told_nobody():
    assert told_by(happened(E.PROGRESS_REPORT), RULES) is None


def test_a_rule_tells_no_more_from_its_last_day_on():
    ended = telling(E.NOTICE_OF_DEPARTURE, "departure", until=date(2026, 6, 1))
    assert told_by(happened(E.NOTICE_OF_DEPARTURE), [ended]) is None


def test_an_imported_history_is_no_news():
    assert is_news(date(2026, 6, 1), date(2026, 6, 20))
    assert not is_news(date(2019, 6, 1), date(2026, 6, 20))


def test_what_presses_is_said_every_two_hours_for_a_day():
    times = times_to_tell(datetime(2026, 6, 1, 22, tzinfo=EASTERN), presses=True)
    assert len(times) == 13
    assert times[0].hour == 22


@pytest.mark.parametrize(
    ("hour", "told"), [(6, (1, 7)), (7, (1, 7)), (20, (1, 20)), (21, (2, 7)), (23, (2, 7))]
)
def test_what_does_not_press_waits_for_the_morning(hour, told):
    (when,) = times_to_tell(datetime(2026, 6, 1, hour, tzinfo=EASTERN), presses=False)
    assert (when.day, when.hour) == told


MOMENTS = st.datetimes(
    datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(EASTERN), allow_imaginary=False
)


@given(at=MOMENTS)
def test_what_presses_is_said_at_equal_times_even_when_the_clock_changes(at):
    times = times_to_tell(at, presses=True)
    gaps = {later.timestamp() - earlier.timestamp() for earlier, later in pairwise(times)}
    assert gaps == {timedelta(hours=2).total_seconds()}


@given(at=MOMENTS)
def test_what_does_not_press_is_never_said_at_night_nor_too_soon(at):
    (when,) = times_to_tell(at, presses=False)
    assert when >= at
    assert 7 <= when.hour < 21


@pytest.mark.parametrize("trigger", NoticeTrigger)
def test_a_message_is_short_and_says_whom_to_call(trigger):
    calls = [("MI", "517-555-0100"), ("OH", "614-555-0100")]
    text = text_of(trigger.label, calls, on=date(2026, 6, 1))
    assert len(text) <= LONGEST_TEXT.on(date(2026, 6, 1)).amount
    assert "614-555-0100" in text


def test_a_longer_message_is_said_from_the_day_that_allows_it():
    calls = [("MI", "517-555-0100"), ("OH", "614-555-0100")]
    later = Value(date(2027, 1, 1), 150, "A new script", Standing.PROPOSED)
    with amended({LONGEST_TEXT.id: [*LONGEST_TEXT.values, later]}):
        long, short = (text_of("x" * 200, calls, on=date(year, 6, 1)) for year in (2027, 2026))
    assert (len(long), len(short)) == (150, 122)
