"""Reporting what happened, and stating how far it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO
from uuid import UUID, uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from offenders.services.facts import add_fact, correct_fact, write_fact
from offenders.services.refusals import Objection, RefusedError
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from ots.core.uploads.errors import UploadRefusedError
from ots.core.uploads.intake import take_in
from ots.core.uploads.kinds import JPEG, MEGABYTE, PDF, PNG
from supervision.choices.incident import AbilityToPay, AllegationState, IncidentSource
from supervision.models import Allegation, Evidence, Incident, SupervisionPeriod, ViolationCode
from supervision.rules.violation_codes import ViolationType

LARGEST_EVIDENCE = 10 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What surrounds an incident beside its code and its times."""

    notes: str = ""
    informant: str = IncidentSource.OFFICER
    conditions: Sequence[str] = ()
    aggravators: Sequence[str] = ()
    mitigators: Sequence[str] = ()
    ability_to_pay: str = ""
    # Incidents of one episode are one violation where the law counts them.
    episode: UUID | None = None
    source: str = ""
    # The drug test it rests on: no answer beyond a word until that is confirmed or admitted.
    drug_test_id: int | None = None


NOTHING_MORE = Circumstances()


def report_incident(  # noqa: PLR0913  one keyword a fact
    viewer: Viewer,
    *,
    person_id: int,
    code: str,
    occurred_at: datetime,
    discovered_at: datetime | None = None,
    circumstances: Circumstances = NOTHING_MORE,
    token: UUID | None = None,
) -> Incident:
    """Record what happened; it stands as alleged unless it is information only.

    Severity and legal type are those of the code that day. Raises ``RefusedError`` for an unknown
    code, for times still to come, and where the ability to pay has to be told and is not.
    """
    viewer.require(Permission.VIOLATION_REPORT)
    found = _code(code)
    _check_times(occurred_at, discovered_at or timezone.now())
    _check_money(found, circumstances)

    @transaction.atomic
    def write() -> Incident:
        incident = _write(viewer, person_id, found, occurred_at, discovered_at, circumstances)
        if not incident.is_information:
            _allege(viewer, incident)
        record(Event.INCIDENT_REPORTED, actor=viewer.user, target=incident, person_id=person_id)
        return incident

    return once(token, Event.INCIDENT_REPORTED, Incident, write)


def state_allegation(
    viewer: Viewer, incident: Incident, *, state: AllegationState, on: date, reason: str
) -> Allegation:
    """State how far an incident is shown, in place of what was stated before."""
    viewer.require(Permission.VIOLATION_REPORT)
    standing = Allegation.objects.filter(incident=incident, superseded_at=None).first()
    if standing is None:
        raise RefusedError(
            Objection("state", "This is information: it cannot be held against the person.")
        )
    return correct_fact(
        viewer,
        standing,
        person_id=incident.person_id,
        reason=reason,
        event=Event.ALLEGATION_STATED,
        state=state,
        stated_on=on,
    )


def add_evidence(
    viewer: Viewer,
    incident: Incident,
    *,
    title: str,
    upload: BinaryIO,
    token: UUID | None = None,
) -> Evidence:
    """Keep a picture or document that shows the incident; refused unless it is what it says."""
    viewer.require(Permission.VIOLATION_REPORT)
    event = Event.EVIDENCE_ADDED

    def write() -> Evidence:
        try:
            taken = take_in(upload, allowed=(JPEG, PNG, PDF), largest=LARGEST_EVIDENCE)
        except UploadRefusedError as error:
            raise RefusedError(Objection("file", str(error))) from error
        # The name says nothing about the person: names of files end up in logs.
        file = ContentFile(taken.content, name=f"{uuid4().hex}{taken.kind.extension}")
        return add_fact(
            viewer,
            Evidence,
            person_id=incident.person_id,
            event=event,
            incident=incident,
            title=title,
            file=file,
        )

    return once(token, event, Evidence, write)


def _code(code: str) -> ViolationCode:
    found = ViolationCode.objects.filter(code=code, is_active=True).first()
    if found is None:
        raise RefusedError(Objection("code", f"[{code}] is no code in use: choose another."))
    return found


def _check_times(occurred_at: datetime, discovered_at: datetime) -> None:
    if discovered_at > timezone.now():
        raise RefusedError(Objection("discovered_at", "That is still to come: check the time."))
    if occurred_at > discovered_at:
        raise RefusedError(
            Objection("occurred_at", "It cannot have happened after it was found out: check both.")
        )


def _check_money(code: ViolationCode, told: Circumstances) -> None:
    if code.asks_ability_to_pay and told.ability_to_pay not in AbilityToPay.values:
        raise RefusedError(
            Objection(
                "ability_to_pay",
                "Say whether the person could have paid: owing alone is no violation.",
            )
        )


def _write(  # noqa: PLR0913  the parts of one fact
    viewer: Viewer,
    person_id: int,
    code: ViolationCode,
    occurred_at: datetime,
    discovered_at: datetime | None,
    told: Circumstances,
) -> Incident:
    # Named only if told: who may not change money reports what is not about money all the same.
    money = {"ability_to_pay": told.ability_to_pay} if told.ability_to_pay else {}
    return write_fact(
        viewer,
        Incident,
        person_id=person_id,
        event=Event.INCIDENT_REPORTED,
        period=_term_on(person_id, timezone.localdate(occurred_at)),
        code=code,
        severity=code.severity,
        legal_type=code.legal_type,
        occurred_at=occurred_at,
        discovered_at=discovered_at or timezone.now(),
        episode=told.episode or uuid4(),
        informant=told.informant,
        conditions=list(told.conditions),
        notes=told.notes,
        aggravators=list(told.aggravators),
        mitigators=list(told.mitigators),
        is_information=is_information(code, told.ability_to_pay),
        source=told.source,
        drug_test_id=told.drug_test_id,
        **money,
    )


def is_information(code: ViolationCode, ability_to_pay: str) -> bool:
    """Say whether an incident is kept as information alone and never held against the person."""
    unable = code.asks_ability_to_pay and ability_to_pay == AbilityToPay.UNABLE
    return unable or code.legal_type == ViolationType.INFORMATION


def _allege(viewer: Viewer, incident: Incident) -> None:
    write_fact(
        viewer,
        Allegation,
        person_id=incident.person_id,
        event=Event.INCIDENT_REPORTED,
        incident=incident,
        state=AllegationState.ALLEGED,
        stated_on=timezone.localdate(incident.discovered_at),
    )


def _term_on(person_id: int, day: date) -> SupervisionPeriod | None:
    """Return the term of supervision that ran on the day."""
    terms = SupervisionPeriod.objects.filter(person_id=person_id, superseded_at=None)
    for term in terms:
        if term.began_on <= day and (term.ended_on is None or day < term.ended_on):
            return term
    return None
