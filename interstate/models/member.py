"""The members of the compact, their offices, and who works there."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q, Value

from interstate import choices
from ots.access.models import User
from ots.core.spans import DateSpan


class Member(models.Model):
    """A state or territory that belongs to the compact."""

    code = models.CharField(max_length=2, primary_key=True, help_text="Postal code.")
    name = models.CharField(max_length=40, unique=True)
    region = models.CharField(max_length=8, choices=choices.Region)
    is_ours = models.BooleanField(default=False, help_text="The state that runs this system.")

    class Meta:
        """Alphabetical; one state is ours."""

        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_ours"], condition=Q(is_ours=True), name="one_member_is_ours"
            )
        ]

    def __str__(self) -> str:
        """Return the state's name."""
        return self.name


class CompactOffice(models.Model):
    """A member's compact office; members that keep probation and parole apart have two."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="offices")
    kind = models.CharField(
        max_length=9, choices=choices.OfficeKind, default=choices.OfficeKind.BOTH
    )
    name = models.CharField(max_length=120)
    telephone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    address = models.TextField(blank=True)
    administrator = models.CharField(
        max_length=120, blank=True, help_text="Deputy compact administrator, printed on packets."
    )
    is_on_portal = models.BooleanField(
        default=True, help_text="Whether the public portal names this office."
    )
    source = models.CharField(max_length=200, blank=True, help_text="Where the contact is from.")

    class Meta:
        """By member; one office a kind."""

        ordering = ["member", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["member", "kind"], name="one_compact_office_a_kind")
        ]

    def __str__(self) -> str:
        """Return the office's name."""
        return self.name


class Delegate(models.Model):
    """A user's part in the compact's work of one office, and who stands in when away."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="delegate")
    office = models.ForeignKey(CompactOffice, on_delete=models.PROTECT, related_name="delegates")
    post = models.CharField(max_length=10, choices=choices.Post, default=choices.Post.AGENT)
    reports_to = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reporting",
        help_text="The supervisor who sees activities before the compact office; else none.",
    )
    away_from = models.DateField(null=True, blank=True)
    away_until = models.DateField(null=True, blank=True, help_text="First day back.")
    covered_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="covering"
    )
    is_active = models.BooleanField(default=True, help_text="Nothing is routed to a closed post.")

    class Meta:
        """By office and name; nobody stands in for himself, an absence ends."""

        ordering = ["office", "user__last_name", "user__first_name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reports_to__isnull=True) | ~Q(reports_to=F("id")),
                name="nobody_reports_to_himself",
            ),
            models.CheckConstraint(
                condition=Q(away_from__isnull=True)
                | (
                    Q(away_until__gt=F("away_from"))
                    & Q(covered_by__isnull=False)
                    & ~Q(covered_by=F("id"))
                ),
                name="who_is_away_is_covered_until_a_day",
            ),
        ]

    def __str__(self) -> str:
        """Return who it is."""
        return str(self.user)


class Closing(models.Model):
    """Days on which a member's office is closed; they are shown and move no limit."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="closings")
    began_on = models.DateField()
    ended_on = models.DateField(help_text="First day open again.")
    note = models.CharField(max_length=120)

    class Meta:
        """By day, no day twice."""

        ordering = ["began_on"]
        constraints = [
            ExclusionConstraint(
                name="closings_of_a_member_never_overlap",
                expressions=[
                    ("member", RangeOperators.EQUAL),
                    (DateSpan("began_on", "ended_on", Value("[)")), RangeOperators.OVERLAPS),
                ],
            )
        ]

    def __str__(self) -> str:
        """Return the note."""
        return self.note
