"""What the states send each other, how it travelled, and what is attached."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from interstate import choices
from interstate.models.case import CompactCase, CompactEvent
from interstate.rules.routing import Status
from ots.access.models import User


class Activity(models.Model):
    """One request, reply, report or notice; its content is a draft until it is sent."""

    case = models.ForeignKey(CompactCase, on_delete=models.PROTECT, related_name="activities")
    kind = models.CharField(max_length=32, choices=choices.EVENT_TYPES)
    side = models.CharField(max_length=9, choices=choices.SIDES, help_text="Whose it is.")
    status = models.CharField(max_length=15, choices=choices.STATUSES, default=Status.DRAFT.value)
    left_status = models.CharField(
        max_length=15,
        choices=choices.STATUSES,
        blank=True,
        help_text="Where it was before a withdrawal that may be undone.",
    )
    content = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    content_version = models.CharField(max_length=10, help_text="Of the form it was written on.")
    answers = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replies"
    )
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    event = models.OneToOneField(
        CompactEvent, on_delete=models.PROTECT, null=True, blank=True, related_name="activity"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=0, help_text="Counts what was saved.")
    author = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    assigned_to = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    watchers = models.ManyToManyField(User, blank=True, related_name="watched_compact_activities")
    sent_at = models.DateTimeField(null=True, blank=True)
    undo_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Newest first; what is sent has its event."""

        ordering = ["-created_at", "-pk"]
        verbose_name_plural = "activities"
        constraints = [
            models.CheckConstraint(
                condition=Q(event__isnull=True, sent_at__isnull=True)
                | Q(event__isnull=False, sent_at__isnull=False),
                name="sent_activity_has_its_event",
            ),
            models.CheckConstraint(
                condition=~Q(status="deleted") | Q(event__isnull=True),
                name="sent_activity_is_never_deleted",
            ),
            models.CheckConstraint(
                condition=~Q(status="withdrawing") | Q(undo_until__isnull=False),
                name="withdrawal_may_be_undone_until",
            ),
        ]
        indexes = [
            models.Index(
                fields=["assigned_to", "status"],
                condition=~Q(status__in=("completed", "withdrawn", "deleted")),
                name="activity_open_by_assignee",
            ),
            # What offices have to move on, the longest waiting first.
            models.Index(
                fields=["changed_at", "id"],
                condition=Q(status__in=("with_office", "received")),
                name="activity_waits_at_office",
            ),
            models.Index(
                fields=["status", "undo_until"],
                condition=Q(status="withdrawing"),
                name="activity_withdrawing",
            ),
            # Counts of a period are read from it alone.
            models.Index(
                fields=["sent_at"],
                include=["kind", "side", "author", "case"],
                condition=Q(sent_at__isnull=False),
                name="activity_sent_of_a_period",
            ),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"compact activity {self.pk}"

    @property
    def person_id(self) -> int:
        """Whose record it is about: lists tell the trail."""
        return self.case.person_id


class ActivityStep(models.Model):
    """One move of an activity: who, when, why, from where to where; append only."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="steps")
    move = models.CharField(max_length=12, choices=choices.MOVES)
    desk = models.CharField(max_length=16, choices=choices.DESKS)
    came_from = models.CharField(max_length=15, choices=choices.STATUSES)
    went_to = models.CharField(max_length=15, choices=choices.STATUSES)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    assignee = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)

    class Meta:
        """In order."""

        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"step {self.pk} of an activity"


class Attachment(models.Model):
    """A document or picture that goes with an activity; append only."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="attachments")
    label = models.CharField(max_length=40, help_text="Which of the documents that are asked for.")
    name = models.CharField(max_length=120)
    content_type = models.CharField(max_length=80)
    content = models.BinaryField(blank=True, default=b"")
    same_as = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="copies",
        help_text="The document whose stored content this is, in a request copied from another.",
    )
    digest = models.CharField(max_length=64, help_text="SHA-256 of the content.")
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        """In order; a document once."""

        ordering = ["added_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "label", "digest"], name="document_attached_once"
            ),
            models.CheckConstraint(
                condition=Q(same_as__isnull=True) | Q(content=b""),
                name="content_is_stored_once",
            ),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"attachment {self.pk}"

    @property
    def stored(self) -> bytes:
        """What the document contains, wherever it is stored."""
        return bytes((self.same_as or self).content)
