"""Incidents as those who handle them read them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.oversight.models import Incident, IncidentNotice, IncidentStep, ReportingTime
from ots.oversight.models.incident import ENDED, NEXT, IncidentState


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident in the list."""

    incident: Incident
    state: IncidentState
    told: int

    @property
    def is_open(self) -> bool:
        """Say whether it is still to be handled."""
        return self.state not in ENDED


@dataclass(frozen=True, slots=True)
class IncidentRead:
    """One incident whole."""

    incident: Incident
    state: IncidentState
    steps: tuple[IncidentStep, ...]
    notices: tuple[IncidentNotice, ...]

    @property
    def next_states(self) -> tuple[IncidentState, ...]:
        """Return what may follow."""
        return NEXT[self.state]

    @property
    def took(self) -> timedelta:
        """Return the time from discovery to report."""
        return self.incident.reported_at - self.incident.discovered_at


def incidents(viewer: Viewer) -> list[IncidentLine]:
    """List the incidents, those to be handled first; one query."""
    viewer.require(Permission.INCIDENT_HANDLE)
    found = Incident.objects.annotate(state=_state(), told=Count("notices"))
    lines = [IncidentLine(row, IncidentState(row.state), row.told) for row in found]
    return sorted(lines, key=lambda line: not line.is_open)


def incident_read(viewer: Viewer, number: int) -> IncidentRead | None:
    """Return one incident with its steps and whom it was told."""
    viewer.require(Permission.INCIDENT_HANDLE)
    found = Incident.objects.annotate(state=_state()).select_related("reported_by")
    row = found.filter(pk=number).first()
    if row is None:
        return None
    return IncidentRead(
        incident=row,
        state=IncidentState(row.state),
        steps=tuple(row.steps.select_related("taken_by")),
        notices=tuple(row.notices.select_related("recorded_by")),
    )


def open_incidents(viewer: Viewer) -> int:
    """Return how many incidents are still to be handled."""
    viewer.require(Permission.INCIDENT_HANDLE)
    return Incident.objects.annotate(state=_state()).exclude(state__in=ENDED).count()


def reporting_hours(moment: datetime) -> int | None:
    """Return within how many hours what is noticed at the moment is to be reported."""
    rule = ReportingTime.objects.filter(since__lte=timezone.localdate(moment)).first()
    return rule.hours if rule else None


def _state() -> Coalesce:
    steps = IncidentStep.objects.filter(incident=OuterRef("pk")).order_by("-taken_at", "-pk")
    return Coalesce(Subquery(steps.values("state")[:1]), Value(IncidentState.REPORTED.value))
