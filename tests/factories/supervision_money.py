"""Debts and payments, recorded as the services record them."""

from datetime import date
from decimal import Decimal

from offenders.models import Person
from supervision.models import Debt, JointRestitution, LedgerEntry
from supervision.services.ledger import ChargeEntry, PaymentEntry, charge, record_payment
from tests.factories.person import RECORDER

ORDERED_ON = date(2025, 1, 10)
DUE_ON = date(2025, 2, 10)


def owe(
    person: Person,
    amount: str = "100.00",
    *,
    kind: str = "fine",
    ordered_on: date = ORDERED_ON,
    due_on: date = DUE_ON,
    joint: JointRestitution | None = None,
) -> Debt:
    """Charge the person with a debt."""
    entry = ChargeEntry(
        kind=kind,
        amount=Decimal(amount),
        ordered_on=ordered_on,
        due_on=due_on,
        joint_id=joint.pk if joint else None,
    )
    made = charge(RECORDER, person.pk, entry=entry)
    debt = made.postings.get(account="owed").debt
    assert debt is not None
    return debt


def pay(person: Person, amount: str, *, paid_on: date = date(2025, 3, 1)) -> LedgerEntry:
    """Record a payment in cash."""
    entry = PaymentEntry(amount=Decimal(amount), paid_on=paid_on, method="cash")
    return record_payment(RECORDER, person.pk, entry=entry)


def joint_loss(amount: str = "100.00") -> JointRestitution:
    """Return a loss that several may owe together."""
    return JointRestitution.objects.create(
        docket_number="24-000123-FH", amount=Decimal(amount), ordered_on=ORDERED_ON
    )
