"""What happened, by whose word, and how far it is shown."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from offenders.models.person import PersonFact
from supervision.choices import incident as choices
from supervision.models.drug_test import DrugTest
from supervision.models.period import SupervisionPeriod
from supervision.rules.violation_codes import LEAST_SEVERE, ViolationType

CODE_LENGTH = 8
LEGAL_TYPES = [(each.value, each.value.replace("_", " ").capitalize()) for each in ViolationType]


class ViolationCode(models.Model):
    """One row of the catalogue of violations: severity is policy, legal type is law."""

    code = models.CharField(max_length=CODE_LENGTH, unique=True)
    title = models.CharField(max_length=80)
    severity = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(LEAST_SEVERE)],
        help_text="1 is the gravest, 7 the least; set by policy.",
    )
    legal_type = models.CharField(
        max_length=16, choices=LEGAL_TYPES, help_text="What it is in law; not told by severity."
    )
    asks_ability_to_pay = models.BooleanField(
        default=False, help_text="Owing what one cannot pay is information, not a violation."
    )
    citation = models.CharField(max_length=200)
    standing = models.CharField(max_length=10, help_text="verified, recalled or inferred")
    is_active = models.BooleanField(default=True)

    class Meta:
        """In order of the code."""

        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(severity__range=(1, LEAST_SEVERE)), name="violation_severity_is_1_to_7"
            )
        ]

    def __str__(self) -> str:
        """Return code and title."""
        return f"{self.code} {self.title}"


class Incident(PersonFact):
    """Something that happened; its times, its code and what the code meant then never change.

    Several incidents of one `episode` are one violation where the law counts violations.
    """

    period = models.ForeignKey(
        SupervisionPeriod,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="incidents",
        help_text="The term of supervision in which it happened.",
    )
    code = models.ForeignKey(
        ViolationCode, on_delete=models.PROTECT, to_field="code", related_name="incidents"
    )
    severity = models.PositiveSmallIntegerField(help_text="As the code had it that day.")
    legal_type = models.CharField(max_length=16, choices=LEGAL_TYPES)
    occurred_at = models.DateTimeField()
    discovered_at = models.DateTimeField()
    episode = models.UUIDField(default=uuid4, db_index=True)
    informant = models.CharField(max_length=10, choices=choices.IncidentSource)
    conditions = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="What the person was told to do or not to do, as it stood that day.",
    )
    notes = models.TextField(blank=True)
    aggravators = ArrayField(
        models.CharField(max_length=12, choices=choices.Aggravator), default=list, blank=True
    )
    mitigators = ArrayField(
        models.CharField(max_length=12, choices=choices.Mitigator), default=list, blank=True
    )
    ability_to_pay = models.CharField(max_length=12, choices=choices.AbilityToPay, blank=True)
    is_information = models.BooleanField(
        default=False, help_text="Kept, and never held against the person."
    )
    drug_test = models.ForeignKey(
        DrugTest,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="incidents",
        help_text="The test it rests on.",
    )

    class Meta(PersonFact.Meta):
        """Nothing is discovered before it happens."""

        ordering = ["-occurred_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(discovered_at__gte=F("occurred_at")),
                name="incident_discovered_after_it_occurred",
            ),
            models.CheckConstraint(
                condition=Q(severity__range=(1, LEAST_SEVERE)), name="incident_severity_is_1_to_7"
            ),
            models.CheckConstraint(
                condition=~Q(legal_type=ViolationType.INFORMATION) | Q(is_information=True),
                name="information_is_no_violation",
            ),
            models.CheckConstraint(
                condition=~Q(ability_to_pay="unable") | Q(is_information=True),
                name="unable_to_pay_is_no_violation",
            ),
        ]
        indexes = [
            models.Index(
                fields=["person", "occurred_at"],
                condition=Q(superseded_at__isnull=True),
                name="incident_of_person_by_day",
            )
        ]


class Evidence(PersonFact):
    """A document or picture that shows an incident."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="evidence")
    title = models.CharField(max_length=120)
    file = models.FileField(upload_to="evidence/%Y/%m/")

    class Meta(PersonFact.Meta):
        """In order of coming in."""

        ordering = ["pk"]
        verbose_name_plural = "evidence"


class Allegation(PersonFact):
    """How far an incident is shown; each change is a newer fact."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="allegations")
    state = models.CharField(
        max_length=10, choices=choices.AllegationState, default=choices.AllegationState.ALLEGED
    )
    stated_on = models.DateField()

    class Meta(PersonFact.Meta):
        """One state of an incident at a time."""

        ordering = ["stated_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident"],
                condition=Q(superseded_at__isnull=True),
                name="incident_has_one_allegation",
            )
        ]
