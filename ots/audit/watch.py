"""The watch over the trail: whether it still takes entries, and whether they are sealed in time."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.core.mail import send_mail
from django.db import DatabaseError, transaction
from django.utils import timezone

from ots.audit.events import Event
from ots.audit.models import AuditEntry, AuditSeal, Outcome
from ots.audit.months import is_catch_all_empty
from ots.audit.sealing import RestoredError, seal_entries
from ots.audit.services import JsonValue, record
from ots.audit.verification import unsealed_since, verify

logger = logging.getLogger("ots.audit.watch")

# CJIS Security Policy AU-5: who is responsible learns of a failure within an hour.
LONGEST_LAG: Final = timedelta(minutes=30)
# The same alarm is not sent again before.
QUIET: Final = timedelta(minutes=55)


@dataclass(frozen=True, slots=True)
class State:
    """How the trail stands."""

    seals: int
    head: str
    sealed_at: datetime | None
    unsealed_since: datetime | None
    checked_at: datetime | None
    check_passed: bool
    troubles: tuple[str, ...]


def state(*, now: datetime | None = None) -> State:
    """Return how the trail stands and what is wrong with it."""
    moment = now or timezone.now()
    last = AuditSeal.objects.defer("entry_ids", "leaves").order_by("-number").first()
    oldest = unsealed_since()
    checked = AuditEntry.objects.filter(event=Event.TRAIL_CHECKED.name).order_by("-timestamp")
    check = checked.only("timestamp", "outcome").first()
    passed = check is None or check.outcome == Outcome.SUCCESS
    return State(
        seals=last.number if last else 0,
        head=last.digest if last else "",
        sealed_at=last.sealed_at if last else None,
        unsealed_since=oldest,
        checked_at=check.timestamp if check else None,
        check_passed=passed,
        troubles=tuple(_troubles(oldest, moment, check_passed=passed)),
    )


def _troubles(oldest: datetime | None, now: datetime, *, check_passed: bool) -> list[str]:
    found = []
    if oldest is not None and now - oldest > LONGEST_LAG:
        found.append(
            f"Entries since {timezone.localtime(oldest):%Y-%m-%d %H:%M} are not sealed. "
            "Is the worker running? Look for a transaction that does not end."
        )
    if not is_catch_all_empty():
        found.append("Entries lie outside of every month: run the task that makes months.")
    if not check_passed:
        found.append("The last check of the trail found something: run manage.py verify_audit.")
    return found


def watch(*, now: datetime | None = None) -> State | None:
    """Write a trial entry and look at the state; tell the contacts of every trouble.

    Returns nothing when the trail takes no entry at all.
    """
    try:
        with transaction.atomic():
            record(Event.TRAIL_WATCHED, actor=None)
        found = state(now=now)
    except DatabaseError as error:
        logger.critical("The trail takes no entries: %s", error)
        _mail("The audit trail takes no entries", str(error))
        return None
    if found.troubles:
        _alarm(found.troubles, now or timezone.now())
    return found


def _alarm(troubles: tuple[str, ...], now: datetime) -> None:
    text = "\n".join(troubles)
    logger.critical("The audit trail needs attention: %s", text)
    told = AuditEntry.objects.filter(event=Event.TRAIL_ALARMED.name, timestamp__gt=now - QUIET)
    if not told.exists():
        record(Event.TRAIL_ALARMED, actor=None, details={"troubles": list(troubles)})
        _mail("The audit trail needs attention", text)


def check_whole_trail() -> bool:
    """Check every entry and seal, record the result, and tell the contacts when it is bad."""
    report = verify()
    messages: list[JsonValue] = [finding.message for finding in report.findings]
    record(
        Event.TRAIL_CHECKED,
        actor=None,
        outcome=Outcome.SUCCESS if report.is_sound else Outcome.ERROR,
        details={
            "entries": report.entries,
            "seals": report.seals,
            "head": report.head,
            "findings": messages[:100],
        },
    )
    if not report.is_sound:
        _mail("The audit trail was tampered with", "\n".join(map(str, messages[:100])))
    return report.is_sound


def send_head(*, now: datetime | None = None) -> None:
    """Mail the head of the chain to the contacts: kept by them, it cannot be rewritten here."""
    found = state(now=now)
    _mail(
        f"Audit trail: seal {found.seals}",
        f"Seal {found.seals} of {found.sealed_at}: {found.head}\n"
        "Keep this message. 'manage.py verify_audit --anchor FILE' compares with it.\n"
        f'{{"number": {found.seals}, "digest": "{found.head}"}}',
    )


def seal_and_tell() -> int:
    """Seal what is ready; return how many entries. A restored database raises the alarm."""
    try:
        return sum(len(seal.entry_ids) for seal in seal_entries())
    except RestoredError as error:
        _alarm((str(error),), timezone.now())
        return 0


def _mail(subject: str, text: str) -> None:
    if settings.AUDIT_CONTACTS:
        send_mail(f"[OTS] {subject}", text, None, settings.AUDIT_CONTACTS)
