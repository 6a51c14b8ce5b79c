"""Reporting a security incident, handling it step by step, and recording who was told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone

from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event
from ots.audit.services import record
from ots.oversight.models import Incident, IncidentNotice, IncidentStep, ReportingTime
from ots.oversight.models.incident import NEXT, IncidentState


class IncidentRefusedError(Exception):
    """The report, step or notice is not taken; the message says why."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """What somebody noticed."""

    kind: str
    discovered_at: datetime
    where: str
    description: str
    may_concern_records: bool
    why_late: str = ""


def hours_to_report(discovered_at: datetime) -> int:
    """Return within how many hours an incident discovered then is to be reported."""
    day = timezone.localdate(discovered_at)
    rule = ReportingTime.objects.filter(since__lte=day).first()
    if rule is None:
        raise IncidentRefusedError(f"No time to report is known for [{day}]: enter one first.")
    return rule.hours


@transaction.atomic
def report_incident(viewer: Viewer, noticed: Noticed) -> Incident:
    """Take a report down and tell those who handle incidents; any user may report."""
    reporter = _named(viewer)
    now = timezone.now()
    if noticed.discovered_at > now:
        raise IncidentRefusedError("It cannot be noticed at a time still to come.")
    incident = Incident(
        kind=noticed.kind,
        discovered_at=noticed.discovered_at,
        hours=hours_to_report(noticed.discovered_at),
        where=noticed.where,
        description=noticed.description,
        may_concern_records=noticed.may_concern_records,
        why_late=noticed.why_late,
        reported_by=reporter,
        reported_at=now,
    )
    if incident.is_late and not noticed.why_late.strip():
        raise IncidentRefusedError("The time to report it is over: say why it comes late.")
    incident.save()
    details: dict[str, str | int | bool] = {"kind": incident.kind, "late": incident.is_late}
    record(Event.SECURITY_REPORTED, actor=reporter, target=incident, details=details)
    transaction.on_commit(partial(_tell_handlers, incident), robust=True)
    return incident


@transaction.atomic
def move_on(viewer: Viewer, incident: Incident, *, state: str, note: str) -> IncidentStep:
    """Take the next step: where the incident stands now, and what was done."""
    handler = _handler(viewer)
    Incident.objects.select_for_update().get(pk=incident.pk)
    if state not in NEXT[state_of(incident)]:
        raise IncidentRefusedError("Choose one of the steps offered: somebody was faster.")
    if not note.strip():
        raise IncidentRefusedError("Say what was done.")
    step = IncidentStep.objects.create(
        incident=incident, state=state, note=note, taken_by=handler, taken_at=timezone.now()
    )
    record(Event.SECURITY_MOVED, actor=handler, target=incident, details={"state": state})
    return step


@transaction.atomic
def record_notice(
    viewer: Viewer, incident: Incident, *, told: str, means: str, told_at: datetime
) -> IncidentNotice:
    """Record who outside was told, by what means and when."""
    handler = _handler(viewer)
    now = timezone.now()
    if not incident.discovered_at <= told_at <= now:
        raise IncidentRefusedError("Give a time between the discovery and now.")
    notice = IncidentNotice.objects.create(
        incident=incident,
        told=told,
        means=means,
        told_at=told_at,
        recorded_by=handler,
        recorded_at=now,
    )
    record(Event.SECURITY_TOLD, actor=handler, target=incident, details={"means": means})
    return notice


def note_print(viewer: Viewer, incident: Incident) -> None:
    """Take down that the incident left as a document."""
    record(Event.SECURITY_PRINTED, actor=_handler(viewer), target=incident)


def state_of(incident: Incident) -> str:
    """Return where the incident stands."""
    last = incident.steps.last()
    return last.state if last else IncidentState.REPORTED


def _named(viewer: Viewer) -> User:
    viewer.require(Permission.HOME_VIEW)
    if viewer.user is None:
        raise NotAllowedError("A report has the name of the one who made it.")
    return viewer.user


def _handler(viewer: Viewer) -> User:
    viewer.require(Permission.INCIDENT_HANDLE)
    return _named(viewer)


def _tell_handlers(incident: Incident) -> None:
    """Mail those who handle incidents that there is one; what it says stays in the system."""
    addresses = sorted({*settings.AUDIT_CONTACTS, *_addresses_of_handlers()})
    if addresses:
        send_mail(
            f"Security incident {incident.pk} was reported",
            f"Open the list of incidents in OTS. It was noticed at {incident.discovered_at:%c %Z}.",
            None,
            addresses,
        )


def _addresses_of_handlers() -> Iterable[str]:
    handlers = User.objects.filter(
        is_active=True, groups__permissions__codename=Permission.INCIDENT_HANDLE.codename
    )
    return handlers.exclude(email="").values_list("email", flat=True)
