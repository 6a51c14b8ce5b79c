"""Lines smuggled into headers, ways out to other sites, false hosts and false addresses."""

import pytest
from django.test import Client
from django.urls import reverse

from ots.access.models import SignInSession
from ots.audit.models import AuditEntry
from tests.access.attack.site import undone
from tests.access.sitemap import pages
from tests.factories.signing_in import signed_in_client

pytestmark = pytest.mark.django_db

ELSEWHERE = (
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "///elsewhere.example",
    "/\\elsewhere.example",
    "\\\\elsewhere.example",
    "http:elsewhere.example",
    "https:/elsewhere.example",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "/%09/elsewhere.example",
    "\t//elsewhere.example",
    "https://testserver@elsewhere.example/",
    "https://testserver.elsewhere.example/",
    "/people/\r\nSet-Cookie: zq=1",
    "elsewhere",
)
# Where the pages that lead on are told where to.
LEADING = ("access:sign-in", "access:unlock", "access:confirm")


def leads_out(answer):
    way = answer.headers.get("Location", "")
    own = way == "" or (way.startswith("/") and not way.startswith(("//", "/\\")))
    return not own or "zq" in answer.cookies


@pytest.mark.parametrize("way", ELSEWHERE)
def test_no_page_leads_to_another_site(way, olivia):
    browser = signed_in_client(olivia, client=Client(raise_request_exception=False))
    for name in LEADING:
        for answer in (
            browser.get(reverse(name), {"next": way}),
            browser.post(reverse(name), {"next": way}),
            browser.post(f"{reverse(name)}?next=/account/", {"next": way}),
        ):
            assert answer.status_code < 500
            assert not leads_out(answer)


@pytest.mark.parametrize("way", ELSEWHERE)
def test_the_way_back_of_a_form_leads_nowhere_else(way, olivia):
    browser = signed_in_client(olivia, client=Client(raise_request_exception=False))
    answer = browser.post(reverse("access:form-throw-away"), {"page": way, "next": way})
    assert not leads_out(answer)


@pytest.mark.parametrize("header", ["host", "x-forwarded-host", "x-forwarded-proto", "forwarded"])
def test_a_made_up_host_names_no_way_and_no_link(header, site):
    wrong = []
    for page in [each for each in pages() if not each.parts]:
        who = site.openers(page)[-1]
        answer = site.ask(who, "get", site.url(page), headers={header: "elsewhere.example"})
        shown = b"" if answer.streaming else answer.content
        if b"elsewhere.example" in shown or "elsewhere" in str(answer.headers):
            wrong.append(page.name)
    assert wrong == []


@pytest.mark.parametrize(
    "header", ["x-forwarded-for", "x-real-ip", "client-ip", "forwarded", "true-client-ip"]
)
def test_a_made_up_address_is_not_in_the_trail(header, olivia, dana):
    browser = signed_in_client(olivia)
    browser.get(reverse("offenders:person", args=[dana.pk]), headers={header: "203.0.113.9"})
    told = AuditEntry.objects.filter(actor=olivia).exclude(remote_addr=None)
    assert {str(entry.remote_addr) for entry in told} == {"127.0.0.1"}


def test_odd_headers_break_no_page(olivia):
    browser = signed_in_client(olivia, client=Client(raise_request_exception=False))
    odd = {
        "user-agent": "zq\"'><zqa>{{7*7}}" + "A" * 5000,
        "referer": 'https://elsewhere.example/"><zqa>',
        "accept-language": "../../etc/passwd",
        "cookie": "csrftoken=zq",
        "x-forwarded-for": "zq, ::ffff:1.2.3.4, 999.999.999.999",
        "hx-request": "true",
        "hx-current-url": "https://elsewhere.example/",
        "range": "bytes=0-18446744073709551615",
        "if-modified-since": "zq",
    }
    for name, value in odd.items():
        answer = browser.get(reverse("access:account"), headers={name: value})
        assert answer.status_code < 500, name
        assert b"<zqa>" not in answer.content


def test_a_device_of_a_made_up_name_is_shown_as_text(olivia):
    browser = signed_in_client(olivia)
    row = browser.session["sign_in_session"]
    SignInSession.objects.filter(pk=row).update(device="<zqa>")
    shown = browser.get(reverse("access:own-sessions")).content
    assert b"<zqa>" not in shown


def test_no_address_of_a_page_holds_more_than_numbers_and_names_of_pages(site):
    # A person's name, number or birthday in an address would be in every log on the way.
    world = site.world
    told = {str(mark) for mark in world.marks}
    wrong = []
    with undone():
        for reader in site.readers:
            for form in reader.forms:
                if any(mark in form.action for mark in told):
                    wrong.append(form.action)
    assert wrong == []
