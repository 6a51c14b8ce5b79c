"""What clerks decided of computed dates: facts, corrected only by newer ones."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import MD5

from offenders.models import PersonFact
from timecomp.choices import DecisionKind

_NAMES_A_QUESTION = ~Q(rule="") & ~Q(message="")
_NAMES_NO_QUESTION = Q(rule="", message="")
_HOLDS = Q(superseded_at__isnull=True) & ~Q(kind=DecisionKind.WITHDRAWN)


class ClerkDecision(PersonFact):
    """That a question is settled as it stands, or that another date holds than the computed one.

    The question is named by rule, sentence and words: asked in other words, it is another.
    """

    kind = models.CharField(max_length=9, choices=DecisionKind)
    rule = models.CharField(max_length=60, blank=True)
    sentence_label = models.CharField(
        max_length=12, blank=True, help_text="Empty for the person as a whole."
    )
    message = models.TextField(blank=True, help_text="The question, as it was asked.")
    date_name = models.CharField(max_length=30, blank=True, help_text="The date overridden.")
    value = models.DateField(null=True, blank=True, help_text="Empty: there is no such date.")
    system_value = models.DateField(
        null=True, blank=True, help_text="What was computed when it was decided."
    )
    authority = models.CharField(
        max_length=120, blank=True, help_text="The document that allows it."
    )
    decided_on = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="Last day on which it holds.")

    class Meta(PersonFact.Meta):
        """Nobody decides without a name and a reason; one decision on a question or a date."""

        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason="") & Q(recorded_by__isnull=False),
                name="decision_says_who_and_why",
            ),
            models.CheckConstraint(
                condition=Q(kind=DecisionKind.WITHDRAWN)
                | (Q(kind=DecisionKind.STANDS, date_name="") & _NAMES_A_QUESTION)
                | (
                    Q(kind=DecisionKind.OVERRIDE)
                    & ~Q(date_name="")
                    & ~Q(authority="")
                    & (_NAMES_A_QUESTION | _NAMES_NO_QUESTION)
                ),
                name="decision_names_what_it_decides",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("decided_on")),
                name="decision_ends_after_it_was_made",
            ),
            models.UniqueConstraint(
                "person",
                "rule",
                "sentence_label",
                MD5("message"),
                condition=_HOLDS & ~Q(rule=""),
                name="question_is_decided_once",
            ),
            models.UniqueConstraint(
                fields=["person", "sentence_label", "date_name"],
                condition=_HOLDS & ~Q(date_name=""),
                name="date_is_overridden_once",
            ),
        ]
