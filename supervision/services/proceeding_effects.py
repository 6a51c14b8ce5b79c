"""What the steps of a proceeding do to the record: warrants, custody, the parole violation."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from offenders.choices import CustodyKind, ParoleViolationKind, WarrantKind, WarrantStatus
from offenders.models import CustodyPeriod, ParoleRelease, ParoleViolation, Warrant
from offenders.services.conduct import record_parole_violation
from offenders.services.custody import Stay, record_custody
from offenders.services.process import (
    WarrantEntry,
    recall_warrant,
    record_warrant,
    serve_warrant,
)
from offenders.services.refusals import Objection, RefusedError
from ots.access.permissions import Permission
from ots.access.viewer import Viewer, system_viewer
from supervision.models import Proceeding, ProceedingStep
from supervision.rules.person_facts import Kind
from supervision.rules.proceeding import Move

RECORDER = system_viewer("violation proceedings")
KIND_OF_WARRANT = {Kind.PROBATION: WarrantKind.PROBATION, Kind.PAROLE: WarrantKind.PAROLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDetails:
    """What is told of a step beside its time."""

    note: str = ""
    decision: str = ""
    hearing_at: datetime | None = None
    warrant_number: str = ""
    facility_id: int | None = None


NO_DETAILS = StepDetails()


def carry_out_effects(
    viewer: Viewer, proceeding: Proceeding, move: Move, day: date, details: StepDetails
) -> dict[str, object]:
    """Write the warrant or custody that a step is about, and return their columns of the step."""
    if move is Move.ISSUE_WARRANT:
        return {"warrant": _issue(viewer, proceeding, day, details)}
    if move is Move.RECALL_WARRANT:
        return _close_warrant(viewer, proceeding, day, details.note)
    if move is Move.ARREST:
        return _arrest(viewer, proceeding, day, details)
    if move is Move.SPECIALIST_PROCEED and not details.decision:
        raise RefusedError(Objection("decision", "Choose the decision."))
    if move in {Move.SET_HEARING, Move.ADJOURN} and details.hearing_at is None:
        raise RefusedError(Objection("hearing_at", "Say when the hearing is."))
    return {}


def _issue(viewer: Viewer, proceeding: Proceeding, day: date, details: StepDetails) -> Warrant:
    if not details.warrant_number:
        raise RefusedError(Objection("warrant_number", "Give the number of the warrant."))
    entry = WarrantEntry(
        number=details.warrant_number,
        kind=KIND_OF_WARRANT[Kind(proceeding.kind)],
        issued_on=day,
    )
    return record_warrant(
        _who(viewer, Permission.WARRANT_RECORD), proceeding.person_id, entry=entry
    )


def _close_warrant(
    viewer: Viewer, proceeding: Proceeding, day: date, note: str
) -> dict[str, object]:
    warrant = running_warrant(proceeding)
    if warrant is None:
        return {}
    who = _who(viewer, Permission.WARRANT_RECORD)
    closed = recall_warrant(who, warrant.pk, recalled_on=day, reason=note or "Recalled")
    return {"warrant": closed}


def _arrest(
    viewer: Viewer, proceeding: Proceeding, day: date, details: StepDetails
) -> dict[str, object]:
    warrant = running_warrant(proceeding)
    columns: dict[str, object] = {}
    if warrant is not None:
        who = _who(viewer, Permission.WARRANT_RECORD)
        reason = details.note or "Arrested on the warrant"
        columns["warrant"] = serve_warrant(who, warrant.pk, served_on=day, reason=reason)
    custody = _in_jail(proceeding, day) or _book(viewer, proceeding, day, details)
    return columns | ({"custody": custody} if custody else {})


def _in_jail(proceeding: Proceeding, day: date) -> CustodyPeriod | None:
    return CustodyPeriod.objects.filter(
        person_id=proceeding.person_id,
        superseded_at=None,
        kind=CustodyKind.JAIL,
        began_on__lte=day,
        ended_on=None,
    ).first()


def _book(
    viewer: Viewer, proceeding: Proceeding, day: date, details: StepDetails
) -> CustodyPeriod | None:
    if details.facility_id is None:
        return None
    stay = Stay(
        kind=CustodyKind.JAIL,
        began_on=day,
        facility_id=details.facility_id,
        admission_reason=f"{proceeding.get_kind_display()} violation",
    )
    return record_custody(_who(viewer, Permission.CUSTODY_RECORD), proceeding.person_id, stay=stay)


def running_warrant(proceeding: Proceeding) -> Warrant | None:
    """Return the warrant of this proceeding that is out."""
    step = proceeding.steps.filter(move=Move.ISSUE_WARRANT, superseded_at=None).last()
    if step is None or step.warrant is None:
        return None
    return Warrant.objects.filter(
        number=step.warrant.number, superseded_at=None, status=WarrantStatus.ACTIVE
    ).first()


def put_violation_on_record(
    viewer: Viewer, proceeding: Proceeding, *, is_new_sentence: bool
) -> ParoleViolation | None:
    """Record the parole violation from which time computation takes the dead time.

    It is declared on the day of the warrant, or else of the report; the person is available from
    the arrest. Nothing is recorded where the record holds no release on parole.
    """
    parole = (
        ParoleRelease.objects.filter(person_id=proceeding.person_id, superseded_at=None)
        .order_by("-released_on", "-pk")
        .first()
    )
    if parole is None:
        return None
    declared_on = _day_of(proceeding, Move.ISSUE_WARRANT) or _day_of(proceeding, Move.SUBMIT)
    if declared_on is None:
        return None
    known = parole.violations.filter(superseded_at=None, declared_on=declared_on).first()
    if known is not None:
        return known
    kind = ParoleViolationKind.NEW_SENTENCE if is_new_sentence else ParoleViolationKind.TECHNICAL
    return record_parole_violation(
        _who(viewer, Permission.CUSTODY_RECORD),
        parole.pk,
        kind=kind,
        declared_on=declared_on,
        available_on=_day_of(proceeding, Move.ARREST) or declared_on,
    )


def _day_of(proceeding: Proceeding, move: Move) -> date | None:
    step = ProceedingStep.objects.filter(
        proceeding=proceeding, move=move, superseded_at=None
    ).last()
    return localdate(step.at) if step else None


def _who(viewer: Viewer, permission: Permission) -> Viewer:
    """Return the viewer, or the system in the place of one who decides and does not record."""
    return viewer if viewer.may(permission) else RECORDER
