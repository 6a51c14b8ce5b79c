"""The review of accounts: those that want attention, closing, and evidence that is kept."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from ots.access.accounts import keeping, listing
from ots.access.models import AccountReview, User, WrongTries
from ots.access.models.review import ReviewOutcome
from ots.access.signing_in.notice import current_notice
from ots.access.tasks import look_after_accounts
from ots.access.viewer import NotAllowedError, viewer_for
from ots.audit.events import Event
from ots.audit.models import AuditEntry
from ots.audit.services import record
from tests import factories
from tests.factories.signing_in import signed_in_client
from tests.factories.staff import PASSWORD

LONG_AGO = timedelta(days=91)


@pytest.fixture
def adams(adam):
    return viewer_for(adam)


def ago(user, **columns):
    User.objects.filter(pk=user.pk).update(
        **{name: timezone.now() - time for name, time in columns.items()}
    )


def listed(viewer, key):
    [question] = [each for each in listing.questions(viewer) if each.key == key]
    return set(question.rows)


def test_an_account_not_used_for_90_days_is_listed_and_closed_at_night(adams, olivia, oscar):
    ago(olivia, last_login=LONG_AGO, date_joined=LONG_AGO)
    ago(oscar, last_login=timedelta(days=89), date_joined=LONG_AGO)
    assert listed(adams, "unused") == {olivia}
    assert look_after_accounts()["unused"] == 1
    assert list(User.objects.filter(is_active=False)) == [olivia]
    assert AuditEntry.objects.filter(event="ACCOUNT_CLOSED", object_pk=str(olivia.pk)).exists()


def test_a_new_account_is_not_closed_before_its_first_90_days(olivia):
    ago(olivia, date_joined=timedelta(days=10))
    assert look_after_accounts()["unused"] == 0


def test_an_account_never_used_is_closed_90_days_after_it_was_made(olivia):
    ago(olivia, date_joined=LONG_AGO)
    assert look_after_accounts()["unused"] == 1


def test_a_temporary_account_is_closed_when_its_time_is_over(olivia, oscar):
    ago(olivia, expires_at=timedelta(hours=1))
    User.objects.filter(pk=oscar.pk).update(expires_at=timezone.now() + timedelta(hours=1))
    assert look_after_accounts()["expired"] == 1
    olivia.refresh_from_db()
    assert not olivia.is_active


def test_roles_that_nobody_works_with_are_listed(adams, olivia, oscar):
    for user in (olivia, oscar):
        ago(user, date_joined=LONG_AGO)
        record(Event.SIGNED_IN, actor=user)
    record(Event.PERSON_SEARCHED, actor=oscar)
    assert olivia in listed(adams, "idle-roles")
    assert oscar not in listed(adams, "idle-roles")


def test_accounts_without_an_agency_or_a_role_are_listed(adams, olivia):
    stray = User.objects.create_user(username="stray")
    assert stray in listed(adams, "no-agency") & listed(adams, "no-role")
    assert olivia not in listed(adams, "no-agency")


def test_locked_accounts_are_listed(adams, olivia):
    WrongTries.objects.create(user=olivia, locked_at=timezone.now())
    assert listed(adams, "locked") == {olivia}


def test_an_account_is_due_for_review_a_year_after_the_last(adams, olivia, oscar):
    for user in (olivia, oscar):
        ago(user, date_joined=timedelta(days=400))
    keeping.review(adams, oscar, ReviewOutcome.CONFIRMED, note="by telephone")
    assert olivia in listed(adams, "review-due")
    assert oscar not in listed(adams, "review-due")


def test_accounts_are_reviewed_agency_by_agency(adam, olivia, paula):
    url = reverse("access:accounts")
    body = signed_in_client(adam).get(f"{url}?agency={paula.agency_id}").content.decode()
    assert "Paula Tester" in body
    assert "Olivia Tester" not in body


def test_a_review_keeps_who_decided_what_about_which_roles(adams, adam, olivia):
    keeping.review(adams, olivia, ReviewOutcome.CONFIRMED, note="by telephone")
    made = AccountReview.objects.get(account=olivia)
    assert (made.reviewed_by, made.roles, made.note) == (adam, ["Parole agent"], "by telephone")


def test_what_a_reviewer_decided_is_never_rewritten(adams, olivia):
    made = keeping.review(adams, olivia, ReviewOutcome.CONFIRMED, note="")
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        AccountReview.objects.filter(pk=made.pk).update(outcome=ReviewOutcome.CLOSED)


def test_an_account_that_is_no_longer_needed_is_closed_and_signed_out(adams, olivia):
    client = signed_in_client(olivia)
    keeping.review(adams, olivia, ReviewOutcome.CLOSED, note="left the agency")
    assert client.get("/account/").status_code == 302
    assert not User.objects.get(pk=olivia.pk).is_active


def test_nobody_decides_about_the_own_account(adams, adam):
    with pytest.raises(keeping.OwnAccountError):
        keeping.close(adams, adam, why="")
    with pytest.raises(keeping.OwnAccountError):
        keeping.review(adams, adam, ReviewOutcome.CONFIRMED, note="")


@pytest.mark.parametrize("step", [keeping.release, keeping.sign_out_everywhere, keeping.reopen])
def test_only_an_administrator_takes_a_step(step, sam, olivia):
    with pytest.raises(NotAllowedError):
        step(viewer_for(sam), olivia)


@pytest.mark.parametrize(
    ("step", "event"),
    [
        ("release", "ACCOUNT_RELEASED"),
        ("sign-out", "SESSION_ENDED"),
        ("reset-factors", "FACTORS_RESET"),
        ("close", "ACCOUNT_CLOSED"),
        ("confirm", "ACCOUNT_REVIEWED"),
        ("remove", "ACCOUNT_REVIEWED"),
    ],
)
def test_each_step_on_the_page_is_carried_out_and_in_the_trail(step, event, adam, olivia):
    signed_in_client(olivia)
    url = reverse("access:account-detail", args=[olivia.pk])
    body = signed_in_client(adam).post(url, {"step": step}, follow=True).content.decode()
    assert "usa-alert--success" in body
    assert AuditEntry.objects.filter(event=event, actor=adam).exists()


def test_a_closed_account_is_opened_again_on_its_page(adam, olivia):
    ago(olivia, date_joined=LONG_AGO)
    User.objects.filter(pk=olivia.pk).update(is_active=False)
    url = reverse("access:account-detail", args=[olivia.pk])
    signed_in_client(adam).post(url, {"step": "reopen"})
    assert look_after_accounts()["unused"] == 0
    assert User.objects.get(pk=olivia.pk).is_active


def test_a_password_that_an_administrator_set_is_chosen_anew_at_sign_in(adam, olivia, client):
    url = reverse("admin:auth_user_password_change", args=[olivia.pk])
    new = "set by the administrator"
    sent = {"password1": new, "password2": new, "usable_password": "true"}
    assert signed_in_client(adam).post(url, sent).status_code == 302
    olivia.refresh_from_db()
    assert olivia.check_password(new)
    assert olivia.password_chosen_at is None


def test_the_lists_of_accounts_ask_a_constant_number(adam, django_assert_max_num_queries):
    client = signed_in_client(adam)
    for number in range(12):
        factories.user(f"Person{number}", role="Parole agent")
    with django_assert_max_num_queries(40):
        client.get(reverse("access:accounts"))


def test_a_name_and_password_of_a_closed_account_sign_nobody_in(adams, olivia, client):
    keeping.close(adams, olivia, why="left")
    accepts = current_notice().version
    sent = {"username": olivia.username, "password": PASSWORD, "accepts": accepts}
    assert client.post(reverse("access:sign-in"), sent).status_code == 200
