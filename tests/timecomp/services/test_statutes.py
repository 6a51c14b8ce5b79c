"""The code table of offences, from the law's own table."""

from datetime import date

import pytest

from offenders.models import Statute
from ots.access.viewer import system_viewer
from ots.audit.models import AuditEntry
from timecomp.law.offences import all_offences
from timecomp.services.statutes import STATEHOOD, LoadedStatutes, load_statutes

pytestmark = pytest.mark.django_db
PROGRAM = system_viewer("tests")


def test_every_row_of_the_law_is_in_the_code_table() -> None:
    assert load_statutes(PROGRAM) == LoadedStatutes(len(all_offences()), 0, 0)
    assert Statute.objects.count() == len(all_offences())


def test_a_second_time_changes_nothing_and_records_nothing() -> None:
    load_statutes(PROGRAM)
    entries = AuditEntry.objects.count()
    assert load_statutes(PROGRAM) == LoadedStatutes(0, 0, len(all_offences()))
    assert AuditEntry.objects.count() == entries


def test_a_row_that_differs_is_set_right_in_its_place() -> None:
    load_statutes(PROGRAM)
    wrong = Statute.objects.filter(mcl="750.529").first()
    Statute.objects.filter(pk=wrong.pk).update(title="Robbery, somehow")
    assert load_statutes(PROGRAM).corrected == 1
    assert Statute.objects.get(pk=wrong.pk).title == wrong.title


def test_a_row_without_a_first_day_is_as_old_as_the_state() -> None:
    load_statutes(PROGRAM)
    oldest = next(row for row in all_offences() if row.since is None)
    assert Statute.objects.get(pacc=oldest.pacc, since=STATEHOOD).mcl == oldest.mcl


def test_the_last_day_in_force_becomes_the_first_day_after() -> None:
    load_statutes(PROGRAM)
    ended = next(row for row in all_offences() if row.until is not None)
    since = ended.since or STATEHOOD
    stored = Statute.objects.get(pacc=ended.pacc, mcl=ended.mcl, since=since)
    assert stored.until == date.fromordinal(ended.until.toordinal() + 1)
