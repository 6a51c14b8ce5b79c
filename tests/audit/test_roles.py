"""A role of the database that may add to the evidence and read it, and nothing more."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from ots.audit.events import Event
from ots.audit.models import AuditEntry
from ots.audit.months import is_catch_all_empty, make_months, table_of
from ots.audit.services import record
from tests import factories

ROLE = "ots_app_of_the_tests"


@pytest.fixture
def as_role(db):
    """Run as the role, which is gone with the test's transaction."""
    out = StringIO()
    call_command("audit_roles", ROLE, stdout=out)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE}")
        cursor.execute(out.getvalue())
        cursor.execute(f"SET LOCAL ROLE {ROLE}")
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


def test_the_role_adds_and_reads_entries(as_role):
    entry = record(Event.SIGNED_IN, actor=None)
    assert AuditEntry.objects.get(pk=entry.pk).event == "SIGNED_IN"


def test_the_role_changes_records_and_is_watched(as_role):
    person = factories.person("Ann")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE offenders_person SET first_name = 'X' WHERE id = %s", [person.pk])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert AuditEntry.objects.exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_auditentry SET reason = ''",
        "DELETE FROM audit_auditentry",
        "TRUNCATE audit_auditentry",
        "DELETE FROM audit_auditentry_other",
        "UPDATE audit_auditseal SET note = ''",
        "DELETE FROM audit_disclosure",
        "DELETE FROM audit_pending",
        "ALTER TABLE audit_auditentry DISABLE TRIGGER ALL",
    ],
)
def test_the_role_rewrites_nothing(statement, as_role):
    with (
        pytest.raises(DatabaseError, match=r"permission denied|must be owner"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_a_month_that_the_role_has_made_is_not_its_own(as_role):
    (made, *_) = make_months(today=date(2040, 1, 1))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table_of(made)}")
        assert cursor.fetchone() == (0,)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            cursor.execute(f"DELETE FROM {table_of(made)}")


def test_the_role_can_tell_whether_the_trail_is_well(as_role):
    assert is_catch_all_empty()


def test_the_role_is_made_with_its_password_once_and_again(db, monkeypatch):
    monkeypatch.setenv("APP_DATABASE_URL", f"postgresql://{ROLE}:given@localhost/ots")
    for _ in range(2):
        call_command("audit_roles", make=True, stdout=StringIO())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolcanlogin, rolsuper, rolcreaterole FROM pg_roles WHERE rolname = %s", [ROLE]
        )
        assert cursor.fetchone() == (True, False, False)
        cursor.execute("SELECT count(*) FROM pg_class WHERE relowner = %s::regrole", [ROLE])
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("address", ["", "postgresql://localhost/ots", "postgresql://x@localhost/"])
def test_without_a_name_and_a_password_no_role_is_made(address, db, monkeypatch):
    monkeypatch.setenv("APP_DATABASE_URL", address)
    with pytest.raises(CommandError, match="Set APP_DATABASE_URL"):
        call_command("audit_roles", make=True)


def test_the_owner_of_the_tables_is_no_role_of_the_site(db, monkeypatch):
    owner = connection.settings_dict["USER"]
    monkeypatch.setenv("APP_DATABASE_URL", f"postgresql://{owner}:given@localhost/ots")
    with pytest.raises(CommandError, match="needs a role of its own"):
        call_command("audit_roles", make=True)


def test_a_name_that_is_none_is_refused(db):
    with pytest.raises(CommandError, match="no plain name"):
        call_command("audit_roles", "x; DROP TABLE y")
