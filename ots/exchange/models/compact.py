"""Messages of the compact: what waits to go to another state, and what came from one."""

from uuid import uuid4

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from interstate.models import Activity, CompactCase, CompactEvent, Member
from offenders.models import Person
from ots.access.models import User


class CompactMessage(models.Model):
    """One message to another state, written in the transaction of what it tells."""

    message_id = models.UUIDField(default=uuid4, unique=True)
    receiver = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(CompactCase, on_delete=models.PROTECT, related_name="+")
    activity = models.ForeignKey(
        Activity, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    event = models.ForeignKey(
        CompactEvent, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    body = models.JSONField(
        encoder=DjangoJSONEncoder,
        help_text="The message without the content of its attachments, which have tables.",
    )
    queued_at = models.DateTimeField(auto_now_add=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(
        null=True, blank=True, help_text="The other state would not take it; it goes no more."
    )
    tries = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=600, blank=True, help_text="Of the last try.")

    class Meta:
        """In the order they were written; what waits has an index."""

        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["receiver", "id"],
                condition=Q(delivered_at__isnull=True),
                name="compact_message_waiting",
            ),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"compact message {self.pk}"

    @property
    def person_id(self) -> int:
        """Whose record it is about: lists tell the trail."""
        return self.case.person_id

    @property
    def kind(self) -> str:
        """Which activity or event it tells."""
        told = self.activity.kind if self.activity else self.event.type if self.event else ""
        return str(told)


class Reception(models.TextChoices):
    """What became of a message that came."""

    TAKEN = "taken", "Taken into its case"
    WAITING = "waiting", "Waits until a clerk says whose it is"
    REFUSED = "refused", "Refused"


class CompactIntake(models.Model):
    """A message as it came, byte by byte, and what became of it; kept as evidence."""

    received_at = models.DateTimeField(auto_now_add=True)
    raw = models.BinaryField()
    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the bytes.")
    message_id = models.UUIDField(null=True, blank=True)
    came_from = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Whose place or key brought it.",
    )
    sender = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=32, blank=True, help_text="Which activity it brings.")
    about = models.CharField(
        max_length=160, blank=True, help_text="The person as the other state names them."
    )
    outcome = models.CharField(max_length=7, choices=Reception)
    rule = models.CharField(max_length=40, blank=True, help_text="By which it was refused.")
    reason = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    case = models.ForeignKey(
        CompactCase, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    activity = models.ForeignKey(
        Activity, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    event = models.ForeignKey(
        CompactEvent, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        """Newest first; a message is taken once."""

        ordering = ["-received_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["message_id"],
                condition=Q(outcome="taken"),
                name="compact_message_taken_once",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="taken") | Q(message_id__isnull=False, case__isnull=False),
                name="compact_message_taken_into_a_case",
            ),
        ]
        indexes = [
            models.Index(fields=["message_id"], name="compact_intake_by_message"),
            models.Index(
                fields=["received_at"],
                condition=Q(outcome="waiting"),
                name="compact_intake_waiting",
            ),
            models.Index(
                fields=["received_at"],
                condition=Q(outcome="refused"),
                name="compact_intake_refused",
            ),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"compact intake {self.pk}"
