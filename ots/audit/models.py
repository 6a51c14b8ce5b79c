"""One entry of the trail: django-auditlog's entry with the event, the person and the categories."""

from auditlog.models import AbstractLogEntry
from django.contrib.postgres.fields import ArrayField
from django.db import models

from ots.audit.events import Event


class AuditEntry(AbstractLogEntry):  # type: ignore[misc]  # django-auditlog is untyped
    """Who did or saw what, when, from where; append-only in the database."""

    id = models.BigAutoField(primary_key=True)
    event = models.CharField(max_length=40, blank=True, db_index=True)
    person_id = models.BigIntegerField(
        null=True, blank=True, help_text="The person whose record was touched, if one."
    )
    categories = ArrayField(
        models.CharField(max_length=20),
        default=list,
        blank=True,
        help_text="Field categories that were shown or changed.",
    )

    class Meta(AbstractLogEntry.Meta):  # type: ignore[misc]  # as above
        """Newest first; a person's trail is one index scan."""

        verbose_name = "audit entry"
        verbose_name_plural = "audit entries"
        indexes = [
            models.Index(fields=["person_id", "-timestamp"], name="audit_by_person"),
            models.Index(fields=["cid"], name="audit_by_request"),
        ]

    def __str__(self) -> str:
        """Read as a sentence: who did what, when."""
        actor = self.actor or "The system"
        words = Event[self.event].sentence if self.event else f"touched {self.object_repr}"
        return f"{actor} {words} on {self.timestamp:%Y-%m-%d %H:%M}"
