"""Recording substance-use treatment, and the consents to tell an agency of it."""

from dataclasses import dataclass
from datetime import date

from django.shortcuts import get_object_or_404

from offenders.models import Treatment, TreatmentConsent
from offenders.services.facts import add_fact, correct_fact
from offenders.services.refusals import Objection, RefusedError
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event


@dataclass(frozen=True, slots=True)
class ConsentForm:
    """The signed form: to whom, what for, from which day until which day."""

    recipient_id: int
    purpose: str
    signed_on: date
    expires_on: date


@dataclass(frozen=True, slots=True)
class TreatmentEntry:
    """Where and how the person is or was treated."""

    program: str
    service: str
    began_on: date
    ended_on: date | None = None
    outcome: str = ""


def record_treatment(viewer: Viewer, person_id: int, *, entry: TreatmentEntry) -> Treatment:
    """Record treatment; whoever records it reads it again only with the person's consent."""
    viewer.require(Permission.CONSENT_RECORD)
    return add_fact(
        viewer,
        Treatment,
        person_id=person_id,
        event=Event.TREATMENT_RECORDED,
        program=entry.program,
        service=entry.service,
        began_on=entry.began_on,
        ended_on=entry.ended_on,
        outcome=entry.outcome,
    )


def record_consent(viewer: Viewer, person_id: int, *, form: ConsentForm) -> TreatmentConsent:
    """Record a written consent; from its first day the agency named may be told."""
    viewer.require(Permission.CONSENT_RECORD)
    if form.expires_on <= form.signed_on:
        raise RefusedError(Objection("expires_on", "The consent ends before it was signed."))
    return add_fact(
        viewer,
        TreatmentConsent,
        person_id=person_id,
        event=Event.CONSENT_RECORDED,
        recipient_id=form.recipient_id,
        purpose=form.purpose,
        signed_on=form.signed_on,
        expires_on=form.expires_on,
    )


def revoke_consent(
    viewer: Viewer, person_id: int, consent_id: int, *, revoked_on: date, reason: str
) -> TreatmentConsent:
    """Record that the person took the consent back; from that day nobody is told on its ground."""
    viewer.require(Permission.CONSENT_RECORD)
    standing = TreatmentConsent.objects.filter(superseded_at=None, revoked_on=None)
    old = get_object_or_404(standing, pk=consent_id, person_id=person_id)
    if revoked_on < old.signed_on:
        raise RefusedError(Objection("revoked_on", "That is before the consent was signed."))
    return correct_fact(
        viewer,
        old,
        person_id=person_id,
        reason=reason,
        event=Event.CONSENT_REVOKED,
        revoked_on=revoked_on,
    )
