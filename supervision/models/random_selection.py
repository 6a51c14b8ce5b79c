"""Random selection for tests: groups, the seed committed before, and the draw that it decides."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Q, Value

from offenders.models.person import PersonFact
from ots.access.models import Office
from ots.core.spans import DateSpan
from supervision.choices.drug_test import SchemeKind
from supervision.models.drug_test import DrugPanel


class CallScheme(models.Model):
    """A group of an office that is called for tests: how many, how often, with what gap."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="test_schemes")
    name = models.CharField(max_length=60, help_text="As the color Red.")
    call_in_code = models.CharField(
        max_length=12, blank=True, help_text="What the call-in line announces."
    )
    kind = models.CharField(max_length=6, choices=SchemeKind)
    panel = models.ForeignKey(
        DrugPanel, on_delete=models.PROTECT, null=True, blank=True, related_name="schemes"
    )
    times_a_month = models.PositiveSmallIntegerField(
        help_text="People drawn each month, or days on which all are called."
    )
    minimum_gap_days = models.PositiveSmallIntegerField(
        default=5, help_text="Days between two calls of one person."
    )
    is_active = models.BooleanField(default=True)

    class Meta:
        """By office and name."""

        ordering = ["office", "name"]
        constraints = [
            models.UniqueConstraint(fields=["office", "name"], name="scheme_name_is_of_one_group"),
            models.CheckConstraint(
                condition=Q(times_a_month__gte=1), name="scheme_calls_at_least_once"
            ),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class SchemeMembership(PersonFact):
    """The person in a group, from a day until a day."""

    scheme = models.ForeignKey(CallScheme, on_delete=models.PROTECT, related_name="memberships")
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta(PersonFact.Meta):
        """In one group at a time."""

        ordering = ["-began_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="membership_ends_after_it_begins",
            ),
            ExclusionConstraint(
                name="person_is_in_one_test_group",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    (DateSpan("began_on", "ended_on", Value("[)")), RangeOperators.OVERLAPS),
                ],
                condition=Q(superseded_at__isnull=True),
            ),
        ]


class SeedCommitment(models.Model):
    """The hash of a seed, put down before the draw; the seed itself is sealed until then."""

    scheme = models.ForeignKey(CallScheme, on_delete=models.PROTECT, related_name="commitments")
    first_day = models.DateField(help_text="First day that the draw is for.")
    last_day = models.DateField()
    digest = models.CharField(max_length=64, help_text="SHA-256 of the seed.")
    sealed_seed = models.CharField(max_length=200)
    committed_at = models.DateTimeField()

    class Meta:
        """One for each scheme and month."""

        ordering = ["-first_day", "scheme"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "first_day"], name="seed_is_committed_once_a_month"
            ),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="draw_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"commitment {self.pk}"


class SelectionDraw(models.Model):
    """A draw with all that is needed to draw it again; never changed."""

    commitment = models.OneToOneField(SeedCommitment, on_delete=models.PROTECT, related_name="draw")
    seed = models.CharField(max_length=64)
    frame = ArrayField(
        models.CharField(max_length=40),
        help_text="Person and first day free of the gap, as the draw saw them.",
    )
    times = models.PositiveSmallIntegerField()
    minimum_gap_days = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=6, choices=SchemeKind)
    drawn_at = models.DateTimeField()

    class Meta:
        """Newest first."""

        ordering = ["-drawn_at", "-pk"]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"draw {self.pk}"


class Selection(PersonFact):
    """A person drawn for a day."""

    draw = models.ForeignKey(SelectionDraw, on_delete=models.PROTECT, related_name="selections")
    on = models.DateField()

    class Meta(PersonFact.Meta):
        """A day names a person once."""

        ordering = ["on", "person"]
        constraints = [
            models.UniqueConstraint(
                fields=["draw", "person", "on"], name="person_is_drawn_once_a_day"
            )
        ]
