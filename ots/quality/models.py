"""What is drawn, what a document says beside the record, and what came of a difference."""

from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from offenders.models import Charge, Court, Person
from offenders.models.closed import OpenRows
from ots.access.models import County
from ots.quality.choices import (
    Closing,
    Direction,
    FieldKey,
    MeasureKey,
    Outcome,
    RecordType,
    Risk,
    RootCause,
)


class Dated(models.Model):
    """Data that a policy sets, from a day on, with its source and how sure it is."""

    since = models.DateField(help_text="First day on which it counts.")
    until = models.DateField(
        null=True, blank=True, help_text="First day on which it no longer does."
    )
    citation = models.CharField(max_length=200)
    standing = models.CharField(
        max_length=10, help_text="How sure the row is: verified, recalled or inferred."
    )

    class Meta:
        """Shared columns only."""

        abstract = True


class Weight(Dated):
    """How much an error in a field weighs: 4 may keep somebody locked up, 1 is spelling."""

    field = models.CharField(max_length=16, choices=FieldKey)
    severity = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(4)]
    )

    class Meta:
        """Those that weigh most first."""

        ordering = ["-severity", "field", "since"]
        verbose_name = "weight of a field"
        verbose_name_plural = "weights of fields"
        constraints = [
            models.UniqueConstraint(fields=["field", "since"], name="weight_once_from_a_day"),
            models.CheckConstraint(
                condition=Q(severity__range=(1, 4)), name="severity_is_one_to_four"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="weight_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        """Return field and severity."""
        return f"{self.get_field_display()}: {self.severity}"


class Target(Dated):
    """From which share a measure is green, and from which amber."""

    measure = models.CharField(max_length=24, choices=MeasureKey)
    green = models.DecimalField(max_digits=5, decimal_places=2, help_text="Percent at least.")
    amber = models.DecimalField(max_digits=5, decimal_places=2, help_text="Percent at least.")
    days = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Within how many days, where the measure asks for it."
    )

    class Meta:
        """By measure."""

        ordering = ["measure", "since"]
        constraints = [
            models.UniqueConstraint(fields=["measure", "since"], name="target_once_from_a_day"),
            models.CheckConstraint(condition=Q(green__gte=F("amber")), name="green_is_above_amber"),
        ]

    def __str__(self) -> str:
        """Return the measure."""
        return self.get_measure_display()

    def colour(self, percent: float | None) -> str:
        """Return green, amber or red; nothing where nothing could be measured."""
        if percent is None:
            return ""
        if Decimal(percent) >= self.green:
            return "Green"
        return "Amber" if Decimal(percent) >= self.amber else "Red"


class Draw(models.Model):
    """A sample with all that is needed to draw it again; never changed."""

    purpose = models.CharField(max_length=120)
    seed = models.BigIntegerField()
    confidence = models.DecimalField(max_digits=4, decimal_places=3)
    error_rate = models.DecimalField(max_digits=5, decimal_places=4)
    errors_allowed = models.PositiveSmallIntegerField(default=0)
    per_county = models.PositiveIntegerField(help_text="How many records of each county.")
    counties = ArrayField(models.IntegerField(), default=list, blank=True)
    as_of = models.DateField(help_text="The day by which a release is near.")
    frame_size = models.PositiveIntegerField()
    frame_digest = models.CharField(max_length=64)
    drawn_at = models.DateTimeField(auto_now_add=True)
    drawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        """Newest first."""

        ordering = ["-drawn_at", "-pk"]

    def __str__(self) -> str:
        """Return the number."""
        return f"sample {self.pk}"


class Item(models.Model):
    """One count to compare: drawn from the record, or looked up from a court's register."""

    draw = models.ForeignKey(
        Draw, on_delete=models.PROTECT, null=True, blank=True, related_name="items"
    )
    direction = models.CharField(max_length=8, choices=Direction)
    position = models.PositiveIntegerField(default=0)
    county = models.ForeignKey(County, on_delete=models.PROTECT, null=True, related_name="+")
    court = models.ForeignKey(Court, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    charge = models.ForeignKey(
        Charge, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    docket_number = models.CharField(
        max_length=40, blank=True, help_text="As the court's register has it."
    )
    count_number = models.PositiveSmallIntegerField(default=1)
    record_type = models.CharField(max_length=12, choices=RecordType)
    risk = models.CharField(max_length=12, choices=Risk, default=Risk.OTHER)
    is_read_twice = models.BooleanField(default=False)
    scan = models.FileField(upload_to="court-documents/", blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    entered_at = models.DateTimeField(auto_now_add=True)

    closed_by: ClassVar = ("charge__closure",)
    objects = OpenRows["Item"]()

    class Meta:
        """In order of the draw."""

        ordering = ["draw", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["draw", "charge"], name="drawn_once_a_sample")
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"item {self.pk}"


class Comparison(models.Model):
    """What a document says in one field beside what the record said then; never changed."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="comparisons")
    reading = models.PositiveSmallIntegerField(help_text="1, or 2 where another read it again.")
    field = models.CharField(max_length=16, choices=FieldKey)
    severity = models.PositiveSmallIntegerField()
    said = models.CharField("the document says", max_length=200, blank=True)
    held = models.CharField("the record says", max_length=200, blank=True)
    outcome = models.CharField(max_length=16, choices=Outcome)
    keyed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    read_at = models.DateTimeField(db_index=True)

    class Meta:
        """As on the sheet."""

        ordering = ["item", "reading", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "reading", "field"], name="field_read_once_a_reading"
            )
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"comparison {self.pk}"


class Finding(models.Model):
    """A difference that somebody must answer for."""

    comparison = models.OneToOneField(Comparison, on_delete=models.PROTECT, related_name="finding")
    answer_due_on = models.DateField(help_text="Ten business days after it was found.")
    root_cause = models.CharField(max_length=12, choices=RootCause, blank=True)
    caused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closing = models.CharField(max_length=12, choices=Closing, blank=True)
    closing_reason = models.CharField(max_length=300, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        """Those due first."""

        ordering = ["answer_due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closing="")
                | Q(closed_at__isnull=False) & ~Q(closing="") & ~Q(root_cause=""),
                name="finding_closes_with_its_cause",
            )
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"finding {self.pk}"
