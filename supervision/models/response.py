"""Answers to violations: the grid, the catalogue, what was chosen, and what became of it."""

from django.db import models
from django.db.models import F, Q

from offenders.models.person import PersonFact
from supervision.choices import response as choices
from supervision.models.dated import Dated
from supervision.models.incident import CODE_LENGTH, Incident
from supervision.models.period import SupervisionPeriod
from supervision.rules.grid import LEAST_LEVEL, MOST_LEVEL


class GridCell(Dated):
    """The level that a grid presumes for a severity, or for one code, in a column."""

    grid = models.CharField(max_length=10, choices=choices.Grid)
    severity = models.PositiveSmallIntegerField(null=True, blank=True)
    code = models.CharField(max_length=CODE_LENGTH, blank=True)
    risk = models.CharField(max_length=6, choices=choices.RiskColumn)
    level = models.PositiveSmallIntegerField()

    class Meta:
        """Gravest first; one cell a place and first day."""

        ordering = ["grid", "severity", "code", "risk", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["grid", "severity", "code", "risk", "since"],
                nulls_distinct=False,
                name="grid_cell_once_from_a_day",
            ),
            models.CheckConstraint(
                condition=Q(level__range=(LEAST_LEVEL, MOST_LEVEL)), name="grid_level_is_0_to_5"
            ),
            models.CheckConstraint(
                condition=Q(severity__isnull=True) ^ Q(code=""),
                name="grid_cell_is_by_severity_or_code",
            ),
        ]

    def __str__(self) -> str:
        """Return the place of the cell."""
        return f"{self.get_grid_display()}: {self.code or self.severity}, {self.risk}"


class GridInForce(Dated):
    """Which grid the agency goes by, from a day."""

    grid = models.CharField(max_length=10, choices=choices.Grid)

    class Meta:
        """Newest first."""

        ordering = ["-since"]
        verbose_name_plural = "grids in force"
        constraints = [
            models.UniqueConstraint(fields=["since"], name="grid_in_force_once_from_a_day")
        ]

    def __str__(self) -> str:
        """Return the grid."""
        return self.get_grid_display()


class ResponseKind(Dated):
    """One answer of the catalogue: a sanction or an incentive, with its level and rank."""

    key = models.SlugField(max_length=40, unique=True)
    title = models.CharField(max_length=80)
    level = models.PositiveSmallIntegerField()
    rank = models.PositiveSmallIntegerField(help_text="From the lightest to the heaviest.")
    is_incentive = models.BooleanField(default=False)
    is_confinement = models.BooleanField(default=False)
    opens_report = models.BooleanField(
        default=False, help_text="Asks the court or board, and so opens a violation report."
    )
    most_days = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        """Lightest first."""

        ordering = ["is_incentive", "rank"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level__range=(LEAST_LEVEL, MOST_LEVEL)),
                name="response_level_is_0_to_5",
            )
        ]

    def __str__(self) -> str:
        """Return its title."""
        return self.title


class Response(PersonFact):
    """An answer as it was chosen beside what the grid presumed; steps say what became of it."""

    incidents = models.ManyToManyField(Incident, related_name="responses")
    period = models.ForeignKey(
        SupervisionPeriod,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="responses",
    )
    kind = models.ForeignKey(ResponseKind, on_delete=models.PROTECT, related_name="responses")
    cell = models.ForeignKey(
        GridCell, on_delete=models.PROTECT, null=True, blank=True, related_name="responses"
    )
    presumed_level = models.PositiveSmallIntegerField()
    chosen_level = models.PositiveSmallIntegerField()
    deviation = models.CharField(max_length=4, choices=choices.Deviation)
    deviation_reason = models.CharField(max_length=16, choices=choices.DeviationReason, blank=True)
    explanation = models.CharField(max_length=300, blank=True)
    jail_days = models.PositiveSmallIntegerField(default=0)
    awaits_treatment = models.BooleanField(default=False)
    counts_as_technical = models.BooleanField(
        default=False, help_text="Sanctioned as a technical violation; counts toward the caps."
    )
    needs_approval = models.BooleanField(default=False)
    effective_on = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta(PersonFact.Meta):
        """Newest first; a deviation has a reason."""

        ordering = ["-effective_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(deviation="none") | ~Q(deviation_reason=""),
                name="deviation_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(deviation="none") | Q(needs_approval=True),
                name="deviation_needs_approval",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("effective_on")),
                name="response_ends_after_it_begins",
            ),
        ]
        indexes = [
            models.Index(
                fields=["person"],
                condition=Q(needs_approval=True, superseded_at__isnull=True),
                name="response_awaiting_approval",
            ),
            models.Index(fields=["cell", "effective_on"], name="response_by_cell"),
        ]


class ResponseStep(PersonFact):
    """One step of what became of an answer."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="steps")
    move = models.CharField(max_length=12, choices=choices.ResponseMove)
    on = models.DateField()
    note = models.CharField(max_length=300, blank=True)

    class Meta(PersonFact.Meta):
        """In order; each step once."""

        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["response", "move"],
                condition=Q(superseded_at__isnull=True),
                name="response_step_once",
            )
        ]


class Incentive(PersonFact):
    """Something given for what went well."""

    kind = models.ForeignKey(ResponseKind, on_delete=models.PROTECT, related_name="incentives")
    trigger = models.CharField(max_length=16, choices=choices.IncentiveTrigger)
    given_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)

    class Meta(PersonFact.Meta):
        """Newest first."""

        ordering = ["-given_on", "-pk"]


class SuggestionDecision(PersonFact):
    """What an agent made of a suggestion, with the facts and the version it rested on."""

    rule = models.CharField(max_length=8)
    version = models.CharField(max_length=12)
    suggested = models.CharField(max_length=300)
    facts = models.JSONField(default=list)
    suggested_on = models.DateField()
    verdict = models.CharField(max_length=8, choices=choices.Verdict)
    explanation = models.CharField(max_length=300, blank=True)

    class Meta(PersonFact.Meta):
        """Newest first; what is not accepted has a reason."""

        ordering = ["-suggested_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict="accept") | ~Q(explanation=""),
                name="suggestion_is_declined_with_a_reason",
            )
        ]
