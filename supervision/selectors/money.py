"""What a person owes and has paid, as the viewer may see it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from offenders.models import CourtCase
from offenders.selectors.reading import Reading
from ots.access.fields import Masked
from ots.access.scopes import in_scope
from supervision.choices.money import Account, DebtKind, EntryKind
from supervision.models import (
    AbilityToPay,
    Debt,
    InstalmentPlan,
    JointRestitution,
    LedgerEntry,
    Posting,
)
from supervision.rules.allocation import NOTHING
from supervision.selectors.balances import Lateness, credit_of, lateness_of_many, left_of, owed_of


@dataclass(frozen=True, slots=True)
class DebtLine:
    """A debt and what of it is left."""

    debt: Masked
    left: Decimal


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry of the ledger: what moved, and where it went."""

    entry: Masked
    amount: Decimal
    parts: tuple[tuple[str, Decimal], ...]
    is_reversed: bool
    may_be_reversed: bool


@dataclass(frozen=True, slots=True)
class MoneySheet:
    """What is owed as of a day."""

    on: date
    total: Decimal
    credit: Decimal
    debts: list[DebtLine]
    lateness: Lateness
    plan: Masked | None
    ability: Masked | None


def money_of(reading: Reading, person_id: int, *, on: date) -> MoneySheet | None:
    """Return what the person owes as of a day; nothing to one who may not see money."""
    if not reading.sees(LedgerEntry, "kind"):
        return None
    left = {each.debt_id: each.left for each in owed_of(person_id, on=on)}
    rows = in_scope(reading.viewer, Debt.objects.all(), person="person")
    found = rows.filter(person_id=person_id, superseded_at=None, ordered_on__lte=on)
    return MoneySheet(
        on=on,
        total=sum(left.values(), NOTHING),
        credit=credit_of(person_id, on=on),
        debts=[
            DebtLine(reading.masked(each), left.get(each.pk, NOTHING))
            for each in found.select_related("case")
        ],
        lateness=lateness_of_many([person_id], on=on)[person_id],
        plan=_newest(reading, InstalmentPlan.objects.filter(ended_on=None), person_id),
        ability=_newest(reading, AbilityToPay.objects.all(), person_id),
    )


def _newest(
    reading: Reading,
    rows: "QuerySet[InstalmentPlan] | QuerySet[AbilityToPay]",
    person_id: int,
) -> Masked | None:
    found = rows.filter(person_id=person_id, superseded_at=None).first()
    return reading.masked(found) if found else None


def sees_entries(reading: Reading) -> bool:
    """Say whether the viewer sees entries of ledgers at all."""
    return reading.sees(LedgerEntry, "kind")


def entries_of(reading: Reading, person_id: int) -> QuerySet[LedgerEntry]:
    """Return the entries of a person's ledger, the newest first; to be cut into pages."""
    rows = in_scope(reading.viewer, LedgerEntry.objects.all(), person="person")
    if not sees_entries(reading):
        return rows.none()
    sides = Posting.objects.select_related("debt")
    return (
        rows.filter(person_id=person_id)
        .select_related("reversed_by", "reverses")
        .prefetch_related(Prefetch("postings", sides))
    )


def lines_of_entries(reading: Reading, entries: "list[LedgerEntry]") -> list[EntryLine]:
    """Return what each entry moved."""
    return [_line(reading, entry) for entry in entries]


def entry_line(reading: Reading, person_id: int, entry_id: int) -> EntryLine:
    """Return one entry; 404 where the person has no such entry."""
    return _line(reading, get_object_or_404(entries_of(reading, person_id), pk=entry_id))


def debt_line(reading: Reading, person_id: int, debt_id: int) -> DebtLine:
    """Return one debt with what is left; 404 where the person has no such debt."""
    rows = in_scope(reading.viewer, Debt.objects.all(), person="person")
    found = rows.filter(person_id=person_id, superseded_at=None)
    debt = get_object_or_404(found, pk=debt_id)
    reading.sees(Debt, "kind")
    return DebtLine(reading.masked(debt), left_of(debt.pk))


def case_choices(person_id: int) -> list[tuple[int, str]]:
    """Return the person's cases by docket number, as choices of a form."""
    rows = CourtCase.objects.filter(person_id=person_id)
    return list(rows.values_list("pk", "docket_number"))


def joint_choices() -> list[tuple[int, str]]:
    """Return the losses owed jointly by docket number, as choices of a form."""
    rows = JointRestitution.objects.values_list("pk", "docket_number", "amount")
    return [(key, f"{docket}: ${amount:,.2f}") for key, docket, amount in rows]


def _line(reading: Reading, entry: LedgerEntry) -> EntryLine:
    sides = list(entry.postings.all())
    is_reversed = hasattr(entry, "reversed_by")
    return EntryLine(
        entry=reading.masked(entry),
        amount=sum((each.amount for each in sides if each.amount > 0), NOTHING),
        parts=tuple((_word(each), abs(each.amount)) for each in sides if _is_part(each)),
        is_reversed=is_reversed,
        may_be_reversed=not is_reversed
        and entry.kind not in (EntryKind.REVERSAL, EntryKind.PAID_BY_OTHER),
    )


def _is_part(side: Posting) -> bool:
    return side.account in (Account.OWED, Account.CREDIT)


def _word(side: Posting) -> str:
    if side.debt is None:
        return "Held for the person"
    return DebtKind(side.debt.kind).label
