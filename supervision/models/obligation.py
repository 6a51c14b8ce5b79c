"""One thing due once; and times in which standards rest."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import F, Q, Value

from offenders.models.person import Person, PersonFact
from ots.core.spans import DateSpan
from supervision.choices import obligation as choices
from supervision.models.standard import ContactStandard


class Obligation(models.Model):
    """One thing due once. Its state follows from its days and today (``rules.obligations``).

    Derived, not a fact: made from a standard, or opened for a condition or the like. A row is live
    while ``closed_on`` is empty; live rows alone are read by lists and by the night, through
    partial indexes, so that years of closed rows cost them nothing.
    """

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="obligations", db_index=False
    )
    kind = models.CharField(max_length=12, choices=choices.ObligationKind)
    title = models.CharField(max_length=120)
    standard = models.ForeignKey(
        ContactStandard,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="obligations",
        db_index=False,
    )
    source_label = models.CharField(
        max_length=40, blank=True, help_text="Table of what asks for it, if no standard does."
    )
    source_id = models.BigIntegerField(null=True, blank=True)
    slot = models.PositiveSmallIntegerField(
        default=1, help_text="Which of several within one period."
    )
    is_critical = models.BooleanField(default=False)
    feed = models.CharField(max_length=24, blank=True)
    window_opens_on = models.DateField()
    due_on = models.DateField()
    grace_until = models.DateField(help_text="Last day on which it is late but not yet overdue.")
    opened_at = models.DateTimeField(auto_now_add=True)
    done_on = models.DateField(null=True, blank=True)
    done_label = models.CharField(max_length=40, blank=True, help_text="Table of what met it.")
    done_id = models.BigIntegerField(null=True, blank=True)
    excuse = models.CharField(max_length=10, choices=choices.Excuse, blank=True)
    excuse_reason = models.CharField(max_length=200, blank=True)
    excused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    excused_at = models.DateTimeField(null=True, blank=True)
    closed_on = models.DateField(
        null=True, blank=True, help_text="Empty while it is to be looked after."
    )
    # Said by the database where a list asks for it (selectors.states).
    state: str

    class Meta:
        """One thing is due once; what is met or excused is closed."""

        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=[
                    *("person", "due_on", "kind", "standard", "source_label", "source_id"),
                    "slot",
                ],
                name="one_thing_is_due_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("window_opens_on"), grace_until__gte=F("due_on")),
                name="obligation_days_are_in_order",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True)
                | Q(done_on__gte=F("window_opens_on"), closed_on__isnull=False, excuse=""),
                name="obligation_met_is_closed_and_unexcused",
            ),
            models.CheckConstraint(
                condition=Q(excuse="") | Q(closed_on__isnull=False),
                name="obligation_excused_is_closed",
            ),
        ]
        indexes = [
            # Of years of closed rows, those of one season: they were written about together.
            BrinIndex(fields=["due_on"], name="obligation_by_season", autosummarize=True),
            models.Index(
                fields=["person", "due_on"],
                condition=Q(closed_on__isnull=True),
                name="obligation_live",
            ),
            models.Index(
                fields=["due_on"],
                condition=Q(closed_on__isnull=True),
                name="obligation_live_by_day",
            ),
            models.Index(
                fields=["done_label", "done_id"],
                condition=Q(done_id__isnull=False),
                name="obligation_by_what_met_it",
            ),
            models.Index(
                fields=["source_label", "source_id"],
                condition=Q(source_id__isnull=False),
                name="obligation_by_source",
            ),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"obligation {self.pk}"


class StandardsPause(PersonFact):
    """Days on which standards rest though nobody holds the person; ``ended_on`` is the first
    day on which they run again."""

    kind = models.CharField(max_length=10, choices=choices.PauseKind)
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta(PersonFact.Meta):
        """One pause of a kind at a time."""

        ordering = ["-began_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="pause_ends_after_it_begins",
            ),
            ExclusionConstraint(
                name="pause_of_one_kind_never_overlaps",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (DateSpan("began_on", "ended_on", Value("[)")), RangeOperators.OVERLAPS),
                ],
                condition=Q(superseded_at__isnull=True),
            ),
        ]
