"""Five wrong tries lock an account until an administrator releases it; the page tells nobody."""

import secrets
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from ots.access.accounts import keeping
from ots.access.models import User
from ots.access.signing_in import codes
from ots.access.signing_in.notice import current_notice
from ots.access.signing_in.wrong_tries import TRIES, WITHIN, is_locked, note_wrong_try
from ots.access.viewer import NotAllowedError, viewer_for
from ots.audit.models import AuditEntry
from tests.factories.signing_in import signed_in_client, user_of_no_record
from tests.factories.staff import PASSWORD

SIGN_IN = reverse("access:sign-in")


@pytest.fixture
def ana(db):
    return user_of_no_record("Ana")


def attempt(client, user, password="wrong", **sent_along):  # noqa: S107  wrong on purpose
    sent = {"username": user.username, "password": password, "accepts": current_notice().version}
    return client.post(SIGN_IN, sent, **sent_along)


def lock(client, user):
    for _ in range(TRIES):
        attempt(client, user)


def test_the_fifth_wrong_password_locks_the_account(client, ana):
    for _ in range(TRIES - 1):
        attempt(client, ana)
    assert not is_locked(ana)
    attempt(client, ana)
    assert is_locked(ana)
    assert AuditEntry.objects.filter(event="ACCOUNT_LOCKED").count() == 1


def test_a_right_password_between_begins_the_count_anew(client, ana):
    for _ in range(TRIES - 1):
        attempt(client, ana)
    attempt(client, ana, PASSWORD)
    client.post(reverse("access:sign-out"))
    attempt(client, ana)
    assert not is_locked(ana)


def test_a_locked_account_answers_the_right_password_as_a_wrong_one(client, ana):
    lock(client, ana)
    right = attempt(client, ana, PASSWORD).content.decode()
    wrong = attempt(client, ana).content.decode()
    assert "do not match, or the account is locked" in right
    assert "do not match, or the account is locked" in wrong


def test_wrong_codes_count_like_wrong_passwords(client, olivia):
    secret = codes.new_secret()
    codes.add_app(olivia, name="phone", secret=secret, code=codes.code_now(secret))
    attempt(client, olivia, PASSWORD)
    for _ in range(TRIES):
        answer = client.post(reverse("access:sign-in-code"), {"code": "000000"})
    assert answer["Location"] == SIGN_IN
    assert is_locked(olivia)


def test_only_an_administrator_releases(adam, sam, ana, client):
    lock(client, ana)
    with pytest.raises(NotAllowedError):
        keeping.release(viewer_for(sam), ana)
    keeping.release(viewer_for(adam), ana)
    assert attempt(client, ana, PASSWORD)["Location"] == reverse("home")


def test_the_console_releases_the_last_administrator(adam, client):
    lock(client, adam)
    call_command("release_account", adam.username)
    assert not is_locked(adam)


def test_a_wrong_try_at_a_locked_session_counts(ana):
    client = signed_in_client(ana)
    for _ in range(TRIES):
        answer = client.post(reverse("access:confirm"), {"password": "wrong"})
    assert answer["Location"] == SIGN_IN
    assert is_locked(ana)


def test_an_address_that_fails_too_often_is_slowed_before_it_locks_many(
    client, db, settings, one_window
):
    settings.RATELIMIT_ENABLE = True
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "failed-sign-in": "7/15m"}
    people = [user_of_no_record(f"Person{number}") for number in range(3)]
    # An address of its own, for counts outlive a test.
    address = f"2001:db8:{secrets.token_hex(2)}:{secrets.token_hex(2)}::1"
    answers = [
        attempt(client, person, REMOTE_ADDR=address) for person in people for _ in range(TRIES)
    ]
    slowed = [answer for answer in answers if answer.status_code == 429]
    assert len(slowed) == len(answers) - 7
    assert int(slowed[0]["Retry-After"]) > 0
    assert [is_locked(person) for person in people] == [True, False, False]


class TestTheCount(TestCase):
    @settings(max_examples=30, deadline=None)
    @given(st.lists(st.integers(0, 1800), min_size=1, max_size=9))
    def test_it_locks_exactly_when_five_fall_within_fifteen_minutes(self, seconds):
        user = User.objects.create_user(username=f"u{User.objects.count()}x{len(seconds)}")
        start = datetime(2026, 3, 1, tzinfo=UTC)
        moments = [start + timedelta(seconds=each) for each in sorted(seconds)]
        for moment in moments:
            note_wrong_try(user, now=moment)
        windows = zip(moments, moments[TRIES - 1 :], strict=False)
        assert is_locked(user) == any(last - first < WITHIN for first, last in windows)
