"""Programs, referrals to them, where each stands, and the sessions held."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q

from offenders.models.person import PersonFact
from supervision.choices import program as choices
from supervision.rules.participation import State, pairs

STATES = [
    (State.RECOMMENDED.value, "Recommended"),
    (State.REFERRED.value, "Referred"),
    (State.ACCEPTED.value, "Accepted"),
    (State.WAITLISTED.value, "On the waiting list"),
    (State.REJECTED.value, "Rejected by the provider"),
    (State.DECLINED.value, "Declined by the person"),
    (State.ENROLLED.value, "Enrolled"),
    (State.ATTENDING.value, "Attending"),
    (State.COMPLETED.value, "Completed"),
    (State.COMPLETED_WITH_DISCRETION.value, "Completed, at the provider's discretion"),
    (State.UNSUCCESSFUL.value, "Ended without success"),
    (State.WITHDRAWN.value, "Withdrawn"),
    (State.NEUTRAL.value, "Ended through nobody's fault"),
]


class Program(models.Model):
    """A program that people are referred to, and who provides it."""

    name = models.CharField(max_length=120)
    provider = models.CharField(max_length=120)
    phone = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=17, choices=choices.ProgramKind)
    target_hours = models.DecimalField(
        max_digits=6, decimal_places=2, null=True, blank=True, help_text="Dosage, if one is set."
    )
    is_part_2 = models.BooleanField(
        "protected by 42 CFR Part 2",
        default=False,
        help_text="Who attends is told only with the person's written consent.",
    )
    is_active = models.BooleanField(default=True)

    class Meta:
        """By name; federal law protects treatment of substance use."""

        ordering = ["name", "provider"]
        constraints = [
            models.UniqueConstraint(fields=["name", "provider"], name="program_is_named_once"),
            models.CheckConstraint(
                condition=~Q(kind="substance_use") | Q(is_part_2=True),
                name="substance_use_treatment_is_protected",
            ),
        ]

    def __str__(self) -> str:
        """Return name and provider."""
        return f"{self.name}, {self.provider}"


class Referral(PersonFact):
    """The person is to take part in a program; where it stands is told by its steps."""

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="referrals")
    need = models.CharField(max_length=120, blank=True, help_text="What it is to help with.")
    is_ordered = models.BooleanField(default=False, help_text="A condition orders it.")
    target_hours = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    started_on = models.DateField(help_text="Day of the recommendation or referral.")

    class Meta(PersonFact.Meta):
        """Newest first."""

        ordering = ["-started_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(target_hours__isnull=True) | Q(target_hours__gt=0),
                name="target_is_some_hours",
            )
        ]


class ReferralStep(PersonFact):
    """One step of a referral; the database lets only those follow that may."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField()
    before = models.CharField(max_length=15, choices=STATES, blank=True)
    state = models.CharField(max_length=15, choices=STATES)
    on = models.DateField()
    why = models.CharField(max_length=17, choices=choices.EndReason, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta(PersonFact.Meta):
        """In their order."""

        ordering = ["referral", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "position"], name="referral_takes_one_step_at_a_time"
            ),
            models.CheckConstraint(
                condition=reduce(or_, (Q(before=a, state=b) for a, b in pairs())),
                name="step_may_follow",
            ),
        ]
        indexes = [models.Index(fields=["referral", "-position"], name="step_latest_of_referral")]


class ProgramSession(PersonFact):
    """One session of a program as it went for the person."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="sessions")
    held_on = models.DateField()
    outcome = models.CharField(max_length=9, choices=choices.SessionOutcome)
    minutes = models.PositiveSmallIntegerField(default=0)
    note = models.CharField(max_length=300, blank=True)

    class Meta(PersonFact.Meta):
        """Newest first; only a session that was attended counts minutes."""

        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=("attended", "late")) | Q(minutes=0),
                name="absence_counts_no_minutes",
            ),
            models.UniqueConstraint(
                fields=["referral", "held_on"],
                condition=Q(superseded_at__isnull=True),
                name="referral_has_one_session_a_day",
            ),
        ]
