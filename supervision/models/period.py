"""Time under supervision, and who supervised."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q, Value

from offenders.models.person import PersonFact
from ots.access.models import Office, User
from ots.core.spans import DateSpan
from supervision.choices import period as choices


class SupervisionPeriod(PersonFact):
    """One term of probation, parole or the like; ``ended_on`` is the first day without it."""

    supervision_type = models.CharField(max_length=18, choices=choices.SupervisionType)
    began_on = models.DateField()
    expected_end_on = models.DateField(
        null=True, blank=True, help_text="Day the order ends unless something changes."
    )
    ended_on = models.DateField(null=True, blank=True)
    termination_reason = models.CharField(max_length=80, blank=True)

    class Meta(PersonFact.Meta):
        """No type of supervision twice on a day."""

        ordering = ["-began_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="supervision_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(expected_end_on__isnull=True) | Q(expected_end_on__gte=F("began_on")),
                name="supervision_is_to_end_after_it_begins",
            ),
            ExclusionConstraint(
                name="supervision_of_one_type_never_overlaps",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("supervision_type", RangeOperators.EQUAL),
                    (DateSpan("began_on", "ended_on", Value("[)")), RangeOperators.OVERLAPS),
                ],
                condition=Q(superseded_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["expected_end_on"],
                condition=Q(ended_on__isnull=True, superseded_at__isnull=True),
                name="supervision_open_by_end",
            )
        ]


class Assignment(PersonFact):
    """Who supervises the person, at which office, from a day until a day."""

    agent = models.ForeignKey(User, on_delete=models.PROTECT, related_name="assignments")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(
        max_length=8,
        choices=choices.AssignmentRole,
        default=choices.AssignmentRole.PRIMARY,
    )
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta(PersonFact.Meta):
        """One primary agent at a time."""

        ordering = ["-began_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="assignment_ends_after_it_begins",
            ),
            ExclusionConstraint(
                name="person_has_one_primary_agent",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    (DateSpan("began_on", "ended_on", Value("[)")), RangeOperators.OVERLAPS),
                ],
                condition=Q(superseded_at__isnull=True, role="primary"),
            ),
        ]
