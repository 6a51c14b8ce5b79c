"""Courts, cases, charges and how they ended."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from offenders import choices
from offenders.models.closed import OpenRows
from offenders.models.person import Person, PersonFact
from ots.access.closures import Closure
from ots.access.models import Agency, County, Fact


class Court(models.Model):
    """A court that hears criminal cases."""

    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=choices.CourtKind)
    county = models.ForeignKey(County, on_delete=models.PROTECT, null=True, blank=True)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="courts"
    )

    class Meta:
        """Alphabetical."""

        ordering = ["name"]

    def __str__(self) -> str:
        """Return the court's name."""
        return self.name


class Statute(models.Model):
    """An offence as the law names it, with its class and statutory maximum, while in force."""

    mcl = models.CharField("MCL", max_length=32, help_text="Section, as 750.529.")
    pacc = models.CharField("PACC", max_length=16, blank=True, help_text="Prosecutor's code.")
    title = models.CharField(max_length=160)
    category = models.CharField(max_length=24, blank=True)
    offense_class = models.CharField(max_length=12, blank=True)
    maximum_months = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum_days = models.PositiveSmallIntegerField(null=True, blank=True)
    is_life_maximum = models.BooleanField(default=False)
    is_misdemeanor = models.BooleanField(default=False)
    is_assaultive = models.BooleanField(default=False)
    since = models.DateField(help_text="First day in force.")
    until = models.DateField(null=True, blank=True, help_text="First day no longer in force.")
    citation = models.CharField(max_length=200)
    standing = models.CharField(
        max_length=10, help_text="How sure the row is: verified, recalled or inferred."
    )

    class Meta:
        """One row a code and day."""

        ordering = ["mcl", "since"]
        constraints = [
            models.UniqueConstraint(fields=["mcl", "pacc", "since"], name="statute_once_a_day"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="statute_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        """Return section and title."""
        return f"{self.mcl} {self.title}"


class CourtCase(models.Model):
    """A criminal case of one person in one court."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="cases")
    court = models.ForeignKey(Court, on_delete=models.PROTECT, related_name="cases")
    docket_number = models.CharField(max_length=40)
    filed_on = models.DateField(null=True, blank=True)
    status = models.CharField(
        max_length=8, choices=choices.CaseStatus, default=choices.CaseStatus.UNKNOWN
    )
    judge = models.CharField(max_length=80, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    closure = models.CharField(
        max_length=8, choices=Closure, blank=True, default="", db_default="", editable=False
    )

    closed_by: ClassVar = ("closure",)
    objects = OpenRows["CourtCase"]()

    class Meta:
        """A docket number is one case of one person in its court."""

        ordering = ["-filed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["court", "docket_number", "person"], name="case_once_in_its_court"
            )
        ]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"court case {self.pk}"


class Arrest(PersonFact):
    """An arrest."""

    arrested_on = models.DateField()
    agency_name = models.CharField(max_length=120, blank=True)
    case = models.ForeignKey(
        CourtCase, on_delete=models.PROTECT, null=True, blank=True, related_name="arrests"
    )

    closed_by: ClassVar = ("case__closure",)
    objects = OpenRows["Arrest"]()

    class Meta(PersonFact.Meta):
        """Newest first."""

        ordering = ["-arrested_on", "-pk"]


class Charge(models.Model):
    """One count of a case; what it says is in its particulars."""

    case = models.ForeignKey(CourtCase, on_delete=models.PROTECT, related_name="charges")
    count_number = models.PositiveSmallIntegerField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    closure = models.CharField(
        max_length=8, choices=Closure, blank=True, default="", db_default="", editable=False
    )

    closed_by: ClassVar = ("closure",)
    objects = OpenRows["Charge"]()

    class Meta:
        """Counts are numbered within the case."""

        ordering = ["case", "count_number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "count_number"], name="count_once_in_its_case")
        ]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"charge {self.pk}"


class ChargeParticulars(Fact):
    """What a count alleges: statute, day, form; an amended charge is a new row."""

    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="particulars")
    statute = models.ForeignKey(
        Statute, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    offense_code = models.CharField(
        max_length=32, blank=True, help_text="The section as charged, as 750.520b(1)(a)."
    )
    description = models.CharField(max_length=160)
    degree = models.CharField(max_length=8, blank=True, help_text="As the source codes it.")
    offense_date = models.DateField(null=True, blank=True)
    offense_date_to = models.DateField(
        null=True, blank=True, help_text="Last day of a continuing offence."
    )
    form = models.CharField(
        max_length=12, choices=choices.OffenseRole, default=choices.OffenseRole.COMPLETED
    )
    flags = ArrayField(
        models.CharField(max_length=40),
        default=list,
        blank=True,
        help_text="Facts that a rule of law asks for, as victim_under_13.",
    )

    closed_by: ClassVar = ("charge__closure",)
    objects = OpenRows["ChargeParticulars"]()

    class Meta(Fact.Meta):
        """One current row a charge; a continuing offence ends after it begins."""

        verbose_name_plural = "charge particulars"
        constraints = [
            models.UniqueConstraint(
                fields=["charge"],
                condition=Q(superseded_at__isnull=True),
                name="charge_has_one_particulars",
            ),
            models.CheckConstraint(
                condition=Q(offense_date_to__isnull=True)
                | Q(offense_date_to__gte=F("offense_date")),
                name="offense_ends_after_it_begins",
            ),
        ]


class Disposition(Fact):
    """How a charge ended."""

    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="dispositions")
    kind = models.CharField(max_length=16, choices=choices.DispositionKind)
    disposed_on = models.DateField(null=True, blank=True)

    closed_by: ClassVar = ("charge__closure",)
    objects = OpenRows["Disposition"]()

    class Meta(Fact.Meta):
        """One current disposition a charge."""

        constraints = [
            models.UniqueConstraint(
                fields=["charge"],
                condition=Q(superseded_at__isnull=True),
                name="charge_has_one_disposition",
            )
        ]


class Hearing(PersonFact):
    """A court date."""

    case = models.ForeignKey(CourtCase, on_delete=models.PROTECT, related_name="hearings")
    purpose = models.CharField(max_length=80)
    scheduled_at = models.DateTimeField()
    outcome = models.CharField(max_length=120, blank=True)

    closed_by: ClassVar = ("case__closure",)
    objects = OpenRows["Hearing"]()

    class Meta(PersonFact.Meta):
        """In order of time."""

        ordering = ["scheduled_at"]
        indexes = [models.Index(fields=["scheduled_at"], name="hearing_by_time")]
