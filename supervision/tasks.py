"""What supervision does by itself: one small function each."""

from datetime import date

from celery import shared_task
from django.db import OperationalError
from django.utils import timezone

from ots.access.viewer import system_viewer
from ots.audit.context import request_id
from supervision.services import instalments, outbox, outings, random_selection, reminders
from supervision.services.conditions.due import open_what_falls_due
from supervision.services.conditions.ending import end_expired
from supervision.services.eligibility import refresh_everybody
from supervision.services.obligations.nightly import refresh_stretch, stretches


@shared_task(name="supervision.tasks.refresh_obligations")
def refresh_obligations() -> int:
    """Bring what is due of everybody up to date, stretch by stretch; returns how many stretches."""
    today = timezone.localdate().isoformat()
    sent = 0
    for first, last in stretches():
        refresh_obligations_of.delay(first, last, today)
        sent += 1
    return sent


@shared_task(
    name="supervision.tasks.refresh_obligations_of",
    autoretry_for=(OperationalError,),
    retry_backoff=True,
)
def refresh_obligations_of(first: int, last: int, today: str) -> int:
    """Bring one stretch up to date; sent twice, the second time changes nothing."""
    with request_id():
        return refresh_stretch(first, last, today=date.fromisoformat(today)).opened


@shared_task(name="supervision.tasks.compute_eligibility")
def compute_eligibility() -> int:
    """Compute for everybody on supervision what he is eligible for; returns the rows changed."""
    with request_id():
        return refresh_everybody(timezone.localdate())


@shared_task(name="supervision.tasks.plan_reminders")
def plan_reminders() -> int:
    """Write the reminders of the next days into the outbox; returns how many were looked at."""
    with request_id():
        return reminders.plan_reminders(timezone.now())


@shared_task(name="supervision.tasks.send_messages")
def send_messages() -> int:
    """Send what the outbox holds and is due; returns how many messages went."""
    with request_id():
        return outbox.send_due(timezone.now())


@shared_task(name="supervision.tasks.call_out_overdue")
def call_out_overdue() -> int:
    """Raise the alarms of agents who are overdue from visits, and send them at once."""
    now = timezone.now()
    with request_id():
        raised = outings.call_out_overdue(now)
        if raised:
            outbox.send_due(now)
    return raised


@shared_task(name="supervision.tasks.draw_tests")
def draw_tests() -> int:
    """Draw who is tested this month, and commit to the seeds of the next; returns the draws."""
    with request_id():
        return random_selection.draw_month(today=timezone.localdate(), at=timezone.now())


@shared_task(name="supervision.tasks.open_instalments")
def open_instalments() -> int:
    """Open the instalments that fall due soon; returns how many are open."""
    with request_id():
        return instalments.open_due_instalments(today=timezone.localdate())


@shared_task(name="supervision.tasks.turn_conditions")
def turn_conditions() -> int:
    """End conditions whose order has run out, and open what the others ask for from today."""
    with request_id():
        today = timezone.localdate()
        end_expired(system_viewer("turn_conditions"), today=today)
        return open_what_falls_due(today=today)
