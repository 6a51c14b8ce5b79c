"""What the trail says of views and changes."""

import pytest
from django.urls import reverse

from offenders.services.people import Name, correct_legal_name
from ots.access.signing_in.notice import current_notice
from ots.access.viewer import viewer_for
from ots.audit.context import request_id
from ots.audit.models import AuditEntry

NOTICE = current_notice().version


@pytest.fixture
def view(olivia, dana, sign_in):
    answer = sign_in(olivia).get(reverse("offenders:person", args=[dana.pk]))
    entry = AuditEntry.objects.get(event="PERSON_VIEWED")
    return answer, entry


def test_a_view_names_the_viewer_and_the_person(view, olivia, dana):
    _, entry = view
    assert (entry.actor, entry.person_id) == (olivia, dana.pk)


def test_a_view_carries_the_number_of_its_request(view):
    answer, entry = view
    assert entry.cid == answer["X-Request-ID"]


def test_a_view_says_which_categories_were_shown(view):
    _, entry = view
    assert "identity" in entry.categories
    assert "medical" not in entry.categories


def test_a_refused_view_is_recorded_and_is_no_view(oscar, dana, sign_in):
    sign_in(oscar).get(reverse("offenders:person", args=[dana.pk]))
    assert AuditEntry.objects.filter(event="ACCESS_DENIED", actor=oscar).exists()
    assert not AuditEntry.objects.filter(event="PERSON_VIEWED").exists()


@pytest.fixture
def correction(tim, dana):
    with request_id() as number:
        name = Name(last_name="Dow", first_name="Dana")
        correct_legal_name(viewer_for(tim), dana.pk, name=name, reason="Misspelt")
    return AuditEntry.objects.filter(cid=number)


def test_every_row_of_a_change_is_recorded_under_the_number_of_its_request(correction):
    kinds = set(correction.values_list("content_type__model", flat=True))
    assert {"person", "personname"} <= kinds


def test_every_row_of_a_change_names_the_event_and_the_person(correction, dana):
    assert set(correction.values_list("event", "person_id")) == {("NAME_CORRECTED", dana.pk)}


def test_a_change_keeps_what_was_before_and_after(correction):
    summary = correction.get(content_type__model="person")
    assert summary.changes["last_name"] == ["Doe", "Dow"]


def test_a_page_that_changes_something_records_who_did_it(tim, sign_in):
    sign_in(tim).post(reverse("access:sign-out"))
    assert AuditEntry.objects.get(event="SIGNED_OUT").actor == tim


def test_a_failed_sign_in_is_recorded_without_the_password(client, db):
    sent = {"username": "olivia", "password": "hunter2hunter2", "accepts": NOTICE}
    client.post(reverse("access:sign-in"), sent)
    entry = AuditEntry.objects.get(event="SIGN_IN_FAILED")
    assert entry.additional_data == {"step": "password", "username": "olivia"}
    assert "hunter2" not in str(entry.__dict__)


def test_a_number_sent_from_outside_is_not_taken_for_the_request_s(olivia, sign_in):
    answer = sign_in(olivia).get("/nowhere/", headers={"X-Request-ID": "forged"})
    assert answer["X-Request-ID"] != "forged"


def test_an_address_made_up_by_the_sender_is_not_believed(client, db):
    client.post(
        reverse("access:sign-in"),
        {"username": "x", "password": "y", "accepts": NOTICE},
        headers={"X-Forwarded-For": "203.0.113.9"},
    )
    assert AuditEntry.objects.get(event="SIGN_IN_FAILED").remote_addr != "203.0.113.9"
