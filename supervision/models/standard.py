"""How often what is due by level and case type, how much work a case is, and who tells of it."""

from datetime import datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from supervision.choices import obligation as choices
from supervision.choices.period import SupervisionLevel
from supervision.models.dated import Dated


class ContactStandard(Dated):
    """So many of a kind within a time, for a level and case type."""

    rule_set = models.CharField(max_length=16, choices=choices.RuleSet)
    is_active = models.BooleanField(
        default=True, help_text="Whether obligations are made from it; other states' rows are kept."
    )
    title = models.CharField(max_length=120)
    case_type = models.CharField(
        max_length=12, choices=choices.CaseType, default=choices.CaseType.ANY
    )
    level = models.CharField(
        max_length=20, choices=SupervisionLevel, blank=True, help_text="Empty: every level."
    )
    kind = models.CharField(max_length=12, choices=choices.ObligationKind)
    accepts = ArrayField(
        models.CharField(max_length=12, choices=choices.ObligationKind),
        default=list,
        blank=True,
        help_text="Other kinds that count as well: a home visit is a contact too.",
    )
    cadence = models.CharField(max_length=8, choices=choices.Cadence)
    trigger = models.CharField(
        max_length=8, choices=choices.Trigger, blank=True, help_text="Only for those met once."
    )
    count = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1)])
    per = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    unit = models.CharField(max_length=12, choices=choices.Unit)
    is_critical = models.BooleanField(
        default=True, help_text="Whether it decides how the person as a whole stands."
    )
    feed = models.CharField(
        max_length=24, blank=True, help_text="The feed that would tell of it; empty if typed."
    )

    note = models.CharField(max_length=200, blank=True)

    class Meta(Dated.Meta):
        """By rule set and level; one row a matter from a day."""

        ordering = ["rule_set", "case_type", "level", "kind", "cadence", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=[
                    *("rule_set", "case_type", "level", "kind", "cadence", "trigger"),
                    "since",
                ],
                name="standard_once_from_a_day",
            ),
            models.CheckConstraint(
                condition=Q(count__gte=1) & Q(per__gte=1), name="standard_asks_for_something"
            ),
            models.CheckConstraint(
                condition=Q(cadence="once", trigger__gt="", count=1)
                | Q(trigger="") & ~Q(cadence="once"),
                name="standard_met_once_has_a_trigger",
            ),
            models.CheckConstraint(
                condition=~Q(cadence="fixed") | Q(unit="month"),
                name="fixed_standard_counts_months",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="standard_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        """Return the title with its rule set."""
        return f"{self.get_rule_set_display()}: {self.title}"


class WorkloadWeight(Dated):
    """How many hours a month a case of a level takes, or how many there are."""

    key = models.CharField(
        max_length=24, help_text="A level, a task, `usable_hours` of a month or `most_hours`."
    )
    title = models.CharField(max_length=80)
    hours = models.DecimalField(max_digits=6, decimal_places=2)
    note = models.CharField(max_length=200, blank=True)

    class Meta(Dated.Meta):
        """One row a matter from a day."""

        ordering = ["key", "since"]
        constraints = [
            models.UniqueConstraint(fields=["key", "since"], name="workload_once_from_a_day"),
            models.CheckConstraint(condition=Q(hours__gte=0), name="workload_is_not_negative"),
        ]

    def __str__(self) -> str:
        """Return what takes the hours."""
        return self.title


class SyncState(models.Model):
    """When a feed was last heard; past its limit, what it would tell of is unknown."""

    feed = models.CharField(max_length=24, unique=True)
    title = models.CharField(max_length=80)
    limit_hours = models.PositiveIntegerField(
        default=48, help_text="Hours without a word after which nobody knows."
    )
    last_heard_at = models.DateTimeField(
        null=True, blank=True, help_text="Empty: not connected, entered by hand."
    )
    silent_since = models.DateTimeField(
        null=True, blank=True, help_text="Set by hand while the feed is known to be down."
    )
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        """Alphabetical."""

        ordering = ["title"]

    def __str__(self) -> str:
        """Return the feed's title."""
        return self.title

    def silence_began(self, now: datetime) -> datetime | None:
        """Return since when nothing is known, None while the feed is heard or typed by hand."""
        if self.silent_since is not None and self.silent_since <= now:
            return self.silent_since
        if self.last_heard_at is None:
            return None
        limit = self.last_heard_at + timedelta(hours=self.limit_hours)
        return self.last_heard_at if limit < now else None
