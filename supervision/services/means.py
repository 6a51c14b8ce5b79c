"""What a person can pay, and the fee for being supervised."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from offenders.services.facts import add_fact
from offenders.services.refusals import Objection, RefusedError
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.choices.money import DebtKind
from supervision.models import AbilityToPay, LedgerEntry
from supervision.rules.fees import Fee, FeeKind, Means, Suggestion, ability_to_pay, supervision_fee
from supervision.services.ledger import ChargeEntry, charge
from timecomp.engine.manual import ManualComputation


@dataclass(frozen=True, slots=True)
class AbilityEntry:
    """The worksheet as it was filled in."""

    stated_on: date
    household_size: int
    wages: Decimal
    benefits: Decimal
    other_income: Decimal
    housing: Decimal
    food: Decimal
    transport: Decimal
    medical: Decimal
    child_support: Decimal
    other_expense: Decimal
    can_pay: Decimal
    note: str = ""

    def suggestion(self) -> Suggestion:
        """Return what the worksheet suggests."""
        income = self.wages + self.benefits + self.other_income
        expenses = (
            self.housing
            + self.food
            + self.transport
            + self.medical
            + self.child_support
            + self.other_expense
        )
        return ability_to_pay(Means(self.household_size, income, expenses), self.stated_on)


@dataclass(frozen=True, slots=True)
class FeeEntry:
    """The months of an order, of which some with electronic monitoring."""

    kind: str
    months: int
    monitored_months: int
    ordered_on: date
    due_on: date

    def fee(self) -> Fee:
        """Return the fee, or refuse what no fee can be told of."""
        try:
            return supervision_fee(
                FeeKind(self.kind),
                months=self.months,
                monitored_months=self.monitored_months,
                ordered_on=self.ordered_on,
            )
        except ManualComputation as unknown:
            raise RefusedError(Objection("ordered_on", str(unknown))) from unknown
        except ValueError as wrong:
            raise RefusedError(Objection("monitored_months", str(wrong))) from wrong


@transaction.atomic
def state_ability(viewer: Viewer, person_id: int, *, entry: AbilityEntry) -> AbilityToPay:
    """Record the worksheet and what was found that the person can pay a month."""
    viewer.require(Permission.MONEY_RECORD)
    return add_fact(
        viewer,
        AbilityToPay,
        person_id=person_id,
        event=Event.ABILITY_STATED,
        **asdict(entry),
    )


def charge_fee(
    viewer: Viewer, person_id: int, *, entry: FeeEntry, token: UUID | None = None
) -> LedgerEntry:
    """Charge the supervision fee of an order."""
    fee = entry.fee()
    words = f"{fee.plain_months} months, {fee.monitored_months} months monitored"
    owed = ChargeEntry(
        kind=DebtKind.SUPERVISION_FEE,
        amount=fee.amount,
        ordered_on=entry.ordered_on,
        due_on=entry.due_on,
        description=f"{words} ({fee.citation})",
    )
    return charge(viewer, person_id, entry=owed, token=token)
