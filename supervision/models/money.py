"""What a person owes: debts, and a ledger of entries whose two sides come to nothing."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from offenders.models.legal import CourtCase
from offenders.models.person import Person, PersonFact
from supervision.choices import money as choices
from supervision.models.dated import Dated

# Ten digits before the cents: numeric(12,2).
DIGITS, CENTS = 12, 2
ZERO_ON_OTHERS = Q(account="owed", debt__isnull=False) | ~Q(account="owed") & Q(debt__isnull=True)


class JointRestitution(models.Model):
    """A loss that several people owe together; each of them owes the whole until it is paid."""

    docket_number = models.CharField(max_length=40)
    amount = models.DecimalField(max_digits=DIGITS, decimal_places=CENTS)
    ordered_on = models.DateField()

    class Meta:
        """Newest first."""

        ordering = ["-ordered_on", "-pk"]
        verbose_name_plural = "joint restitution"
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0), name="joint_restitution_is_some_money"
            )
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"joint restitution {self.pk}"


class Debt(PersonFact):
    """Something owed, as ordered; the ledger says how much of it is left."""

    kind = models.CharField(max_length=17, choices=choices.DebtKind)
    case = models.ForeignKey(
        CourtCase, on_delete=models.PROTECT, null=True, blank=True, related_name="debts"
    )
    payee = models.CharField(max_length=120, blank=True, help_text="The victim, for restitution.")
    joint = models.ForeignKey(
        JointRestitution, on_delete=models.PROTECT, null=True, blank=True, related_name="debts"
    )
    ordered_on = models.DateField()
    due_on = models.DateField(help_text="Day by which it is to be paid without a plan.")
    description = models.CharField(max_length=160, blank=True)

    class Meta(PersonFact.Meta):
        """Oldest first, as it is paid."""

        ordering = ["ordered_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(joint__isnull=True) | Q(kind="restitution"),
                name="only_restitution_is_owed_jointly",
            ),
            models.UniqueConstraint(
                fields=["joint", "person"], name="person_owes_a_joint_loss_once"
            ),
        ]


class LedgerEntry(models.Model):
    """One entry: never changed, never deleted; a mistake is reversed by another entry."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="ledger_entries")
    kind = models.CharField(max_length=13, choices=choices.EntryKind)
    on = models.DateField(help_text="The day for which it counts.")
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    method = models.CharField(max_length=11, choices=choices.PaymentMethod, blank=True)
    reference = models.CharField(
        max_length=60, blank=True, help_text="Number of the check or of the order."
    )
    ground = models.CharField(max_length=11, choices=choices.WaiverGround, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    reverses = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="reversed_by"
    )
    follows = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="followers",
        help_text="The payment of another that this entry follows from.",
    )

    class Meta:
        """Newest first; a reversal names what it reverses."""

        ordering = ["-on", "-pk"]
        verbose_name_plural = "ledger entries"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="reversal", reverses__isnull=False)
                | ~Q(kind="reversal") & Q(reverses__isnull=True),
                name="reversal_names_its_entry",
            ),
            models.CheckConstraint(
                condition=~Q(kind="payment") | ~Q(method=""), name="payment_says_how_it_came"
            ),
            models.CheckConstraint(
                condition=~Q(kind="waiver") | ~Q(ground=""), name="waiver_says_its_ground"
            ),
        ]
        indexes = [models.Index(fields=["person", "-on"], name="ledger_by_person_and_day")]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"ledger entry {self.pk}"


class Posting(models.Model):
    """One side of an entry: what an account gains (plus) or loses (minus)."""

    entry = models.ForeignKey(LedgerEntry, on_delete=models.PROTECT, related_name="postings")
    account = models.CharField(max_length=8, choices=choices.Account)
    debt = models.ForeignKey(
        Debt, on_delete=models.PROTECT, null=True, blank=True, related_name="postings"
    )
    amount = models.DecimalField(max_digits=DIGITS, decimal_places=CENTS)

    class Meta:
        """As entered; only what is owed names a debt."""

        ordering = ["entry", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(amount=0), name="posting_is_some_money"),
            models.CheckConstraint(condition=ZERO_ON_OTHERS, name="posting_owed_names_its_debt"),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"posting {self.pk}"


class AbilityToPay(PersonFact):
    """What comes in and goes out each month, and what the person can pay."""

    stated_on = models.DateField()
    household_size = models.PositiveSmallIntegerField(default=1)
    wages = models.DecimalField(max_digits=DIGITS, decimal_places=CENTS, default=0)
    benefits = models.DecimalField(max_digits=DIGITS, decimal_places=CENTS, default=0)
    other_income = models.DecimalField(max_digits=DIGITS, decimal_places=CENTS, default=0)
    housing = models.DecimalField(max_digits=DIGITS, decimal_places=CENTS, default=0)
    food = models.DecimalField(max_digits=DIGITS, decimal_places=CENTS, default=0)
    transport = models.DecimalField(max_digits=DIGITS, decimal_places=CENTS, default=0)
    medical = models.DecimalField(max_digits=DIGITS, decimal_places=CENTS, default=0)
    child_support = models.DecimalField(max_digits=DIGITS, decimal_places=CENTS, default=0)
    other_expense = models.DecimalField(max_digits=DIGITS, decimal_places=CENTS, default=0)
    can_pay = models.DecimalField(
        max_digits=DIGITS, decimal_places=CENTS, help_text="A month, as agreed or found."
    )
    note = models.CharField(max_length=300, blank=True)

    class Meta(PersonFact.Meta):
        """Newest first; a household has somebody."""

        ordering = ["-stated_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(household_size__gte=1), name="household_has_somebody"
            ),
            models.CheckConstraint(
                condition=Q(can_pay__gte=0), name="nobody_can_pay_less_than_none"
            ),
        ]


class InstalmentPlan(PersonFact):
    """An amount each week or month, from a first day until all is paid or the plan ends."""

    amount = models.DecimalField(max_digits=DIGITS, decimal_places=CENTS)
    rhythm = models.CharField(max_length=11, choices=choices.Rhythm)
    total = models.DecimalField(
        max_digits=DIGITS, decimal_places=CENTS, help_text="What was owed when it was set."
    )
    first_due_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta(PersonFact.Meta):
        """One runs at a time."""

        ordering = ["-first_due_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="instalment_is_some_money"),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(superseded_at__isnull=True, ended_on__isnull=True),
                name="person_has_one_running_plan",
            ),
        ]


class DelinquencyBand(Dated):
    """From how many days late a person counts as in this band."""

    days_from = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=60)

    class Meta:
        """The least late first."""

        ordering = ["days_from", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["days_from", "since"], name="band_begins_once_from_a_day"
            )
        ]

    def __str__(self) -> str:
        """Return the label."""
        return self.label
