"""Rows that policy and law set: lists of offenses, and when victims are told of what."""

from django.db import models
from django.db.models import F, Q

from supervision.choices.victim_notice import NoticeTrigger
from supervision.models.dated import Dated


class OffenseListing(Dated):
    """A section of law on a list that shuts an opportunity or lengthens the way to it."""

    list_name = models.CharField(max_length=24)
    code = models.CharField(
        max_length=32, help_text="Section as 750.136b; all of its parts count too."
    )
    maximum_months_at_least = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Counts only with a statutory maximum of at least this."
    )

    class Meta(Dated.Meta):
        """By list and section."""

        ordering = ["list_name", "code", "since"]
        verbose_name = "offense on a list"
        verbose_name_plural = "offenses on lists"
        constraints = [
            models.UniqueConstraint(
                fields=["list_name", "code", "since"], name="offense_once_on_its_list"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="offense_listing_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        """Return list and section."""
        return f"{self.list_name}: {self.code}"


class NoticeRule(Dated):
    """Of what victims are told, within how many days, and whether it must wait for that."""

    trigger = models.CharField(max_length=16, choices=NoticeTrigger)
    within_days = models.SmallIntegerField(help_text="Days after the event by which it is due.")
    blocks = models.BooleanField(
        default=False, help_text="What it is about is not carried out until the notice is settled."
    )

    class Meta(Dated.Meta):
        """By trigger."""

        ordering = ["trigger", "since"]
        verbose_name = "rule of victim notices"
        verbose_name_plural = "rules of victim notices"
        constraints = [
            models.UniqueConstraint(
                fields=["trigger", "since"], name="notice_rule_once_from_a_day"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="notice_rule_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        """Return what victims are told of."""
        return self.get_trigger_display()
