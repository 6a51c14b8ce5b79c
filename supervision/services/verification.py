"""Recording checks of work and home."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.utils import timezone

from offenders.models import Address, Employment
from offenders.services.facts import add_fact
from offenders.services.refusals import Objection, RefusedError
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.choices.verification import Approval, CheckResult, ResidenceMethod
from supervision.models import EmploymentCheck, ResidenceCheck
from supervision.services.obligations import note_done

OWN_WORD = "own_word"
PROOF = "proof"


@dataclass(frozen=True, slots=True)
class EmploymentEntry:
    """What was found of the person's work, how and when."""

    occupation: str
    method: str
    checked_on: date
    result: str
    job_id: int | None = None
    ended_because: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ResidenceEntry:
    """What was found where the person lives, how and when."""

    kind: str
    method: str
    checked_on: date
    result: str
    address_id: int | None = None
    approval: str = Approval.NOT_ASKED
    landlord: str = ""
    household: str = ""
    hazards: str = ""
    note: str = ""


def check_employment(
    viewer: Viewer, person_id: int, *, entry: EmploymentEntry, token: UUID | None = None
) -> EmploymentCheck:
    """Record a check of employment; one that confirms is the proof that was due."""
    viewer.require(Permission.VISIT_RECORD)
    _check(entry)
    if entry.job_id is not None:
        get_object_or_404(Employment, pk=entry.job_id, person_id=person_id)

    def write() -> EmploymentCheck:
        event = Event.WORK_CHECKED
        values = asdict(entry)
        made = add_fact(viewer, EmploymentCheck, person_id=person_id, event=event, **values)
        _tell(made, entry)
        return made

    return once(token, Event.WORK_CHECKED, EmploymentCheck, write)


def check_residence(
    viewer: Viewer, person_id: int, *, entry: ResidenceEntry, token: UUID | None = None
) -> ResidenceCheck:
    """Record a check of a residence; one that confirms is the proof that was due."""
    viewer.require(Permission.VISIT_RECORD)
    _check(entry)
    if entry.approval == Approval.APPROVED and entry.method != ResidenceMethod.VISIT:
        raise RefusedError(Objection("approval", "A home is approved after a visit to it."))
    if entry.address_id is not None:
        get_object_or_404(Address, pk=entry.address_id, person_id=person_id)

    def write() -> ResidenceCheck:
        event = Event.HOME_CHECKED
        values = asdict(entry)
        made = add_fact(viewer, ResidenceCheck, person_id=person_id, event=event, **values)
        _tell(made, entry)
        return made

    return once(token, Event.HOME_CHECKED, ResidenceCheck, write)


def _check(entry: EmploymentEntry | ResidenceEntry) -> None:
    if entry.checked_on > timezone.localdate():
        raise RefusedError(Objection("checked_on", "That is still to come."))
    if entry.method == OWN_WORD and entry.result == CheckResult.CONFIRMED:
        message = "The person's word alone confirms nothing: choose how it was confirmed."
        raise RefusedError(Objection("method", message))


def _tell(made: EmploymentCheck | ResidenceCheck, entry: EmploymentEntry | ResidenceEntry) -> None:
    if entry.result == CheckResult.CONFIRMED:
        note_done(person_id=made.person_id, kind=PROOF, on=entry.checked_on, source=made)
