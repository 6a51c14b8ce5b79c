"""Facilities, custody and movements, bond."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q, Value

from offenders import choices
from offenders.models.closed import OpenRows
from offenders.models.legal import CourtCase
from offenders.models.person import PersonFact
from ots.access.models import County
from ots.core.spans import DateSpan


class Facility(models.Model):
    """A prison, jail or centre."""

    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=choices.FacilityKind)
    county = models.ForeignKey(County, on_delete=models.PROTECT, null=True, blank=True)
    is_open = models.BooleanField(default=True)

    class Meta:
        """Alphabetical."""

        ordering = ["name"]
        verbose_name_plural = "facilities"

    def __str__(self) -> str:
        """Return the facility's name."""
        return self.name


class CustodyPeriod(PersonFact):
    """Time in one kind of custody; the day of release is the first day out."""

    kind = models.CharField(max_length=12, choices=choices.CustodyKind)
    facility = models.ForeignKey(
        Facility, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    booking_number = models.CharField(max_length=40, blank=True)
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True, help_text="Day of release; empty if inside.")
    admission_reason = models.CharField(max_length=80, blank=True)
    release_reason = models.CharField(max_length=80, blank=True)
    case = models.ForeignKey(
        CourtCase, on_delete=models.PROTECT, null=True, blank=True, related_name="custody"
    )

    closed_by: ClassVar = ("case__closure",)
    objects = OpenRows["CustodyPeriod"]()

    class Meta(PersonFact.Meta):
        """Nobody is in one kind of custody twice on a day."""

        ordering = ["-began_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="custody_ends_after_it_begins",
            ),
            ExclusionConstraint(
                name="custody_of_one_kind_never_overlaps",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (DateSpan("began_on", "ended_on", Value("[)")), RangeOperators.OVERLAPS),
                ],
                condition=Q(superseded_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["kind", "facility"],
                condition=Q(ended_on__isnull=True, superseded_at__isnull=True),
                name="custody_open",
            )
        ]


class Movement(PersonFact):
    """Something that happened to a person's custody, on a day."""

    kind = models.CharField(max_length=12, choices=choices.MovementKind)
    occurred_on = models.DateField()
    facility = models.ForeignKey(
        Facility, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.CharField(max_length=120, blank=True)

    class Meta(PersonFact.Meta):
        """Newest first."""

        ordering = ["-occurred_on", "-pk"]


class Bond(PersonFact):
    """Bond set in a case."""

    case = models.ForeignKey(CourtCase, on_delete=models.PROTECT, related_name="bonds")
    kind = models.CharField(max_length=12, choices=choices.BondKind)
    amount_cents = models.PositiveBigIntegerField(default=0)
    set_on = models.DateField()
    posted_on = models.DateField(null=True, blank=True)
    revoked_on = models.DateField(null=True, blank=True)

    closed_by: ClassVar = ("case__closure",)
    objects = OpenRows["Bond"]()

    class Meta(PersonFact.Meta):
        """Bond is posted after it is set."""

        ordering = ["-set_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(posted_on__isnull=True) | Q(posted_on__gte=F("set_on")),
                name="bond_is_posted_after_it_is_set",
            )
        ]
