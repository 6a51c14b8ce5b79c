"""What changes below the application is in the trail as well."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.test import RequestFactory

from offenders.models import Person
from offenders.services.people import Name, correct_legal_name
from ots.access.models import User
from ots.access.viewer import viewer_for
from ots.audit.context import origin, request_id
from ots.audit.middleware import ActorMiddleware
from ots.audit.models import AuditEntry
from ots.audit.net import unwatched_tables, watched_tables
from tests import factories


@pytest.fixture
def people(transactional_db):
    with transaction.atomic():
        return [factories.person(name) for name in ("Ann", "Ben", "Cleo")]


def caught():
    return list(AuditEntry.objects.filter(event="ROWS_CHANGED").order_by("pk"))


def new_since(before):
    return [entry for entry in caught() if entry.pk > before]


@pytest.fixture
def before(people):
    return AuditEntry.objects.latest("pk").pk


def test_every_table_whose_rows_are_recorded_is_watched(db):
    assert len(watched_tables()) > 40
    assert unwatched_tables() == []


def test_an_update_of_many_rows_is_recorded_with_its_people(people, before):
    Person.objects.filter(pk__in=[each.pk for each in people]).update(first_name="X")
    (entry,) = new_since(before)
    assert sorted(entry.people) == sorted(each.pk for each in people)
    assert entry.additional_data["operation"] == "update"
    assert entry.additional_data["rows"] == 3
    assert entry.content_type.model == "person"


def test_rows_made_in_bulk_are_recorded(people, before):
    Group.objects.bulk_create([Group(name="A"), Group(name="B")])
    (entry,) = new_since(before)
    assert (entry.content_type.model, entry.additional_data["rows"]) == ("group", 2)


def test_raw_sql_is_recorded_with_the_role_of_the_database(people, before):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE offenders_person SET first_name = 'Y' WHERE id = %s", [people[0].pk])
    entry = new_since(before)[-1]
    assert entry.database_user == connection.settings_dict["USER"]
    assert entry.people == [people[0].pk]


def test_copy_is_recorded(people, before):
    with (
        connection.cursor() as cursor,
        transaction.atomic(),
        cursor.copy("COPY auth_group (name) FROM STDIN") as copy,
    ):
        copy.write("C\nD\nE\n")
    (entry,) = new_since(before)
    assert (entry.additional_data["operation"], entry.additional_data["rows"]) == ("insert", 3)


def test_a_table_emptied_is_recorded(people, before):
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("ALTER TABLE access_user_groups ENABLE TRIGGER net_truncate")
        cursor.execute("TRUNCATE access_user_groups")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE access_user_groups DISABLE TRIGGER net_truncate")
    (entry,) = new_since(before)
    assert entry.additional_data["operation"] == "truncate"


def test_a_change_that_an_event_names_is_not_told_twice(people, before):
    clerk = factories.user("Tim", role="Records and time-computation clerk")
    start = AuditEntry.objects.latest("pk").pk
    correct_legal_name(
        viewer_for(clerk),
        people[0].pk,
        name=Name(last_name="Dow", first_name="Dana"),
        reason="Misspelt",
    )
    assert new_since(start) == []


def test_a_row_that_django_auditlog_recorded_is_not_told_twice(people, before):
    with transaction.atomic():
        people[0].first_name = "Z"
        people[0].save()
    assert new_since(before) == []


def test_more_rows_than_django_auditlog_recorded_are_told(people, before):
    with transaction.atomic():
        people[0].first_name = "Z"
        people[0].save()
        Person.objects.filter(pk=people[1].pk).update(first_name="Z")
    (entry,) = new_since(before)
    assert set(entry.people) == {people[0].pk, people[1].pk}


def test_an_update_that_changes_nothing_is_none(people, before):
    Person.objects.filter(pk=people[0].pk).update(first_name=people[0].first_name)
    assert new_since(before) == []


def test_what_is_rolled_back_leaves_nothing(people, before):
    with pytest.raises(ValueError, match="undo"), transaction.atomic():
        Person.objects.filter(pk=people[0].pk).update(first_name="X")
        raise ValueError("undo")
    assert new_since(before) == []


def request_of(user):
    request = RequestFactory().get("/", REMOTE_ADDR="198.51.100.7")
    request.user = user
    return request


def serve(user, work):
    def answer(_request):
        work()

    with request_id("abc"), origin("POST /people/"):
        ActorMiddleware(answer)(request_of(user))


def test_the_user_and_the_request_are_told(people, before):
    user = factories.user("Olivia", role="Parole agent")
    start = AuditEntry.objects.latest("pk").pk
    serve(user, lambda: Person.objects.filter(pk=people[0].pk).update(first_name="X"))
    (entry,) = new_since(start)
    assert (entry.actor, entry.cid, entry.origin) == (user, "abc", "POST /people/")
    assert entry.remote_addr == "198.51.100.7"


def test_after_a_rollback_the_next_change_still_names_its_own_user(people, before):
    first = factories.user("Olivia", role="Parole agent")
    second = factories.user("Oscar", role="Parole agent")
    start = AuditEntry.objects.latest("pk").pk

    def fail():
        with transaction.atomic():
            Person.objects.filter(pk=people[0].pk).update(first_name="X")
            raise ValueError("undo")

    serve(first, lambda: Person.objects.filter(pk=people[0].pk).update(first_name="Q"))
    with pytest.raises(ValueError, match="undo"):
        serve(second, fail)
    serve(second, lambda: Person.objects.filter(pk=people[0].pk).update(first_name="R"))
    assert [entry.actor for entry in new_since(start)] == [first, second]


def test_signing_in_is_no_change_of_the_user(people, before):
    user = factories.user("Olivia", role="Parole agent")
    start = AuditEntry.objects.latest("pk").pk
    User.objects.filter(pk=user.pk).update(last_login="2026-11-21T12:00:00Z")
    assert new_since(start) == []


def test_a_command_is_named(people, before):
    Group.objects.bulk_create([Group(name="F")])
    assert new_since(before)[-1].origin.startswith("command ")
