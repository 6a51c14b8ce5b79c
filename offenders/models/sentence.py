"""Judgments, sentences and the terms that each judgment sets."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import Exact, LessThan

from offenders import choices
from offenders.models.closed import OpenRows
from offenders.models.legal import Charge, CourtCase
from offenders.models.person import Person
from ots.access.models import Fact

MINIMUM_IN_MONTHS = F("minimum_years") * 12 + F("minimum_months")
MAXIMUM_IN_MONTHS = F("maximum_years") * 12 + F("maximum_months")


class JudgmentOfSentence(Fact):
    """The paper that commands (JOS); an amended one supersedes it for the counts it names."""

    case = models.ForeignKey(CourtCase, on_delete=models.PROTECT, related_name="judgments")
    kind = models.CharField(
        max_length=10, choices=choices.OrderKind, default=choices.OrderKind.ORIGINAL
    )
    entered_on = models.DateField(help_text="Day the court signed it.")
    judge = models.CharField(max_length=80, blank=True)

    closed_by: ClassVar = ("case__closure",)
    objects = OpenRows["JudgmentOfSentence"]()

    class Meta(Fact.Meta):
        """In order of entry."""

        ordering = ["entered_on", "pk"]
        verbose_name = "judgment of sentence"
        verbose_name_plural = "judgments of sentence"


class Sentence(models.Model):
    """The sentence on one charge; its terms are what the latest judgment set."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="sentences")
    charge = models.OneToOneField(Charge, on_delete=models.PROTECT, related_name="sentence")
    label = models.CharField(
        max_length=4, help_text="Prefix letter by which files name it: A, B, C."
    )
    recorded_at = models.DateTimeField(auto_now_add=True)

    closed_by: ClassVar = ("charge__closure",)
    objects = OpenRows["Sentence"]()

    class Meta:
        """A letter names one sentence of a person."""

        ordering = ["person", "label"]
        constraints = [
            models.UniqueConstraint(fields=["person", "label"], name="sentence_letter_is_unique")
        ]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"sentence {self.pk}"


class SentenceTerms(Fact):
    """What a judgment sets for one count; amended, resentenced or vacated by a newer row."""

    sentence = models.ForeignKey(Sentence, on_delete=models.PROTECT, related_name="terms")
    judgment = models.ForeignKey(JudgmentOfSentence, on_delete=models.PROTECT, related_name="terms")
    kind = models.CharField(max_length=14, choices=choices.SentenceKind)
    sentenced_on = models.DateField(help_text="Day the sentence was imposed.")
    minimum_years = models.PositiveSmallIntegerField(default=0)
    minimum_months = models.PositiveSmallIntegerField(default=0)
    minimum_days = models.PositiveSmallIntegerField(default=0)
    maximum_years = models.PositiveSmallIntegerField(default=0)
    maximum_months = models.PositiveSmallIntegerField(default=0)
    maximum_days = models.PositiveSmallIntegerField(default=0)
    is_life_maximum = models.BooleanField(default=False)
    jail_credit_days = models.PositiveIntegerField(
        default=0, help_text="Days of jail credit that the judgment orders."
    )
    habitual_level = models.PositiveSmallIntegerField(
        choices=choices.HabitualLevel, default=choices.HabitualLevel.NONE
    )
    consecutive_authority = models.CharField(
        max_length=32, blank=True, help_text="Section that allows or commands it, as 768.7a(2)."
    )
    judge_approval_on = models.DateField(
        null=True,
        blank=True,
        help_text="Day the judge approved parole before the calendar minimum (MCL 769.12(4)).",
    )
    as_written = models.BooleanField(
        default=False,
        help_text="Recorded as the judgment says although a check objected.",
    )
    vacated_on = models.DateField(null=True, blank=True)
    surrendered_on = models.DateField(
        null=True, blank=True, help_text="Day the court let the person report to serve it."
    )

    closed_by: ClassVar = ("sentence__charge__closure",)
    objects = OpenRows["SentenceTerms"]()

    class Meta(Fact.Meta):
        """One current row a sentence; a minimum never exceeds its maximum."""

        verbose_name_plural = "sentence terms"
        constraints = [
            models.UniqueConstraint(
                fields=["sentence"],
                condition=Q(superseded_at__isnull=True),
                name="sentence_has_one_terms",
            ),
            models.CheckConstraint(
                condition=Q(habitual_level__in=(0, 2, 3, 4)), name="habitual_level_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(kind="indeterminate")
                | Q(is_life_maximum=True)
                | Q(LessThan(MINIMUM_IN_MONTHS, MAXIMUM_IN_MONTHS))
                | Q(
                    Exact(MINIMUM_IN_MONTHS, MAXIMUM_IN_MONTHS),
                    maximum_days__gte=F("minimum_days"),
                ),
                name="minimum_is_within_maximum",
            ),
            models.CheckConstraint(
                condition=Q(vacated_on__isnull=True) | Q(vacated_on__gte=F("sentenced_on")),
                name="vacated_after_it_was_imposed",
            ),
            models.CheckConstraint(
                condition=Q(surrendered_on__isnull=True) | Q(surrendered_on__gte=F("sentenced_on")),
                name="surrendered_after_it_was_imposed",
            ),
        ]


class ConsecutiveLink(models.Model):
    """These terms begin when another sentence ends."""

    terms = models.ForeignKey(SentenceTerms, on_delete=models.PROTECT, related_name="follows")
    after = models.ForeignKey(Sentence, on_delete=models.PROTECT, related_name="followed_by")

    closed_by: ClassVar = ("terms__sentence__charge__closure", "after__charge__closure")
    objects = OpenRows["ConsecutiveLink"]()

    class Meta:
        """A sentence follows another once."""

        constraints = [
            models.UniqueConstraint(fields=["terms", "after"], name="follows_a_sentence_once")
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"consecutive link {self.pk}"
