"""A person's tests, as an agent records and reads them."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from supervision.models import AnalyteResult, CustodyTransfer, DrugPanel, DrugTest
from supervision.rules.testing import Outcome, may_sanction, outcome_of
from supervision.selectors.test_facts import facts_of_test, with_results
from supervision.services.obligations import open_obligation
from tests.factories.supervision_drug_tests import confirm, give_test


@pytest.fixture
def browser(sign_in, olivia, dana):
    return sign_in(olivia)


def facts(test):
    return facts_of_test(with_results(DrugTest.objects.filter(pk=test.pk)).get())


def form(**more):
    panel = DrugPanel.objects.get(code="five")
    return {
        "taken_at": "yesterday 9 am",
        "attendance": "given",
        "sample_type": "onsite_urine",
        "test_reason": "random",
        "panel": panel.pk,
        "seen": "positive",
        "positive": ["COC"],
        **more,
    }


def record(browser, dana, **more):
    return browser.post(reverse("supervision:test-record", args=[dana.pk]), form(**more))


def test_one_form_records_the_test_and_what_was_seen(browser, dana):
    record(browser, dana)
    found = AnalyteResult.objects.filter(reading="positive").values_list("analyte", flat=True)
    assert list(found) == ["COC"]


def test_what_the_panel_looked_for_besides_is_negative(browser, dana):
    record(browser, dana)
    assert AnalyteResult.objects.filter(reading="negative").count() == 4


def test_a_screening_alone_carries_no_sanction(browser, dana):
    answer = browser.get(record(browser, dana).url)
    assert "No sanction above a verbal one" in answer.content.decode()


def test_a_seal_begins_the_chain_of_custody(browser, dana):
    record(browser, dana, seal_number="S-1", collector="Olivia Tester")
    assert CustodyTransfer.objects.get().received_by == "Olivia Tester"


def test_the_chain_goes_on_only_from_the_last_hand(browser, dana):
    record(browser, dana, seal_number="S-1", collector="Olivia Tester")
    test = DrugTest.objects.get()
    entry = {
        "purpose": "courier",
        "released_by": "Somebody else",
        "received_by": "A courier",
        "passed_at": "today 00:01",
        "is_seal_intact": "on",
    }
    answer = browser.post(reverse("supervision:test-custody", args=[dana.pk, test.pk]), entry)
    assert "held it last" in answer.content.decode()


def test_a_seal_is_used_once(browser, dana):
    record(browser, dana, seal_number="S-1")
    answer = record(browser, dana, seal_number="S-1")
    assert "on another specimen" in answer.content.decode()


def test_a_confirmed_positive_carries_a_sanction(dana):
    test = give_test(dana, positive=("COC",))
    confirm(test, "COC")
    assert may_sanction(facts(test)).is_allowed


def test_a_confirmation_may_clear_the_person(browser, dana):
    test = give_test(dana, positive=("COC",))
    entry = {"stage": "confirmation", "reported_on": "2025-03-05", "laboratory": "Lab"}
    browser.post(reverse("supervision:test-results", args=[dana.pk, test.pk]), entry)
    assert outcome_of(facts(test)) is Outcome.NEGATIVE


def test_thin_urine_is_dilute(browser, dana):
    test = give_test(dana)
    entry = {
        "stage": "screen",
        "reported_on": "2025-03-05",
        "creatinine": "10",
        "specific_gravity": "1.0020",
    }
    browser.post(reverse("supervision:test-results", args=[dana.pk, test.pk]), entry)
    found = facts(test)
    assert (outcome_of(found), may_sanction(found).is_allowed) == (Outcome.DILUTE, False)


def test_a_written_admission_counts(browser, dana):
    test = give_test(dana, positive=("COC",))
    entry = {"substances": "Cocaine", "admitted_on": "2025-03-02", "is_written": "on"}
    browser.post(reverse("supervision:test-admission", args=[dana.pk, test.pk]), entry)
    assert may_sanction(facts(test)).is_allowed


def test_what_is_only_said_does_not_count(browser, dana):
    test = give_test(dana, positive=("COC",))
    entry = {"substances": "Cocaine", "admitted_on": "2025-03-02"}
    browser.post(reverse("supervision:test-admission", args=[dana.pk, test.pk]), entry)
    assert not may_sanction(facts(test)).is_allowed


def test_a_voided_test_carries_nothing(browser, dana):
    test = give_test(dana, positive=("COC",))
    confirm(test, "COC")
    url = reverse("supervision:test-void", args=[dana.pk, test.pk])
    browser.post(url, {"reason": "Entered for the wrong person"})
    assert not may_sanction(facts(test)).is_allowed


def test_a_test_given_meets_what_was_due(dana):
    before = give_test(dana)
    due = open_obligation(
        person_id=dana.pk,
        kind="test",
        due_on=date(2025, 3, 9),
        window_opens_on=date(2025, 3, 1),
        source=before,
    )
    give_test(dana, taken_on=date(2025, 3, 8))
    due.refresh_from_db()
    assert due.done_on == date(2025, 3, 8)


def test_an_agent_of_somebody_else_finds_no_test(sign_in, oscar, dana):
    test = give_test(dana)
    url = reverse("supervision:person-test", args=[dana.pk, test.pk])
    assert sign_in(oscar).get(url).status_code == 404


def test_police_see_no_test(sign_in, paula, dana):
    give_test(dana, positive=("COC",))
    answer = sign_in(paula).get(reverse("supervision:person-tests", args=[dana.pk]))
    assert "Cocaine" not in answer.content.decode()


def test_the_list_asks_a_constant_number_of_queries(browser, dana, django_assert_max_num_queries):
    for number in range(5):
        give_test(dana, positive=("COC",), seal=f"S-{number}")
    with django_assert_max_num_queries(40):
        browser.get(reverse("supervision:person-tests", args=[dana.pk]))


def test_a_temperature_is_kept_to_a_tenth(browser, dana):
    record(browser, dana, seal_number="S-1", temperature_f="96.4")
    assert DrugTest.objects.get().specimens.get().temperature_f == Decimal("96.4")
