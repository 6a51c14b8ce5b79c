"""Leave to travel: asked for, decided, reported back."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from offenders.services.facts import add_fact, check_person, correct_fact
from offenders.services.refusals import Objection, RefusedError, refused_by
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.choices.travel import TravelStatus
from supervision.models import TravelPermit
from supervision.rules.traveling import Check, Finding

REFUSALS = {
    "travel_ends_after_it_begins": Objection(
        "returns_on", "The return cannot be before the departure: check the days."
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelEntry:
    """Where a person wants to go, when and why."""

    departs_on: date
    returns_on: date
    place: str
    state: str
    purpose: str
    transport: str
    address: str = ""
    phone: str = ""
    companions: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Granted or denied, why, and on which conditions."""

    status: str
    decision: str
    conditions: str = ""


def ask_to_travel(
    viewer: Viewer, person_id: int, entry: TravelEntry, *, token: UUID | None = None
) -> TravelPermit:
    """Record a request to travel."""
    viewer.require(Permission.TRAVEL_PERMIT)

    def write() -> TravelPermit:
        with refused_by(REFUSALS):
            return add_fact(
                viewer,
                TravelPermit,
                person_id=person_id,
                event=Event.TRAVEL_ASKED,
                asked_on=timezone.localdate(),
                status=TravelStatus.REQUESTED,
                **asdict(entry),
            )

    return once(token, Event.TRAVEL_ASKED, TravelPermit, write)


def decide_travel(
    viewer: Viewer, permit_id: int, decision: Decision, *, checks: tuple[Check, ...]
) -> TravelPermit:
    """Grant or deny a request; what the checks found is kept with the decision.

    Raises ``RefusedError`` where it is decided already, or a check stops it.
    """
    permit = _permit(viewer, permit_id)
    if permit.status != TravelStatus.REQUESTED:
        raise RefusedError(Objection("status", "This request is decided already."))
    stops = [each.found for each in checks if each.finding is Finding.STOP]
    if decision.status == TravelStatus.GRANTED and stops:
        raise RefusedError(Objection("status", f"This cannot be granted: {', '.join(stops)}."))
    return correct_fact(
        viewer,
        permit,
        person_id=permit.person_id,
        reason=decision.decision[:200],
        event=Event.TRAVEL_DECIDED,
        status=decision.status,
        decision=decision.decision,
        conditions=decision.conditions,
        decided_on=timezone.localdate(),
        checks=[asdict(each) for each in checks],
    )


def report_back(viewer: Viewer, permit_id: int, *, back_on: date, report: str) -> TravelPermit:
    """Record that the person is back, and what was reported."""
    permit = _permit(viewer, permit_id)
    if permit.status != TravelStatus.GRANTED:
        raise RefusedError(Objection("back_on", "Only a trip that was granted has a return."))
    if back_on > timezone.localdate():
        raise RefusedError(Objection("back_on", "This cannot be on a day still to come."))
    return correct_fact(
        viewer,
        permit,
        person_id=permit.person_id,
        reason="Return reported",
        event=Event.TRAVEL_ENDED,
        status=TravelStatus.RETURNED,
        back_on=back_on,
        return_report=report,
    )


def _permit(viewer: Viewer, permit_id: int) -> TravelPermit:
    viewer.require(Permission.TRAVEL_PERMIT)
    permit = TravelPermit.objects.filter(pk=permit_id, superseded_at=None).first()
    if permit is None:
        raise RefusedError(Objection("", "The request was changed meanwhile: open it again."))
    check_person(viewer, permit.person_id)
    return permit
