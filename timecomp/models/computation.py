"""One frozen result: the facts as they stood, the law as it stood, and the dates that followed."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from offenders.models import Person
from timecomp.choices import Cause
from timecomp.models.nightly import NightlyRun

DIGEST_LENGTH = 32


class RuleProfile(models.Model):
    """A set of rules and parameters that a computation touched; many people share one."""

    id = models.CharField(primary_key=True, max_length=DIGEST_LENGTH)
    rules = ArrayField(models.CharField(max_length=60))

    class Meta:
        """In no order that matters."""

    def __str__(self) -> str:
        """Name the key alone."""
        return f"rule profile {self.pk}"


class PersonProfile(models.Model):
    """What a person's last evaluation touched, so that a change of law finds whom it concerns."""

    person = models.OneToOneField(
        Person, on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    profile = models.ForeignKey(RuleProfile, on_delete=models.PROTECT, related_name="people")

    class Meta:
        """In no order that matters."""

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"rule profile of person {self.pk}"


class Computation(models.Model):
    """What the law gave for one person; never changed, only superseded by a newer one.

    ``facts`` is a case file: put through the same law it gives the same ``results``.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="computations")
    run = models.ForeignKey(
        NightlyRun,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,  # the constraint's index begins with it
        related_name="computations",
        help_text="Empty where a recorded fact prompted it.",
    )
    as_of = models.DateField(help_text="The day as of which the facts were read.")
    facts = models.JSONField(help_text="The case as it was put to the law.")
    facts_version = models.PositiveSmallIntegerField(help_text="The form of the facts.")
    facts_digest = models.CharField(max_length=DIGEST_LENGTH)
    law_version = models.CharField(max_length=DIGEST_LENGTH)
    results = models.JSONField(help_text="What the law gave, without the steps.")
    results_digest = models.CharField(max_length=DIGEST_LENGTH)
    earliest_release_date = models.DateField(null=True, blank=True)
    maximum_discharge_date = models.DateField(null=True, blank=True)
    parole_discharge_date = models.DateField(null=True, blank=True)
    controlling_minimum = models.CharField(max_length=12, blank=True)
    controlling_maximum = models.CharField(max_length=12, blank=True)
    exception_count = models.PositiveSmallIntegerField(default=0)
    cause = models.CharField(max_length=11, choices=Cause)
    prompted_by = models.CharField(
        max_length=80, blank=True, help_text="The event that asked for it, or a person's words."
    )
    moved = models.JSONField(default=list, help_text="Each date that moved: from what, to what.")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    computed_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True, blank=True, editable=False)

    # Set by the lists that show them beside the dates.
    is_official: bool
    open_questions: int
    holds_and_detainers: int
    facility_name: str
    moves_told: str
    because_told: str

    class Meta:
        """Newest first; one that stands for each person."""

        ordering = ["-computed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(superseded_at__isnull=True),
                name="person_has_one_computation",
            ),
            # Whatever dies in the night, nobody is written twice.
            models.UniqueConstraint(fields=["run", "person"], name="once_a_run_for_a_person"),
        ]
        indexes = [
            models.Index(
                fields=["earliest_release_date"],
                condition=Q(superseded_at__isnull=True),
                name="computation_by_release",
            ),
            models.Index(
                fields=["maximum_discharge_date"],
                condition=Q(superseded_at__isnull=True),
                name="computation_by_discharge",
            ),
            models.Index(
                fields=["parole_discharge_date"],
                condition=Q(superseded_at__isnull=True),
                name="computation_by_parole_end",
            ),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"computation {self.pk}"

    @property
    def person_name(self) -> str:
        """Return whose dates these are, for lists that leave as files."""
        return self.person.full_name
