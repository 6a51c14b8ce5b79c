"""A violation on its way: the report, each step, the findings, what was decided."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from offenders.models import CustodyPeriod, ParoleViolation, Warrant
from offenders.models.person import PersonFact
from supervision.choices import proceeding as choices
from supervision.models.incident import Incident
from supervision.models.period import SupervisionPeriod
from supervision.rules.person_facts import Kind
from supervision.rules.proceeding import Move

KINDS = [(each.value, each.value.capitalize()) for each in Kind]
MOVES = [(each.value, each.value.replace("_", " ").capitalize()) for each in Move]


class Proceeding(PersonFact):
    """The anchor of one proceeding; where it stands follows from its steps."""

    period = models.ForeignKey(
        SupervisionPeriod,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="proceedings",
    )
    kind = models.CharField(max_length=9, choices=KINDS)
    opened_on = models.DateField()

    class Meta(PersonFact.Meta):
        """Newest first."""

        ordering = ["-opened_on", "-pk"]


class ViolationReport(PersonFact):
    """What the agent reports; a change while it is a draft is a newer fact."""

    proceeding = models.ForeignKey(Proceeding, on_delete=models.PROTECT, related_name="reports")
    incidents = models.ManyToManyField(Incident, related_name="reports")
    what_led = models.TextField("What led to this", blank=True)
    response_so_far = models.TextField("Response to supervision so far", blank=True)
    alternatives = ArrayField(
        models.CharField(max_length=12, choices=choices.Alternative), default=list, blank=True
    )
    alternatives_note = models.TextField("How the alternatives went", blank=True)
    vulnerabilities = ArrayField(
        models.CharField(max_length=14, choices=choices.Vulnerability), default=list, blank=True
    )
    arrest_note = models.TextField(
        "What those who arrest have to know", blank=True, help_text="Dogs, weapons, children."
    )
    route = models.CharField(max_length=8, choices=choices.Route)
    recommendation = models.TextField(blank=True)
    is_immediate_danger = models.BooleanField(
        default=False, help_text="There is immediate danger to the person or others."
    )
    left_treatment = models.BooleanField(default=False, help_text="Left in-patient treatment.")
    is_swift_and_sure = models.BooleanField(default=False, help_text="A Swift and Sure case.")
    asks_revocation = models.BooleanField(
        default=False, help_text="Asks that probation or parole be revoked."
    )

    class Meta(PersonFact.Meta):
        """One standing report a proceeding."""

        constraints = [
            models.UniqueConstraint(
                fields=["proceeding"],
                condition=Q(superseded_at__isnull=True),
                name="proceeding_has_one_report",
            )
        ]


class ProceedingStep(PersonFact):
    """One step that was taken."""

    proceeding = models.ForeignKey(Proceeding, on_delete=models.PROTECT, related_name="steps")
    move = models.CharField(max_length=20, choices=MOVES)
    at = models.DateTimeField()
    note = models.TextField(blank=True)
    decision = models.CharField(max_length=20, choices=choices.SpecialistDecision, blank=True)
    hearing_at = models.DateTimeField(null=True, blank=True)
    warrant = models.ForeignKey(Warrant, on_delete=models.PROTECT, null=True, blank=True)
    custody = models.ForeignKey(CustodyPeriod, on_delete=models.PROTECT, null=True, blank=True)

    class Meta(PersonFact.Meta):
        """In order."""

        ordering = ["pk"]


class Finding(PersonFact):
    """What was found about one violation of a report."""

    proceeding = models.ForeignKey(Proceeding, on_delete=models.PROTECT, related_name="findings")
    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="findings")
    outcome = models.CharField(max_length=11, choices=choices.FindingOutcome)
    found_on = models.DateField()

    class Meta(PersonFact.Meta):
        """One standing finding a violation."""

        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proceeding", "incident"],
                condition=Q(superseded_at__isnull=True),
                name="violation_has_one_finding",
            )
        ]


class ViolationDisposition(PersonFact):
    """What was decided, by whom, and the parole violation that it put on the record."""

    proceeding = models.ForeignKey(
        Proceeding, on_delete=models.PROTECT, related_name="dispositions"
    )
    outcome = models.CharField(max_length=20, choices=choices.Outcome)
    body = models.CharField(max_length=16, choices=choices.Body)
    decided_on = models.DateField()
    jail_days = models.PositiveSmallIntegerField(default=0)
    note = models.TextField(blank=True)
    violation = models.ForeignKey(
        ParoleViolation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="violation_dispositions",
    )

    class Meta(PersonFact.Meta):
        """One standing disposition a proceeding."""

        constraints = [
            models.UniqueConstraint(
                fields=["proceeding"],
                condition=Q(superseded_at__isnull=True),
                name="proceeding_has_one_disposition",
            )
        ]


class ClockMark(PersonFact):
    """What happened to one time limit beside the steps of the proceeding."""

    proceeding = models.ForeignKey(Proceeding, on_delete=models.PROTECT, related_name="clock_marks")
    clock = models.CharField(max_length=30)
    move = models.CharField(max_length=12, choices=choices.ClockMove)
    at = models.DateTimeField()
    standstill = models.CharField(max_length=14, choices=choices.StandstillReason, blank=True)

    class Meta(PersonFact.Meta):
        """In order; a standstill has a reason."""

        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(move="stood_still") | ~Q(standstill=""),
                name="standstill_has_a_reason",
            )
        ]
