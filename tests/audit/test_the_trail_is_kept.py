"""What is recorded stays as it was: PostgreSQL itself refuses, whoever asks."""

import pytest
from django.db import DatabaseError, connection, transaction

from ots.access.models import Fact
from ots.audit.models import AuditEntry
from tests.access.world import whole_world


def every_fact_table():
    found, waiting = [], [Fact]
    while waiting:
        subclasses = waiting.pop().__subclasses__()
        waiting += subclasses
        found += [model for model in subclasses if not model._meta.abstract]
    return found


@pytest.fixture
def world(db):
    return whole_world()


def refused(statement, *values):
    with (
        pytest.raises(DatabaseError, match=r"never (changed|deleted)"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, values)


def test_every_fact_can_only_be_added_to(world):
    for model in every_fact_table():
        table, key = model._meta.db_table, world.row(model).pk
        refused(f"UPDATE {table} SET reason = 'rewritten' WHERE id = %s", key)  # noqa: S608  own names
        refused(f"DELETE FROM {table} WHERE id = %s", key)  # noqa: S608  own names


def test_a_fact_is_superseded_once(world):
    for model in every_fact_table():
        table, key = model._meta.db_table, world.row(model).pk
        set_now = f"UPDATE {table} SET superseded_at = now() WHERE id = %s"  # noqa: S608  own names
        with connection.cursor() as cursor:
            cursor.execute(set_now, [key])
        refused(set_now.replace("now()", "now() + interval '1 day'"), key)


def test_an_entry_of_the_trail_is_neither_changed_nor_deleted(dana):
    key = AuditEntry.objects.latest("pk").pk
    refused("UPDATE audit_auditentry SET actor_email = 'someone.else' WHERE id = %s", key)
    refused("DELETE FROM audit_auditentry WHERE id = %s", key)


def test_an_entry_is_not_deleted_through_the_model(dana):
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        AuditEntry.objects.latest("pk").delete()


def test_a_user_with_entries_in_the_trail_is_not_deleted(olivia, sign_in):
    sign_in(olivia)
    with pytest.raises(DatabaseError, match="protected foreign keys"), transaction.atomic():
        type(olivia).objects.filter(pk=olivia.pk).delete()
