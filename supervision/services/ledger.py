"""The ledger: charges, payments, waivers and reversals, each an entry whose sides balance."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone

from offenders.services.facts import write_fact
from offenders.services.refusals import Objection, RefusedError
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.money import Account, EntryKind
from supervision.models import Debt, JointRestitution, LedgerEntry
from supervision.rules.allocation import NOTHING, allocate
from supervision.selectors.balances import credit_of, owed_of
from supervision.services.instalments import note_instalments_paid
from supervision.services.joint_restitution import (
    left_of_loss,
    tell_joint_debtors,
    untell_joint_debtors,
)
from supervision.services.obligations import withdraw_done
from supervision.services.posting import lock, post


@dataclass(frozen=True, slots=True)
class ChargeEntry:
    """What is owed, for what, by which order and until when."""

    kind: str
    amount: Decimal
    ordered_on: date
    due_on: date
    case_id: int | None = None
    joint_id: int | None = None
    payee: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class PaymentEntry:
    """Money that came: how much, when, how, and for which case if the payer said so."""

    amount: Decimal
    paid_on: date
    method: str
    reference: str = ""
    case_id: int | None = None


@dataclass(frozen=True, slots=True)
class WaiverEntry:
    """How much is no longer owed, from when and on what ground."""

    amount: Decimal
    waived_on: date
    ground: str
    reason: str


@transaction.atomic
def charge(
    viewer: Viewer, person_id: int, *, entry: ChargeEntry, token: UUID | None = None
) -> LedgerEntry:
    """Record a debt with its charge; money held for the person pays it at once."""
    viewer.require(Permission.MONEY_RECORD)
    if entry.amount <= 0:
        raise RefusedError(Objection("amount", "Enter an amount above zero."))
    if entry.due_on < entry.ordered_on:
        raise RefusedError(Objection("due_on", "That is before it was ordered."))
    return once(token, Event.DEBT_CHARGED, LedgerEntry, lambda: _charge(viewer, person_id, entry))


def _charge(viewer: Viewer, person_id: int, entry: ChargeEntry) -> LedgerEntry:
    lock(person_id)
    _check_joint(entry)
    debt = write_fact(
        viewer,
        Debt,
        person_id=person_id,
        event=Event.DEBT_CHARGED,
        kind=entry.kind,
        case_id=entry.case_id,
        joint_id=entry.joint_id,
        payee=entry.payee,
        ordered_on=entry.ordered_on,
        due_on=entry.due_on,
        description=entry.description,
    )
    made = post(
        viewer,
        person_id,
        kind=EntryKind.CHARGE,
        on=entry.ordered_on,
        sides=[(Account.OWED, debt.pk, entry.amount), (Account.LEVIED, None, -entry.amount)],
    )
    record(Event.DEBT_CHARGED, actor=viewer.user, target=made, person_id=person_id)
    _apply_credit(viewer, person_id, on=timezone.localdate())
    return made


def _check_joint(entry: ChargeEntry) -> None:
    if entry.joint_id is None:
        return
    left = left_of_loss(get_object_or_404(JointRestitution, pk=entry.joint_id))
    if entry.amount > left:
        message = f"Of the loss owed together [{left}] is left: charge no more than that."
        raise RefusedError(Objection("amount", message))


@transaction.atomic
def record_payment(
    viewer: Viewer, person_id: int, *, entry: PaymentEntry, token: UUID | None = None
) -> LedgerEntry:
    """Record money received and divide it among the debts; what no debt takes is held."""
    viewer.require(Permission.MONEY_RECORD)
    if entry.amount <= 0:
        raise RefusedError(Objection("amount", "Enter an amount above zero."))
    if entry.paid_on > timezone.localdate():
        raise RefusedError(Objection("paid_on", "That is still to come."))
    return once(token, Event.PAYMENT_RECORDED, LedgerEntry, lambda: _pay(viewer, person_id, entry))


def _pay(viewer: Viewer, person_id: int, entry: PaymentEntry) -> LedgerEntry:
    lock(person_id)
    owed = owed_of(person_id, case_id=entry.case_id)
    divided = allocate(entry.amount, owed, entry.paid_on)
    parts = dict(divided.parts)
    if entry.case_id is not None and divided.unapplied:
        # What the case named does not take pays what is owed besides.
        rest = [each for each in owed_of(person_id) if each.debt_id not in parts]
        further = allocate(divided.unapplied, rest, entry.paid_on)
        parts |= dict(further.parts)
        divided = further
    made = post(
        viewer,
        person_id,
        kind=EntryKind.PAYMENT,
        on=entry.paid_on,
        method=entry.method,
        reference=entry.reference,
        sides=[
            (Account.RECEIVED, None, entry.amount),
            *((Account.OWED, debt_id, -amount) for debt_id, amount in parts.items()),
            (Account.CREDIT, None, -divided.unapplied),
        ],
    )
    tell_joint_debtors(made, parts)
    record(Event.PAYMENT_RECORDED, actor=viewer.user, target=made, person_id=person_id)
    note_instalments_paid(made)
    return made


def _apply_credit(viewer: Viewer, person_id: int, *, on: date) -> None:
    """Let money held for the person pay what is owed."""
    held = credit_of(person_id)
    if held <= 0:
        return
    divided = allocate(held, owed_of(person_id), on)
    if divided.applied <= 0:
        return
    made = post(
        viewer,
        person_id,
        kind=EntryKind.APPLICATION,
        on=on,
        sides=[
            (Account.CREDIT, None, divided.applied),
            *((Account.OWED, debt_id, -amount) for debt_id, amount in divided.parts),
        ],
    )
    tell_joint_debtors(made, dict(divided.parts))


@transaction.atomic
def waive(
    viewer: Viewer, person_id: int, debt_id: int, *, entry: WaiverEntry, token: UUID | None = None
) -> LedgerEntry:
    """Record that part or all of a debt is no longer owed, on what ground."""
    viewer.require(Permission.MONEY_ADJUST)
    debt = get_object_or_404(Debt, pk=debt_id, person_id=person_id, superseded_at__isnull=True)

    def write() -> LedgerEntry:
        lock(person_id)
        left = next((each.left for each in owed_of(person_id) if each.debt_id == debt.pk), NOTHING)
        if not 0 < entry.amount <= left:
            message = f"[{left}] is left of it: waive no more than that, and more than nothing."
            raise RefusedError(Objection("amount", message))
        made = post(
            viewer,
            person_id,
            kind=EntryKind.WAIVER,
            on=entry.waived_on,
            ground=entry.ground,
            reason=entry.reason,
            sides=[
                (Account.WAIVED, None, entry.amount),
                (Account.OWED, debt.pk, -entry.amount),
            ],
        )
        record(Event.DEBT_WAIVED, actor=viewer.user, target=made, person_id=person_id)
        return made

    return once(token, Event.DEBT_WAIVED, LedgerEntry, write)


@transaction.atomic
def reverse(viewer: Viewer, person_id: int, entry_id: int, *, reason: str) -> LedgerEntry:
    """Undo an entry by another that turns each of its sides; both stay."""
    viewer.require(Permission.MONEY_ADJUST)
    lock(person_id)
    old = get_object_or_404(LedgerEntry, pk=entry_id, person_id=person_id)
    if old.kind in (EntryKind.REVERSAL, EntryKind.PAID_BY_OTHER):
        raise RefusedError(Objection("reason", "Reverse the entry that it follows from instead."))
    if LedgerEntry.objects.filter(reverses=old).exists():
        raise RefusedError(Objection("reason", "This entry is reversed already."))
    made = post(
        viewer,
        person_id,
        kind=EntryKind.REVERSAL,
        on=timezone.localdate(),
        reason=reason,
        reverses=old,
        sides=[(each.account, each.debt_id, -each.amount) for each in old.postings.all()],
    )
    _refuse_less_than_nothing(person_id)
    untell_joint_debtors(old, made)
    withdraw_done(source=old)
    record(Event.ENTRY_REVERSED, actor=viewer.user, target=made, person_id=person_id)
    return made


def _refuse_less_than_nothing(person_id: int) -> None:
    """Refuse a reversal after which more would be paid than was ever owed."""
    if credit_of(person_id) < 0:
        message = "Money held from it has paid other debts since: reverse that first."
        raise RefusedError(Objection("reason", message))
    if any(each.left < 0 for each in owed_of(person_id)):
        message = "Payments stand on this charge: reverse them first."
        raise RefusedError(Objection("reason", message))
