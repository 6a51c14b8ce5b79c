"""The compact office's pages: every figure leads to its rows, at a fixed number of queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from interstate.choices import OfficeKind
from interstate.models import CompactObligation, CompactOffice, Member
from interstate.rules.vocabulary import Key
from tests.factories.signing_in import signed_in_client
from tests.interstate.office.conftest import case_between, owe

OFFICE = reverse("interstate:office")
MOST_QUERIES = 30
MOST_BYTES = 50_000


def text_of(browser, url):
    answer = browser.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def late_reply(carla):
    """A reply that Michigan owes Ohio since yesterday."""
    yesterday = timezone.localdate() - timedelta(days=1)
    case = case_between("OH", "MI", 7, next_due_on=yesterday, state="TR_PENDING")
    owe(case, Key.TREP_DUE, "receiving", yesterday).save()
    return case


def test_the_office_sees_what_it_missed_and_since_when(carla, late_reply):
    shown = text_of(signed_in_client(carla), OFFICE)
    assert "0 of 1" in shown
    assert "below" in shown


def test_a_figure_leads_to_the_case_behind_it(carla, late_reply):
    yesterday = timezone.localdate() - timedelta(days=1)
    quarter = f"{yesterday.year}-Q{(yesterday.month + 2) // 3}"
    query = f"?measure=transfer-reply&outcome=missed&quarter={quarter}&member=OH"
    shown = text_of(signed_in_client(carla), reverse("interstate:office-owed") + query)
    assert late_reply.person.full_name in shown


def test_a_figure_of_another_state_leads_elsewhere(carla, late_reply):
    query = "?measure=transfer-reply&outcome=missed&member=TX"
    shown = text_of(signed_in_client(carla), reverse("interstate:office-owed") + query)
    assert late_reply.person.full_name not in shown


@pytest.mark.parametrize(
    ("query", "is_listed"),
    [("state=TR_PENDING", True), ("state=ACTIVE", False)],
)
def test_cases_are_listed_by_where_they_stand(carla, late_reply, query, is_listed):
    shown = text_of(signed_in_client(carla), f"{reverse('interstate:office-cases')}?{query}")
    assert (late_reply.person.full_name in shown) is is_listed


def test_an_agent_has_no_office_page(sender):
    assert signed_in_client(sender).get(OFFICE).status_code == 403


def test_another_state_has_only_its_own_cases_on_the_page(otto, late_reply):
    theirs = case_between("TX", "MI", 8)
    shown = text_of(signed_in_client(otto), reverse("interstate:office-cases"))
    assert late_reply.person.full_name in shown
    assert theirs.person.full_name not in shown


@pytest.mark.parametrize(
    "query",
    ["quarter=9999999-Q1", "quarter=2001-Q1", "office=x", "whose=all", "measure=no", "outcome=no"],
)
def test_what_an_address_names_wrongly_is_as_if_it_were_not_named(carla, query):
    assert signed_in_client(carla).get(f"{OFFICE}?{query}").status_code == 200


def test_an_office_apart_is_looked_at_by_itself(carla):
    """Where a member keeps probation and parole apart, each office has its own cases."""
    probation = carla.delegate.office
    CompactOffice.objects.filter(pk=probation.pk).update(kind=OfficeKind.PROBATION)
    parole = CompactOffice.objects.create(
        member=probation.member, kind=OfficeKind.PAROLE, name="Parole"
    )
    case_between("MI", "OH", 9)  # of the first by name: parole
    browser, rows = signed_in_client(carla), reverse("interstate:office-cases")
    of_probation = text_of(browser, f"{rows}?office={probation.pk}")
    of_parole = text_of(browser, f"{rows}?office={parole.pk}")
    assert ("Of9" in of_probation, "Of9" in of_parole) == (False, True)
    assert "All offices" in text_of(browser, OFFICE)


def test_the_measures_leave_as_a_file(carla, late_reply):
    text = text_of(signed_in_client(carla), reverse("interstate:office-measures-export"))
    assert "Transfer replies" in text
    assert len(text.splitlines()) == 1 + 6 * 5


def test_pages_ask_a_constant_number_and_stay_small(carla, debts):
    browser = signed_in_client(carla)
    for name in ("office", "office-members", "office-cases", "office-owed", "office-activities"):
        address = reverse(f"interstate:{name}")
        browser.get(address)
        with CaptureQueriesContext(connection) as captured:
            answer = browser.get(address)
        assert len(captured) <= MOST_QUERIES, name
        assert len(answer.content) < MOST_BYTES, name


def test_a_measure_with_all_other_members_fits_a_page(carla):
    today = timezone.localdate()
    codes = Member.objects.exclude(code="MI").values_list("code", flat=True)
    cases = [case_between(code, "MI", number) for number, code in enumerate(codes, 100)]
    CompactObligation.objects.bulk_create(
        owe(case, Key.TREP_DUE, "receiving", today, started_by=place, satisfied_on=brought)
        for case in cases
        for place, brought in enumerate((None, today, today + timedelta(days=1)))
    )
    address = reverse("interstate:office-members") + "?measure=transfer-reply"
    assert len(signed_in_client(carla).get(address).content) < MOST_BYTES
