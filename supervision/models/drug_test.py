"""Drug and alcohol tests: the occasion, the specimen and its hands, and what was found."""

from django.db import models
from django.db.models import Q

from offenders.models.person import PersonFact
from supervision.choices import drug_test as choices
from supervision.models.dated import Dated


class DrugPanel(models.Model):
    """A set of substances that is tested for together."""

    code = models.SlugField(max_length=20, unique=True)
    name = models.CharField(max_length=80)
    is_active = models.BooleanField(default=True)

    class Meta:
        """By name."""

        ordering = ["name"]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class PanelSubstance(Dated):
    """A substance that a panel looks for."""

    panel = models.ForeignKey(DrugPanel, on_delete=models.PROTECT, related_name="substances")
    analyte = models.CharField(max_length=4, choices=choices.Analyte)

    class Meta:
        """By panel."""

        ordering = ["panel", "analyte", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["panel", "analyte", "since"], name="panel_names_a_substance_once"
            )
        ]

    def __str__(self) -> str:
        """Return panel and substance."""
        return f"{self.panel}: {self.analyte}"


class Cutoff(Dated):
    """From which concentration a substance counts as found."""

    analyte = models.CharField(max_length=4, choices=choices.Analyte)
    screening = models.DecimalField(max_digits=8, decimal_places=2)
    confirmation = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    unit = models.CharField(max_length=10, default="ng/mL")

    class Meta:
        """By substance."""

        ordering = ["analyte", "since"]
        constraints = [
            models.UniqueConstraint(fields=["analyte", "since"], name="cutoff_once_from_a_day")
        ]

    def __str__(self) -> str:
        """Return substance and screening value."""
        return f"{self.analyte} {self.screening} {self.unit}"


class DrugTest(PersonFact):
    """One occasion of a test. It is never corrected: it is voided and entered again."""

    sample_type = models.CharField(max_length=14, choices=choices.SampleType)
    test_reason = models.CharField(max_length=10, choices=choices.WhyTested)
    panel = models.ForeignKey(
        DrugPanel, on_delete=models.PROTECT, null=True, blank=True, related_name="tests"
    )
    attendance = models.CharField(
        max_length=8, choices=choices.Attendance, default=choices.Attendance.GIVEN
    )
    taken_at = models.DateTimeField(help_text="Or the time at which the person should have come.")
    note = models.CharField(max_length=300, blank=True)

    class Meta(PersonFact.Meta):
        """Newest first."""

        ordering = ["-taken_at", "-pk"]
        indexes = [
            models.Index(fields=["person", "-taken_at"], name="drug_test_by_person_and_time")
        ]


class Specimen(PersonFact):
    """The bottle: its seal, and how it was collected."""

    test = models.ForeignKey(DrugTest, on_delete=models.PROTECT, related_name="specimens")
    seal_number = models.CharField(max_length=40)
    bottle_number = models.CharField(max_length=40, blank=True)
    collector = models.CharField(max_length=120)
    is_witnessed = models.BooleanField(default=False)
    is_observer_of_same_sex = models.BooleanField(default=False)
    temperature_f = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)

    class Meta(PersonFact.Meta):
        """A seal is one specimen's, a test has one specimen."""

        constraints = [
            models.UniqueConstraint(
                fields=["seal_number"],
                condition=Q(superseded_at__isnull=True),
                name="seal_is_of_one_specimen",
            ),
            models.UniqueConstraint(
                fields=["test"],
                condition=Q(superseded_at__isnull=True),
                name="test_has_one_specimen",
            ),
        ]


class CustodyTransfer(PersonFact):
    """A specimen passing from hand to hand; each link takes up where the last one ended."""

    specimen = models.ForeignKey(Specimen, on_delete=models.PROTECT, related_name="transfers")
    position = models.PositiveSmallIntegerField()
    purpose = models.CharField(max_length=10, choices=choices.Custodian)
    released_by = models.CharField(max_length=120)
    received_by = models.CharField(max_length=120)
    passed_at = models.DateTimeField()
    is_seal_intact = models.BooleanField()

    class Meta(PersonFact.Meta):
        """In their order."""

        ordering = ["specimen", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["specimen", "position"], name="transfer_has_its_place_in_the_chain"
            )
        ]


class ValidityReading(PersonFact):
    """What tells whether a specimen is one: the values a laboratory or a strip gives."""

    test = models.ForeignKey(DrugTest, on_delete=models.PROTECT, related_name="validity_readings")
    creatinine = models.DecimalField(
        max_digits=6, decimal_places=2, null=True, blank=True, help_text="mg/dL"
    )
    specific_gravity = models.DecimalField(max_digits=6, decimal_places=4, null=True, blank=True)
    ph = models.DecimalField(max_digits=4, decimal_places=2, null=True, blank=True)
    nitrite = models.DecimalField(
        max_digits=8, decimal_places=2, null=True, blank=True, help_text="mcg/mL"
    )
    is_foreign_substance_found = models.BooleanField(default=False)
    reported_on = models.DateField()

    class Meta(PersonFact.Meta):
        """Newest first; one stands a test."""

        ordering = ["-reported_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["test"],
                condition=Q(superseded_at__isnull=True),
                name="test_has_one_validity_reading",
            )
        ]


class AnalyteResult(PersonFact):
    """What one stage found of one substance."""

    test = models.ForeignKey(DrugTest, on_delete=models.PROTECT, related_name="results")
    analyte = models.CharField(max_length=4, choices=choices.Analyte)
    stage = models.CharField(max_length=12, choices=choices.Stage)
    reading = models.CharField(max_length=10, choices=choices.Reading)
    level = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    laboratory = models.CharField(max_length=120, blank=True)
    reported_on = models.DateField()

    class Meta(PersonFact.Meta):
        """One stands a substance and stage."""

        ordering = ["test", "analyte", "stage"]
        constraints = [
            models.UniqueConstraint(
                fields=["test", "analyte", "stage"],
                condition=Q(superseded_at__isnull=True),
                name="substance_is_read_once_a_stage",
            )
        ]


class Admission(PersonFact):
    """What the person said of the test: an admission counts once it is in writing."""

    test = models.ForeignKey(DrugTest, on_delete=models.PROTECT, related_name="admissions")
    admitted_on = models.DateField()
    is_written = models.BooleanField(default=False)
    substances = models.CharField(max_length=200)
    statement = models.TextField(blank=True)

    class Meta(PersonFact.Meta):
        """Newest first."""

        ordering = ["-admitted_on", "-pk"]


class VoidedTest(PersonFact):
    """Why a test does not count; ``reason`` says so."""

    test = models.ForeignKey(DrugTest, on_delete=models.PROTECT, related_name="voidings")
    voided_on = models.DateField()

    class Meta(PersonFact.Meta):
        """A test is voided once."""

        constraints = [
            models.UniqueConstraint(
                fields=["test"],
                condition=Q(superseded_at__isnull=True),
                name="test_is_voided_once",
            )
        ]
