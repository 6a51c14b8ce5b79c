"""An instrument scored: the answers, where each came from, and every score with its parts."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from offenders.models.person import PersonFact
from supervision.choices import risk as choices
from supervision.models.dated import STANDINGS


class Scoring(PersonFact):
    """One assessment by an instrument in one version; scored again it gives the same for ever.

    Missing answers are missing, never none: then `lowest` and `highest` say what is possible.
    A later assessment is another row; a completed or corrected one supersedes.
    """

    instrument = models.CharField(max_length=40)
    version = models.CharField(max_length=40)
    standing = models.CharField(max_length=10, choices=STANDINGS)
    occasion = models.CharField(max_length=12, choices=choices.Occasion)
    scored_on = models.DateField(help_text="The day as of which the items were answered.")
    answers = models.JSONField(default=dict, blank=True)
    evidence = models.JSONField(
        default=dict, blank=True, help_text="What the record said to an item, and by which rows."
    )
    tables = models.JSONField(
        default=dict, blank=True, help_text="Values of dated tables that the score rests on."
    )
    scores = models.JSONField(default=dict, blank=True)
    scaled = models.JSONField(default=dict, blank=True)
    flags = models.JSONField(default=dict, blank=True)
    parts = models.JSONField(default=list, blank=True)
    lowest = models.JSONField(default=dict, blank=True)
    highest = models.JSONField(default=dict, blank=True)
    missing = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    level = models.CharField(max_length=20, blank=True, help_text="Empty while it is open.")
    next_due_on = models.DateField(null=True, blank=True)

    class Meta(PersonFact.Meta):
        """Newest first."""

        ordering = ["-scored_on", "-pk"]
        indexes = [
            models.Index(
                fields=["person", "instrument", "-scored_on"],
                condition=Q(superseded_at__isnull=True),
                name="scoring_current",
            ),
            models.Index(
                fields=["scored_on"],
                condition=Q(superseded_at__isnull=True),
                name="scoring_by_day",
            ),
        ]

    @property
    def is_provisional(self) -> bool:
        """Say whether an item is missing."""
        return bool(self.missing)


class ScoringOverride(PersonFact):
    """A level beside the one that the score gives, one step away, and who decided it."""

    scoring = models.ForeignKey(Scoring, on_delete=models.PROTECT, related_name="overrides")
    direction = models.CharField(max_length=4, choices=choices.Direction)
    from_level = models.CharField(max_length=20)
    to_level = models.CharField(max_length=20)
    reason_code = models.CharField(max_length=12, choices=choices.OverrideReason)
    explanation = models.CharField(max_length=500)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(
        "access.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        max_length=8, choices=choices.OverrideState, default=choices.OverrideState.ASKED
    )
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(
        "access.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decision_note = models.CharField(max_length=500, blank=True)

    class Meta(PersonFact.Meta):
        """One at a time for an assessment; nobody approves his own closer level."""

        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["scoring"],
                condition=Q(superseded_at__isnull=True),
                name="scoring_has_one_override",
            ),
            models.CheckConstraint(
                condition=Q(state="asked", decided_on__isnull=True)
                | ~Q(state="asked") & Q(decided_on__isnull=False, decided_by__isnull=False),
                name="override_is_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state="approved", direction="up")
                | ~Q(asked_by=models.F("decided_by")),
                name="closer_level_has_a_second_person",
            ),
        ]
        indexes = [
            models.Index(
                fields=["asked_on"],
                condition=Q(superseded_at__isnull=True, state="asked"),
                name="override_waiting",
            )
        ]
