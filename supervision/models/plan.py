"""Case plans: goals in the person's words, objectives, steps, progress, signatures and reviews."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from offenders.models.person import Person, PersonFact
from supervision.choices import plan as choices
from supervision.models.scoring import Scoring

WORDS = 500


class CasePlan(models.Model):
    """The stable end to which everything of one plan is tied; its facts say the rest."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="case_plans")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first."""

        ordering = ["-pk"]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"case plan {self.pk}"


class PlanFact(PersonFact):
    """A fact of a plan."""

    plan = models.ForeignKey(CasePlan, on_delete=models.PROTECT, related_name="%(class)s_set")

    class Meta(PersonFact.Meta):
        """Shared columns only."""

        abstract = True


class PlanState(PlanFact):
    """How far the plan has come; each change is a newer row."""

    status = models.CharField(
        max_length=8, choices=choices.PlanStatus, default=choices.PlanStatus.DRAFT
    )
    scoring = models.ForeignKey(
        Scoring,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The assessment whose needs it answers.",
    )
    opened_on = models.DateField()
    review_due_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closing = models.CharField(max_length=8, choices=choices.PlanClosing, blank=True)

    class Meta(PlanFact.Meta):
        """One current row a plan, one open plan a person."""

        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(superseded_at__isnull=True),
                name="plan_has_one_state",
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(superseded_at__isnull=True) & ~Q(status="closed"),
                name="person_has_one_open_plan",
            ),
            models.CheckConstraint(
                condition=Q(status="closed", closed_on__isnull=False)
                | ~Q(status="closed") & Q(closed_on__isnull=True),
                name="closed_plan_has_its_day",
            ),
        ]


class Goal(PlanFact):
    """What the person wants to reach, how it is told that it is reached, and until when."""

    number = models.PositiveSmallIntegerField()
    need = models.CharField(max_length=16, choices=choices.Need)
    statement = models.CharField(max_length=WORDS, help_text="In the person's own words.")
    why_it_matters = models.CharField(max_length=WORDS)
    strength = models.CharField(max_length=WORDS, help_text="What the person can build on.")
    measure = models.CharField(max_length=200, help_text="How we tell.")
    target = models.CharField(max_length=120)
    by_date = models.DateField()
    stage = models.CharField(max_length=16, choices=choices.Stage)
    conditions = ArrayField(
        models.BigIntegerField(), default=list, blank=True, help_text="Conditions it serves."
    )
    dropped_on = models.DateField(null=True, blank=True)

    class Meta(PlanFact.Meta):
        """In their order."""

        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "number"],
                condition=Q(superseded_at__isnull=True),
                name="goal_number_is_one_goal",
            )
        ]


class Objective(PlanFact):
    """A part of a goal."""

    goal_number = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    statement = models.CharField(max_length=WORDS)

    class Meta(PlanFact.Meta):
        """In their order."""

        ordering = ["goal_number", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "goal_number", "number"],
                condition=Q(superseded_at__isnull=True),
                name="objective_number_is_one_objective",
            )
        ]


class ActionStep(PlanFact):
    """Who does what until when, toward an objective."""

    goal_number = models.PositiveSmallIntegerField()
    objective_number = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField(help_text="Counted through the plan.")
    who = models.CharField(max_length=8, choices=choices.Who)
    kind = models.CharField(max_length=8, choices=choices.StepKind)
    what = models.CharField(max_length=WORDS)
    due_on = models.DateField()
    incentive = models.CharField(
        max_length=200, blank=True, help_text="What the person earns by it."
    )
    done_on = models.DateField(null=True, blank=True)
    minutes = models.PositiveIntegerField(default=0, help_text="Spent on skills or sessions.")

    class Meta(PlanFact.Meta):
        """By due day; only a step that is done took minutes."""

        ordering = ["goal_number", "objective_number", "due_on", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "number"],
                condition=Q(superseded_at__isnull=True),
                name="step_number_is_one_step",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=False) | Q(minutes=0),
                name="step_not_done_took_no_minutes",
            ),
        ]


class GoalProgress(PlanFact):
    """How far a goal had come on a day."""

    goal_number = models.PositiveSmallIntegerField()
    noted_on = models.DateField()
    progress = models.PositiveSmallIntegerField(choices=choices.Progress)
    stage = models.CharField(max_length=16, choices=choices.Stage)
    note = models.CharField(max_length=WORDS, blank=True)

    class Meta(PlanFact.Meta):
        """Newest first."""

        ordering = ["-noted_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(progress__range=(0, 4)), name="progress_is_none_to_four"
            )
        ]


class PlanSignature(PlanFact):
    """A signature under the plan as it read on the day."""

    party = models.CharField(max_length=6, choices=choices.Party)
    name = models.CharField(max_length=120)
    signed_on = models.DateField()
    witness = models.CharField(max_length=120, blank=True)
    content_digest = models.CharField(max_length=64, help_text="Of what was signed.")

    class Meta(PlanFact.Meta):
        """Newest first; the person's signature has a witness."""

        ordering = ["-signed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(party="person") | ~Q(witness=""),
                name="signature_of_the_person_is_witnessed",
            )
        ]


class PlanReview(PlanFact):
    """A look at the whole plan."""

    occasion = models.CharField(max_length=12, choices=choices.ReviewOccasion)
    reviewed_on = models.DateField()
    summary = models.TextField()
    next_due_on = models.DateField(null=True, blank=True)

    class Meta(PlanFact.Meta):
        """Newest first."""

        ordering = ["-reviewed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(next_due_on__isnull=True) | Q(next_due_on__gt=F("reviewed_on")),
                name="next_review_is_later",
            )
        ]
