"""What users say is wrong on a page, and what became of it.

What was told and each step of answering it are kept as they were: rows are only added.
"""

from datetime import datetime

from django.conf import settings
from django.db import models

from offenders.models import Person

LONGEST_WORDS = 2000
LONGEST_ADDRESS = 300


class ConcernKind(models.TextChoices):
    """What is wrong."""

    FACT = "fact", "A fact of this record is wrong"
    DATE = "date", "A date is wrong"
    PAGE = "page", "The page does not work"
    IDEA = "idea", "An idea: this could be better"


# Only a record holds facts and dates.
OF_A_RECORD = (ConcernKind.FACT, ConcernKind.DATE)


class Desk(models.TextChoices):
    """Who answers."""

    RECORDS = "records", "Records clerks"
    SUPERVISION = "supervision", "Supervisors of the person's office"
    COMPACT = "compact", "Compact office"
    SYSTEM = "system", "Security officer"


class ConcernState(models.TextChoices):
    """Where it stands."""

    NEW = "new", "New"
    SEEN = "seen", "Looked at"
    MENDED = "mended", "Mended"
    NO_FAULT = "no_fault", "Not a fault"
    NOT_DONE = "not_done", "Will not be done"


ENDED = (ConcernState.MENDED, ConcernState.NO_FAULT, ConcernState.NOT_DONE)
# What may follow what; an answer may turn out to be none.
NEXT: dict[str, tuple[ConcernState, ...]] = {
    ConcernState.NEW: (ConcernState.SEEN, *ENDED),
    ConcernState.SEEN: ENDED,
    **dict.fromkeys(ENDED, (ConcernState.SEEN,)),
}


class Concern(models.Model):
    """What somebody says is wrong, with the page and the person he came from."""

    kind = models.CharField(max_length=4, choices=ConcernKind)
    desk = models.CharField(max_length=11, choices=Desk, help_text="Who is to answer it.")
    page = models.CharField(max_length=80, blank=True, help_text="Name of the page.")
    address = models.CharField(max_length=LONGEST_ADDRESS, blank=True, help_text="Without query.")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    words = models.CharField(max_length=LONGEST_WORDS)
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    told_at = models.DateTimeField()

    # How it stands by its last step; a list's query adds these.
    state: str
    since: datetime | None
    answer: str

    class Meta:
        """Newest first; only a record holds facts and dates."""

        ordering = ["-told_at", "-pk"]
        indexes = [models.Index(fields=["desk", "told_at"], name="concerns_by_desk")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind__in=("fact", "date")) | models.Q(person__isnull=False),
                name="wrong_facts_are_somebodys",
            )
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"concern {self.pk}"

    @property
    def page_in_words(self) -> str:
        """Return what the page is called, such as ``Dates``; empty where none is known."""
        name = self.page.rpartition(":")[2].removeprefix("person-")
        return name.replace("-", " ").capitalize()


class ConcernStep(models.Model):
    """One step of answering: where it stands now, and what the one who told it is to know."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=8, choices=ConcernState)
    words = models.CharField(max_length=LONGEST_WORDS, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    taken_at = models.DateTimeField()

    class Meta:
        """In the order they were taken; an answer has words."""

        ordering = ["taken_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="seen") | ~models.Q(words=""),
                name="answers_have_words",
            )
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"step {self.pk} of concern {self.concern_id}"
