"""Excusing what is due: by decision with a reason, or by the code of an acceptable absence."""

from django.db import models, transaction
from django.utils import timezone

from offenders.services.facts import check_person
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.obligation import Excuse, ObligationKind
from supervision.models import Obligation
from supervision.rules.outcomes import EXCUSED
from supervision.services.obligations.marking import label_of
from supervision.services.obligations.refreshing import refresh_person
from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

ASKS_SUPERVISOR = parameter(
    "supervision.excuse_asks_supervisor",
    title="Kinds of what is due that only a supervisor excuses",
    unit="kinds",
    module=__name__,
    values=[
        Value(
            None,
            (
                ObligationKind.ASSESSMENT.value,
                ObligationKind.REGISTRATION.value,
                ObligationKind.TEST.value,
                ObligationKind.RECORD_CHECK.value,
            ),
            "Default of the agency; edit it",
            Standing.INFERRED,
            "The agency's own list.",
        )
    ],
)


class ExcuseError(Exception):
    """The thing cannot be excused so; the message says why."""


def asks_supervisor(kind: str) -> bool:
    """Say whether only a supervisor excuses things of the kind."""
    return kind in ASKS_SUPERVISOR.on(timezone.localdate()).amount


def may_excuse(viewer: Viewer, kind: str) -> bool:
    """Say whether the viewer's role excuses things of the kind."""
    if asks_supervisor(kind) and not viewer.may(Permission.OBLIGATION_WAIVE):
        return False
    return viewer.may(Permission.OBLIGATION_EXCUSE)


@transaction.atomic
def excuse(viewer: Viewer, obligation_id: int, *, reason: str) -> Obligation:
    """Excuse one live thing by decision; the standard comes round again after it would have been
    due.

    Raises ``NotAllowedError``, or ``ExcuseError`` if it is met or excused already, or no reason is
    given.
    """
    row = Obligation.objects.select_for_update().get(pk=obligation_id)
    check_person(viewer, row.person_id)
    viewer.require(Permission.OBLIGATION_EXCUSE)
    if asks_supervisor(row.kind):
        viewer.require(Permission.OBLIGATION_WAIVE)
    if not reason.strip():
        raise ExcuseError("Say why it is excused: the reason is kept with it.")
    if row.closed_on is not None:
        raise ExcuseError("It is closed already: it was met, excused or its time has passed.")
    _close(row, Excuse.DECISION, reason.strip())
    row.excused_by, row.excused_at = viewer.user, timezone.now()
    row.save()
    record(Event.OBLIGATION_EXCUSED, actor=viewer.user, target=row, person_id=row.person_id)
    refresh_person(row.person_id)
    return row


@transaction.atomic
def excuse_absence(*, source: models.Model, code: str, reason: str = "") -> list[int]:
    """Excuse what was opened for ``source``, an appointment, by the code of an acceptable absence.

    Raises ``ExcuseError`` if the code excuses nothing; returns the rows' keys.
    """
    if code.lower() not in EXCUSED:
        raise ExcuseError(f"[{code}] is no acceptable absence: choose one that is.")
    rows = list(
        Obligation.objects.filter(
            source_label=label_of(source), source_id=source.pk, closed_on=None
        ).select_for_update()
    )
    for row in rows:
        _close(row, Excuse.ABSENCE, reason or code.upper())
        row.save()
    return [row.pk for row in rows]


def _close(row: Obligation, why: Excuse, reason: str) -> None:
    row.excuse, row.excuse_reason = why, reason
    row.closed_on = timezone.localdate()
