"""The own account."""

import pytest
from django.urls import reverse

from ots.audit.models import AuditEntry
from tests.factories.staff import PASSWORD

URL = "/account/"
NEW = "a quiet lake in the morning"


@pytest.fixture
def olivias(olivia, sign_in):
    return sign_in(olivia)


def sent(**changes):
    return {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW, **changes}


def test_it_says_in_words_what_is_open_and_what_is_withheld(olivias):
    body = olivias.get(URL).content.decode()
    assert "May search for people" in body
    withheld = body.split("Withheld from you")[1]
    assert "Juvenile record" in withheld
    assert "Custody and movements" not in withheld


def test_a_new_password_signs_in_and_the_old_one_does_not(olivias, olivia, client):
    olivias.post(URL, sent())
    name = olivia.username
    assert not client.login(username=name, password=PASSWORD)
    assert client.login(username=name, password=NEW)


def test_the_session_stays_open_after_the_change(olivias):
    olivias.post(URL, sent())
    assert olivias.get(URL).status_code == 200


def test_the_change_is_in_the_trail_without_the_password(olivias, olivia):
    olivias.post(URL, sent())
    entry = AuditEntry.objects.get(event="PASSWORD_CHANGED")
    assert entry.actor == olivia
    assert NEW not in str(AuditEntry.objects.filter(actor=olivia).values_list("changes"))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"old_password": "wrong"}, "Your old password was entered incorrectly"),
        ({"new_password2": "another"}, "password fields didn’t match"),
        ({"new_password1": "short", "new_password2": "short"}, "too short"),
    ],
)
def test_a_bad_change_is_refused_with_its_reason(changes, message, olivias, olivia, client):
    body = olivias.post(URL, sent(**changes)).content.decode()
    assert message in body
    assert client.login(username=olivia.username, password=PASSWORD)


def test_the_name_in_the_header_leads_to_the_account(olivias):
    assert f'href="{reverse("access:account")}"' in olivias.get(URL).content.decode()
