"""Signing in: the notice, name and password, and the accounts of a demonstration."""

from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from ots.access.demo_users import DEMO_PASSWORD, DEMO_USERS
from ots.access.models import Agency, CodeApp, SignInSession, User
from ots.access.signing_in import codes
from ots.access.signing_in.notice import current_notice
from ots.audit.models import AuditEntry
from tests.factories.signing_in import signed_in_client, user_of_no_record
from tests.factories.staff import PASSWORD

URL = reverse("access:sign-in")
REFUSED = "That user name and password do not match"


def sent(user, **changes):
    accepts = current_notice().version
    return {"username": user.username, "password": PASSWORD, "accepts": accepts, **changes}


@pytest.fixture
def ana(db):
    """Somebody whose role shows nothing about anybody: a password is enough."""
    return user_of_no_record("Ana")


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


def test_the_notice_stands_on_the_page_before_anything_is_typed(client, db):
    body = client.get(URL).content.decode()
    assert all(sentence in body for sentence in current_notice().sentences)


def test_nobody_signs_in_without_accepting_the_notice(client, ana):
    body = client.post(URL, sent(ana, accepts="")).content.decode()
    assert "Read the notice" in body
    assert not SignInSession.objects.exists()


def test_the_session_keeps_which_notice_was_accepted_and_when(client, ana):
    client.post(URL, sent(ana))
    session = SignInSession.objects.get(user=ana)
    assert session.notice_version == current_notice().version
    assert timezone.now() - session.notice_accepted_at < timedelta(minutes=1)


def test_signing_in_leads_to_the_page_that_was_asked_for(client, ana):
    assert client.post(URL, sent(ana, next="/account/"))["Location"] == "/account/"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:1"])
def test_signing_in_never_leads_to_another_site(elsewhere, client, ana):
    assert client.post(URL, sent(ana, next=elsewhere))["Location"] == reverse("home")


def test_a_closed_account_is_not_told_from_a_wrong_password(client, ana):
    User.objects.filter(pk=ana.pk).update(is_active=False)
    assert REFUSED in client.post(URL, sent(ana)).content.decode()
    assert REFUSED in client.post(URL, sent(ana, password="wrong")).content.decode()


def test_an_account_that_is_not_there_is_not_told_from_a_wrong_password(client, ana):
    unknown = client.post(URL, sent(ana, username="nobody-of-that-name")).content.decode()
    assert REFUSED in unknown


def test_a_temporary_account_does_not_sign_in_after_its_time(client, ana):
    User.objects.filter(pk=ana.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    assert REFUSED in client.post(URL, sent(ana)).content.decode()


def test_a_temporary_account_is_signed_out_when_its_time_is_over(ana):
    client = signed_in_client(ana)
    User.objects.filter(pk=ana.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    assert client.get("/account/")["Location"].startswith(URL)


def test_the_last_sign_in_is_told_at_the_next(client, ana):
    SignInSession.objects.filter(pk=_earlier(ana).pk).update(address="10.9.8.7")
    client.post(URL, sent(ana))
    assert "from 10.9.8.7" in client.get("/account/").content.decode()


def _earlier(user):
    signed_in_client(user)
    return SignInSession.objects.get(user=user)


def test_a_new_session_has_a_key_that_nobody_knew_before(client, ana):
    client.get(URL)
    before = client.cookies["sessionid"].value
    client.post(URL, sent(ana))
    assert client.cookies["sessionid"].value != before


def test_signing_in_is_in_the_trail_with_its_method(client, ana):
    client.post(URL, sent(ana))
    entry = AuditEntry.objects.get(event="SIGNED_IN", actor=ana)
    assert entry.additional_data["method"] == "password"


def test_the_trail_says_under_which_agency_the_user_acts_and_with_which_factor(client, olivia):
    Agency.objects.filter(pk=olivia.agency_id).update(ori="MITEST001")
    secret = codes.new_secret()
    codes.add_app(olivia, name="phone", secret=secret, code=codes.code_now(secret))
    CodeApp.objects.filter(user=olivia).update(last_step=-1)
    client.post(URL, sent(olivia))
    client.post(reverse("access:sign-in-code"), {"code": codes.code_now(secret)})
    client.get(reverse("access:account"))
    client.post(reverse("access:sign-out"))
    entries = AuditEntry.objects.filter(actor=olivia, event__in=["SIGNED_IN", "SIGNED_OUT"])
    told = set(entries.values_list("ori", "second_factor", "agency_id"))
    assert told == {("MITEST001", "password_code", olivia.agency_id)}


def test_a_wrong_password_is_in_the_trail_with_the_name_and_without_the_password(client, ana):
    client.post(URL, sent(ana, password="secret-guess-77"))
    entry = AuditEntry.objects.filter(event="SIGN_IN_FAILED").latest("pk")
    assert entry.additional_data["username"] == ana.username
    assert "secret-guess-77" not in str(entry.__dict__)


def test_spaces_before_and_after_a_password_belong_to_it(client, ana):
    ana.set_password("  a quiet lake  ")
    ana.save()
    assert client.post(URL, sent(ana, password="  a quiet lake  ")).status_code == 302
    client.post(reverse("access:sign-out"))
    assert client.post(URL, sent(ana, password="a quiet lake")).status_code == 200


@pytest.mark.parametrize("days", [366, None])
def test_a_password_that_is_due_is_chosen_anew_before_the_session(days, client, ana):
    chosen = timezone.now() - timedelta(days=days) if days else None
    User.objects.filter(pk=ana.pk).update(password_chosen_at=chosen)
    assert client.post(URL, sent(ana))["Location"] == reverse("access:new-password")
    new = "a quiet lake in the morning"
    answer = client.post(
        reverse("access:new-password"), {"new_password1": new, "new_password2": new}
    )
    assert answer["Location"] == reverse("home")
    assert SignInSession.objects.filter(user=ana, ended_at=None).exists()


def test_a_setting_of_no_days_never_asks_for_a_new_password(client, ana, settings):
    settings.PASSWORD_REFRESH_DAYS = 0
    User.objects.filter(pk=ana.pk).update(password_chosen_at=timezone.now() - timedelta(days=4000))
    assert client.post(URL, sent(ana))["Location"] == reverse("home")
