"""The ledger: balanced, never changed, and nobody pays more than is owed."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import F, Sum

from offenders.services.refusals import RefusedError
from ots.access.viewer import NotAllowedError, viewer_for
from supervision.choices.money import Account
from supervision.models import LedgerEntry, Posting
from supervision.selectors.balances import credit_of, left_of, owed_of
from supervision.services.ledger import PaymentEntry, WaiverEntry, record_payment, reverse, waive
from tests import factories
from tests.factories.person import RECORDER
from tests.factories.supervision_money import joint_loss, owe, pay


def total_owed(person):
    return sum(each.left for each in owed_of(person.pk))


def check_balance():
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_half_of_a_payment_goes_to_the_victim(dana):
    fine, loss = owe(dana, "100.00"), owe(dana, "100.00", kind="restitution")
    pay(dana, "50.00")
    assert (left_of(loss.pk), left_of(fine.pk)) == (Decimal("75.00"), Decimal("75.00"))


def test_the_odd_cent_is_the_victims(dana):
    fine, loss = owe(dana, "100.00"), owe(dana, "100.00", kind="restitution")
    pay(dana, "0.01")
    assert (left_of(loss.pk), left_of(fine.pk)) == (Decimal("99.99"), Decimal("100.00"))


def test_what_no_debt_takes_is_held(dana):
    owe(dana, "30.00")
    pay(dana, "50.00")
    assert credit_of(dana.pk) == Decimal("20.00")


def test_what_is_held_pays_the_next_charge(dana):
    pay(dana, "50.00")
    debt = owe(dana, "30.00")
    assert (left_of(debt.pk), credit_of(dana.pk)) == (0, Decimal("20.00"))


def test_an_older_day_shows_what_was_owed_then(dana):
    owe(dana, "30.00")
    pay(dana, "10.00", paid_on=date(2025, 3, 1))
    left = [each.left for each in owed_of(dana.pk, on=date(2025, 2, 28))]
    assert left == [Decimal("30.00")]


def test_a_reversed_payment_is_owed_again(dana):
    owe(dana, "30.00")
    made = pay(dana, "10.00")
    reverse(RECORDER, dana.pk, made.pk, reason="The check bounced")
    assert total_owed(dana) == Decimal("30.00")


def test_an_entry_is_reversed_once(dana):
    owe(dana, "30.00")
    made = pay(dana, "10.00")
    reverse(RECORDER, dana.pk, made.pk, reason="The check bounced")
    with pytest.raises(RefusedError, match="reversed already"):
        reverse(RECORDER, dana.pk, made.pk, reason="Again")


def test_a_charge_that_was_paid_is_not_reversed_before_the_payment(dana):
    debt = owe(dana, "30.00")
    pay(dana, "10.00")
    made = debt.postings.get(entry__kind="charge").entry
    with pytest.raises(RefusedError, match="reverse them first"):
        reverse(RECORDER, dana.pk, made.pk, reason="Wrong person")


def test_nobody_waives_more_than_is_left(dana):
    debt = owe(dana, "30.00")
    entry = WaiverEntry(Decimal("30.01"), date(2025, 3, 1), "court_order", "Order of March 1")
    with pytest.raises(RefusedError, match=r"30\.00"):
        waive(RECORDER, dana.pk, debt.pk, entry=entry)


def test_a_waiver_lowers_what_is_owed(dana):
    debt = owe(dana, "30.00")
    entry = WaiverEntry(Decimal("12.50"), date(2025, 3, 1), "court_order", "Order of March 1")
    waive(RECORDER, dana.pk, debt.pk, entry=entry)
    assert left_of(debt.pk) == Decimal("17.50")


def test_an_agent_does_not_waive(dana, olivia):
    debt = owe(dana, "30.00")
    entry = WaiverEntry(Decimal("1.00"), date(2025, 3, 1), "hardship", "Says so")
    with pytest.raises(NotAllowedError):
        waive(viewer_for(olivia), dana.pk, debt.pk, entry=entry)


def test_an_agent_of_nobody_records_no_payment(dana, oscar):
    entry = PaymentEntry(Decimal("1.00"), date(2025, 3, 1), "cash")
    with pytest.raises(NotAllowedError):
        record_payment(viewer_for(oscar), dana.pk, entry=entry)


def test_postgresql_refuses_an_entry_that_does_not_balance(dana):
    debt = owe(dana, "30.00")
    with pytest.raises(IntegrityError, match="not to nothing"), transaction.atomic():
        entry = LedgerEntry.objects.create(person=dana, kind="charge", on=date(2025, 1, 1))
        Posting.objects.create(entry=entry, account="owed", debt=debt, amount=Decimal("1.00"))
        check_balance()


def test_postgresql_refuses_an_entry_without_sides(dana):
    with pytest.raises(IntegrityError, match="not to nothing"), transaction.atomic():
        LedgerEntry.objects.create(person=dana, kind="charge", on=date(2025, 1, 1))
        check_balance()


@pytest.mark.parametrize("model", [LedgerEntry, Posting])
def test_postgresql_refuses_to_delete(dana, model):
    owe(dana, "30.00")
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        model.objects.all()._raw_delete(using="default")


@pytest.mark.parametrize("model", [LedgerEntry, Posting])
def test_postgresql_refuses_to_change(dana, model):
    owe(dana, "30.00")
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        model.objects.update(id=F("id"))


def test_the_books_come_to_nothing(dana):
    owe(dana, "30.00")
    owe(dana, "70.00", kind="restitution")
    made = pay(dana, "55.55")
    reverse(RECORDER, dana.pk, made.pk, reason="The check bounced")
    pay(dana, "200.00")
    assert Posting.objects.aggregate(total=Sum("amount"))["total"] == 0


def test_what_one_pays_of_a_joint_loss_the_other_owes_no_more(dana):
    loss, other = joint_loss("100.00"), factories.person("Evan")
    owe(dana, "100.00", kind="restitution", joint=loss)
    theirs = owe(other, "100.00", kind="restitution", joint=loss)
    pay(dana, "40.00")
    assert left_of(theirs.pk) == Decimal("60.00")


def test_a_reversed_payment_of_a_joint_loss_is_owed_again_by_all(dana):
    loss, other = joint_loss("100.00"), factories.person("Evan")
    owe(dana, "100.00", kind="restitution", joint=loss)
    theirs = owe(other, "100.00", kind="restitution", joint=loss)
    made = pay(dana, "40.00")
    reverse(RECORDER, dana.pk, made.pk, reason="The check bounced")
    assert (left_of(theirs.pk), total_owed(dana)) == (Decimal("100.00"), Decimal("100.00"))


def test_a_joint_loss_is_paid_once(dana):
    loss, other = joint_loss("100.00"), factories.person("Evan")
    owe(dana, "100.00", kind="restitution", joint=loss)
    owe(other, "100.00", kind="restitution", joint=loss)
    pay(dana, "60.00")
    pay(other, "40.00")
    assert (total_owed(dana), total_owed(other)) == (0, 0)


def test_one_form_sent_twice_is_one_payment(dana):
    owe(dana, "30.00")
    entry = PaymentEntry(Decimal("10.00"), date(2025, 3, 1), "cash")
    token = "5f0c3f8e-7e0f-4a58-9b43-0a4c6b3f0d11"
    for _ in range(2):
        record_payment(RECORDER, dana.pk, entry=entry, token=token)
    assert total_owed(dana) == Decimal("20.00")


def test_cash_is_on_the_side_of_what_was_received(dana):
    pay(dana, "50.00")
    assert Posting.objects.get(account=Account.RECEIVED).amount == Decimal("50.00")
