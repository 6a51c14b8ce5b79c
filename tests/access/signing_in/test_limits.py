"""How often one may ask, by the kind of page; the answer says when to come back."""

import secrets

import pytest
from django.test import Client
from django.urls import reverse

from ots.access.signing_in.limits import EXPORT, PUBLIC, SEARCH, SIGN_IN, kind_of
from ots.urls import urlpatterns  # noqa: F401  importing them names every page
from tests.access.sitemap import pages
from tests.factories.signing_in import signed_in_client

MOST = 3


@pytest.fixture
def limited(settings, one_window):
    settings.RATELIMIT_ENABLE = True
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, f"{MOST}/h")


@pytest.fixture
def visitor():
    # An address of its own, for counts outlive a test.
    return Client(REMOTE_ADDR=f"2001:db8:{secrets.token_hex(2)}:{secrets.token_hex(2)}::1")


def codes(client, url, times=MOST + 1):
    return [client.get(url).status_code for _ in range(times)]


def test_a_visitor_who_asks_too_often_is_told_to_wait(visitor, limited, db):
    assert codes(visitor, reverse("access:sign-in")) == [200] * MOST + [429]
    answer = visitor.get(reverse("access:sign-in"))
    assert int(answer["Retry-After"]) > 0
    assert "Too many requests" in answer.content.decode()


def test_one_visitor_does_not_slow_another(visitor, limited, db):
    codes(visitor, reverse("access:sign-in"))
    other = Client(REMOTE_ADDR=f"2001:db8:{secrets.token_hex(2)}:ffff::2")
    assert other.get(reverse("access:sign-in")).status_code == 200


def test_an_address_made_up_by_the_sender_does_not_count_anew(visitor, limited, db):
    url = reverse("access:sign-in")
    for number in range(MOST):
        visitor.get(url, headers={"x-forwarded-for": f"9.9.9.{number}"})
    assert visitor.get(url, headers={"x-forwarded-for": "9.9.9.99"}).status_code == 429


@pytest.mark.parametrize("name", ["offenders:person-search", "supervision:caseload-export"])
def test_searches_and_exports_are_counted_by_user(name, limited, olivia, oscar):
    olivias, oscars = signed_in_client(olivia), signed_in_client(oscar)
    # The number of a user may have been used in an earlier run of the tests.
    codes(olivias, reverse(name))
    assert olivias.get(reverse(name)).status_code == 429
    assert oscars.get(reverse("home")).status_code == 200


def test_a_record_is_opened_as_often_as_work_needs(limited, olivia, dana):
    url = reverse("offenders:person", args=[dana.pk])
    assert set(codes(signed_in_client(olivia), url, 6)) == {200}


def test_every_page_for_everybody_search_and_export_has_a_limit(rf):
    unlimited = []
    for page in pages():
        request = rf.get("/")
        request.resolver_match = type("Match", (), {"url_name": page.name.split(":")[-1]})()
        kind = kind_of(request, page.rule)
        # What programs call counts and answers in its own way: test_message_in says so.
        is_for_people = page.is_public and not page.rule.is_machine
        wanted = is_for_people or page.name.endswith(("-export", "person-search"))
        if wanted and kind not in {EXPORT, PUBLIC, SEARCH, SIGN_IN}:
            unlimited.append(page.name)
    assert unlimited == []
