"""Charges, payments, waivers, fees, means and instalments."""

from decimal import Decimal

from django import forms
from django.utils import timezone

from offenders.forms.entry import EntryForm, PersonEntryForm
from offenders.forms.fields import DayField, chosen, reason_field
from ots.access.forms import PlainForm
from supervision.choices.money import DebtKind, PaymentMethod, Rhythm, WaiverGround
from supervision.models import AbilityToPay, Debt, InstalmentPlan, LedgerEntry, Posting
from supervision.models.money import CENTS, DIGITS
from supervision.rules.fees import FeeKind
from supervision.selectors.money import case_choices, joint_choices
from supervision.services.instalments import PlanEntry
from supervision.services.ledger import ChargeEntry, PaymentEntry, WaiverEntry
from supervision.services.means import AbilityEntry, FeeEntry

FEE_KINDS = [
    (FeeKind.SUPERVISION.value, "Parole or probation"),
    (FeeKind.DELAYED.value, "Delayed sentence"),
]
MOST_MONTHS = 720


class DollarsField(forms.DecimalField):
    """A sum in dollars and cents; a dollar sign and commas are let be."""

    def __init__(self, *, label: str, help_text: str = "", required: bool = True) -> None:
        """Build the field."""
        super().__init__(
            label=label,
            help_text=help_text,
            required=required,
            min_value=0,
            max_digits=DIGITS,
            decimal_places=CENTS,
            widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            error_messages={
                "required": "Enter the amount.",
                "invalid": "Enter dollars and cents, as 25.50.",
            },
        )

    def to_python(self, value: object) -> Decimal | None:  # type: ignore[override]  # no integer
        """Read ``$1,025.50`` as 1025.50."""
        return super().to_python(str(value or "").replace("$", "").replace(",", "").strip())


class ChargeForm(PersonEntryForm):
    """What is owed, and by which order."""

    kind = forms.ChoiceField(label="What for", choices=DebtKind.choices)
    amount = DollarsField(label="Amount")
    ordered_on = DayField(label="Ordered on")
    due_on = DayField(label="Due on", help_text="If it is paid at once and not in parts.")
    case = forms.ChoiceField(label="Court case", required=False)
    payee = forms.CharField(
        label="Victim", required=False, max_length=120, help_text="For restitution."
    )
    joint = forms.ChoiceField(
        label="Owed together with others", required=False, help_text="For restitution alone."
    )
    description = forms.CharField(label="Note", required=False, max_length=160)

    writes = {
        **{
            name: (Debt, name)
            for name in ("kind", "ordered_on", "due_on", "case", "payee", "joint", "description")
        },
        "amount": (Posting, "amount"),
    }

    def prepare(self) -> None:
        """Offer the person's cases and the losses owed together."""
        super().prepare()
        self.offer("case", [("", "None"), *case_choices(self.person_id)])
        self.offer("joint", [("", "No"), *joint_choices()])

    def clean(self) -> dict[str, object]:
        """Refuse what only restitution has."""
        entered = super().clean() or self.cleaned_data
        if entered.get("joint") and entered.get("kind") != DebtKind.RESTITUTION:
            self.add_error("joint", "Only restitution is owed together with others.")
        return entered

    def entry(self) -> ChargeEntry:
        """Return what was entered."""
        entered = self.cleaned_data
        return ChargeEntry(
            kind=entered["kind"],
            amount=entered["amount"],
            ordered_on=entered["ordered_on"],
            due_on=entered["due_on"],
            case_id=chosen(entered["case"]),
            joint_id=chosen(entered["joint"]),
            payee=entered.get("payee", ""),
            description=entered["description"],
        )


class PaymentForm(PersonEntryForm):
    """Money that came."""

    amount = DollarsField(label="Amount")
    paid_on = DayField(label="Received on")
    method = forms.ChoiceField(label="How", choices=PaymentMethod.choices)
    reference = forms.CharField(label="Number of the check or order", required=False, max_length=60)
    case = forms.ChoiceField(
        label="For which case", required=False, help_text="If the payer said so."
    )

    writes = {
        "amount": (Posting, "amount"),
        "paid_on": (LedgerEntry, "on"),
        "method": (LedgerEntry, "method"),
        "reference": (LedgerEntry, "reference"),
        "case": (Debt, "case"),
    }

    def prepare(self) -> None:
        """Offer the person's cases; money came today unless told."""
        super().prepare()
        self.offer("case", [("", "All that is owed"), *case_choices(self.person_id)])
        self.fields["paid_on"].initial = timezone.localdate()

    def entry(self) -> PaymentEntry:
        """Return what was entered."""
        entered = self.cleaned_data
        return PaymentEntry(
            amount=entered["amount"],
            paid_on=entered["paid_on"],
            method=entered["method"],
            reference=entered["reference"],
            case_id=chosen(entered["case"]),
        )


class WaiverForm(EntryForm):
    """How much is no longer owed, and why."""

    amount = DollarsField(label="Amount waived")
    waived_on = DayField(label="From")
    ground = forms.ChoiceField(label="Ground", choices=WaiverGround.choices[1:])
    reason = reason_field("Order of March 1, 2026, docket 24-000123-FH.")

    writes = {
        "amount": (Posting, "amount"),
        "waived_on": (LedgerEntry, "on"),
        "ground": (LedgerEntry, "ground"),
    }
    unstored = frozenset({"token", "reason"})

    def entry(self) -> WaiverEntry:
        """Return what was entered."""
        names = ("amount", "waived_on", "ground", "reason")
        return WaiverEntry(**{name: self.cleaned_data[name] for name in names})


class ReversalForm(EntryForm):
    """Why an entry is undone."""

    reason = reason_field("The check was returned unpaid.")

    unstored = frozenset({"token", "reason"})


class FeeForm(EntryForm):
    """The months that a supervision fee is for."""

    kind = forms.ChoiceField(label="Under", choices=FEE_KINDS)
    months = forms.IntegerField(label="Months ordered", min_value=1, max_value=MOST_MONTHS)
    monitored_months = forms.IntegerField(
        label="Of these with electronic monitoring", min_value=0, initial=0
    )
    ordered_on = DayField(label="Day of the order")
    due_on = DayField(label="Due on")

    writes = {
        "kind": (Debt, "kind"),
        "months": (Posting, "amount"),
        "monitored_months": (Posting, "amount"),
        "ordered_on": (Debt, "ordered_on"),
        "due_on": (Debt, "due_on"),
    }

    def entry(self) -> FeeEntry:
        """Return what was entered."""
        return FeeEntry(**{name: self.cleaned_data[name] for name in self.writes})


SUMS = (
    ("wages", "Wages"),
    ("benefits", "Benefits, SSI, pension"),
    ("other_income", "Other income"),
    ("housing", "Rent or mortgage, utilities"),
    ("food", "Food"),
    ("transport", "Transport"),
    ("medical", "Medical"),
    ("child_support", "Child support"),
    ("other_expense", "Other expenses"),
)


class AbilityForm(EntryForm):
    """What comes in and goes out each month."""

    stated_on = DayField(label="As of")
    household_size = forms.IntegerField(
        label="People in the household", min_value=1, max_value=30, initial=1
    )
    wages = DollarsField(label="Wages", required=False)
    benefits = DollarsField(label="Benefits, SSI, pension", required=False)
    other_income = DollarsField(label="Other income", required=False)
    housing = DollarsField(label="Rent or mortgage, utilities", required=False)
    food = DollarsField(label="Food", required=False)
    transport = DollarsField(label="Transport", required=False)
    medical = DollarsField(label="Medical", required=False)
    child_support = DollarsField(label="Child support", required=False)
    other_expense = DollarsField(label="Other expenses", required=False)
    can_pay = DollarsField(
        label="Can pay each month",
        required=False,
        help_text="Leave empty to take what the worksheet suggests.",
    )
    note = forms.CharField(label="Note", required=False, max_length=300)

    writes = {
        name: (AbilityToPay, name)
        for name in ("stated_on", "household_size", *dict(SUMS), "can_pay", "note")
    }

    def entry(self) -> AbilityEntry:
        """Return what was entered; an empty sum is none, an empty result the suggestion."""
        entered = dict(self.cleaned_data)
        entered.pop("token", None)
        can_pay = entered.pop("can_pay")
        sums = {name: entered[name] or 0 for name in dict(SUMS)}
        filled = AbilityEntry(**{**entered, **sums, "can_pay": can_pay or 0})
        if can_pay is not None:
            return filled
        return AbilityEntry(
            **{**entered, **sums, "can_pay": filled.suggestion().monthly},
        )


class PlanForm(EntryForm):
    """How much, how often, from when."""

    amount = DollarsField(label="Each time")
    rhythm = forms.ChoiceField(label="How often", choices=Rhythm.choices, initial=Rhythm.MONTHLY)
    first_due_on = DayField(label="First due on")

    writes = {name: (InstalmentPlan, name) for name in ("amount", "rhythm", "first_due_on")}

    def entry(self) -> PlanEntry:
        """Return what was entered."""
        return PlanEntry(**{name: self.cleaned_data[name] for name in self.writes})


class AsOfForm(PlainForm):
    """The day as of which the balance is shown."""

    on = DayField(label="As of", required=False)
