"""How closely a person is supervised, why, and which level the scores name."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q, Value

from offenders.models.person import PersonFact
from ots.access.models import User
from ots.core.spans import DateSpan
from supervision.choices.level import OVERRIDES, Band, LevelBasis
from supervision.choices.period import SupervisionLevel
from supervision.models.dated import Dated


class LevelPeriod(PersonFact):
    """A level from a day until a day; a person has one at a time, whatever the number of terms.

    This history is the only record of levels: where no row covers a day, none was set.
    """

    level = models.CharField(max_length=12, choices=SupervisionLevel)
    basis = models.CharField(
        max_length=13, choices=LevelBasis, default=LevelBasis.DEFAULT, help_text="What it rests on."
    )
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    review_due_on = models.DateField(null=True, blank=True)
    approved_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(PersonFact.Meta):
        """One level a day; an override names who approved it."""

        ordering = ["-began_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="level_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(basis__in=sorted(OVERRIDES)) | Q(approved_by__isnull=False),
                name="override_of_a_level_is_approved",
            ),
            ExclusionConstraint(
                name="person_has_one_level",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    (DateSpan("began_on", "ended_on", Value("[)")), RangeOperators.OVERLAPS),
                ],
                condition=Q(superseded_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["review_due_on"],
                condition=Q(ended_on__isnull=True, superseded_at__isnull=True),
                name="level_open_by_review",
            )
        ]


class LevelRule(Dated):
    """The closest level that a pair of bands of risk allows."""

    violent = models.CharField(max_length=6, choices=Band, help_text="Band of violent risk.")
    general = models.CharField(max_length=6, choices=Band, help_text="Band of general risk.")
    named = models.CharField(max_length=20, help_text="What the policy calls it.")
    level = models.CharField(
        max_length=12, choices=SupervisionLevel, help_text="Closest level that it allows."
    )

    class Meta(Dated.Meta):
        """Once for a pair of bands from a day."""

        ordering = ["violent", "general", "since"]
        verbose_name = "level for a pair of risks"
        verbose_name_plural = "levels for pairs of risks"
        constraints = [
            models.UniqueConstraint(
                fields=["violent", "general", "since"], name="level_rule_once_from_a_day"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="level_rule_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        """Return the pair and what it is called."""
        return f"{self.violent}/{self.general}: {self.named}"
