"""What is left of each debt, what is held, and how late somebody is: as of any day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce

from supervision.choices.money import Account, EntryKind
from supervision.models import Debt, DelinquencyBand, InstalmentPlan, Posting
from supervision.models.dated import in_force_on
from supervision.rules.allocation import NOTHING, Owed
from supervision.rules.fees import Instalment, days_late, instalments

PAYING = (EntryKind.PAYMENT, EntryKind.APPLICATION)


@dataclass(frozen=True, slots=True)
class Lateness:
    """How many days late the oldest unpaid thing is, and the band that names it."""

    days: int
    band: str
    citation: str
    standing: str


@dataclass(frozen=True, slots=True)
class Charged:
    """A debt: when it came on record, when it is due, and what was charged."""

    at: datetime
    due_on: date
    amount: Decimal


def owed_of(person_id: int, *, case_id: int | None = None, on: date | None = None) -> list[Owed]:
    """Return the debts of which something is left; as of a day, before which all is read."""
    until = Q() if on is None else Q(postings__entry__on__lte=on)
    rows = Debt.objects.filter(person_id=person_id, superseded_at__isnull=True)
    if case_id is not None:
        rows = rows.filter(case_id=case_id)
    totals = rows.annotate(left=Coalesce(Sum("postings__amount", filter=until), NOTHING))
    return [Owed(each.pk, each.kind, each.ordered_on, each.left) for each in totals if each.left]


def left_of(debt_id: int) -> Decimal:
    """Return what is left of one debt."""
    total = Posting.objects.filter(debt_id=debt_id).aggregate(total=Sum("amount"))["total"]
    return total or NOTHING


def credit_of(person_id: int, *, on: date | None = None) -> Decimal:
    """Return what is held for the person because no debt took it."""
    rows = Posting.objects.filter(entry__person_id=person_id, account=Account.CREDIT)
    if on is not None:
        rows = rows.filter(entry__on__lte=on)
    return -(rows.aggregate(total=Sum("amount"))["total"] or NOTHING)


def owed_by_many(person_ids: Iterable[int], *, on: date) -> dict[int, Decimal]:
    """Return what each of many people owes as of a day: one query."""
    rows = (
        Posting.objects.filter(
            entry__person_id__in=list(person_ids), account=Account.OWED, entry__on__lte=on
        )
        .values("entry__person_id")
        .annotate(total=Sum("amount"))
    )
    return {each["entry__person_id"]: each["total"] for each in rows}


def lateness_of_many(person_ids: Iterable[int], *, on: date) -> dict[int, Lateness]:
    """Return how late each of many people is: four queries, however many."""
    ids = list(person_ids)
    due = _due_of(ids, on)
    paid = _paid_of(ids, on)
    bands = list(DelinquencyBand.objects.filter(in_force_on(on)).order_by("-days_from"))
    return {
        person_id: _banded(days_late(due.get(person_id, ()), paid[person_id], on), bands)
        for person_id in ids
    }


def _due_of(ids: list[int], on: date) -> Mapping[int, list[Instalment]]:
    """What was due when: by the plan that runs, and by its own day what the plan leaves out."""
    debts = _charged(ids, on)
    due = {
        person_id: [Instalment(each.due_on, each.amount) for each in found]
        for person_id, found in debts.items()
    }
    plans = InstalmentPlan.objects.filter(
        person_id__in=ids, superseded_at__isnull=True, ended_on__isnull=True
    )
    return due | {plan.person_id: _by_plan(plan, debts[plan.person_id]) for plan in plans}


def _by_plan(plan: InstalmentPlan, debts: Iterable[Charged]) -> list[Instalment]:
    before = sum((each.amount for each in debts if each.at <= plan.recorded_at), NOTHING)
    # What was paid before the plan was set covers this part, and none of the instalments.
    paid_before = Instalment(date.min, max(before - plan.total, NOTHING))
    later = [Instalment(each.due_on, each.amount) for each in debts if each.at > plan.recorded_at]
    parts = instalments(plan.amount, plan.rhythm, plan.first_due_on, total=plan.total)
    return [paid_before, *parts, *later]


def _charged(ids: list[int], on: date) -> dict[int, list[Charged]]:
    """By person, the debts with what was charged on each: waivers taken off, payments not."""
    until = Q(postings__entry__on__lte=on)
    paying = Q(postings__entry__kind__in=PAYING) | Q(postings__entry__reverses__kind__in=PAYING)
    rows = Debt.objects.filter(person_id__in=ids, superseded_at__isnull=True).annotate(
        left=Coalesce(Sum("postings__amount", filter=until), NOTHING),
        paid=Coalesce(Sum("postings__amount", filter=until & paying), NOTHING),
    )
    charged: dict[int, list[Charged]] = defaultdict(list)
    for each in rows:
        charged[each.person_id].append(
            Charged(each.recorded_at, each.due_on, each.left - each.paid)
        )
    return charged


def _paid_of(ids: list[int], on: date) -> Mapping[int, Decimal]:
    rows = (
        Posting.objects.filter(
            Q(entry__kind__in=PAYING) | Q(entry__reverses__kind__in=PAYING),
            entry__person_id__in=ids,
            account=Account.OWED,
            entry__on__lte=on,
        )
        .values("entry__person_id")
        .annotate(total=Sum("amount"))
    )
    paid: dict[int, Decimal] = defaultdict(lambda: NOTHING)
    paid.update({each["entry__person_id"]: -each["total"] for each in rows})
    return paid


def _banded(days: int, bands: Iterable[DelinquencyBand]) -> Lateness:
    for band in bands:
        if days >= band.days_from:
            return Lateness(days, band.label, band.citation, band.standing)
    return Lateness(days, "", "", "")
