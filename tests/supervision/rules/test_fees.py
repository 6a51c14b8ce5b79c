"""The supervision fee, means, instalments, and how late somebody is."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.fees import (
    FeeKind,
    Instalment,
    Means,
    ability_to_pay,
    days_late,
    instalments,
    supervision_fee,
)
from timecomp.engine.manual import ManualComputation

ON = date(2026, 3, 1)
D = Decimal


def fee(months, monitored=0, *, kind=FeeKind.SUPERVISION, on=ON):
    return supervision_fee(kind, months=months, monitored_months=monitored, ordered_on=on)


@pytest.mark.parametrize(
    ("months", "monitored", "amount"),
    [(1, 0, 30), (24, 0, 720), (24, 24, 1440), (24, 6, 900), (60, 0, 1800), (61, 0, 1800)],
)
def test_so_much_a_month_to_the_most_months(months, monitored, amount):
    assert fee(months, monitored).amount == amount


@pytest.mark.parametrize(("months", "amount"), [(12, 360), (13, 360)])
def test_a_delayed_sentence_is_charged_a_year_at_most(months, amount):
    assert fee(months, kind=FeeKind.DELAYED).amount == amount


def test_before_the_flat_fee_a_person_has_to_work_it_out():
    with pytest.raises(ManualComputation):
        fee(12, on=date(2020, 3, 23))


def test_no_more_months_are_monitored_than_ordered():
    with pytest.raises(ValueError, match="no part"):
        fee(3, 4)


def test_near_the_poverty_line_nothing_is_asked():
    line = ability_to_pay(Means(1, D(0), D(0)), ON).poverty_line
    assert ability_to_pay(Means(1, line, D(0)), ON).monthly == 0


def test_above_it_a_part_of_what_is_left_over_may_be_asked():
    assert ability_to_pay(Means(1, D(3000), D(2600)), ON).monthly == D(100)


def test_who_has_nothing_left_over_is_asked_for_nothing():
    assert ability_to_pay(Means(1, D(3000), D(3000)), ON).monthly == 0


@given(
    st.decimals(min_value=1, max_value=500, places=2),
    st.decimals(min_value=0, max_value=5000, places=2),
    st.sampled_from(["weekly", "fortnightly", "monthly"]),
    st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1)),
)
def test_instalments_come_to_the_total_on_days_that_follow(amount, total, rhythm, first):
    parts = list(instalments(amount, rhythm, first, total=total))
    days = [each.due_on for each in parts]
    assert sum((each.amount for each in parts), D(0)) == total
    assert days == sorted(set(days))


def test_the_last_day_of_a_month_stays_the_last():
    parts = instalments(D(10), "monthly", date(2026, 1, 31), total=D(30))
    assert [each.due_on for each in parts] == [
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
    ]


def test_december_is_followed_by_january():
    parts = instalments(D(10), "monthly", date(2026, 12, 15), total=D(20))
    assert [each.due_on for each in parts] == [date(2026, 12, 15), date(2027, 1, 15)]


def test_an_unknown_rhythm_is_refused():
    with pytest.raises(ValueError, match="no rhythm"):
        list(instalments(D(10), "daily", ON, total=D(20)))


DUE = [Instalment(ON - timedelta(days=100), D(50)), Instalment(ON - timedelta(days=70), D(50))]


@pytest.mark.parametrize(
    ("paid", "days"), [("0", 100), ("49.99", 100), ("50", 70), ("99.99", 70), ("100", 0)]
)
def test_lateness_is_that_of_the_oldest_thing_not_covered(paid, days):
    assert days_late(DUE, D(paid), ON) == days


def test_what_is_still_to_come_is_not_late():
    assert days_late([Instalment(ON + timedelta(days=1), D(50))], D(0), ON) == 0
