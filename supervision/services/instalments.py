"""Plans of instalments, and the payments that fall due by them."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import takewhile

from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils import timezone

from offenders.services.facts import add_fact, correct_fact
from offenders.services.refusals import Objection, RefusedError
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.choices.money import Account
from supervision.models import InstalmentPlan, LedgerEntry, Posting
from supervision.rules.allocation import NOTHING
from supervision.rules.fees import Instalment, instalments
from supervision.selectors.balances import owed_of
from supervision.services.obligations import note_done, open_obligation, withdraw_obligations

# How far ahead instalments are opened: what is later is opened as it comes near.
AHEAD = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """How much, how often, from which day."""

    amount: Decimal
    rhythm: str
    first_due_on: date


@transaction.atomic
def set_plan(viewer: Viewer, person_id: int, *, entry: PlanEntry) -> InstalmentPlan:
    """Set a plan in place of the one that runs; its first instalments fall due."""
    viewer.require(Permission.MONEY_RECORD)
    total = sum((each.left for each in owed_of(person_id)), NOTHING)
    if total <= 0:
        raise RefusedError(Objection("", "Nothing is owed, so there is nothing to pay in parts."))
    if entry.first_due_on < timezone.localdate():
        raise RefusedError(Objection("first_due_on", "Begin today or later."))
    end_plan(viewer, person_id, reason="A new plan was set")
    plan = add_fact(
        viewer,
        InstalmentPlan,
        person_id=person_id,
        event=Event.INSTALMENTS_SET,
        amount=entry.amount,
        rhythm=entry.rhythm,
        total=total,
        first_due_on=entry.first_due_on,
    )
    open_instalments(plan, today=timezone.localdate())
    return plan


def end_plan(viewer: Viewer, person_id: int, *, reason: str) -> None:
    """End the plan that runs, if one does; what is still to come of it is no longer due."""
    viewer.require(Permission.MONEY_RECORD)
    today = timezone.localdate()
    running = running_plans().filter(person_id=person_id).first()
    if running is None:
        return
    withdraw_obligations(source=running, since=today)
    correct_fact(
        viewer,
        running,
        person_id=person_id,
        reason=reason,
        event=Event.INSTALMENTS_SET,
        ended_on=max(today, running.first_due_on),
    )


def running_plans() -> QuerySet[InstalmentPlan]:
    """Return the plans that run."""
    return InstalmentPlan.objects.filter(superseded_at__isnull=True, ended_on__isnull=True)


def open_instalments(plan: InstalmentPlan, *, today: date) -> int:
    """Open what falls due by the plan within the time ahead and is not paid; returns how many."""
    paid = paid_by_plan(plan)
    opened = 0
    for part in takewhile(lambda each: each.due_on <= today + AHEAD, _parts(plan)):
        paid -= part.amount
        if paid >= 0:
            continue
        open_obligation(
            person_id=plan.person_id,
            kind="payment",
            due_on=part.due_on,
            window_opens_on=min(today, part.due_on),
            source=plan,
            title=f"Instalment of ${part.amount:,.2f}",
        )
        opened += 1
    return opened


def note_instalments_paid(entry: LedgerEntry) -> None:
    """Meet the instalments that the payment completes: one for each, earliest first."""
    plan = running_plans().filter(person_id=entry.person_id).first()
    sources = [entry, *entry.postings.all()]
    if plan is None:
        note_done(person_id=entry.person_id, kind="payment", on=entry.on, source=entry)
        return
    paid = paid_by_plan(plan)
    now = _covered(plan, paid)
    before = _covered(plan, paid - _applied(entry))
    for source in sources[: now - before]:
        note_done(person_id=entry.person_id, kind="payment", on=entry.on, source=source, of=plan)


def paid_by_plan(plan: InstalmentPlan) -> Decimal:
    """Return what was received since the plan was set, reversals taken off."""
    rows = Posting.objects.filter(
        entry__person_id=plan.person_id,
        account=Account.RECEIVED,
        entry__recorded_at__gte=plan.recorded_at,
    )
    return rows.aggregate(total=Sum("amount"))["total"] or NOTHING


def _applied(entry: LedgerEntry) -> Decimal:
    rows = entry.postings.filter(account=Account.RECEIVED)
    return rows.aggregate(total=Sum("amount"))["total"] or NOTHING


def _parts(plan: InstalmentPlan) -> list[Instalment]:
    """All instalments of what was owed when the plan was set."""
    return list(instalments(plan.amount, plan.rhythm, plan.first_due_on, total=plan.total))


def _covered(plan: InstalmentPlan, paid: Decimal) -> int:
    count = 0
    for part in _parts(plan):
        paid -= part.amount
        if paid < 0:
            break
        count += 1
    return count


def open_due_instalments(*, today: date) -> int:
    """Open for everybody what falls due within the time ahead; returns how many are open."""
    plans = running_plans().iterator(chunk_size=500)
    return sum(open_instalments(plan, today=today) for plan in plans)
