"""Dated tables of assessments: bounds, cut-offs, and the level that a result suggests."""

from django.db import models
from django.db.models import F, Q

from supervision.choices import risk as choices
from supervision.choices.period import SupervisionLevel
from supervision.models.dated import Dated

ENDS_AFTER_IT_BEGINS = Q(until__isnull=True) | Q(until__gt=F("since"))


class InstrumentLevel(Dated):
    """The level of supervision that a result of an instrument suggests."""

    instrument = models.CharField(max_length=40)
    result = models.CharField(max_length=20, help_text="The level that the instrument gives.")
    rank = models.PositiveSmallIntegerField(help_text="1 is the lightest result.")
    level = models.CharField(max_length=12, choices=SupervisionLevel)

    class Meta(Dated.Meta):
        """By instrument, the lightest first."""

        ordering = ["instrument", "rank", "since"]
        verbose_name = "level by result of an instrument"
        verbose_name_plural = "levels by result of an instrument"
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "result", "since"], name="result_once_from_a_day"
            ),
            models.CheckConstraint(
                condition=ENDS_AFTER_IT_BEGINS, name="instrument_level_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        """Return instrument, result and level."""
        return f"{self.instrument} {self.result}: {self.get_level_display()}"


class NeedCutoff(Dated):
    """From which sum of answers a need is standard, and from which severe."""

    section = models.CharField(max_length=16, choices=choices.NeedSection)
    standard_from = models.PositiveSmallIntegerField()
    severe_from = models.PositiveSmallIntegerField()
    most = models.PositiveSmallIntegerField(help_text="Highest sum there is.")

    class Meta(Dated.Meta):
        """By section."""

        ordering = ["pk"]
        verbose_name = "cut-off of a need"
        verbose_name_plural = "cut-offs of needs"
        constraints = [
            models.UniqueConstraint(
                fields=["section", "since"], name="need_cutoff_once_from_a_day"
            ),
            models.CheckConstraint(
                condition=Q(severe_from__gt=F("standard_from"), most__gte=F("severe_from")),
                name="cutoffs_rise",
            ),
            models.CheckConstraint(
                condition=ENDS_AFTER_IT_BEGINS, name="need_cutoff_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        """Return the section."""
        return self.get_section_display()


class GuidelineBound(Dated):
    """A total of the parole guidelines from which the probability of release is another."""

    name = models.CharField(max_length=16, choices=choices.GuidelineBoundName)
    total = models.SmallIntegerField()

    class Meta(Dated.Meta):
        """By name."""

        ordering = ["name", "since"]
        verbose_name = "bound of the parole guidelines"
        verbose_name_plural = "bounds of the parole guidelines"
        constraints = [
            models.UniqueConstraint(fields=["name", "since"], name="bound_once_from_a_day"),
            models.CheckConstraint(
                condition=ENDS_AFTER_IT_BEGINS, name="guideline_bound_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        """Return name and total."""
        return f"{self.get_name_display()} {self.total}"


class GuidelineFactor(Dated):
    """What a section of the parole guidelines scores; points are empty until they are confirmed."""

    section = models.CharField(max_length=24, help_text="Item of the instrument.")
    factor = models.CharField(max_length=120)
    points = models.SmallIntegerField(null=True, blank=True)

    class Meta(Dated.Meta):
        """By section."""

        ordering = ["section", "pk"]
        verbose_name = "factor of the parole guidelines"
        verbose_name_plural = "factors of the parole guidelines"
        constraints = [
            models.UniqueConstraint(
                fields=["section", "factor", "since"], name="factor_once_from_a_day"
            ),
            models.CheckConstraint(
                condition=ENDS_AFTER_IT_BEGINS, name="guideline_factor_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        """Return section and factor."""
        return f"{self.section}: {self.factor}"
