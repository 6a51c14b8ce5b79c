"""Runs of a proposed law over the population, kept with their figures; no part of the record."""

from django.conf import settings
from django.db import models

from offenders.models import Person
from timecomp.choices import ImpactState


class ImpactRun(models.Model):
    """One proposed law over everybody whom it could concern, as it was and what it came to."""

    scenario_id = models.CharField(max_length=60, help_text="The scenario that it began with.")
    title = models.CharField(max_length=200)
    scenario = models.TextField(help_text="The scenario as it was run, in the form of its file.")
    law_version = models.CharField(max_length=32)
    as_of = models.DateField()
    state = models.CharField(max_length=8, choices=ImpactState, default=ImpactState.RUNNING)
    population = models.PositiveIntegerField(default=0, help_text="People who have a sentence.")
    recomputed = models.PositiveIntegerField(
        default=0, help_text="People whom it could concern, computed under both laws."
    )
    done = models.PositiveIntegerField(default=0, help_text="How many of them are computed.")
    figures = models.JSONField(default=dict)
    seconds = models.FloatField(default=0)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Newest first."""

        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"impact run {self.pk}"

    @property
    def is_running(self) -> bool:
        """Say whether people have still to be computed."""
        return self.state == ImpactState.RUNNING

    @property
    def has_finished(self) -> bool:
        """Say whether the figures are there."""
        return self.state == ImpactState.FINISHED

    @property
    def percent(self) -> int:
        """Return how far it has come, in whole per cent."""
        return 100 * self.done // self.recomputed if self.recomputed else 0


class ImpactPerson(models.Model):
    """A person whose release a run moves, for those who may see that person's dates."""

    run = models.ForeignKey(ImpactRun, on_delete=models.PROTECT, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    before = models.DateField(null=True, blank=True, help_text="Release under today's law.")
    after = models.DateField(null=True, blank=True, help_text="Release under the change.")
    shift_days = models.IntegerField(null=True, blank=True)
    facility = models.CharField(max_length=120, blank=True)
    county = models.CharField(max_length=60, blank=True)
    offence_group = models.CharField(max_length=40, blank=True)

    class Meta:
        """Largest shift first; each person once."""

        ordering = ["shift_days", "person_id"]
        constraints = [
            models.UniqueConstraint(fields=["run", "person"], name="impact_person_once_in_its_run")
        ]
        indexes = [models.Index(fields=["run", "shift_days"], name="impact_person_by_shift")]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"impact on a person {self.pk}"

    @property
    def person_name(self) -> str:
        """Return the person's name as lists show it."""
        return self.person.full_name
