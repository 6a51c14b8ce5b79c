"""What a computation leaves to a person to settle."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import MD5

from offenders.models import Person
from ots.access.models import User
from timecomp.models.computation import Computation


class ComputationException(models.Model):
    """Something the law, the book or the record leaves to a clerk; closed when it is gone."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="computation_exceptions"
    )
    computation = models.ForeignKey(
        Computation,
        on_delete=models.PROTECT,
        related_name="raised",
        help_text="The computation that raised it first.",
    )
    rule = models.CharField(max_length=60)
    sentence_label = models.CharField(max_length=12, blank=True)
    message = models.TextField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    assigned_to = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    assigned_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Oldest first; one of a kind is open once."""

        ordering = ["opened_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                "person",
                "rule",
                "sentence_label",
                MD5("message"),
                condition=Q(closed_at__isnull=True),
                name="exception_is_open_once",
            )
        ]
        indexes = [
            models.Index(
                fields=["opened_at"], condition=Q(closed_at__isnull=True), name="exception_open"
            ),
            models.Index(
                fields=["assigned_to"],
                condition=Q(closed_at__isnull=True, assigned_to__isnull=False),
                name="exception_assigned",
            ),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"computation exception {self.pk}"

    @property
    def is_open(self) -> bool:
        """Say whether a person has still to settle it."""
        return self.closed_at is None

    @property
    def person_name(self) -> str:
        """Return whom the question is about, for lists that leave as files."""
        return self.person.full_name
