"""What the compact does by itself: withdrawals take effect, and the calendar goes on."""

import logging
from datetime import date

from celery import shared_task
from django.db import OperationalError
from django.utils import timezone

from interstate.selectors.replaying import HistoryError
from interstate.selectors.worklist import cases_that_turn
from interstate.services import reminders
from interstate.services.activities import withdraw_what_is_due
from interstate.services.events import follow_the_calendar
from ots.audit.context import request_id
from timecomp.engine.calendar import eastern_day

log = logging.getLogger(__name__)


@shared_task(name="interstate.tasks.withdraw")
def withdraw() -> int:
    """Let withdrawals take effect whose time to undo has passed; returns how many."""
    with request_id():
        return withdraw_what_is_due()


@shared_task(
    name="interstate.tasks.turn_the_day", autoretry_for=(OperationalError,), retry_backoff=True
)
def turn_the_day() -> int:
    """Keep what the calendar alone changes by today; returns how many cases changed."""
    today = eastern_day(timezone.now())
    with request_id():
        return sum(_turned(key, today) for key in cases_that_turn(today))


@shared_task(name="interstate.tasks.remind", autoretry_for=(OperationalError,), retry_backoff=True)
def remind() -> int:
    """Put the day's reminders in the outbox; sent twice, the second time changes nothing."""
    with request_id():
        return reminders.remind()


def _turned(case_id: int, today: date) -> bool:
    try:
        return follow_the_calendar(case_id, today)
    except HistoryError:
        # One case for a person to look at holds up no other.
        log.exception("The compact case [%s] does not follow from its events.", case_id)
        return False
