"""Signing in, and the accounts of a demonstration."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from ots.access.demo_users import DEMO_PASSWORD, DEMO_USERS
from tests.factories.staff import PASSWORD

URL = reverse("access:sign-in")


def test_a_demonstration_says_who_may_sign_in_and_what_each_sees(rf):
    body = render_to_string(
        "access/demo_users.html", {"demo_users": DEMO_USERS}, request=rf.get(URL)
    )
    assert body.count('name="username"') == len(DEMO_USERS)
    assert DEMO_PASSWORD in body
    assert "Same office as Olivia" in body


def test_a_real_installation_names_no_account(client, db):
    body = client.get(URL).content.decode()
    assert DEMO_PASSWORD not in body


def test_signing_in_leads_to_the_page_that_was_asked_for(client, olivia):
    sent = {"username": olivia.username, "password": PASSWORD, "next": "/caseload/"}
    assert client.post(URL, sent)["Location"] == "/caseload/"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:1"])
def test_signing_in_never_leads_to_another_site(elsewhere, client, olivia):
    sent = {"username": olivia.username, "password": PASSWORD, "next": elsewhere}
    assert client.post(URL, sent)["Location"] == reverse("home")


def test_a_closed_account_is_not_told_from_a_wrong_password(client, olivia):
    type(olivia).objects.filter(pk=olivia.pk).update(is_active=False)
    closed = client.post(URL, {"username": olivia.username, "password": PASSWORD})
    wrong = client.post(URL, {"username": olivia.username, "password": "wrong"})
    message = "That user name and password do not match"
    assert message in closed.content.decode()
    assert message in wrong.content.decode()
