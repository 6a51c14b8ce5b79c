"""What a person owes, on the page and on paper; plans and what falls due by them."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from supervision.models import AbilityToPay, LedgerEntry, Obligation
from supervision.selectors.balances import lateness_of_many, owed_by_many
from supervision.services.instalments import PlanEntry, open_due_instalments, set_plan
from tests.factories.person import RECORDER
from tests.factories.supervision_money import owe, pay


def day(ahead=0):
    return timezone.localdate() + timedelta(days=ahead)


@pytest.fixture
def browser(sign_in, olivia, dana):
    return sign_in(olivia)


def plan(person, amount="50.00"):
    entry = PlanEntry(Decimal(amount), "monthly", day(3))
    return set_plan(RECORDER, person.pk, entry=entry)


def due():
    return Obligation.objects.filter(kind="payment")


def test_a_payment_is_recorded_on_one_form(browser, dana):
    owe(dana, "100.00")
    url = reverse("supervision:payment-record", args=[dana.pk])
    entry = {"amount": "$1,040.50", "paid_on": day().isoformat(), "method": "cash"}
    browser.post(url, entry)
    payment = LedgerEntry.objects.get(kind="payment")
    assert payment.postings.get(account="received").amount == Decimal("1040.50")


def test_the_page_shows_what_was_owed_on_a_day(browser, dana):
    owe(dana, "100.00")
    pay(dana, "30.00")
    url = reverse("supervision:person-money", args=[dana.pk])
    shown = browser.get(f"{url}?on=2025-02-20").content.decode()
    assert "Owed as of" in shown
    assert "$100.00" in shown.split("</h2>")[0].rsplit("<h2", 1)[1]


def test_the_receipt_is_a_pdf(browser, dana):
    owe(dana, "100.00")
    made = pay(dana, "30.00")
    answer = browser.get(reverse("supervision:payment-receipt", args=[dana.pk, made.pk]))
    assert answer.content.startswith(b"%PDF")


def test_only_a_payment_has_a_receipt(browser, dana):
    owe(dana, "100.00")
    entry = LedgerEntry.objects.get(kind="charge")
    url = reverse("supervision:payment-receipt", args=[dana.pk, entry.pk])
    assert browser.get(url).status_code == 404


def test_police_see_no_money(sign_in, paula, dana):
    owe(dana, "123.45")
    shown = sign_in(paula).get(reverse("supervision:person-money", args=[dana.pk]))
    assert "123.45" not in shown.content.decode()


def test_the_fee_is_charged_by_the_months(browser, dana):
    entry = {
        "kind": "supervision",
        "months": "24",
        "monitored_months": "6",
        "ordered_on": "2025-01-10",
        "due_on": "2025-02-10",
    }
    browser.post(reverse("supervision:fee-charge", args=[dana.pk]), entry)
    assert owed_by_many([dana.pk], on=day()) == {dana.pk: Decimal("900.00")}


def test_the_worksheet_is_worked_out_before_it_is_recorded(browser, dana):
    url = reverse("supervision:ability-state", args=[dana.pk])
    entry = {"stated_on": day().isoformat(), "household_size": "1", "wages": "3000"}
    shown = browser.post(url, entry)
    assert "Suggested: $750.00" in shown.content.decode()
    assert not AbilityToPay.objects.exists()


def test_the_suggestion_is_what_the_person_can_pay_unless_told(browser, dana):
    url = reverse("supervision:ability-state", args=[dana.pk])
    entry = {"stated_on": day().isoformat(), "household_size": "1", "wages": "3000"}
    browser.post(url, {**entry, "record": "1"})
    assert AbilityToPay.objects.get().can_pay == Decimal("750.00")


def test_a_plan_makes_the_next_instalments_due(dana):
    owe(dana, "200.00")
    plan(dana)
    assert [each.due_on for each in due()][0] == day(3)


def test_no_instalment_is_due_beyond_what_is_owed(dana):
    owe(dana, "40.00")
    plan(dana)
    assert due().count() == 1


def test_the_night_opens_no_instalment_twice(dana):
    owe(dana, "200.00")
    plan(dana)
    before = due().count()
    open_due_instalments(today=day())
    assert due().count() == before


def test_a_payment_that_covers_it_meets_the_instalment(dana):
    owe(dana, "200.00")
    plan(dana)
    pay(dana, "50.00", paid_on=day())
    assert due().order_by("due_on").first().done_on == day()


def test_a_part_of_it_does_not(dana):
    owe(dana, "200.00")
    plan(dana)
    pay(dana, "49.99", paid_on=day())
    assert due().order_by("due_on").first().done_on is None


def test_the_part_that_completes_it_meets_it(dana):
    owe(dana, "200.00")
    plan(dana)
    pay(dana, "49.99", paid_on=day())
    pay(dana, "0.01", paid_on=day())
    assert due().order_by("due_on").first().done_on == day()


@pytest.mark.parametrize(
    ("days", "band"),
    [
        (59, ""),
        (60, "60 days late"),
        (89, "60 days late"),
        (90, "90 days late"),
        (120, "120 days late"),
        (180, "180 days late or more"),
    ],
)
def test_lateness_has_its_band(dana, days, band):
    owe(dana, "100.00", due_on=day(-days))
    assert lateness_of_many([dana.pk], on=day())[dana.pk].band == band


def test_who_paid_before_the_plan_is_not_ahead_of_it(dana):
    owe(dana, "300.00")
    pay(dana, "100.00")
    plan(dana)
    assert lateness_of_many([dana.pk], on=day(10))[dana.pk].days == 7


def test_lateness_of_many_asks_four_queries(dana, django_assert_num_queries):
    owe(dana, "100.00")
    with django_assert_num_queries(4):
        lateness_of_many([dana.pk], on=day())
