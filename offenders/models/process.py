"""Orders of process: warrants, holds, detainers and protective orders: four different things."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from offenders import choices
from offenders.models.closed import OpenRows
from offenders.models.legal import Court, CourtCase
from offenders.models.person import PersonFact
from ots.access.models import Agency


class Warrant(PersonFact):
    """A warrant for the person's arrest."""

    number = models.CharField(max_length=40)
    kind = models.CharField(max_length=10, choices=choices.WarrantKind)
    status = models.CharField(max_length=8, choices=choices.WarrantStatus)
    court = models.ForeignKey(Court, on_delete=models.PROTECT, null=True, blank=True)
    case = models.ForeignKey(
        CourtCase, on_delete=models.PROTECT, null=True, blank=True, related_name="warrants"
    )
    issued_on = models.DateField()
    served_on = models.DateField(null=True, blank=True)
    recalled_on = models.DateField(null=True, blank=True)
    extradition = models.CharField(max_length=80, blank=True, help_text="How far it reaches.")
    caution = models.CharField(max_length=120, blank=True)

    closed_by: ClassVar = ("case__closure",)
    objects = OpenRows["Warrant"]()

    class Meta(PersonFact.Meta):
        """A number is one current warrant; service follows issue."""

        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["number"],
                condition=Q(superseded_at__isnull=True),
                name="warrant_number_is_unique",
            ),
            models.CheckConstraint(
                condition=Q(served_on__isnull=True) | Q(served_on__gte=F("issued_on")),
                name="warrant_is_served_after_issue",
            ),
        ]
        indexes = [
            models.Index(
                fields=["person"],
                condition=Q(status="active", superseded_at__isnull=True),
                name="warrant_active",
            )
        ]


class Hold(PersonFact):
    """A request of an agency that the jail not release the person."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True)
    agency_name = models.CharField(max_length=120, blank=True)
    basis = models.CharField(max_length=120)
    placed_on = models.DateField()
    cleared_on = models.DateField(null=True, blank=True)

    class Meta(PersonFact.Meta):
        """A hold is cleared after it is placed."""

        ordering = ["-placed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(cleared_on__isnull=True) | Q(cleared_on__gte=F("placed_on")),
                name="hold_is_cleared_after_it_is_placed",
            )
        ]


class Detainer(PersonFact):
    """A formal notice that another authority wants the prisoner when this custody ends."""

    authority = models.CharField(max_length=120)
    number = models.CharField(max_length=40, blank=True)
    charge_pending = models.CharField(max_length=120, blank=True)
    lodged_on = models.DateField()
    lifted_on = models.DateField(null=True, blank=True)

    class Meta(PersonFact.Meta):
        """A detainer is lifted after it is lodged."""

        ordering = ["-lodged_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(lifted_on__isnull=True) | Q(lifted_on__gte=F("lodged_on")),
                name="detainer_is_lifted_after_it_is_lodged",
            )
        ]


class ProtectiveOrder(PersonFact):
    """An order that the person keep away from somebody."""

    number = models.CharField(max_length=40)
    court = models.ForeignKey(Court, on_delete=models.PROTECT, null=True, blank=True)
    protected_name = models.CharField(max_length=120, help_text="Whom the order protects.")
    conditions = models.TextField()
    issued_on = models.DateField()
    served_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True, help_text="Last day of force.")

    class Meta(PersonFact.Meta):
        """An order expires after it is issued."""

        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gte=F("issued_on")),
                name="order_expires_after_issue",
            )
        ]
