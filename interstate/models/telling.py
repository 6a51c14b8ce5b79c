"""What of a case is told outside, what was, and the cases that the portal never shows."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q, Value

from interstate import choices
from interstate.models.case import CompactCase, CompactEvent
from ots.access.models import User
from ots.core.spans import DateSpan
from supervision.choices.victim_notice import NoticeTrigger
from supervision.models.dated import Dated


class TellingRule(Dated):
    """Of which event victims and the portal are told, as what, and whether it presses."""

    event = models.CharField(max_length=32, choices=choices.EVENT_TYPES)
    outcome = models.CharField(
        max_length=9,
        choices=choices.OUTCOMES,
        blank=True,
        help_text="Of which replies or reports; empty: of all that no other row names.",
    )
    tells = models.CharField(max_length=16, choices=NoticeTrigger)
    presses = models.BooleanField(
        default=False, help_text="Said at once and again until it is confirmed."
    )

    class Meta(Dated.Meta):
        """By event; one row an outcome and first day."""

        ordering = ["event", "outcome", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "outcome", "since"], name="telling_rule_once_from_a_day"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="telling_rule_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        """Return what is told of."""
        return self.get_tells_display()


class PortalEvent(models.Model):
    """Something of a case that the portal and its notification service tell of; append only."""

    event = models.OneToOneField(
        CompactEvent, on_delete=models.PROTECT, related_name="portal_event"
    )
    tells = models.CharField(max_length=16, choices=NoticeTrigger)
    presses = models.BooleanField()
    text = models.TextField(help_text="As it is said.")
    tell_at = models.DateTimeField(help_text="When it is said first.")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first."""

        ordering = ["-pk"]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"portal event {self.pk}"


class PortalExclusion(models.Model):
    """A case is kept off the portal from a day on; the list may be reversed."""

    case = models.ForeignKey(CompactCase, on_delete=models.PROTECT, related_name="exclusions")
    ground = models.CharField(max_length=18, choices=choices.ExclusionGround)
    reason = models.CharField(max_length=200, help_text="The order or the law.")
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True, help_text="First day shown again.")
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """By day; one at a time."""

        ordering = ["-began_on", "-pk"]
        constraints = [
            ExclusionConstraint(
                name="case_is_excluded_once_at_a_time",
                expressions=[
                    ("case", RangeOperators.EQUAL),
                    (DateSpan("began_on", "ended_on", Value("[)")), RangeOperators.OVERLAPS),
                ],
            )
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"portal exclusion {self.pk}"
