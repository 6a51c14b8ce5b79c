"""A session left alone locks, keeps what was typed, and ends after twelve hours or when told."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from offenders.models import Address
from ots.access.accounts import keeping
from ots.access.models import KeptForm, SignInSession
from ots.access.signing_in import kept_forms
from ots.access.viewer import viewer_for
from ots.audit.models import AuditEntry
from tests.factories.signing_in import session_row, signed_in_client
from tests.factories.staff import PASSWORD
from tests.wording import says

UNLOCK = reverse("access:unlock")
SIGN_IN = reverse("access:sign-in")
TYPED = {"street": "12 Elm & Sons", "city": "Lansing", "password": "never-kept"}


@pytest.fixture
def olivias(olivia):
    return signed_in_client(olivia)


@pytest.fixture
def form(dana):
    return f"/people/{dana.pk}/addresses/add/"


def leave_alone(client, **time):
    ago = timezone.now() - timedelta(**time)
    SignInSession.objects.filter(pk=session_row(client).pk).update(last_active_at=ago)


def age(client, **time):
    ago = timezone.now() - timedelta(**time)
    SignInSession.objects.filter(pk=session_row(client).pk).update(
        signed_in_at=ago, last_active_at=timezone.now()
    )


def unlock(client, page="/"):
    return client.post(UNLOCK, {"password": PASSWORD, "next": page})


@pytest.mark.parametrize(("minutes", "status"), [(29, 200), (30, 302), (300, 302)])
def test_it_locks_after_thirty_minutes_without_activity(minutes, status, olivias):
    leave_alone(olivias, minutes=minutes)
    assert olivias.get("/account/").status_code == status


def test_a_locked_session_leads_every_page_to_the_lock(olivias, form):
    leave_alone(olivias, minutes=31)
    assert olivias.get(form)["Location"] == f"{UNLOCK}?next={form.replace('/', '%2F')}"
    assert olivias.get("/caseload/")["Location"].startswith(UNLOCK)


def test_activity_keeps_it_open(olivias):
    leave_alone(olivias, minutes=20)
    olivias.get("/account/")
    assert timezone.now() - session_row(olivias).last_active_at < timedelta(minutes=1)


def test_what_scripts_ask_is_no_activity(olivias):
    leave_alone(olivias, minutes=20)
    assert 500 < olivias.get(reverse("access:session-state")).json()["seconds"] <= 600
    assert timezone.now() - session_row(olivias).last_active_at > timedelta(minutes=19)


def test_a_piece_of_a_page_sends_the_whole_page_to_the_lock(olivias):
    leave_alone(olivias, minutes=31)
    answer = olivias.get("/account/", headers={"HX-Request": "true"})
    assert answer["HX-Redirect"].startswith(UNLOCK)


def test_the_lock_and_its_opening_are_in_the_trail(olivias, olivia):
    leave_alone(olivias, minutes=31)
    olivias.get("/account/")
    unlock(olivias)
    events = AuditEntry.objects.filter(actor=olivia).values_list("event", flat=True)
    assert {"SESSION_LOCKED", "SESSION_UNLOCKED"} <= set(events)


def test_a_wrong_password_does_not_open_it(olivias):
    leave_alone(olivias, minutes=31)
    olivias.get("/account/")
    assert olivias.post(UNLOCK, {"password": "wrong"}).status_code == 200
    assert olivias.get("/account/").status_code == 302


def test_what_was_sent_to_a_locked_session_comes_back_with_the_page(olivias, form):
    leave_alone(olivias, minutes=31)
    assert olivias.post(form, TYPED)["Location"].startswith(UNLOCK)
    assert unlock(olivias, form)["Location"] == form
    body = olivias.get(form).content.decode()
    assert 'value="12 Elm &amp; Sons"' in body
    assert "What you had typed is back" in body


def test_a_sent_form_is_not_carried_out_by_unlocking(olivias, form, dana):
    leave_alone(olivias, minutes=31)
    olivias.post(form, TYPED)
    unlock(olivias, form)
    olivias.get(form)
    assert not Address.objects.filter(person=dana).exists()


def test_what_is_kept_is_sealed_and_holds_no_password(olivias, olivia, form):
    leave_alone(olivias, minutes=31)
    olivias.post(form, TYPED)
    assert not says(KeptForm.objects.get(user=olivia).sealed, "Elm")
    unlock(olivias, form)
    request = olivias.get(form).wsgi_request
    assert "never-kept" not in str(kept_forms.kept_fields(request, olivia, form))


def test_what_is_kept_is_gone_once_it_is_thrown_away(olivias, form):
    leave_alone(olivias, minutes=31)
    olivias.post(form, TYPED)
    unlock(olivias, form)
    olivias.post(reverse("access:form-throw-away"), {"page": form})
    assert "12 Elm" not in olivias.get(form).content.decode()
    assert not KeptForm.objects.exists()


def test_nobody_else_gets_what_was_typed(olivias, sam, form):
    leave_alone(olivias, minutes=31)
    olivias.post(form, TYPED)
    assert "12 Elm" not in signed_in_client(sam).get(form).content.decode()


def test_what_nobody_came_back_for_is_removed(olivias, form):
    leave_alone(olivias, minutes=31)
    olivias.post(form, TYPED)
    KeptForm.objects.update(kept_at=timezone.now() - timedelta(hours=13))
    assert kept_forms.remove_old() == 1


def test_a_script_keeps_what_is_typed_so_far(olivias, olivia, form):
    headers = {"X-Page": form}
    assert olivias.post(reverse("access:form-keep"), TYPED, headers=headers).status_code == 204
    assert "12 Elm" in olivias.get(form).content.decode()


def test_a_script_of_nobody_keeps_nothing(client, db, form):
    answer = client.post(reverse("access:form-keep"), TYPED, headers={"X-Page": form})
    assert answer.status_code == 403
    assert not KeptForm.objects.exists()


@pytest.mark.parametrize(("hours", "status"), [(11, 200), (12, 302)])
def test_it_ends_after_twelve_hours_whatever_is_done(hours, status, olivias):
    age(olivias, hours=hours)
    answer = olivias.get("/account/")
    assert answer.status_code == status
    if status == 302:
        assert answer["Location"].startswith(SIGN_IN)


def test_what_was_sent_after_twelve_hours_is_there_after_the_next_sign_in(olivias, olivia, form):
    age(olivias, hours=13)
    olivias.post(form, TYPED)
    again = signed_in_client(olivia)
    kept = again.session
    kept["kept_forms"] = [form]
    kept.save()
    assert "12 Elm" in again.get(form).content.decode()


def test_a_session_ended_from_another_browser_is_refused_at_its_next_request(olivias, olivia):
    other = signed_in_client(olivia)
    other.post(reverse("access:own-sessions"), {"end": str(session_row(olivias).pk)})
    assert olivias.get("/account/").status_code == 302
    assert other.get("/account/").status_code == 200


def test_all_other_sessions_end_at_once(olivias, olivia):
    others = [signed_in_client(olivia) for _ in range(2)]
    olivias.post(reverse("access:own-sessions"), {"end": "others"})
    assert [each.get("/account/").status_code for each in others] == [302, 302]
    assert olivias.get("/account/").status_code == 200


def test_nobody_ends_anothers_session(olivias, oscar):
    url = reverse("access:own-sessions")
    signed_in_client(oscar).post(url, {"end": str(session_row(olivias).pk)})
    assert olivias.get("/account/").status_code == 200


def test_an_administrator_signs_a_user_out_at_the_next_request(olivias, olivia, adam):
    assert keeping.sign_out_everywhere(viewer_for(adam), olivia) == 1
    assert olivias.get("/account/").status_code == 302


def test_a_new_password_ends_the_other_sessions(olivias, olivia):
    other = signed_in_client(olivia)
    new = "a quiet lake in the morning"
    olivias.post(
        "/account/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    )
    assert other.get("/account/").status_code == 302
    assert olivias.get("/account/").status_code == 200


def test_a_cookie_after_signing_out_opens_nothing(olivias):
    cookie = olivias.cookies["sessionid"].value
    olivias.post(reverse("access:sign-out"))
    olivias.cookies["sessionid"] = cookie
    assert olivias.get("/account/").status_code == 302


def test_a_session_that_no_sign_in_began_opens_nothing(client, olivia):
    client.force_login(olivia)
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize("name", ["admin:index", "access:accounts"])
def test_administration_asks_again_when_the_proof_is_old(name, adam):
    client = signed_in_client(adam)
    assert client.get(reverse(name)).status_code == 200
    SignInSession.objects.update(proved_at=timezone.now() - timedelta(minutes=16))
    assert client.get(reverse(name))["Location"].startswith(reverse("access:confirm"))
    client.post(reverse("access:confirm"), {"password": PASSWORD, "next": reverse(name)})
    assert client.get(reverse(name)).status_code == 200


def test_changes_of_second_factors_ask_again_when_the_proof_is_old(olivias):
    SignInSession.objects.update(proved_at=timezone.now() - timedelta(minutes=16))
    for name in ("own-factors", "factor-add", "own-codes"):
        assert olivias.get(reverse(f"access:{name}"))["Location"].startswith("/confirm/")
