"""When who is reminded of what the compact asks, what was sent, and how users want it."""

from django.db import models
from django.db.models import F, Q

from interstate import choices
from interstate.models.obligation import CompactObligation
from interstate.rules.limits import Unit
from interstate.rules.reminding import Anchor
from ots.access.models import User
from supervision.models import OutgoingMessage
from supervision.models.dated import Dated


class ReminderRule(Dated):
    """So many days from a day of what is owed, somebody is reminded; after its day it escalates."""

    key = models.CharField(
        max_length=26,
        choices=choices.KEYS,
        blank=True,
        help_text="Empty: whatever has no rule of its own for the same recipient.",
    )
    anchor = models.CharField(
        max_length=5,
        choices=choices.ANCHORS,
        default=Anchor.DUE.value,
        help_text="The day from which it is counted.",
    )
    days = models.SmallIntegerField(help_text="Below zero: before that day.")
    unit = models.CharField(max_length=13, choices=choices.UNITS, default=Unit.CALENDAR_DAYS.value)
    to = models.CharField(
        max_length=10, choices=choices.RECIPIENTS, help_text="Of the state that owes it."
    )

    class Meta(Dated.Meta):
        """By what is owed; one row a day, recipient and first day."""

        ordering = ["key", "to", "anchor", "days", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "anchor", "days", "unit", "to", "since"],
                name="reminder_rule_once_from_a_day",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="reminder_rule_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        """Return what it is about and when."""
        return f"{self.key or 'anything'}, {self.days} {self.unit} from its {self.anchor}"


class ReminderWish(models.Model):
    """How a user wants to be reminded; without a row, of each thing on its own."""

    user = models.OneToOneField(
        User, on_delete=models.PROTECT, related_name="compact_reminder_wish"
    )
    is_digest = models.BooleanField(default=False, help_text="Once a day, all in one message.")

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"reminder wish {self.pk}"


class SentReminder(models.Model):
    """A user was reminded of something owed, for one of its days; once."""

    obligation = models.ForeignKey(
        CompactObligation, on_delete=models.PROTECT, related_name="reminders"
    )
    rule = models.ForeignKey(ReminderRule, on_delete=models.PROTECT, related_name="sent")
    to = models.CharField(max_length=10, choices=choices.RECIPIENTS)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="compact_reminders")
    fell_on = models.DateField(help_text="The day that the rule names.")
    due_on = models.DateField(help_text="The due day as it was told.")
    made_at = models.DateTimeField()
    message = models.ForeignKey(OutgoingMessage, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Newest first; nobody twice of one thing for one day."""

        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "user", "fell_on"], name="reminded_once_for_a_day"
            )
        ]
        indexes = [models.Index(fields=["user", "-made_at"], name="compact_reminders_of_user")]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"compact reminder {self.pk}"

    @property
    def person_id(self) -> int:
        """Whose record it is about."""
        return self.obligation.person_id
