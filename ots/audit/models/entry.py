"""One entry of the trail: django-auditlog's with what auditors ask: whose, why, from where."""

from auditlog.models import AbstractLogEntry
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from ots.audit.events import Event

# A list of more people is told by several entries, so that "who saw this person" stays quick.
MOST_PEOPLE = 100


class Outcome(models.TextChoices):
    """How it ended."""

    SUCCESS = "success", "Done"
    DENIED = "denied", "Refused"
    ERROR = "error", "Failed"


class AuditEntry(AbstractLogEntry):  # type: ignore[misc]  # django-auditlog is untyped
    """Who did or saw what, when, from where and why; append-only in the database.

    ``actor`` and ``remote_addr`` are django-auditlog's: the user signed in and his address. The
    table is cut by month: its key in the database is the number with the time.
    """

    id = models.BigAutoField(primary_key=True)
    event = models.CharField(max_length=40, blank=True, db_index=True)
    person_id = models.BigIntegerField(
        null=True, blank=True, help_text="The person whose record was touched, if one."
    )
    people = ArrayField(
        models.BigIntegerField(),
        default=list,
        blank=True,
        help_text="The people shown or changed, where they are several; at most a hundred.",
    )
    categories = ArrayField(
        models.CharField(max_length=20),
        default=list,
        blank=True,
        help_text="Field categories that were shown or changed.",
    )
    reason = models.TextField(blank=True, help_text="Why, in the actor's own words.")
    purpose = models.CharField(max_length=20, blank=True, help_text="The code of the purpose.")
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.SUCCESS)
    origin = models.CharField(
        max_length=200, blank=True, help_text="The page, command or task at work."
    )
    session = models.CharField(
        max_length=32, blank=True, help_text="A keyed hash of the session, never its key."
    )
    second_factor = models.CharField(
        max_length=20, blank=True, help_text="How the user proved himself besides the password."
    )
    agency_id = models.BigIntegerField(
        null=True, blank=True, help_text="The agency for which the user acted."
    )
    ori = models.CharField("ORI", max_length=9, blank=True)
    terms = ArrayField(
        models.CharField(max_length=32),
        default=list,
        blank=True,
        help_text="Keyed hashes of what was searched for.",
    )
    sealed_terms = models.TextField(
        blank=True, help_text="What was searched for, encrypted for investigators."
    )

    database_user = models.CharField(
        max_length=63,
        blank=True,
        editable=False,
        help_text="The role of the database that wrote the entry; set by the database.",
    )
    transaction_id = models.BigIntegerField(
        default=0, editable=False, help_text="The transaction; set by the database."
    )
    digest = models.BinaryField(
        null=True, help_text="Hash of all other columns; set by the database."
    )

    class Meta(AbstractLogEntry.Meta):  # type: ignore[misc]  # as above
        """Newest first; a person's trail is one index scan."""

        verbose_name = "audit entry"
        verbose_name_plural = "audit entries"
        indexes = [
            models.Index(fields=["person_id", "-timestamp"], name="audit_by_person"),
            models.Index(fields=["cid"], name="audit_by_request"),
            models.Index(fields=["actor", "-timestamp"], name="audit_by_actor"),
            GinIndex(fields=["people"], name="audit_by_people"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(people__len__lte=MOST_PEOPLE), name="audit_people_are_few"
            )
        ]

    def __str__(self) -> str:
        """Read as a sentence: who did what, when."""
        actor = self.actor or "The system"
        words = Event[self.event].sentence if self.event else f"touched {self.object_repr}"
        return f"{actor} {words} on {self.timestamp:%Y-%m-%d %H:%M}"
