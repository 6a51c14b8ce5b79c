"""The measures' own arithmetic: outcomes, shares, quarters."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from interstate.rules.measures import (
    MEASURES,
    PASS_MARK,
    Outcome,
    Quarter,
    Tally,
    outcome_of,
    quarter_from,
    quarter_of,
    quarters_until,
)

DUE = date(2026, 5, 20)
DAYS = some.dates(date(2000, 1, 1), date(2100, 12, 31))


def test_the_day_itself_is_in_time():
    assert outcome_of(DUE, DUE, DUE) is Outcome.ON_TIME


def test_the_day_after_is_late():
    assert outcome_of(DUE, DUE + timedelta(1), DUE) is Outcome.LATE


def test_what_is_open_waits_through_its_day():
    assert outcome_of(DUE, None, DUE) is Outcome.WAITING


def test_what_is_open_is_missed_from_the_next_day():
    assert outcome_of(DUE, None, DUE + timedelta(1)) is Outcome.MISSED


def test_a_share_just_below_the_target_does_not_reach_it():
    assert Tally(on_time=799, late=201).meets(80) is False


def test_what_waits_does_not_count():
    assert Tally(on_time=4, missed=1, waiting=50).percent == 80


def test_where_nothing_is_decided_nothing_is_met_or_failed():
    assert Tally(waiting=3).meets(80) is None


def test_there_are_six_measures_and_none_shares_what_it_counts():
    keys = [key for each in MEASURES.values() for key in each.keys]
    assert (len(MEASURES), len(set(keys))) == (6, len(keys))


def test_the_target_says_that_it_was_only_told():
    assert PASS_MARK.on(DUE).standing.value == "recalled"


def test_before_the_first_target_nothing_is_met_or_failed():
    before = next(iter(MEASURES.values())).target_on(date(2013, 12, 31))
    assert (before, Tally(on_time=1).meets(before)) == (None, None)


@given(DAYS)
def test_a_day_lies_in_its_quarter_and_in_no_other(day):
    found = quarter_of(day)
    assert found.first_day <= day < found.after
    assert found.previous.after == found.first_day


@given(DAYS)
def test_an_address_names_a_quarter_and_leads_back_to_it(day):
    assert quarter_from(quarter_of(day).code) == quarter_of(day)


@given(some.text(max_size=12))
def test_no_text_breaks_an_address(text):
    found = quarter_from(text)
    assert found is None or found.code == text


@given(DAYS, some.integers(1, 12))
def test_quarters_follow_each_other_without_a_gap(day, count):
    found = quarters_until(quarter_of(day), count)
    assert len(found) == count
    assert all(one.after == two.first_day for one, two in zip(found, found[1:], strict=False))


def test_a_quarter_says_itself_in_words():
    assert str(Quarter(2026, 3)) == "Q3 2026"
