"""What supervision does by itself: one small function each."""

from datetime import date

from celery import shared_task
from django.db import OperationalError
from django.utils import timezone

from ots.audit.context import request_id
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
