"""Which reminders fall due on a day: pure, on the rules that come with the system."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interstate.rules.limits import LIMITS, Unit
from interstate.rules.reminding import (
    Anchor,
    Offset,
    Owed,
    Recipient,
    anchored_between,
    plain_words,
    reminders_due,
)
from interstate.rules.vocabulary import Key
from timecomp.engine.calendar import FEDERAL

MONDAY = date(2026, 6, 1)
LONG_AGO = date(2014, 3, 1)


def rule(number=1, *, key=None, anchor=Anchor.DUE, days=0, unit=Unit.CALENDAR_DAYS, to="agent"):
    return Offset(
        id=number, key=key, anchor=anchor, days=days, unit=unit, to=Recipient(to), since=LONG_AGO
    )


REPLY = Owed(id=7, key=Key.TREP_DUE, started_on=MONDAY, due_on=MONDAY + timedelta(days=45))


def days_told(owed, rules, *, through=200):
    """The days on which the agent is told, as the day turns and each sending is kept."""
    sent, told = {}, []
    for count in range(-5, through):
        today = MONDAY + timedelta(days=count)
        for each in reminders_due([owed], rules, today=today, sent=sent):
            sent[each.owed, each.to] = each.falls_on
            told.append((today - MONDAY).days)
    return told


def test_a_transfer_reply_is_called_to_mind_on_its_six_days():
    offsets = (30, 44, 45, 46, 75, 105)
    rules = [rule(n, key=Key.TREP_DUE, anchor=Anchor.START, days=d) for n, d in enumerate(offsets)]
    assert days_told(REPLY, rules) == list(offsets)


def test_business_days_before_the_due_day_leave_out_a_weekend():
    owed = replace(REPLY, due_on=date(2026, 6, 16))
    early = rule(days=-2, unit=Unit.BUSINESS_DAYS)
    assert early.falls_on(owed, FEDERAL) == date(2026, 6, 12)


def test_business_days_after_the_due_day_leave_out_a_holiday():
    owed = replace(REPLY, due_on=date(2026, 7, 2))
    assert rule(days=1, unit=Unit.BUSINESS_DAYS).falls_on(owed, FEDERAL) == date(2026, 7, 6)


def test_a_rule_of_its_own_takes_the_place_of_the_general_one_for_the_same_recipient():
    own = rule(1, key=Key.TREP_DUE, anchor=Anchor.START, days=30)
    assert days_told(REPLY, [own, rule(2)]) == [30]


def test_a_rule_of_its_own_for_the_agent_leaves_the_office_s_escalation():
    rules = [rule(1, key=Key.TREP_DUE), rule(2, days=5, to="office")]
    overdue = REPLY.due_on + timedelta(days=5)
    found = reminders_due([REPLY], rules, today=overdue, sent={})
    assert [each.to for each in found] == [Recipient.OFFICE]


def test_a_day_that_was_missed_is_caught_up_once():
    late = REPLY.due_on + timedelta(days=2)
    (found,) = reminders_due([REPLY], [rule()], today=late, sent={})
    assert found.falls_on == REPLY.due_on
    sent = {(REPLY.id, Recipient.AGENT): REPLY.due_on}
    assert reminders_due([REPLY], [rule()], today=late, sent=sent) == []


def test_a_day_missed_long_ago_is_not_caught_up():
    late = REPLY.due_on + timedelta(days=4)
    assert reminders_due([REPLY], [rule()], today=late, sent={}) == []


def test_a_due_day_that_moved_on_is_called_to_mind_again():
    moved = replace(REPLY, due_on=REPLY.due_on + timedelta(days=9))
    sent = {(REPLY.id, Recipient.AGENT): REPLY.due_on}
    (found,) = reminders_due([moved], [rule()], today=moved.due_on, sent=sent)
    assert found.falls_on == moved.due_on


@pytest.mark.parametrize("change", [{"is_open": False}, {"is_paused": True}], ids=str)
def test_what_is_met_or_about_to_be_withdrawn_calls_for_none(change):
    owed = replace(REPLY, **change)
    assert reminders_due([owed], [rule()], today=owed.due_on, sent={}) == []


def test_a_rule_that_has_ended_reminds_nobody():
    ended = replace(rule(), until=REPLY.due_on)
    assert reminders_due([REPLY], [ended], today=REPLY.due_on, sent={}) == []


def test_no_word_that_leaves_the_system_tells_of_victims_absconding_or_a_sex_offense():
    words = " ".join(plain_words(key) for key in LIMITS).lower()
    assert not any(each in words for each in ("victim", "sex", "abscond", "conviction"))


RULES = st.lists(
    st.builds(
        rule,
        st.integers(1, 99),
        key=st.none() | st.sampled_from([Key.TREP_DUE, Key.RVR_DUE]),
        anchor=st.sampled_from(Anchor),
        days=st.integers(-20, 60),
        unit=st.sampled_from(Unit),
        to=st.sampled_from(list(Recipient)),
    ),
    max_size=8,
    unique_by=lambda each: each.id,
)
THINGS = st.builds(
    Owed,
    id=st.integers(1, 3),
    key=st.sampled_from([Key.TREP_DUE, Key.RVR_DUE, Key.PR_DUE]),
    started_on=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    due_on=st.just(MONDAY),
    is_open=st.booleans(),
    is_paused=st.booleans(),
).map(lambda each: replace(each, due_on=each.started_on + timedelta(days=30)))


@given(owed=THINGS, rules=RULES, days=st.lists(st.integers(-10, 120), max_size=12))
def test_nothing_is_told_twice_to_one_nor_of_what_is_not_owed(owed, rules, days):
    sent, told = {}, []
    for count in sorted(days):
        today = owed.started_on + timedelta(days=count)
        for each in reminders_due([owed], rules, today=today, sent=sent):
            assert owed.is_open
            assert not owed.is_paused
            assert owed.started_on <= each.falls_on <= today
            sent[each.owed, each.to] = each.falls_on
            told.append((each.to, each.falls_on))
    assert len(told) == len(set(told))


@given(owed=THINGS, rules=RULES, count=st.integers(-10, 120))
def test_what_is_due_lies_within_the_days_that_are_looked_up(owed, rules, count):
    today = owed.started_on + timedelta(days=count)
    by_id = {each.id: each for each in rules}
    for each in reminders_due([owed], rules, today=today, sent={}):
        fired = by_id[each.rule]
        first, last = anchored_between(fired, today)
        assert first <= (owed.due_on if fired.anchor is Anchor.DUE else owed.started_on) <= last
