"""A new installation gets its first administrator from the console."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from ots.access.models import User
from ots.audit.models import AuditEntry
from tests.factories.signing_in import signed_in_client


@pytest.fixture
def anna(db):
    return User.objects.create_superuser("anna", password="a-long-first-password")


def test_a_superuser_without_a_role_gets_nowhere(anna, client):
    signed_in_client(anna, client=client)
    assert client.get(reverse("admin:index")).status_code in {302, 403}


def test_the_role_opens_the_administration(anna, client):
    call_command("give_role", "anna", "Administrator")
    signed_in_client(anna, client=client)
    assert client.get(reverse("admin:index")).status_code == 200


def test_it_is_in_the_trail(anna):
    call_command("give_role", "anna", "Administrator")
    entry = AuditEntry.objects.get(event="ROLE_GIVEN", additional_data__role="Administrator")
    assert (entry.object_pk, entry.actor) == (str(anna.pk), None)


def test_an_unknown_role_is_refused_with_the_roles_there_are(anna):
    with pytest.raises(CommandError, match="There are: Administrator, Analyst"):
        call_command("give_role", "anna", "Boss")


def test_an_unknown_user_is_refused_with_what_to_do(db):
    with pytest.raises(CommandError, match="createsuperuser"):
        call_command("give_role", "nobody", "Administrator")
