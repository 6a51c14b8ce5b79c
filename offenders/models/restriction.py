"""Whose record is closed, and the orders of courts by which records are sealed or destroyed."""

from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q

from offenders.models.legal import Charge, Court, CourtCase
from offenders.models.person import PersonFact


class ClosureKind(models.TextChoices):
    """Why a whole person is closed, and to whom."""

    EMPLOYEE = "employee", "Employee"
    RELATIVE = "relative", "Relative or close friend of an employee"
    PROTECTED = "protected", "Protected person"
    KNOWN = "known", "Known privately to a user"
    SEALED = "sealed", "Sealed by order of a court"
    LIFTED = "lifted", "No longer closed"


class PersonClosure(PersonFact):
    """A person is closed: to the user named, and but for ``KNOWN`` to all without the right.

    It is lifted by a newer row of the kind ``LIFTED``.
    """

    SEALING: Final = ClosureKind.SEALED
    RESTRICTING: Final = (ClosureKind.EMPLOYEE, ClosureKind.RELATIVE, ClosureKind.PROTECTED)
    NAMING: Final = (ClosureKind.EMPLOYEE, ClosureKind.RELATIVE, ClosureKind.KNOWN)

    kind = models.CharField(max_length=10, choices=ClosureKind)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The employee, whose relative it is, or who declares to know the person.",
    )

    class Meta(PersonFact.Meta):
        """One reason stands once; a relative is somebody's."""

        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "user"],
                condition=Q(superseded_at__isnull=True) & ~Q(kind="lifted"),
                nulls_distinct=False,
                name="person_is_closed_once_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=("relative", "known")) | Q(user__isnull=False),
                name="closure_names_the_user",
            ),
        ]

    @classmethod
    def standing(cls) -> "models.QuerySet[PersonClosure]":
        """Return the closures that have not been lifted."""
        return cls.objects.filter(superseded_at__isnull=True).exclude(kind=ClosureKind.LIFTED)


class SealAction(models.TextChoices):
    """What the court ordered about the record."""

    SEAL = "seal", "Seal"
    UNSEAL = "unseal", "Unseal"
    EXPUNGE = "expunge", "Destroy"


class SealOrder(PersonFact):
    """A court's order about a case, a count, or with neither the whole person.

    An order to unseal is a newer row. What is destroyed leaves its order as the tombstone: who
    ordered and carried it out, when and why, and how many rows of which kind are gone.
    """

    action = models.CharField(max_length=8, choices=SealAction)
    # What an order destroys is gone, the order stays: no constraint holds the two together.
    case = models.ForeignKey(
        CourtCase,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        blank=True,
        related_name="+",
    )
    charge = models.ForeignKey(
        Charge,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        blank=True,
        related_name="+",
    )
    court = models.ForeignKey(Court, on_delete=models.PROTECT, related_name="+")
    order_number = models.CharField(max_length=40)
    ordered_on = models.DateField()
    authority = models.CharField(max_length=80, help_text="Section, as 780.621.")
    destroyed = models.JSONField(default=dict, blank=True)

    class Meta(PersonFact.Meta):
        """Newest first."""

        ordering = ["-ordered_on", "-pk"]

    @classmethod
    def standing(cls) -> "models.QuerySet[SealOrder]":
        """Return the orders by which something is sealed now."""
        return cls.objects.filter(superseded_at__isnull=True, action=SealAction.SEAL)
