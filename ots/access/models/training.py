"""Training: which courses there are, which role needs which, and who completed what."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import F, Q

from ots.access.models.recorded import Fact


class Course(models.Model):
    """A course or certification that users complete and that lapses after some months."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    valid_months = models.PositiveSmallIntegerField(
        help_text="For how many months a completed course counts."
    )
    ask = models.CharField(
        "whom to ask", max_length=160, help_text="Who arranges it: name, telephone or e-mail."
    )

    class Meta:
        """Alphabetical."""

        ordering = ["name"]

    def __str__(self) -> str:
        """Return the course's name."""
        return self.name


class RequiredTraining(models.Model):
    """A role that opens nothing without a course, while the requirement stands."""

    role = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="required_training")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="required_of")
    since = models.DateField(help_text="First day on which the role needs it.")
    until = models.DateField(
        null=True, blank=True, help_text="First day on which the role no longer needs it."
    )
    citation = models.CharField(max_length=200, help_text="The policy that asks for it.")
    standing = models.CharField(
        max_length=10, help_text="How sure the row is: verified, recalled or inferred."
    )

    class Meta:
        """A role needs a course once from a day on."""

        ordering = ["role__name", "course__name", "since"]
        verbose_name = "required training"
        verbose_name_plural = "required trainings"
        constraints = [
            models.UniqueConstraint(
                fields=["role", "course", "since"], name="required_once_from_a_day"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="requirement_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        """Return role and course."""
        return f"{self.role}: {self.course}"


class TrainingRecord(Fact):
    """A user completed a course; a wrong record is taken back by a day in ``superseded_at``."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="training"
    )
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="records")
    completed_on = models.DateField()
    expires_on = models.DateField(help_text="First day on which it no longer counts.")
    certificate_number = models.CharField(max_length=60, blank=True)

    class Meta(Fact.Meta):
        """Newest first."""

        ordering = ["-completed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on__gt=F("completed_on")), name="training_lapses_later"
            )
        ]
        indexes = [models.Index(fields=["user", "course", "-expires_on"], name="training_by_user")]
