"""Dividing payments: to the cent, in the law's order, whatever is paid and owed."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.choices.money import DebtKind
from supervision.rules.allocation import ORDER, VICTIM_PAYMENTS, Owed, allocate

ON = date(2025, 3, 1)
SUMS = st.decimals(min_value=0, max_value=5000, places=2)
DEBTS = st.lists(st.tuples(st.sampled_from(DebtKind.values), SUMS), max_size=8).map(
    lambda rows: [Owed(n, kind, ON, left) for n, (kind, left) in enumerate(rows, start=1)]
)


def total(owed):
    return sum((each.left for each in owed), Decimal(0))


def after(owed, allocation):
    paid = dict(allocation.parts)
    return [
        Owed(each.debt_id, each.kind, each.ordered_on, each.left - paid.get(each.debt_id, 0))
        for each in owed
    ]


@given(SUMS, DEBTS)
def test_no_cent_is_lost(amount, owed):
    divided = allocate(amount, owed, ON)
    assert divided.applied + divided.unapplied == amount


@given(SUMS, DEBTS)
def test_nothing_is_held_while_something_is_owed(amount, owed):
    divided = allocate(amount, owed, ON)
    assert divided.unapplied == max(amount - total(owed), 0)


@given(SUMS, DEBTS)
def test_no_debt_gets_more_than_is_left(amount, owed):
    assert all(each.left >= 0 for each in after(owed, allocate(amount, owed, ON)))


@given(SUMS, DEBTS)
def test_victims_get_their_half_or_all_they_are_owed(amount, owed):
    victims = {each.debt_id for each in owed if each.kind in VICTIM_PAYMENTS.on(ON).amount}
    got = sum((part for key, part in allocate(amount, owed, ON).parts if key in victims), 0)
    left = sum((each.left for each in owed if each.debt_id in victims), 0)
    assert got >= min(amount / 2, left)


@given(SUMS, SUMS, DEBTS)
def test_the_order_of_two_payments_of_a_day_changes_no_total(first, second, owed):
    def left(one, other):
        once = after(owed, allocate(one, owed, ON))
        return total(after(once, allocate(other, once, ON)))

    assert left(first, second) == left(second, first)


def test_every_kind_of_debt_has_its_place():
    assert set(VICTIM_PAYMENTS.on(ON).amount) | set(ORDER.on(ON).amount) == set(DebtKind.values)


def test_others_are_paid_kind_by_kind():
    owed = [Owed(1, "fine", ON, Decimal(50)), Owed(2, "state_cost", ON, Decimal(68))]
    assert allocate(Decimal(70), owed, ON).parts == ((2, Decimal(68)), (1, Decimal(2)))


def test_the_older_of_a_kind_is_paid_first():
    owed = [
        Owed(1, "fine", date(2025, 2, 1), Decimal(50)),
        Owed(2, "fine", date(2025, 1, 1), Decimal(50)),
    ]
    assert allocate(Decimal(50), owed, ON).parts == ((2, Decimal(50)),)


def test_what_others_do_not_need_goes_to_victims():
    owed = [Owed(1, "fine", ON, Decimal(10)), Owed(2, "restitution", ON, Decimal(100))]
    assert dict(allocate(Decimal(60), owed, ON).parts) == {1: Decimal(10), 2: Decimal(50)}


@pytest.mark.parametrize("amount", ["-1.00", "0.005"])
def test_what_is_no_sum_of_money_is_refused(amount):
    with pytest.raises(ValueError, match="no sum of money"):
        allocate(Decimal(amount), [], ON)
