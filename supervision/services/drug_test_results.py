"""Recording what was reported of a test: screening, confirmation, and whether it was urine."""

from dataclasses import asdict, dataclass, field
from datetime import date

from django.db import transaction

from offenders.services.facts import replace_fact, write_fact
from offenders.services.refusals import Objection, RefusedError
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.drug_test import Attendance
from supervision.models import AnalyteResult, DrugTest, ValidityReading
from supervision.rules.testing import Measured
from supervision.services.drug_tests import drug_test_for

EVENT = Event.TEST_RESULT_RECORDED
AGAIN = "Reported again"


@dataclass(frozen=True, slots=True)
class ResultEntry:
    """What a laboratory or a second reading reports."""

    stage: str
    reported_on: date
    readings: dict[str, str] = field(default_factory=dict)
    laboratory: str = ""
    measured: Measured | None = None


@transaction.atomic
def record_results(viewer: Viewer, person_id: int, test_id: int, *, entry: ResultEntry) -> DrugTest:
    """Record what was reported of a test; a later report of a stage stands in place of it."""
    viewer.require(Permission.TEST_RECORD)
    test = drug_test_for(viewer, person_id, test_id)
    if test.attendance != Attendance.GIVEN:
        raise RefusedError(Objection("", "No sample was given, so there is nothing to report."))
    rows = AnalyteResult.objects.filter(test=test, stage=entry.stage, superseded_at__isnull=True)
    standing = {each.analyte: each for each in rows}
    for analyte in sorted(entry.readings):
        _report(viewer, test, entry, analyte=analyte, old=standing.get(analyte))
    if entry.measured is not None:
        _measure(viewer, test, entry)
    record(EVENT, actor=viewer.user, target=test, person_id=person_id)
    return test


def _report(
    viewer: Viewer, test: DrugTest, entry: ResultEntry, *, analyte: str, old: AnalyteResult | None
) -> None:
    values: dict[str, object] = {
        "reading": entry.readings[analyte],
        "laboratory": entry.laboratory,
        "reported_on": entry.reported_on,
    }
    person_id = test.person_id
    if old is not None:
        replace_fact(viewer, old, person_id=person_id, reason=AGAIN, event=EVENT, **values)
        return
    values |= {"test": test, "analyte": analyte, "stage": entry.stage}
    write_fact(viewer, AnalyteResult, person_id=person_id, event=EVENT, **values)


def _measure(viewer: Viewer, test: DrugTest, entry: ResultEntry) -> None:
    values: dict[str, object] = {
        **(asdict(entry.measured) if entry.measured else {}),
        "reported_on": entry.reported_on,
    }
    old = ValidityReading.objects.filter(test=test, superseded_at__isnull=True).first()
    person_id = test.person_id
    if old is not None:
        replace_fact(viewer, old, person_id=person_id, reason=AGAIN, event=EVENT, **values)
        return
    values["test"] = test
    write_fact(viewer, ValidityReading, person_id=person_id, event=EVENT, **values)
