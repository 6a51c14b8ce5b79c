"""The run over the whole population, and the stretches of people it is divided into."""

from django.db import models
from django.db.models import F, Q

from timecomp.choices import Cause, RunState


class NightlyRun(models.Model):
    """One computation of everybody's dates; the counts grow while it runs."""

    as_of = models.DateField()
    law_version = models.CharField(max_length=32)
    state = models.CharField(max_length=9, choices=RunState, default=RunState.RUNNING)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    people = models.PositiveIntegerField(default=0, help_text="People who have a sentence.")
    recomputed = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(
        default=0, help_text="People for whom a new computation was stored."
    )
    moved = models.PositiveIntegerField(default=0, help_text="People of whom a date moved.")
    exceptions = models.PositiveIntegerField(
        default=0, help_text="Exceptions found, new and old together."
    )
    failed = models.PositiveIntegerField(
        default=0, help_text="People for whom the program itself failed."
    )
    read_seconds = models.FloatField(default=0)
    evaluate_seconds = models.FloatField(default=0)
    write_seconds = models.FloatField(default=0)
    touched = models.JSONField(
        default=dict, help_text="How many people each rule and parameter touched."
    )
    causes = models.JSONField(
        default=dict, help_text="How many stored computations differed for which cause."
    )
    summary_sent_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        """Newest first; one at a time."""

        ordering = ["-started_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=Q(state="running"), name="one_run_at_a_time"
            )
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"nightly run {self.pk}"

    @property
    def is_running(self) -> bool:
        """Say whether the run has still people to compute."""
        return self.state == RunState.RUNNING

    @property
    def percent(self) -> int:
        """Return how far the run has come, in whole per cent."""
        return min(100, 100 * self.recomputed // self.people) if self.people else 100

    @property
    def seconds(self) -> float | None:
        """Return how long the run took from beginning to end; None while it runs."""
        if self.finished_at is None:
            return None
        return (self.finished_at - self.started_at).total_seconds()

    @property
    def unexplained(self) -> int:
        """Count results that differ though facts, law and day are the same; zero is expected."""
        count: int = self.causes.get(Cause.UNEXPLAINED.value, 0)
        return count

    @property
    def people_per_second(self) -> int | None:
        """Return the pace of the whole run; None while it runs."""
        return round(self.recomputed / self.seconds) if self.seconds else None


class NightlyChunk(models.Model):
    """A stretch of people of a run, done in one transaction: wholly or not at all."""

    run = models.ForeignKey(NightlyRun, on_delete=models.CASCADE, related_name="chunks")
    first_person = models.BigIntegerField()
    last_person = models.BigIntegerField()
    people = models.PositiveIntegerField()
    finished_at = models.DateTimeField(null=True, blank=True)
    worker = models.CharField(max_length=80, blank=True, help_text="Machine and process.")
    seconds = models.FloatField(default=0)
    changed = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    touched = models.JSONField(default=dict)
    causes = models.JSONField(default=dict)

    class Meta:
        """In order of the people's numbers."""

        ordering = ["first_person"]
        constraints = [
            models.UniqueConstraint(fields=["run", "first_person"], name="chunk_once_in_its_run"),
            models.CheckConstraint(
                condition=Q(last_person__gte=F("first_person")), name="chunk_is_in_order"
            ),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"nightly chunk {self.pk}"
