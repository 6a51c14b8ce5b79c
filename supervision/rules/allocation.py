"""Which debts a payment pays, to the cent: half to victims first (MCL 775.22)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_UP, Decimal

from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

CITATION = "MCL 775.22"
CENT = Decimal("0.01")
NOTHING = Decimal("0.00")
WHOLE = 100

VICTIM_SHARE = parameter(
    "supervision.victim_share",
    title="Part of each payment that goes to victims while both they and others are owed",
    unit="percent",
    module=__name__,
    values=[Value(None, 50, f"{CITATION}(2)", Standing.RECALLED, "The wording of each year.")],
)
VICTIM_PAYMENTS = parameter(
    "supervision.victim_payments",
    title="What counts as a payment to victims",
    unit="kinds of debt",
    module=__name__,
    values=[
        Value(
            None,
            ("restitution", "victim_assessment"),
            f"{CITATION}(5)",
            Standing.RECALLED,
            "Whether the order among the two is that of the list.",
        )
    ],
)
ORDER = parameter(
    "supervision.payment_order",
    title="In which order other debts are paid",
    unit="kinds of debt",
    module=__name__,
    values=[
        Value(
            None,
            (
                "state_cost",
                "costs",
                "fine",
                "supervision_fee",
                "tether",
                "test_fee",
                "attorney",
                "reimbursement",
                "other",
            ),
            f"{CITATION}(3)",
            Standing.RECALLED,
            "The order among assessments and other payments of item (e).",
        )
    ],
)


@dataclass(frozen=True, slots=True)
class Owed:
    """What is left of a debt."""

    debt_id: int
    kind: str
    ordered_on: date
    left: Decimal


@dataclass(frozen=True, slots=True)
class Allocation:
    """What each debt gets of a payment, and what is left over."""

    parts: tuple[tuple[int, Decimal], ...]
    unapplied: Decimal

    @property
    def applied(self) -> Decimal:
        """The part that pays something."""
        return sum((amount for _, amount in self.parts), NOTHING)


def allocate(amount: Decimal, owed: Iterable[Owed], on: date) -> Allocation:
    """Divide a payment among the debts; what no debt takes is left over, never lost.

    While victims and others are owed, victims get their share; an odd cent is theirs.
    """
    if amount < 0 or amount != amount.quantize(CENT):
        raise ValueError(f"[{amount}] is no sum of money in dollars and cents.")
    unpaid = [each for each in owed if each.left > 0]
    victims = _in_order(unpaid, VICTIM_PAYMENTS.on(on).amount)
    others = _in_order(unpaid, ORDER.on(on).amount)
    to_victims = _to_victims(amount, victims, others, on)
    first, over_victims = _fill(to_victims, victims)
    then, over = _fill(amount - to_victims + over_victims, others)
    again, unapplied = _fill(over, _after(victims, first))
    return Allocation(_joined(first, then, again), unapplied)


def _to_victims(
    amount: Decimal, victims: Sequence[Owed], others: Sequence[Owed], on: date
) -> Decimal:
    if not victims or not others:
        return amount if victims else NOTHING
    share = amount * VICTIM_SHARE.on(on).amount / WHOLE
    return share.quantize(CENT, rounding=ROUND_UP)


def _in_order(owed: Iterable[Owed], kinds: Sequence[str]) -> list[Owed]:
    """The debts of these kinds, kind by kind, the oldest of a kind first."""
    place = {kind: number for number, kind in enumerate(kinds)}
    mine = [each for each in owed if each.kind in place]
    return sorted(mine, key=lambda each: (place[each.kind], each.ordered_on, each.debt_id))


def _fill(amount: Decimal, owed: Iterable[Owed]) -> tuple[dict[int, Decimal], Decimal]:
    parts: dict[int, Decimal] = {}
    for each in owed:
        part = min(amount, each.left)
        if part > 0:
            parts[each.debt_id] = part
            amount -= part
    return parts, amount


def _after(owed: Iterable[Owed], paid: dict[int, Decimal]) -> list[Owed]:
    return [
        Owed(each.debt_id, each.kind, each.ordered_on, each.left - paid.get(each.debt_id, NOTHING))
        for each in owed
    ]


def _joined(*parts: dict[int, Decimal]) -> tuple[tuple[int, Decimal], ...]:
    total: dict[int, Decimal] = {}
    for part in parts:
        for debt_id, amount in part.items():
            total[debt_id] = total.get(debt_id, NOTHING) + amount
    return tuple(total.items())
