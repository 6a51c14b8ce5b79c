"""What the record does by itself each night."""

from celery import shared_task
from django.utils import timezone

from offenders.services.turning_days import refresh_statuses_that_turned
from ots.audit.context import request_id


@shared_task(name="offenders.tasks.refresh_statuses")
def refresh_statuses() -> int:
    """Set the status of people whose custody, parole or term began or ended by the calendar."""
    with request_id():
        return refresh_statuses_that_turned(timezone.localdate())
