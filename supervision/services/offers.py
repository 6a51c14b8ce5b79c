"""Offering a case to another office; its supervisor takes it for an agent, or declines."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from offenders.models import Person
from offenders.services.facts import replace_fact, write_fact
from offenders.services.refusals import Objection, RefusedError
from offenders.services.submissions import once
from ots.access.models import Office, User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.transfer import OfferState
from supervision.models import CaseOffer
from supervision.services.cases import AssignmentError, Placement, assign_case


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferEntry:
    """To which office, why, and what the next agent has to know."""

    to_office: Office
    why: str
    handover: str
    reason: str = ""


def offer_case(
    viewer: Viewer, person_id: int, entry: OfferEntry, *, token: UUID | None = None
) -> CaseOffer:
    """Offer the case; its office keeps it until the other takes it.

    Raises ``RefusedError`` for a person without an office, for the own office, or a second offer.
    """
    viewer.require(Permission.CASE_ASSIGN)
    from_office = Person.objects.get(pk=person_id).office
    if from_office is None:
        raise RefusedError(Objection("", "The person has no office: assign the case first."))
    if from_office == entry.to_office:
        raise RefusedError(Objection("to_office", "The case is at this office already."))
    if _open_offer(person_id) is not None:
        raise RefusedError(Objection("", "The case is offered already: withdraw that offer first."))

    def write() -> CaseOffer:
        offer = write_fact(
            viewer,
            CaseOffer,
            person_id=person_id,
            event=Event.CASE_OFFERED,
            from_office=from_office,
            to_office=entry.to_office,
            why=entry.why,
            handover=entry.handover,
            reason=entry.reason,
            offered_on=timezone.localdate(),
        )
        record(Event.CASE_OFFERED, actor=viewer.user, target=offer, person_id=person_id)
        return offer

    return once(token, Event.CASE_OFFERED, CaseOffer, write)


@transaction.atomic
def accept_case(
    viewer: Viewer, offer: CaseOffer, *, agent: User, began_on: date, answer: str
) -> CaseOffer:
    """Take the case for an agent of the office; the agent before loses it that day."""
    viewer.require(Permission.CASE_ASSIGN)
    if agent.office_id != offer.to_office_id:
        raise RefusedError(Objection("agent", f"Choose an agent of [{offer.to_office}]."))
    placement = Placement(agent=agent, office=offer.to_office, began_on=began_on)
    # Assigned first: the offer brings the person into reach only while it is open.
    try:
        assign_case(viewer, offer.person_id, placement, reason=offer.get_why_display())
    except AssignmentError as error:
        raise RefusedError(Objection("began_on", str(error))) from error
    return _answered(viewer, offer, OfferState.ACCEPTED, answer or "Accepted")


def decline_case(viewer: Viewer, offer: CaseOffer, *, answer: str) -> CaseOffer:
    """Decline the offer; the case stays where it is. Says why."""
    viewer.require(Permission.CASE_ASSIGN)
    if not answer.strip():
        raise RefusedError(Objection("answer", "Say why, so that the other office can act on it."))
    return _answered(viewer, offer, OfferState.DECLINED, answer)


def withdraw_offer(viewer: Viewer, offer: CaseOffer, *, answer: str) -> CaseOffer:
    """Take the offer back."""
    viewer.require(Permission.CASE_ASSIGN)
    return _answered(viewer, offer, OfferState.WITHDRAWN, answer or "Withdrawn")


@transaction.atomic
def _answered(viewer: Viewer, offer: CaseOffer, state: OfferState, answer: str) -> CaseOffer:
    if offer.state != OfferState.OPEN:
        raise RefusedError(Objection("", "The offer is answered already."))
    answered = replace_fact(
        viewer,
        offer,
        person_id=offer.person_id,
        reason=answer,
        event=Event.CASE_OFFER_ANSWERED,
        state=state,
        answer=answer,
        answered_by=viewer.user,
        answered_on=timezone.localdate(),
    )
    record(Event.CASE_OFFER_ANSWERED, actor=viewer.user, target=answered, person_id=offer.person_id)
    return answered


def _open_offer(person_id: int) -> CaseOffer | None:
    return CaseOffer.objects.filter(
        person_id=person_id, state=OfferState.OPEN, superseded_at__isnull=True
    ).first()
