"""A person out of touch with supervision, and every attempt to find him."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q, Value

from offenders.models.person import PersonFact
from ots.core.spans import DateSpan
from supervision.choices import absconding as choices


class AbscondingEpisode(PersonFact):
    """Time out of touch; ``ended_on`` is the day on which the person was found."""

    began_on = models.DateField(help_text="First day of the silence.")
    last_contact_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    closing_reason = models.CharField(max_length=12, choices=choices.ClosingReason, blank=True)
    cautions = models.CharField(max_length=200, blank=True, help_text="For those who look.")
    vehicles = models.CharField(max_length=200, blank=True)

    class Meta(PersonFact.Meta):
        """Out of touch once at a time; closed with a reason."""

        ordering = ["-began_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="absconding_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(closing_reason=""),
                name="absconding_ends_with_a_reason",
            ),
            ExclusionConstraint(
                name="one_absconding_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    (DateSpan("began_on", "ended_on", Value("[)")), RangeOperators.OVERLAPS),
                ],
                condition=Q(superseded_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["person"],
                condition=Q(ended_on__isnull=True, superseded_at__isnull=True),
                name="absconding_open",
            )
        ]


class LocateAttempt(PersonFact):
    """One attempt to find the person."""

    made_at = models.DateTimeField()
    method = models.CharField(max_length=16, choices=choices.AttemptMethod)
    result = models.CharField(max_length=12, choices=choices.AttemptResult)
    note = models.TextField(blank=True)

    class Meta(PersonFact.Meta):
        """Newest first."""

        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(
                fields=["person", "made_at"],
                condition=Q(superseded_at__isnull=True),
                name="attempt_of_person_by_day",
            )
        ]
