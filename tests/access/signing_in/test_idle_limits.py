"""How long a session may be idle is set by role, within what the policy allows."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import Error, transaction
from django.urls import reverse
from django.utils import timezone

from ots.access.models import IdleLimit, SignInSession
from ots.audit.models import AuditEntry
from tests.factories.signing_in import session_row, signed_in_client
from tests.offenders.queries import queries


def limit(role, minutes):
    return IdleLimit.objects.create(role=Group.objects.get(name=role), minutes=minutes)


def is_locked_after(client, minutes):
    ago = timezone.now() - timedelta(minutes=minutes)
    SignInSession.objects.filter(pk=session_row(client).pk).update(last_active_at=ago)
    return client.get("/account/").status_code == 302


@pytest.mark.parametrize(("minutes", "locked"), [(9, False), (10, True)])
def test_a_session_locks_after_the_minutes_of_its_role(minutes, locked, olivia):
    limit("Parole agent", 10)
    assert is_locked_after(signed_in_client(olivia), minutes) is locked


def test_of_several_roles_the_strictest_holds(olivia):
    olivia.groups.add(Group.objects.get(name="Analyst"))
    limit("Parole agent", 20)
    limit("Analyst", 5)
    assert is_locked_after(signed_in_client(olivia), 6)


def test_the_limit_of_another_role_is_nothing_to_the_session(olivia):
    limit("Analyst", 5)
    assert not is_locked_after(signed_in_client(olivia), 29)


def test_a_role_cannot_be_idle_longer_than_the_installation_allows(olivia, settings):
    settings.SESSION_IDLE_MINUTES = 15
    limit("Parole agent", 25)
    assert is_locked_after(signed_in_client(olivia), 15)


def test_a_limit_counts_for_sessions_that_are_open(olivia):
    client = signed_in_client(olivia)
    client.get("/account/")
    limit("Parole agent", 5)
    assert is_locked_after(client, 6)


@pytest.mark.parametrize("minutes", [0, 4, 31, 600])
def test_the_database_takes_nothing_outside_the_policy(minutes, db):
    with pytest.raises(Error, match="idle_limit_is_what_the_policy_allows"), transaction.atomic():
        limit("Analyst", minutes)


def test_an_administrator_sets_it_and_the_trail_says_so(adam, sign_in):
    role = Group.objects.get(name="Analyst")
    page = reverse("admin:access_idlelimit_add")
    answer = sign_in(adam).post(page, {"role": role.pk, "minutes": "12"})
    assert answer.status_code == 302
    assert IdleLimit.objects.get(role=role).minutes == 12
    assert AuditEntry.objects.filter(content_type__model="idlelimit", actor=adam).exists()


def test_the_form_refuses_what_the_policy_does_not_allow(adam, sign_in):
    role = Group.objects.get(name="Analyst")
    answer = sign_in(adam).post(
        reverse("admin:access_idlelimit_add"), {"role": role.pk, "minutes": "31"}
    )
    assert b"less than or equal to 30" in answer.content


def test_scripts_are_told_the_time_of_the_role(olivia):
    limit("Parole agent", 7)
    client = signed_in_client(olivia)
    assert 'data-seconds="420"' in client.get("/account/").content.decode()
    assert client.get(reverse("access:session-state")).json()["seconds"] <= 420


def test_the_limit_costs_no_query_of_its_own(olivia):
    client = signed_in_client(olivia)
    few = queries(client, "/account/")
    limit("Parole agent", 7)
    assert queries(client, "/account/") == few
