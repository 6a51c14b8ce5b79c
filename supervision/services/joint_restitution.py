"""Restitution that several owe together: what one pays, the others owe no more."""

from collections.abc import Mapping
from decimal import Decimal

from django.db.models import Q, Sum

from supervision.choices.money import Account, EntryKind
from supervision.models import Debt, JointRestitution, LedgerEntry, Posting
from supervision.rules.allocation import NOTHING
from supervision.selectors.balances import left_of
from supervision.services.posting import lock, post_unasked

PAYING = (EntryKind.PAYMENT, EntryKind.APPLICATION)


def left_of_loss(joint: JointRestitution) -> Decimal:
    """Return what of the loss nobody has paid yet."""
    paid = Posting.objects.filter(
        Q(entry__kind__in=PAYING) | Q(entry__reverses__kind__in=PAYING),
        account=Account.OWED,
        debt__joint=joint,
    )
    return joint.amount + (paid.aggregate(total=Sum("amount"))["total"] or NOTHING)


def tell_joint_debtors(entry: LedgerEntry, parts: Mapping[int, Decimal]) -> None:
    """Reduce what others owe of a loss to what is left of it after the payment."""
    paid = Debt.objects.filter(pk__in=list(parts), joint__isnull=False).select_related("joint")
    for debt in paid:
        if debt.joint is not None:
            _reduce_others(entry, debt, left_of_loss(debt.joint))


def _reduce_others(entry: LedgerEntry, paid: Debt, left: Decimal) -> None:
    others = Debt.objects.filter(joint=paid.joint, superseded_at__isnull=True).exclude(pk=paid.pk)
    lock(*others.values_list("person_id", flat=True))
    for other in others:
        excess = left_of(other.pk) - left
        if excess > 0:
            post_unasked(
                other.person_id,
                kind=EntryKind.PAID_BY_OTHER,
                on=entry.on,
                follows=entry,
                sides=[(Account.JOINT, None, excess), (Account.OWED, other.pk, -excess)],
            )


def untell_joint_debtors(old: LedgerEntry, reversal: LedgerEntry) -> None:
    """Turn what followed from an entry that is reversed."""
    standing = LedgerEntry.objects.filter(follows=old, reversed_by__isnull=True)
    lock(*standing.values_list("person_id", flat=True))
    for each in standing.prefetch_related("postings"):
        post_unasked(
            each.person_id,
            kind=EntryKind.REVERSAL,
            on=reversal.on,
            reverses=each,
            follows=reversal,
            sides=[(side.account, side.debt_id, -side.amount) for side in each.postings.all()],
        )
