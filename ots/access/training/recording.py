"""Recording that a user completed a course, and taking a wrong record back."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils import timezone

from ots.access.models import Course, TrainingRecord, User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.context import occasion
from ots.audit.events import Event
from ots.audit.services import record


class TrainingRefusedError(Exception):
    """The record is not taken; the message says why."""


@dataclass(frozen=True, slots=True)
class Completed:
    """What was completed and when; without a day on which it lapses the course's months count."""

    course: Course
    completed_on: date
    certificate_number: str = ""
    expires_on: date | None = None

    def lapses_on(self) -> date:
        """Return the first day on which it no longer counts."""
        return self.expires_on or self.completed_on + relativedelta(months=self.course.valid_months)


@transaction.atomic
def record_training(viewer: Viewer, user: User, completed: Completed) -> TrainingRecord:
    """Record that a user completed a course; nobody records his own."""
    _check(viewer, user)
    lapses_on = completed.lapses_on()
    if completed.completed_on > timezone.localdate():
        raise TrainingRefusedError("It cannot be completed on a day still to come.")
    if lapses_on <= completed.completed_on:
        raise TrainingRefusedError("It must count for a day at least: give a later last day.")
    event = Event.TRAINING_RECORDED
    with occasion(event.name):
        made = TrainingRecord.objects.create(
            user=user,
            course=completed.course,
            completed_on=completed.completed_on,
            expires_on=lapses_on,
            certificate_number=completed.certificate_number,
            recorded_by=viewer.user,
        )
    record(event, actor=viewer.user, target=made, details=_details(made))
    return made


@transaction.atomic
def withdraw_training(viewer: Viewer, training: TrainingRecord, *, reason: str) -> None:
    """Take a wrong record back: it stays readable and no longer counts."""
    _check(viewer, training.user)
    if not reason.strip():
        raise TrainingRefusedError("Say why the record is taken back.")
    standing = TrainingRecord.objects.filter(pk=training.pk, superseded_at__isnull=True)
    if not standing.update(superseded_at=timezone.now()):
        raise TrainingRefusedError("The record was taken back before.")
    event = Event.TRAINING_WITHDRAWN
    record(event, actor=viewer.user, target=training, reason=reason, details=_details(training))


def _check(viewer: Viewer, user: User) -> None:
    viewer.require(Permission.TRAINING_RECORD)
    if viewer.user == user:
        raise TrainingRefusedError("Somebody else records your own training.")


def _details(training: TrainingRecord) -> dict[str, str | int]:
    return {"account": training.user_id, "course": training.course.code}
