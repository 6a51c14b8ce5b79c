"""Months whose time is over leave the trail as files; what is left can still be verified."""

import gzip
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from ots.audit.models import AuditArchive, AuditEntry
from ots.audit.months import make_months, months, table_of
from ots.audit.retention import (
    NotArchivableError,
    archive_month,
    expired_months,
    years_kept,
)
from ots.audit.sealing import seal_entries
from ots.audit.verification import verify
from tests.audit.test_tampering import as_superuser
from tests.emptying import allow_emptying


@pytest.fixture
def archive_folder(tmp_path: Path, settings) -> Path:
    settings.AUDIT_ARCHIVE_FOLDER = str(tmp_path / "archive")
    return tmp_path / "archive"


@pytest.fixture
def months_put_back(transactional_db: None) -> Iterator[None]:
    """Make the archived month anew afterwards, for other tests write into it."""
    month = timezone.now().date()
    yield
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE audit_auditentry")
        cursor.execute(f"DROP TABLE {table_of(month)}")
    make_months()
    allow_emptying()


def test_entries_are_kept_as_long_as_the_rule_of_the_day_says(settings) -> None:
    settings.AUDIT_YEARS_KEPT = ((date(2026, 1, 1), 7), (date(2030, 1, 1), 10))
    assert [years_kept(day) for day in (date(2029, 12, 31), date(2030, 1, 1))] == [7, 10]


def test_a_month_expires_when_its_last_day_is_old_enough(db: None, settings) -> None:
    settings.AUDIT_YEARS_KEPT = ((date(2026, 1, 1), 7),)
    first = months()[0]
    last_day_kept = date(first.end.year + 7, first.end.month, 1)
    assert first.table not in {each.month.table for each in expired_months(first.first)}
    assert first.table in {each.month.table for each in expired_months(last_day_kept)}


def test_months_ahead_are_made_once(db: None) -> None:
    assert len(make_months(today=date(2031, 5, 17))) == 4
    assert make_months(today=date(2031, 5, 17)) == []


def this_month():
    today = AuditEntry.objects.latest("pk").timestamp.date()
    return next(month for month in months() if month.first <= today < month.end)


def test_a_month_that_is_not_sealed_stays(sealed_trail: Path, archive_folder: Path) -> None:
    with pytest.raises(NotArchivableError, match="not sealed"):
        archive_month(this_month())


def test_an_archived_month_leaves_a_file_and_a_trail_that_still_verifies(
    sealed_trail: Path, archive_folder: Path, months_put_back: None
) -> None:
    seal_entries()
    month, count = this_month(), AuditEntry.objects.count()
    archive = archive_month(month)
    report = verify()
    lines = gzip.decompress((archive_folder / archive.file_name).read_bytes()).splitlines()
    assert (archive.entries, len(lines), report.archived) == (count, count, count)
    assert report.findings == []


def test_a_made_up_archive_hides_nothing(sealed_trail: Path, archive_folder: Path) -> None:
    entry = AuditEntry.objects.order_by("pk")[50].pk
    AuditArchive.objects.create(
        month=date(2026, 11, 1), entries=1, run_starts=[entry], run_ends=[entry], file_name="x",
        file_digest="x", archived_at="2033-12-01T00:00:00Z", signature="x",
    )  # fmt: skip
    as_superuser_now("DELETE FROM audit_auditentry WHERE id = %s", entry)
    found = [finding.message for finding in verify().findings]
    assert any("archive of 2026-11 was changed" in message for message in found)
    assert any(f"Entry {entry} " in message and "removed" in message for message in found)


def as_superuser_now(statement: str, *values: object) -> None:
    with transaction.atomic():
        as_superuser(statement, *values)


def test_the_command_only_tells_unless_asked_to_do(db: None, archive_folder, capsys) -> None:
    call_command("audit_retention")
    assert "Entries are kept 7 years." in capsys.readouterr().out
    assert not archive_folder.exists()
