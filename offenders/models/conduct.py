"""What moves dates while a sentence runs: misconduct, credits, forfeitures, parole."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from offenders import choices
from offenders.models.closed import OpenRows
from offenders.models.person import PersonFact
from offenders.models.sentence import Sentence


class Misconduct(PersonFact):
    """A finding of guilt on a misconduct ticket."""

    violated_on = models.DateField()
    found_guilty_on = models.DateField()
    misconduct_class = models.CharField(max_length=3, choices=choices.MisconductClass)
    description = models.CharField(max_length=120, blank=True)
    disciplinary_time_days = models.PositiveSmallIntegerField(default=0)

    class Meta(PersonFact.Meta):
        """Nobody is found guilty before the deed."""

        ordering = ["-violated_on", "-pk"]
        verbose_name_plural = "misconduct"
        constraints = [
            models.CheckConstraint(
                condition=Q(found_guilty_on__gte=F("violated_on")),
                name="guilt_is_found_after_the_deed",
            )
        ]


class CreditAward(PersonFact):
    """Special credit that the warden awarded on a sentence."""

    sentence = models.ForeignKey(Sentence, on_delete=models.PROTECT, related_name="credit_awards")
    kind = models.CharField(max_length=28, choices=choices.CreditKind)
    days = models.PositiveSmallIntegerField()
    awarded_on = models.DateField()
    applies_to = models.CharField(
        max_length=8, choices=choices.AppliesTo, default=choices.AppliesTo.BOTH
    )

    closed_by: ClassVar = ("sentence__charge__closure",)
    objects = OpenRows["CreditAward"]()

    class Meta(PersonFact.Meta):
        """In order of award."""

        ordering = ["awarded_on", "pk"]


class Forfeiture(PersonFact):
    """Credit taken away on a sentence."""

    sentence = models.ForeignKey(Sentence, on_delete=models.PROTECT, related_name="forfeitures")
    days = models.PositiveSmallIntegerField()
    ordered_on = models.DateField()
    authority = models.CharField(max_length=12, choices=choices.ForfeitureAuthority)

    closed_by: ClassVar = ("sentence__charge__closure",)
    objects = OpenRows["Forfeiture"]()

    class Meta(PersonFact.Meta):
        """In order of the orders."""

        ordering = ["ordered_on", "pk"]


class Restoration(PersonFact):
    """Forfeited credit given back on a sentence."""

    sentence = models.ForeignKey(Sentence, on_delete=models.PROTECT, related_name="restorations")
    days = models.PositiveSmallIntegerField()
    ordered_on = models.DateField()

    closed_by: ClassVar = ("sentence__charge__closure",)
    objects = OpenRows["Restoration"]()

    class Meta(PersonFact.Meta):
        """In order of the orders."""

        ordering = ["ordered_on", "pk"]


class ParoleRelease(PersonFact):
    """A release on parole with the length of the order."""

    released_on = models.DateField()
    term_months = models.PositiveSmallIntegerField()

    class Meta(PersonFact.Meta):
        """In order of release."""

        ordering = ["released_on", "pk"]


class ParoleViolation(PersonFact):
    """A declared violation of parole; time from declaration to availability is dead."""

    parole = models.ForeignKey(ParoleRelease, on_delete=models.PROTECT, related_name="violations")
    kind = models.CharField(max_length=12, choices=choices.ParoleViolationKind)
    declared_on = models.DateField()
    available_on = models.DateField(null=True, blank=True)
    detainer_on = models.DateField(
        null=True, blank=True, help_text="Day the parole detainer was lodged."
    )

    class Meta(PersonFact.Meta):
        """Availability follows declaration."""

        ordering = ["declared_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(available_on__isnull=True) | Q(available_on__gte=F("declared_on")),
                name="available_after_declaration",
            )
        ]


class TimeOrder(PersonFact):
    """What a court, the parole board, the governor or the department decided of a person's time."""

    kind = models.CharField(max_length=20, choices=choices.TimeOrderKind)
    made_on = models.DateField()
    sentence = models.ForeignKey(
        Sentence,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="time_orders",
        help_text="Empty where it is about the person as a whole.",
    )
    effective_on = models.DateField(null=True, blank=True, help_text="The day that it sets.")
    days = models.PositiveSmallIntegerField(null=True, blank=True)
    term_years = models.PositiveSmallIntegerField(default=0)
    term_months = models.PositiveSmallIntegerField(default=0)
    is_completed = models.BooleanField(default=False, help_text="The placement was completed.")
    awaits_treatment = models.BooleanField(
        default=False, help_text="Held until a place in treatment is free."
    )

    closed_by: ClassVar = ("sentence__charge__closure",)
    objects = OpenRows["TimeOrder"]()

    class Meta(PersonFact.Meta):
        """In order of the orders."""

        ordering = ["made_on", "pk"]
