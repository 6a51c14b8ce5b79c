"""What is searched for never stands in an address that anybody but the own session can read."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from ots.access.searching import LONGEST_TERMS, TERMS
from ots.audit.models import AuditEntry
from tests.factories.signing_in import signed_in_client
from tests.searching import address_of, search

PEOPLE = reverse("offenders:person-search")
STAFF = reverse("admin:access_user_changelist")
# What a form may still put into the address: choices from a list, days, numbers of computations.
OPEN_FORMS = {
    "access/accounts.html": "an agency from a list",
    "access/components/forms.html": "examples that go nowhere",
    "interstate/cases_give.html": "a colleague from a list",
    "interstate/office_report.html": "days, and states and kinds from lists",
    "offenders/person_timeline.html": "a kind of event",
    "oversight/person_disclosures.html": "a day and a category",
    "oversight/saved_question.html": "days and limits",
    "quality/documents.html": "how many lines",
    "supervision/calendar_frame.html": "an agent from a list and a day",
    "supervision/caseload.html": "an order",
    "supervision/condition_choose.html": "words of the catalogue of conditions",
    "supervision/due_people.html": "kinds from a list",
    "supervision/eligible.html": "kinds and offices from a list",
    "supervision/person_money.html": "a day",
    "supervision/recommendations_waiting.html": "kinds from a list",
    "supervision/session_list.html": "a program from a list",
    "timecomp/impact_run.html": "another run from a list",
    "timecomp/person_compare.html": "two computations from a list",
    "timecomp/queue_filters.html": "rules and hands from a list",
    "timecomp/release_list.html": "a facility from a list",
}
# Each page that is searched, who may, and what is typed.
SEARCHES = [
    ("offenders:person-search", "olivia", {"q": "Doe, Dana"}),
    ("offenders:access-preview", "adam", {"user": "olivia", "number": "7"}),
    ("oversight:trail-search", "audrey", {"user": "Olivia", "person": "77001"}),
    ("oversight:disclosure-log", "audrey", {"person": "77001", "text": "Prosecutor Quill"}),
    ("admin:access_user_changelist", "adam", {"q": "Quill"}),
    ("admin:audit_auditentry_changelist", "audrey", {"q": "Quill"}),
]


def said(text: str) -> list[str]:
    """The words of what was typed that would betray it."""
    return [word for word in re.split(r"\W+", text) if len(word) > 2]


def get_forms() -> set[str]:
    root = settings.ROOT / "templates"
    return {
        str(path.relative_to(root))
        for path in root.rglob("*.html")
        if re.search(r"""method=["']?get|<form(?![^>]*method)[^>]*>""", path.read_text(), re.I)
    }


def test_every_form_that_writes_into_the_address_is_known():
    assert get_forms() == set(OPEN_FORMS), "post what names anybody: see ots/access/searching.py"


@pytest.mark.parametrize(("name", "who", "typed"), SEARCHES, ids=[each[0] for each in SEARCHES])
def test_the_address_of_an_answer_tells_nothing_of_what_was_typed(name, who, typed, request):
    client = signed_in_client(request.getfixturevalue(who))
    address = address_of(client, reverse(name), typed)
    assert TERMS in address
    assert [word for text in typed.values() for word in said(text) if word in address] == []


@pytest.mark.parametrize(("name", "who", "typed"), SEARCHES, ids=[each[0] for each in SEARCHES])
def test_no_link_of_an_answer_tells_what_was_typed(name, who, typed, request):
    client = signed_in_client(request.getfixturevalue(who))
    answer = search(client, reverse(name), typed)
    links = re.findall(r"""(?:href|action)=["']([^"']*)""", answer.content.decode())
    betrayed = [word for text in typed.values() for word in said(text)]
    assert answer.status_code == 200
    assert [link for link in links if any(f"={word}" in link for word in betrayed)] == []


@pytest.mark.parametrize(("name", "who", "typed"), SEARCHES, ids=[each[0] for each in SEARCHES])
def test_terms_written_openly_into_an_address_are_not_searched_for(name, who, typed, request):
    client = signed_in_client(request.getfixturevalue(who))
    answer = client.get(reverse(name), typed)
    there = answer.headers["Location"]
    assert answer.status_code == 302
    assert [word for text in typed.values() for word in said(text) if word in there] == []


def test_an_answer_can_be_reloaded_and_bookmarked_within_the_session(olivia, dana):
    client = signed_in_client(olivia)
    address = address_of(client, PEOPLE, {"q": "Doe"})
    assert [b"Doe, Dana" in client.get(address).content for _ in range(2)] == [True, True]


def test_the_box_shows_again_what_was_typed(olivia, dana):
    assert (
        b'value="Doe, Dana"' in search(signed_in_client(olivia), PEOPLE, {"q": "Doe, Dana"}).content
    )


@pytest.mark.parametrize("other", ["olivia", "sam"])
def test_another_session_opens_no_terms(other, olivia, dana, request):
    address = address_of(signed_in_client(olivia), PEOPLE, {"q": "Doe"})
    client = signed_in_client(request.getfixturevalue(other))
    answer = client.get(address, follow=True)
    assert answer.redirect_chain == [(PEOPLE, 302)]
    assert b"no longer known" in answer.content
    assert b"Doe, Dana" not in answer.content


@pytest.mark.parametrize("wrong", ["x", "", "Zm9v", "a" * 500, "%00", "é"])
def test_terms_that_somebody_made_up_open_nothing(wrong, olivia):
    answer = signed_in_client(olivia).get(PEOPLE, {TERMS: wrong})
    assert answer.headers["Location"] == PEOPLE


def test_terms_too_long_for_an_address_are_refused(olivia):
    answer = signed_in_client(olivia).post(PEOPLE, {"asks": "1", "q": "x" * LONGEST_TERMS})
    assert answer.status_code == 400


def test_a_search_from_another_site_is_refused(olivia):
    client = signed_in_client(olivia, client=Client(enforce_csrf_checks=True))
    assert client.post(PEOPLE, {"asks": "1", "q": "Doe"}).status_code == 403


def test_a_search_in_administration_finds_and_keeps_its_filters(adam, olivia):
    client = signed_in_client(adam)
    address = address_of(client, STAFF, {"q": olivia.last_name, "is_active__exact": "1"})
    page = client.get(address).content.decode()
    assert "is_active__exact=1" in address
    assert olivia.username in page
    assert f"q={olivia.last_name}" not in page


def test_a_search_in_administration_s_trail_is_kept_sealed(audrey):
    search(signed_in_client(audrey), reverse("admin:audit_auditentry_changelist"), {"q": "Quill"})
    entry = AuditEntry.objects.filter(event="TRAIL_READ").latest("pk")
    assert "Quill" not in str(entry.additional_data)
    assert entry.sealed_terms


def test_the_search_of_every_page_leads_to_the_same_place(olivia):
    client = signed_in_client(olivia)
    page = client.get(reverse("access:account")).content.decode()
    form = re.search(r'<form class="ots-quick-search".*?</form>', page, re.S).group()
    assert 'method="post"' in form
    assert f'action="{PEOPLE}"' in form
    assert 'name="asks"' in form


def test_a_search_does_not_throw_away_what_was_typed_on_the_page(olivia, dana):
    client = signed_in_client(olivia)
    page = reverse("offenders:person-known", args=[dana.pk])
    typed = {"reason": "We were at school"}
    client.post(reverse("access:form-keep"), typed, headers={"X-Page": page})
    client.post(PEOPLE, {"asks": "1", "q": "Doe"}, headers={"referer": f"http://testserver{page}"})
    assert b"We were at school" in client.get(page).content


def test_pages_send_no_referrer_to_others(olivia):
    answer = signed_in_client(olivia).get(PEOPLE)
    assert answer.headers["Referrer-Policy"] in {"same-origin", "no-referrer"}
