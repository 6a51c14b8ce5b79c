"""Eligibility as last computed, and what officers recommend to those who decide."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from offenders.models import Person
from offenders.models.person import PersonFact
from supervision.choices import recommendation as choices
from supervision.choices.period import SupervisionLevel, SupervisionType

DIGEST_LENGTH = 32


class Snooze(PersonFact):
    """An opportunity is not taken up until a day, or until the facts change."""

    supervision_type = models.CharField(max_length=18, choices=SupervisionType)
    opportunity = models.CharField(max_length=16, choices=choices.Opportunity)
    code = models.CharField(max_length=16, choices=choices.SnoozeCode)
    note = models.TextField()
    began_on = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="Empty: until the facts change.")
    facts_digest = models.CharField(max_length=DIGEST_LENGTH, blank=True, editable=False)

    class Meta(PersonFact.Meta):
        """Newest first."""

        ordering = ["-began_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("began_on")),
                name="snooze_ends_after_it_begins",
            )
        ]


class Eligibility(models.Model):
    """What the rules said of a person and an opportunity when they were last asked."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="eligibilities")
    supervision_type = models.CharField(max_length=18, choices=SupervisionType)
    opportunity = models.CharField(max_length=16, choices=choices.Opportunity)
    outcome = models.CharField(max_length=8, choices=choices.Outcome)
    eligible_since = models.DateField(null=True, help_text="First day of being eligible.")
    missing = models.CharField(
        max_length=160, blank=True, help_text="What the one criterion not met asks."
    )
    possible_on = models.DateField(null=True, help_text="Day on which it could be met.")
    facts_digest = models.CharField(max_length=DIGEST_LENGTH)
    snooze = models.ForeignKey(
        Snooze, on_delete=models.PROTECT, null=True, related_name="+", help_text="While it holds."
    )
    computed_on = models.DateField()

    class Meta:
        """One row a person, term and opportunity."""

        verbose_name_plural = "eligibilities"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "supervision_type", "opportunity"],
                name="eligibility_once_an_opportunity",
            )
        ]
        indexes = [
            models.Index(
                fields=["opportunity", "outcome", "person"],
                condition=~Q(outcome="not"),
                name="eligibility_on_lists",
            )
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"eligibility {self.pk}"


class Recommendation(models.Model):
    """What an officer asks for a person; its steps say who moved it, when and why."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="recommendations")
    kind = models.CharField(max_length=16, choices=choices.RecommendationKind)
    supervision_type = models.CharField(max_length=18, choices=SupervisionType)
    opportunity = models.CharField(max_length=16, choices=choices.Opportunity, blank=True)
    body = models.CharField(max_length=10, choices=choices.Body)
    state = models.CharField(max_length=10, choices=choices.RecommendationState)
    eligible_since = models.DateField(null=True, blank=True)
    prepared_on = models.DateField()
    decided_on = models.DateField(null=True, blank=True)
    completed_on = models.DateField(null=True, blank=True)
    why = models.TextField(help_text="Why it is asked for, in the officer's words.")
    level = models.CharField(max_length=12, choices=SupervisionLevel, blank=True)
    ends_before = models.DateField(null=True, blank=True, help_text="Set to end when prepared.")
    ends_after = models.DateField(null=True, blank=True, help_text="To end then, if granted.")
    changes = models.TextField(blank=True, help_text="Which conditions are to change, and how.")
    facts = models.JSONField(default=list, help_text="What the record said when prepared.")

    class Meta:
        """Newest first; one of a kind open at a time."""

        ordering = ["-prepared_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "supervision_type", "kind"],
                condition=~Q(state__in=("denied", "withdrawn", "completed")),
                name="one_open_recommendation_of_a_kind",
            )
        ]
        indexes = [
            models.Index(
                fields=["state", "prepared_on"],
                condition=~Q(state__in=("denied", "withdrawn", "completed")),
                name="recommendation_waiting",
            )
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"recommendation {self.pk}"


class RecommendationMove(models.Model):
    """One step of a recommendation; never changed."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="moves"
    )
    step = models.CharField(max_length=10, choices=choices.RecommendationStep)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.TextField(blank=True)
    decided_by = models.CharField(max_length=120, blank=True, help_text="Judge or board panel.")
    decided_on = models.DateField(null=True, blank=True)

    class Meta:
        """In order."""

        ordering = ["pk"]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"step {self.pk} of a recommendation"
