"""What a member owes by a day under the rules, as the case's events left it."""

from django.db import models
from django.db.models import Q

from interstate import choices
from interstate.models.case import CompactCase
from interstate.models.member import CompactOffice


class CompactObligation(models.Model):
    """One thing owed once; written from the rules' answer with the event, never by hand."""

    case = models.ForeignKey(CompactCase, on_delete=models.PROTECT, related_name="obligations")
    key = models.CharField(max_length=26, choices=choices.KEYS)
    rule = models.CharField(max_length=40)
    rule_set = models.CharField(max_length=10)
    standing = models.CharField(max_length=16)
    owed_by = models.CharField(max_length=9, choices=choices.SIDES)
    owing_office = models.ForeignKey(
        CompactOffice,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="obligations",
        help_text="Empty where a victim or a third state owes it.",
    )
    awaiting_office = models.ForeignKey(
        CompactOffice,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="awaited",
        help_text="The other state's office, which waits for it; empty as the owing office is.",
    )
    started_by = models.IntegerField(help_text="Position of the event that started it; -1: a day.")
    started_on = models.DateField()
    due_on = models.DateField()
    satisfied_on = models.DateField(null=True, blank=True)
    satisfied_by = models.IntegerField(null=True, blank=True, help_text="Position of the event.")
    is_void = models.BooleanField(default=False)

    class Meta:
        """By day; once a start; the open ones have an index of their own."""

        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "key", "started_by", "started_on", "owed_by"],
                name="obligation_starts_once",
            ),
            models.CheckConstraint(
                condition=Q(key="TREQ_EARLIEST_PRERELEASE") | Q(due_on__gte=models.F("started_on")),
                name="due_on_or_after_its_start",
            ),
        ]
        indexes = [
            models.Index(
                fields=["owing_office", "due_on"],
                include=["case", "key"],
                condition=Q(satisfied_on__isnull=True, is_void=False),
                name="compact_owed_by_office",
            ),
            models.Index(
                fields=["awaiting_office", "due_on"],
                include=["case"],
                condition=Q(satisfied_on__isnull=True, is_void=False),
                name="compact_awaited_by_office",
            ),
            models.Index(
                fields=["case"],
                condition=Q(satisfied_on__isnull=True, is_void=False),
                name="compact_owed_in_case",
            ),
            models.Index(
                fields=["key", "due_on"], condition=Q(is_void=False), name="compact_fell_due"
            ),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"compact obligation {self.pk}"

    @property
    def person_id(self) -> int:
        """Whose record it is about: lists tell the trail."""
        return self.case.person_id

    @property
    def days_taken(self) -> int | None:
        """How many days went by until it was brought; None as long as it was not."""
        return (self.satisfied_on - self.started_on).days if self.satisfied_on else None
