"""Safety of agents on home visits: what is known of a place, who is out, and what went wrong."""

from decimal import Decimal
from typing import Final

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from offenders.models.person import Address, Person, PersonFact
from ots.access.models import Office, User
from supervision.choices import safety as choices

FARTHEST_NORTH: Final = Decimal(90)
FARTHEST_EAST: Final = Decimal(180)


class SafetyProfile(PersonFact):
    """What an agent must know before going: about the person, or about one address."""

    address = models.ForeignKey(
        Address, on_delete=models.PROTECT, null=True, blank=True, related_name="safety_profiles"
    )
    hazards = ArrayField(
        models.CharField(max_length=12, choices=choices.Hazard), default=list, blank=True
    )
    cautions = ArrayField(
        models.CharField(max_length=12, choices=choices.Caution), default=list, blank=True
    )
    policy = models.CharField(
        max_length=6, choices=choices.VisitPolicy, default=choices.VisitPolicy.SOLO
    )
    advice = models.TextField(blank=True, help_text="Where to park, which door, whom to call.")
    latitude = models.DecimalField(
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-FARTHEST_NORTH), MaxValueValidator(FARTHEST_NORTH)],
    )
    longitude = models.DecimalField(
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-FARTHEST_EAST), MaxValueValidator(FARTHEST_EAST)],
    )
    reviewed_on = models.DateField()

    class Meta(PersonFact.Meta):
        """One a person and address; a point has both coordinates."""

        ordering = ["-reviewed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "address"],
                nulls_distinct=False,
                condition=Q(superseded_at__isnull=True),
                name="one_safety_profile_a_place",
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="a_point_has_both_coordinates",
            ),
        ]


class NearMiss(PersonFact):
    """Something that nearly went wrong on a visit."""

    address = models.ForeignKey(
        Address, on_delete=models.PROTECT, null=True, blank=True, related_name="near_misses"
    )
    kind = models.CharField(max_length=10, choices=choices.NearMissKind)
    happened_at = models.DateTimeField()
    what = models.CharField(max_length=300, blank=True)

    class Meta(PersonFact.Meta):
        """Newest first."""

        ordering = ["-happened_at", "-pk"]
        verbose_name_plural = "near misses"


class Outing(models.Model):
    """An agent on the way to visits: who is out, until when, and back when."""

    agent = models.ForeignKey(User, on_delete=models.PROTECT, related_name="outings")
    people = models.ManyToManyField(Person, related_name="+")
    left_at = models.DateTimeField()
    due_back_at = models.DateTimeField()
    partner = models.CharField(max_length=120, blank=True)
    vehicle = models.CharField(max_length=60, blank=True)
    back_at = models.DateTimeField(null=True, blank=True)
    was_duress = models.BooleanField(default=False)

    class Meta:
        """One at a time; nobody is back before leaving."""

        ordering = ["-left_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agent"],
                condition=Q(back_at__isnull=True),
                name="an_agent_is_out_once",
            ),
            models.CheckConstraint(
                condition=Q(due_back_at__gt=F("left_at")), name="outing_is_due_after_leaving"
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_back_at"],
                condition=Q(back_at__isnull=True),
                name="outing_open_by_due",
            )
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"outing {self.pk}"


class OutingAlarm(models.Model):
    """A step of calling out an overdue agent; each step once."""

    outing = models.ForeignKey(Outing, on_delete=models.PROTECT, related_name="alarms")
    step = models.CharField(max_length=10, choices=choices.AlarmStep)
    raised_at = models.DateTimeField()
    seen_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In order of raising."""

        ordering = ["raised_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["outing", "step"], name="an_alarm_is_raised_once")
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"alarm {self.pk}"


class DuressWord(models.Model):
    """The innocuous word agreed with an agent, sealed: who reads the table learns nothing."""

    user = models.OneToOneField(
        User, on_delete=models.PROTECT, primary_key=True, related_name="duress_word"
    )
    sealed = models.TextField()
    agreed_on = models.DateField()

    def __str__(self) -> str:
        """Name the kind alone."""
        return "duress word"


class EscalationEntry(models.Model):
    """Whom an office calls when an agent stays overdue, in order."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="escalation_list")
    order = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=80)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)

    class Meta:
        """In order of calling; everybody can be reached."""

        ordering = ["office", "order", "pk"]
        verbose_name_plural = "escalation entries"
        constraints = [
            models.CheckConstraint(
                condition=~Q(email="") | ~Q(phone=""), name="escalation_can_be_reached"
            )
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name
