"""Recording tests, what was found in them, what was admitted, and that one does not count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone

from offenders.services.facts import add_fact, write_fact
from offenders.services.refusals import Objection, RefusedError, refused_by
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.scopes import reaches
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.drug_test import Attendance, Custodian, Reading, SampleType, Stage
from supervision.models import (
    Admission,
    AnalyteResult,
    CustodyTransfer,
    DrugTest,
    PanelSubstance,
    Specimen,
    VoidedTest,
)
from supervision.models.dated import in_force_on
from supervision.services.obligations import note_done, withdraw_done

TAKEN_SEAL = {
    "seal_is_of_one_specimen": Objection("seal_number", "This seal is on another specimen.")
}


@dataclass(frozen=True, slots=True)
class SpecimenEntry:
    """The bottle as it was sealed."""

    seal_number: str
    collector: str
    bottle_number: str = ""
    is_witnessed: bool = False
    is_observer_of_same_sex: bool = False
    temperature_f: object = None


@dataclass(frozen=True, slots=True)
class AdmissionEntry:
    """What the person said he used, and whether he signed it."""

    substances: str
    admitted_on: date
    is_written: bool
    statement: str = ""


@dataclass(frozen=True, slots=True)
class TestEntry:
    """One occasion: what was asked, whether it was given, and what was seen at once."""

    sample_type: str
    test_reason: str
    attendance: str
    taken_at: datetime
    panel_id: int | None = None
    note: str = ""
    # None: no result yet; empty: all negative.
    positive: tuple[str, ...] | None = None
    specimen: SpecimenEntry | None = None
    admission: AdmissionEntry | None = None


def record_test(
    viewer: Viewer, person_id: int, *, entry: TestEntry, token: UUID | None = None
) -> DrugTest:
    """Record a test with all that is known at once; a sample given meets what was due."""
    viewer.require(Permission.TEST_RECORD)
    _check(entry)
    return once(
        token, Event.TEST_RECORDED, DrugTest, lambda: _record_test(viewer, person_id, entry)
    )


def _check(entry: TestEntry) -> None:
    if entry.taken_at > timezone.now():
        raise RefusedError(Objection("taken_at", "That is still to come. Give when it was."))
    is_given = entry.attendance == Attendance.GIVEN
    if not is_given and (entry.specimen or entry.positive is not None):
        raise RefusedError(
            Objection("attendance", "Without a sample there is no seal and no result.")
        )
    if entry.sample_type == SampleType.ADMISSION and entry.admission is None:
        raise RefusedError(Objection("substances", "Say what the person admits to have used."))


def _record_test(viewer: Viewer, person_id: int, entry: TestEntry) -> DrugTest:
    test = add_fact(
        viewer,
        DrugTest,
        person_id=person_id,
        event=Event.TEST_RECORDED,
        sample_type=entry.sample_type,
        test_reason=entry.test_reason,
        panel_id=entry.panel_id,
        attendance=entry.attendance,
        taken_at=entry.taken_at,
        note=entry.note,
    )
    if entry.specimen is not None:
        _seal(viewer, test, entry.specimen)
    if entry.positive is not None:
        _screen(viewer, test, entry.positive)
    if entry.admission is not None:
        _admit(viewer, test, entry.admission)
    if entry.attendance == Attendance.GIVEN:
        on = timezone.localdate(entry.taken_at)
        note_done(person_id=person_id, kind="test", on=on, source=test)
    return test


def _seal(viewer: Viewer, test: DrugTest, entry: SpecimenEntry) -> None:
    with refused_by(TAKEN_SEAL):
        specimen = write_fact(
            viewer,
            Specimen,
            person_id=test.person_id,
            event=Event.TEST_RECORDED,
            test=test,
            seal_number=entry.seal_number,
            bottle_number=entry.bottle_number,
            collector=entry.collector,
            is_witnessed=entry.is_witnessed,
            is_observer_of_same_sex=entry.is_observer_of_same_sex,
            temperature_f=entry.temperature_f,
        )
    write_fact(
        viewer,
        CustodyTransfer,
        person_id=test.person_id,
        event=Event.TEST_RECORDED,
        specimen=specimen,
        position=1,
        purpose=Custodian.COLLECTED,
        released_by="The person tested",
        received_by=entry.collector,
        passed_at=test.taken_at,
        is_seal_intact=True,
    )


def _screen(viewer: Viewer, test: DrugTest, positive: Iterable[str]) -> None:
    on = timezone.localdate(test.taken_at)
    for analyte in sorted({*substances_of(test.panel_id, on), *positive}):
        write_fact(
            viewer,
            AnalyteResult,
            person_id=test.person_id,
            event=Event.TEST_RECORDED,
            test=test,
            analyte=analyte,
            stage=Stage.SCREEN,
            reading=Reading.POSITIVE if analyte in positive else Reading.NEGATIVE,
            reported_on=on,
        )


def substances_of(panel_id: int | None, on: date) -> list[str]:
    """Return what a panel looked for on a day."""
    rows = PanelSubstance.objects.filter(in_force_on(on), panel_id=panel_id)
    return sorted(rows.values_list("analyte", flat=True))


@transaction.atomic
def record_admission(
    viewer: Viewer, person_id: int, test_id: int, *, entry: AdmissionEntry
) -> Admission:
    """Record what the person admitted; it counts as a result once it is in writing."""
    viewer.require(Permission.TEST_RECORD)
    test = drug_test_for(viewer, person_id, test_id)
    made = _admit(viewer, test, entry)
    record(Event.TEST_ADMITTED, actor=viewer.user, target=made, person_id=person_id)
    return made


def _admit(viewer: Viewer, test: DrugTest, entry: AdmissionEntry) -> Admission:
    return write_fact(
        viewer,
        Admission,
        person_id=test.person_id,
        event=Event.TEST_ADMITTED,
        test=test,
        admitted_on=entry.admitted_on,
        is_written=entry.is_written,
        substances=entry.substances,
        statement=entry.statement,
    )


@transaction.atomic
def void_test(viewer: Viewer, person_id: int, test_id: int, *, reason: str) -> VoidedTest:
    """Record that a test does not count, and why; what it met falls due again."""
    viewer.require(Permission.TEST_RECORD)
    test = drug_test_for(viewer, person_id, test_id)
    if test.voidings.filter(superseded_at__isnull=True).exists():
        raise RefusedError(Objection("reason", "The test is void already."))
    made = add_fact(
        viewer,
        VoidedTest,
        person_id=person_id,
        event=Event.TEST_VOIDED,
        test=test,
        voided_on=timezone.localdate(),
        reason=reason,
    )
    withdraw_done(source=test)
    return made


def drug_test_for(viewer: Viewer, person_id: int, test_id: int) -> DrugTest:
    """Return a test of a person in reach, or raise: 404 where the person has no such test."""
    if not reaches(viewer, person_id):
        raise NotAllowedError(f"Person [{person_id}] is not in the reach of [{viewer}].")
    return get_object_or_404(DrugTest, pk=test_id, person_id=person_id)


def looked_for(test_id: int) -> list[str]:
    """Return what the panel of a test looked for, and whatever was screened besides."""
    test = DrugTest.objects.get(pk=test_id)
    screened = AnalyteResult.objects.filter(test=test, superseded_at__isnull=True)
    on = timezone.localdate(test.taken_at)
    return sorted({*substances_of(test.panel_id, on), *screened.values_list("analyte", flat=True)})
