"""Sessions that were planted, copied or ended, and what is said of each in the trail."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from ots.access.models import SignInSession
from ots.audit.models import AuditEntry
from tests import factories
from tests.factories.signing_in import session_row, signed_in_client, user_of_no_record
from tests.factories.staff import PASSWORD

pytestmark = pytest.mark.django_db

COOKIE = settings.SESSION_COOKIE_NAME
SIGN_IN = reverse("access:sign-in")


def sign_in(client, user):
    """Walk through the page, as a user without any record does."""
    page = client.get(SIGN_IN).content.decode()
    version = page.split('name="accepts" value="')[1].split('"')[0]
    sent = {"username": user.username, "password": PASSWORD, "accepts": version}
    return client.post(SIGN_IN, sent)


def with_cookie(value):
    browser = Client(raise_request_exception=False)
    browser.cookies[COOKIE] = value
    return browser


def is_open(browser):
    return browser.get(reverse("access:account")).status_code == 200


@pytest.mark.parametrize("planted", ["a" * 32, "", "../../etc/passwd", "zq\x01", "0" * 5000])
def test_a_key_that_somebody_planted_is_never_taken_over(planted):
    browser = with_cookie(planted)
    sign_in(browser, user_of_no_record("Ana"))
    assert is_open(browser)
    assert browser.cookies[COOKIE].value != planted
    assert not is_open(with_cookie(planted))


def test_the_key_of_before_signing_in_opens_nothing_after():
    browser = Client()
    browser.get(SIGN_IN)
    browser.session["planted"] = 1
    browser.session.save()
    before = browser.cookies.get(COOKIE)
    sign_in(browser, user_of_no_record("Ana"))
    assert is_open(browser)
    assert before is None or not is_open(with_cookie(before.value))


def test_a_copied_key_opens_nothing_once_its_owner_has_signed_out(olivia):
    browser = signed_in_client(olivia)
    thief = with_cookie(browser.cookies[COOKIE].value)
    assert is_open(thief)
    browser.post(reverse("access:sign-out"))
    assert not is_open(thief)


def test_a_copied_key_is_locked_with_the_session(olivia):
    browser = signed_in_client(olivia)
    thief = with_cookie(browser.cookies[COOKIE].value)
    row = session_row(browser)
    SignInSession.objects.filter(pk=row.pk).update(locked_at=row.signed_in_at)
    assert thief.get(reverse("access:account"))["Location"].startswith(reverse("access:unlock"))


def test_a_session_of_another_user_in_the_own_cookie_counts_for_nothing(olivia, adam):
    browser, other = signed_in_client(olivia), signed_in_client(adam)
    kept = browser.session
    kept["sign_in_session"] = other.session["sign_in_session"]
    kept.save()
    assert not is_open(browser)


def test_signing_in_anew_leaves_the_first_session_of_another_browser_alone_and_listed(olivia):
    first, second = signed_in_client(olivia), signed_in_client(olivia)
    assert is_open(first)
    shown = second.get(reverse("access:own-sessions")).content.decode()
    assert shown.count('name="end"') >= 2


def test_the_agency_s_ori_is_in_every_entry_of_the_session():
    police = factories.agency("Ingham County Sheriff")
    type(police).objects.filter(pk=police.pk).update(ori="MI3313300")
    user = user_of_no_record("Ana")
    type(user).objects.filter(pk=user.pk).update(agency=police)
    browser = Client()
    sign_in(browser, user)
    browser.get(reverse("offenders:person-search"))
    told = AuditEntry.objects.filter(actor=user)
    assert {entry.event for entry in told} >= {"SIGNED_IN", "ACCESS_DENIED"}
    assert {entry.ori for entry in told} == {"MI3313300"}
    assert {entry.agency_id for entry in told} == {police.pk}
