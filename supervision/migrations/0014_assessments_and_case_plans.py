"""Assessments with their evidence, dated tables, and case plans; facts are kept."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from ots.core.guards import append_only, guard_facts


class Migration(migrations.Migration):
    """The tables and their guards."""

    dependencies = [
        ("access", "__first__"),
        ("offenders", "0010_facts_are_compared_as_stored"),
        ("supervision", "0013_answers_and_proceedings"),
    ]

    operations = [
        migrations.CreateModel(
            name="CasePlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="case_plans",
                        to="offenders.person",
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="GuidelineBound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(help_text="First day on which it counts.")),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="First day on which it no longer does.", null=True
                    ),
                ),
                ("citation", models.CharField(max_length=200)),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("verified", "Read in its source"),
                            ("recalled", "Recalled, to be confirmed"),
                            ("inferred", "Inferred, to be confirmed"),
                        ],
                        help_text="How sure we are of the row.",
                        max_length=10,
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        choices=[
                            ("low_at_most", "Low probability up to and including"),
                            ("high_at_least", "High probability from"),
                        ],
                        max_length=16,
                    ),
                ),
                ("total", models.SmallIntegerField()),
            ],
            options={
                "verbose_name": "bound of the parole guidelines",
                "verbose_name_plural": "bounds of the parole guidelines",
                "ordering": ["name", "since"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("name", "since"), name="bound_once_from_a_day"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="guideline_bound_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GuidelineFactor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(help_text="First day on which it counts.")),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="First day on which it no longer does.", null=True
                    ),
                ),
                ("citation", models.CharField(max_length=200)),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("verified", "Read in its source"),
                            ("recalled", "Recalled, to be confirmed"),
                            ("inferred", "Inferred, to be confirmed"),
                        ],
                        help_text="How sure we are of the row.",
                        max_length=10,
                    ),
                ),
                ("section", models.CharField(help_text="Item of the instrument.", max_length=24)),
                ("factor", models.CharField(max_length=120)),
                ("points", models.SmallIntegerField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "factor of the parole guidelines",
                "verbose_name_plural": "factors of the parole guidelines",
                "ordering": ["section", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("section", "factor", "since"), name="factor_once_from_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="guideline_factor_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InstrumentLevel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(help_text="First day on which it counts.")),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="First day on which it no longer does.", null=True
                    ),
                ),
                ("citation", models.CharField(max_length=200)),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("verified", "Read in its source"),
                            ("recalled", "Recalled, to be confirmed"),
                            ("inferred", "Inferred, to be confirmed"),
                        ],
                        help_text="How sure we are of the row.",
                        max_length=10,
                    ),
                ),
                ("instrument", models.CharField(max_length=40)),
                (
                    "result",
                    models.CharField(
                        help_text="The level that the instrument gives.", max_length=20
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(help_text="1 is the lightest result.")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("high", "High"),
                            ("maximum", "Maximum"),
                            ("medium", "Medium"),
                            ("minimum", "Minimum"),
                            ("limited", "Limited (telephone reporting)"),
                            ("unsupervised", "Unsupervised"),
                            ("unassigned", "Not yet set"),
                        ],
                        max_length=12,
                    ),
                ),
            ],
            options={
                "verbose_name": "level by result of an instrument",
                "verbose_name_plural": "levels by result of an instrument",
                "ordering": ["instrument", "rank", "since"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("instrument", "result", "since"), name="result_once_from_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="instrument_level_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NeedCutoff",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(help_text="First day on which it counts.")),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="First day on which it no longer does.", null=True
                    ),
                ),
                ("citation", models.CharField(max_length=200)),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("verified", "Read in its source"),
                            ("recalled", "Recalled, to be confirmed"),
                            ("inferred", "Inferred, to be confirmed"),
                        ],
                        help_text="How sure we are of the row.",
                        max_length=10,
                    ),
                ),
                (
                    "section",
                    models.CharField(
                        choices=[
                            ("accommodation", "Accommodation"),
                            ("work", "Education, training and employment"),
                            ("relationships", "Relationships"),
                            ("lifestyle", "Lifestyle and associates"),
                            ("drugs", "Drug misuse"),
                            ("alcohol", "Alcohol"),
                            ("thinking", "Thinking and behavior"),
                            ("attitudes", "Attitudes"),
                        ],
                        max_length=16,
                    ),
                ),
                ("standard_from", models.PositiveSmallIntegerField()),
                ("severe_from", models.PositiveSmallIntegerField()),
                ("most", models.PositiveSmallIntegerField(help_text="Highest sum there is.")),
            ],
            options={
                "verbose_name": "cut-off of a need",
                "verbose_name_plural": "cut-offs of needs",
                "ordering": ["pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("section", "since"), name="need_cutoff_once_from_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("most__gte", models.F("severe_from")),
                            ("severe_from__gt", models.F("standard_from")),
                        ),
                        name="cutoffs_rise",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="need_cutoff_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Scoring",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Why it was recorded or corrected.", max_length=200
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The feed, file or document it came from.",
                        max_length=80,
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("instrument", models.CharField(max_length=40)),
                ("version", models.CharField(max_length=40)),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("verified", "Read in its source"),
                            ("recalled", "Recalled, to be confirmed"),
                            ("inferred", "Inferred, to be confirmed"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "occasion",
                    models.CharField(
                        choices=[
                            ("initial", "First assessment of this supervision"),
                            ("reassessment", "Reassessment"),
                            ("event", "Something changed"),
                            ("board", "For the court or the board"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "scored_on",
                    models.DateField(help_text="The day as of which the items were answered."),
                ),
                ("answers", models.JSONField(blank=True, default=dict)),
                (
                    "evidence",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="What the record said to an item, and by which rows.",
                    ),
                ),
                (
                    "tables",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="Values of dated tables that the score rests on.",
                    ),
                ),
                ("scores", models.JSONField(blank=True, default=dict)),
                ("scaled", models.JSONField(blank=True, default=dict)),
                ("flags", models.JSONField(blank=True, default=dict)),
                ("parts", models.JSONField(blank=True, default=list)),
                ("lowest", models.JSONField(blank=True, default=dict)),
                ("highest", models.JSONField(blank=True, default=dict)),
                (
                    "missing",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True, help_text="Empty while it is open.", max_length=20
                    ),
                ),
                ("next_due_on", models.DateField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="offenders.person",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty where a feed or an import recorded it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.scoring",
                    ),
                ),
            ],
            options={
                "ordering": ["-scored_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanState",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Why it was recorded or corrected.", max_length=200
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The feed, file or document it came from.",
                        max_length=80,
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("agreed", "Agreed"),
                            ("active", "Under way"),
                            ("reviewed", "Reviewed"),
                            ("closed", "Closed"),
                        ],
                        default="draft",
                        max_length=8,
                    ),
                ),
                ("opened_on", models.DateField()),
                ("review_due_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "closing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "The goals are reached"),
                            ("ended", "Supervision ended"),
                            ("replaced", "A new plan takes its place"),
                            ("custody", "Returned to custody"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="offenders.person",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="supervision.caseplan",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty where a feed or an import recorded it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.planstate",
                    ),
                ),
                (
                    "scoring",
                    models.ForeignKey(
                        blank=True,
                        help_text="The assessment whose needs it answers.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="supervision.scoring",
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ScoringOverride",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Why it was recorded or corrected.", max_length=200
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The feed, file or document it came from.",
                        max_length=80,
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "direction",
                    models.CharField(
                        choices=[("up", "To a closer level"), ("down", "To a lighter level")],
                        max_length=4,
                    ),
                ),
                ("from_level", models.CharField(max_length=20)),
                ("to_level", models.CharField(max_length=20)),
                (
                    "reason_code",
                    models.CharField(
                        choices=[
                            ("violence", "Violence that the tool does not count"),
                            ("victim", "Safety of a victim"),
                            ("pattern", "Pattern of offending that the tool does not count"),
                            ("crisis", "Crisis that needs closer contact for a time"),
                            ("stable", "Long stable time in the community"),
                            ("protective", "Protective circumstances that the tool does not count"),
                            ("illness", "Illness or age that lowers the risk"),
                            ("stale", "The score rests on facts that have changed"),
                        ],
                        max_length=12,
                    ),
                ),
                ("explanation", models.CharField(max_length=500)),
                ("asked_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Waits for a decision"),
                            ("approved", "Approved"),
                            ("refused", "Refused"),
                        ],
                        default="asked",
                        max_length=8,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("decision_note", models.CharField(blank=True, max_length=500)),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="offenders.person",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty where a feed or an import recorded it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "scoring",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overrides",
                        to="supervision.scoring",
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.scoringoverride",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ActionStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Why it was recorded or corrected.", max_length=200
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The feed, file or document it came from.",
                        max_length=80,
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("goal_number", models.PositiveSmallIntegerField()),
                ("objective_number", models.PositiveSmallIntegerField()),
                ("number", models.PositiveSmallIntegerField(help_text="Counted through the plan.")),
                (
                    "who",
                    models.CharField(
                        choices=[
                            ("person", "The person"),
                            ("agent", "The agent"),
                            ("provider", "A provider"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("task", "Task"),
                            ("skill", "Skill practiced with the agent"),
                            ("program", "Program or session"),
                        ],
                        max_length=8,
                    ),
                ),
                ("what", models.CharField(max_length=500)),
                ("due_on", models.DateField()),
                (
                    "incentive",
                    models.CharField(
                        blank=True, help_text="What the person earns by it.", max_length=200
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True)),
                (
                    "minutes",
                    models.PositiveIntegerField(
                        default=0, help_text="Spent on skills or sessions."
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="offenders.person",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty where a feed or an import recorded it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.actionstep",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="supervision.caseplan",
                    ),
                ),
            ],
            options={
                "ordering": ["goal_number", "objective_number", "due_on", "number"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at__isnull", True)),
                        fields=("plan", "number"),
                        name="step_number_is_one_step",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on__isnull", False), ("minutes", 0), _connector="OR"
                        ),
                        name="step_not_done_took_no_minutes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Why it was recorded or corrected.", max_length=200
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The feed, file or document it came from.",
                        max_length=80,
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "need",
                    models.CharField(
                        choices=[
                            ("attitudes", "Attitudes toward crime"),
                            ("associates", "Friends and associates"),
                            ("impulsivity", "Impulses and temper"),
                            ("family", "Family and relationships"),
                            ("work", "Work and school"),
                            ("leisure", "Free time"),
                            ("substance", "Alcohol and drugs"),
                            ("history", "Record"),
                            ("housing", "Housing"),
                            ("mental_health", "Mental health"),
                            ("transport", "Getting around"),
                            ("finance", "Money"),
                            ("health", "Health"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "statement",
                    models.CharField(help_text="In the person's own words.", max_length=500),
                ),
                ("why_it_matters", models.CharField(max_length=500)),
                (
                    "strength",
                    models.CharField(help_text="What the person can build on.", max_length=500),
                ),
                ("measure", models.CharField(help_text="How we tell.", max_length=200)),
                ("target", models.CharField(max_length=120)),
                ("by_date", models.DateField()),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("precontemplation", "Does not see a reason yet"),
                            ("contemplation", "Thinks about it"),
                            ("preparation", "Gets ready"),
                            ("action", "Does it"),
                            ("maintenance", "Keeps it up"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "conditions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        blank=True,
                        default=list,
                        help_text="Conditions it serves.",
                        size=None,
                    ),
                ),
                ("dropped_on", models.DateField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="offenders.person",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="supervision.caseplan",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty where a feed or an import recorded it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.goal",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at__isnull", True)),
                        fields=("plan", "number"),
                        name="goal_number_is_one_goal",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GoalProgress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Why it was recorded or corrected.", max_length=200
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The feed, file or document it came from.",
                        max_length=80,
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("goal_number", models.PositiveSmallIntegerField()),
                ("noted_on", models.DateField()),
                (
                    "progress",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "0 Not begun"),
                            (1, "1 Begun"),
                            (2, "2 Half way"),
                            (3, "3 Nearly there"),
                            (4, "4 Reached"),
                        ]
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("precontemplation", "Does not see a reason yet"),
                            ("contemplation", "Thinks about it"),
                            ("preparation", "Gets ready"),
                            ("action", "Does it"),
                            ("maintenance", "Keeps it up"),
                        ],
                        max_length=16,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="offenders.person",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="supervision.caseplan",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty where a feed or an import recorded it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.goalprogress",
                    ),
                ),
            ],
            options={
                "ordering": ["-noted_on", "-pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("progress__range", (0, 4))),
                        name="progress_is_none_to_four",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Objective",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Why it was recorded or corrected.", max_length=200
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The feed, file or document it came from.",
                        max_length=80,
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("goal_number", models.PositiveSmallIntegerField()),
                ("number", models.PositiveSmallIntegerField()),
                ("statement", models.CharField(max_length=500)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="offenders.person",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="supervision.caseplan",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty where a feed or an import recorded it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.objective",
                    ),
                ),
            ],
            options={
                "ordering": ["goal_number", "number"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at__isnull", True)),
                        fields=("plan", "goal_number", "number"),
                        name="objective_number_is_one_objective",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Why it was recorded or corrected.", max_length=200
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The feed, file or document it came from.",
                        max_length=80,
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "occasion",
                    models.CharField(
                        choices=[
                            ("six_months", "Six months are over"),
                            ("assessment", "New assessment"),
                            ("arrest", "Arrest"),
                            ("tests", "Several positive tests"),
                            ("loss", "Job or home lost"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reviewed_on", models.DateField()),
                ("summary", models.TextField()),
                ("next_due_on", models.DateField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="offenders.person",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="supervision.caseplan",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty where a feed or an import recorded it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.planreview",
                    ),
                ),
            ],
            options={
                "ordering": ["-reviewed_on", "-pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("next_due_on__isnull", True),
                            ("next_due_on__gt", models.F("reviewed_on")),
                            _connector="OR",
                        ),
                        name="next_review_is_later",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanSignature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Why it was recorded or corrected.", max_length=200
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The feed, file or document it came from.",
                        max_length=80,
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "party",
                    models.CharField(
                        choices=[("person", "The person"), ("agent", "The agent")], max_length=6
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("signed_on", models.DateField()),
                ("witness", models.CharField(blank=True, max_length=120)),
                (
                    "content_digest",
                    models.CharField(help_text="Of what was signed.", max_length=64),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="offenders.person",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="supervision.caseplan",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty where a feed or an import recorded it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.plansignature",
                    ),
                ),
            ],
            options={
                "ordering": ["-signed_on", "-pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("party", "person"), _negated=True),
                            models.Q(("witness", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="signature_of_the_person_is_witnessed",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="scoring",
            index=models.Index(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=["person", "instrument", "-scored_on"],
                name="scoring_current",
            ),
        ),
        migrations.AddIndex(
            model_name="scoring",
            index=models.Index(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=["scored_on"],
                name="scoring_by_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="planstate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("plan",),
                name="plan_has_one_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="planstate",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("superseded_at__isnull", True), models.Q(("status", "closed"), _negated=True)
                ),
                fields=("person",),
                name="person_has_one_open_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="planstate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on__isnull", False), ("status", "closed")),
                    models.Q(
                        models.Q(("status", "closed"), _negated=True), ("closed_on__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="closed_plan_has_its_day",
            ),
        ),
        migrations.AddIndex(
            model_name="scoringoverride",
            index=models.Index(
                condition=models.Q(("state", "asked"), ("superseded_at__isnull", True)),
                fields=["asked_on"],
                name="override_waiting",
            ),
        ),
        migrations.AddConstraint(
            model_name="scoringoverride",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("scoring",),
                name="scoring_has_one_override",
            ),
        ),
        migrations.AddConstraint(
            model_name="scoringoverride",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_on__isnull", True), ("state", "asked")),
                    models.Q(
                        models.Q(("state", "asked"), _negated=True),
                        ("decided_by__isnull", False),
                        ("decided_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="override_is_decided_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="scoringoverride",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("direction", "up"), ("state", "approved"), _negated=True),
                    models.Q(("asked_by", models.F("decided_by")), _negated=True),
                    _connector="OR",
                ),
                name="closer_level_has_a_second_person",
            ),
        ),
        *guard_facts(
            "supervision_scoring",
            "supervision_scoringoverride",
            "supervision_planstate",
            "supervision_goal",
            "supervision_objective",
            "supervision_actionstep",
            "supervision_goalprogress",
            "supervision_plansignature",
            "supervision_planreview",
        ),
        *append_only("supervision_caseplan"),
    ]
