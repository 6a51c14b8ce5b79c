"""Before a list or a document leaves: to whom, by what authority, for what."""

import pytest
from django.test import Client
from django.urls import resolve, reverse

from ots.access.releasing import RELEASES
from ots.audit.models import Disclosure
from tests.access.sitemap import pages

LIST = reverse("supervision:caseload-export")
OWN = {"purpose": "C", "recipient": "Olivia Tester", "authority": "The user's own duties"}
COURT = {
    "purpose": "C",
    "recipient": "Judge Day",
    "recipient_agency": "30th Circuit Court",
    "authority": "Order of 2026-11-02",
    "reason": "Sentencing",
}


@pytest.fixture
def client(olivia, dana, sign_in) -> Client:
    """Olivia's browser, in which nothing was told yet."""
    browser = sign_in(olivia)
    kept = browser.session
    del kept[RELEASES]
    kept.save()
    return browser


def is_asked(answer) -> bool:
    return "Before this leaves the system" in answer.content.decode()


def test_a_list_does_not_leave_before_it_is_told_to_whom(client):
    assert is_asked(client.get(LIST))
    assert not Disclosure.objects.exists()


def test_the_question_is_answered_with_the_own_duties_already(client):
    initial = client.get(LIST).context["form"].initial
    assert {name: initial[name] for name in OWN} == OWN


def test_for_the_own_duties_one_is_asked_once(client, dana):
    client.post(LIST, OWN)
    for _ in range(2):
        assert client.get(LIST)["Content-Type"].startswith("text/csv")
    assert [row.people for row in Disclosure.objects.all()] == [[dana.pk], [dana.pk]]


def test_of_each_kind_one_is_asked_by_itself(client, dana):
    client.post(LIST, OWN)
    page = reverse("timecomp:person-worksheet-print", args=[dana.pk])
    assert is_asked(client.get(page))


def test_for_anybody_else_one_is_asked_each_time_with_what_was_told_last(client):
    address = client.post(f"{LIST}?for=other&sort=name", COURT)["Location"]
    assert address == f"{LIST}?sort=name"
    assert client.get(address)["Content-Type"].startswith("text/csv")
    again = client.get(address)
    assert is_asked(again)
    assert again.context["form"].initial["recipient"] == "Judge Day"


def test_the_log_says_what_was_told(client):
    client.post(LIST, COURT)
    client.get(LIST)
    made = Disclosure.objects.get()
    assert {name: getattr(made, name) for name in COURT} == COURT
    assert made.recipient_ori == ""


@pytest.mark.parametrize("missing", ["purpose", "recipient", "authority"])
def test_what_is_missing_is_asked_for_by_name(missing, client):
    answer = client.post(LIST, {**COURT, missing: ""})
    assert missing in answer.context["form"].errors
    assert is_asked(client.get(LIST))


def test_one_who_told_before_may_still_name_somebody_else(client):
    client.post(LIST, OWN)
    assert is_asked(client.get(LIST, {"for": "other"}))


# Files about nobody, each with what it holds.
ABOUT_NOBODY = {
    "interstate:office-measures-export": "measures of an office by quarter",
    "oversight:incident-print": "an incident of security, its steps and notices",
    "quality:measures-export": "measures of whole tables",
    "quality:rates-export": "rates of offices and courts",
    "timecomp:impact-scenario-export": "a proposed law",
    "timecomp:projection-export": "figures by month",
}
LEAVING = ("-export", "-print", ".csv", ".json", ".pdf")


def leaves(page) -> bool:
    return page.name.endswith(LEAVING) or page.route.endswith(LEAVING)


def test_whatever_leaves_about_people_asks_to_whom_it_goes():
    values = {"person": 1, "key": "A-start", "scenario": "x", "question": "x"}
    silent = set()
    for page in filter(leaves, pages()):
        known = {part: values.get(part, 1) for part in page.parts}
        if not hasattr(resolve(page.url(known)).func, "asks_release"):
            silent.add(page.name)
    assert silent == ABOUT_NOBODY.keys()
