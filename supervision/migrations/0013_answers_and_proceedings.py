"""Answers to violations, and violations on their way; facts are kept."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from ots.core.guards import append_only, guard_facts


class Migration(migrations.Migration):
    """The tables and their guards."""

    dependencies = [
        ("offenders", "0011_tests_open_in_an_emergency"),
        ("supervision", "0012_what_is_owed_and_paid"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="GridCell",
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
                    "grid",
                    models.CharField(
                        choices=[
                            ("severity", "By severity and risk"),
                            ("idaho", "Idaho's published matrix, by code"),
                        ],
                        max_length=10,
                    ),
                ),
                ("severity", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("code", models.CharField(blank=True, max_length=8)),
                (
                    "risk",
                    models.CharField(
                        choices=[
                            ("low", "Low risk"),
                            ("medium", "Medium risk"),
                            ("high", "High risk"),
                        ],
                        max_length=6,
                    ),
                ),
                ("level", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ["grid", "severity", "code", "risk", "since"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("grid", "severity", "code", "risk", "since"),
                        name="grid_cell_once_from_a_day",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__range", (0, 5))), name="grid_level_is_0_to_5"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("severity__isnull", True), ("code", ""), _connector="XOR"
                        ),
                        name="grid_cell_is_by_severity_or_code",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GridInForce",
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
                    "grid",
                    models.CharField(
                        choices=[
                            ("severity", "By severity and risk"),
                            ("idaho", "Idaho's published matrix, by code"),
                        ],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "grids in force",
                "ordering": ["-since"],
                "constraints": [
                    models.UniqueConstraint(fields=("since",), name="grid_in_force_once_from_a_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="Proceeding",
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
                    "kind",
                    models.CharField(
                        choices=[("probation", "Probation"), ("parole", "Parole")], max_length=9
                    ),
                ),
                ("opened_on", models.DateField()),
                (
                    "period",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proceedings",
                        to="supervision.supervisionperiod",
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
                        to="supervision.proceeding",
                    ),
                ),
            ],
            options={
                "ordering": ["-opened_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProceedingStep",
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
                    "move",
                    models.CharField(
                        choices=[
                            ("submit", "Submit"),
                            ("return", "Return"),
                            ("dismiss", "Dismiss"),
                            ("approve", "Approve"),
                            ("specialist_proceed", "Specialist proceed"),
                            ("respond_locally", "Respond locally"),
                            ("summon", "Summon"),
                            ("request_warrant", "Request warrant"),
                            ("refuse_warrant", "Refuse warrant"),
                            ("issue_warrant", "Issue warrant"),
                            ("recall_warrant", "Recall warrant"),
                            ("arrest", "Arrest"),
                            ("arraign", "Arraign"),
                            ("find_cause", "Find cause"),
                            ("find_no_cause", "Find no cause"),
                            ("set_hearing", "Set hearing"),
                            ("adjourn", "Adjourn"),
                            ("hear", "Hear"),
                            ("dispose", "Dispose"),
                            ("close", "Close"),
                        ],
                        max_length=20,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("note", models.TextField(blank=True)),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("continue", "Continue parole"),
                            ("reinstate", "Reinstate"),
                            ("reinstate_discharge", "Reinstate and discharge"),
                            ("return", "Return for revocation process"),
                            ("programming", "Continue pending programming"),
                            ("warrant_2", "Issue #2 warrant"),
                            ("continue_warrant", "Continue warrant"),
                        ],
                        max_length=20,
                    ),
                ),
                ("hearing_at", models.DateTimeField(blank=True, null=True)),
                (
                    "custody",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="offenders.custodyperiod",
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
                    "proceeding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="supervision.proceeding",
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
                        to="supervision.proceedingstep",
                    ),
                ),
                (
                    "warrant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="offenders.warrant",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ResponseKind",
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
                ("key", models.SlugField(max_length=40, unique=True)),
                ("title", models.CharField(max_length=80)),
                ("level", models.PositiveSmallIntegerField()),
                (
                    "rank",
                    models.PositiveSmallIntegerField(
                        help_text="From the lightest to the heaviest."
                    ),
                ),
                ("is_incentive", models.BooleanField(default=False)),
                ("is_confinement", models.BooleanField(default=False)),
                (
                    "opens_report",
                    models.BooleanField(
                        default=False,
                        help_text="Asks the court or board, and so opens a violation report.",
                    ),
                ),
                ("most_days", models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
            options={
                "ordering": ["is_incentive", "rank"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__range", (0, 5))),
                        name="response_level_is_0_to_5",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Response",
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
                ("presumed_level", models.PositiveSmallIntegerField()),
                ("chosen_level", models.PositiveSmallIntegerField()),
                (
                    "deviation",
                    models.CharField(
                        choices=[
                            ("none", "As the grid presumes"),
                            ("up", "Above the grid"),
                            ("down", "Below the grid"),
                        ],
                        max_length=4,
                    ),
                ),
                (
                    "deviation_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("victim_safety", "Safety of a victim"),
                            ("community_safety", "Safety of others"),
                            ("pattern", "A pattern that the grid does not show"),
                            ("progress", "Progress that a heavier answer would undo"),
                            ("treatment", "Treatment answers it better"),
                            ("work_or_family", "Work or care of a family would be lost"),
                            ("health", "Health or disability"),
                            ("unavailable", "What the grid asks for is not to be had here"),
                            ("court_order", "An order says otherwise"),
                        ],
                        max_length=16,
                    ),
                ),
                ("explanation", models.CharField(blank=True, max_length=300)),
                ("jail_days", models.PositiveSmallIntegerField(default=0)),
                ("awaits_treatment", models.BooleanField(default=False)),
                (
                    "counts_as_technical",
                    models.BooleanField(
                        default=False,
                        help_text="Sanctioned as a technical violation; counts toward the caps.",
                    ),
                ),
                ("needs_approval", models.BooleanField(default=False)),
                ("effective_on", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "cell",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="supervision.gridcell",
                    ),
                ),
                (
                    "incidents",
                    models.ManyToManyField(related_name="responses", to="supervision.incident"),
                ),
                (
                    "period",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="supervision.supervisionperiod",
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
                        to="supervision.response",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="supervision.responsekind",
                    ),
                ),
            ],
            options={
                "ordering": ["-effective_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Incentive",
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
                    "trigger",
                    models.CharField(
                        choices=[
                            ("months_clean", "Three months without a violation"),
                            ("keeps_schedule", "Keeps to the schedule"),
                            ("good_decision", "A good decision"),
                            ("prosocial", "Did something for others"),
                            ("own_risk", "Recognized an own risk"),
                            ("employment", "Found or kept work"),
                            ("housing", "Found or kept a home"),
                            ("program", "Completed a program"),
                        ],
                        max_length=16,
                    ),
                ),
                ("given_on", models.DateField()),
                ("note", models.CharField(blank=True, max_length=300)),
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
                        to="supervision.incentive",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="incentives",
                        to="supervision.responsekind",
                    ),
                ),
            ],
            options={
                "ordering": ["-given_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ResponseStep",
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
                    "move",
                    models.CharField(
                        choices=[
                            ("approved", "Approved"),
                            ("refused", "Refused"),
                            ("notified", "Person told in writing"),
                            ("acknowledged", "Acknowledged by the person"),
                            ("completed", "Completed"),
                            ("failed", "Not completed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=12,
                    ),
                ),
                ("on", models.DateField()),
                ("note", models.CharField(blank=True, max_length=300)),
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
                    "response",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="supervision.response",
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
                        to="supervision.responsestep",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SuggestionDecision",
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
                ("rule", models.CharField(max_length=8)),
                ("version", models.CharField(max_length=12)),
                ("suggested", models.CharField(max_length=300)),
                ("facts", models.JSONField(default=list)),
                ("suggested_on", models.DateField()),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("accept", "Accepted"),
                            ("change", "Changed"),
                            ("decline", "Declined"),
                        ],
                        max_length=8,
                    ),
                ),
                ("explanation", models.CharField(blank=True, max_length=300)),
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
                        to="supervision.suggestiondecision",
                    ),
                ),
            ],
            options={
                "ordering": ["-suggested_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ViolationDisposition",
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
                    "outcome",
                    models.CharField(
                        choices=[
                            ("no_change", "No change"),
                            ("verbal_warning", "Verbal warning"),
                            ("continue", "Continue or reinstate"),
                            ("extend", "Extend"),
                            ("add_condition", "Add a condition"),
                            ("add_testing", "Add testing"),
                            ("add_monitoring", "Add electronic monitoring"),
                            ("raise_level", "Raise the level"),
                            ("day_treatment", "Day treatment"),
                            ("outpatient", "Out-patient treatment"),
                            ("residential", "Residential treatment"),
                            ("refer_manager", "Refer to program or area manager"),
                            ("investigate", "Return to the agent for more investigation"),
                            ("deferred", "Deferred"),
                            ("dismissed", "Dismissed"),
                            ("jail", "Additional jail"),
                            ("reentry", "Residential re-entry program"),
                            ("rule_violator", "Technical rule violator center"),
                            ("boot_camp", "Special alternative incarceration"),
                            ("hyta_revoked", "Youthful trainee status revoked"),
                            ("delayed_revoked", "Delayed sentence revoked"),
                            ("revoked_jail", "Probation revoked to jail"),
                            ("revoked_prison", "Probation revoked to prison"),
                            ("return_prison", "Return to prison"),
                            ("return_new_sentence", "Return to prison with a new sentence"),
                            ("discharged", "Discharged"),
                            ("reinstate_discharge", "Reinstate and discharge"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "body",
                    models.CharField(
                        choices=[
                            ("circuit_court", "Circuit court"),
                            ("district_court", "District court"),
                            ("parole_board", "Parole board"),
                            ("program_manager", "Program manager"),
                            ("area_manager", "Area manager"),
                            ("supervisor", "Supervisor"),
                            ("agent", "Agent"),
                            ("violation_unit", "Parole violation unit"),
                            ("other_state", "Other state"),
                        ],
                        max_length=16,
                    ),
                ),
                ("decided_on", models.DateField()),
                ("jail_days", models.PositiveSmallIntegerField(default=0)),
                ("note", models.TextField(blank=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="offenders.person",
                    ),
                ),
                (
                    "proceeding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dispositions",
                        to="supervision.proceeding",
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
                        to="supervision.violationdisposition",
                    ),
                ),
                (
                    "violation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="violation_dispositions",
                        to="offenders.paroleviolation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ViolationReport",
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
                ("what_led", models.TextField(blank=True, verbose_name="What led to this")),
                (
                    "response_so_far",
                    models.TextField(blank=True, verbose_name="Response to supervision so far"),
                ),
                (
                    "alternatives",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("warnings", "Warnings"),
                                ("more_contact", "More contact"),
                                ("conditions", "More or other conditions"),
                                ("referrals", "Referrals to treatment or services"),
                                ("housing", "Approved or other housing"),
                                ("testing", "More testing"),
                                ("incentives", "Incentives"),
                                ("other", "Something else, told below"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "alternatives_note",
                    models.TextField(blank=True, verbose_name="How the alternatives went"),
                ),
                (
                    "vulnerabilities",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("suicide", "Suicide or self-harm"),
                                ("drugs", "Drugs or alcohol"),
                                ("mental_health", "Mental health"),
                                ("medication", "Medication"),
                                ("physical", "Physical health"),
                                ("learning", "Learning difficulty"),
                                ("disability", "Disability"),
                                ("abuse", "Victim of abuse"),
                                ("safeguarding", "Children or adults to be looked after"),
                                ("at_risk", "At risk from others"),
                                ("breakup", "Breakup"),
                                ("bereavement", "Bereavement"),
                                ("language", "Language"),
                            ],
                            max_length=14,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "arrest_note",
                    models.TextField(
                        blank=True,
                        help_text="Dogs, weapons, children.",
                        verbose_name="What those who arrest have to know",
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("local", "An answer here, without the court or board"),
                            ("summons", "A summons"),
                            ("warrant", "A warrant"),
                        ],
                        max_length=8,
                    ),
                ),
                ("recommendation", models.TextField(blank=True)),
                (
                    "is_immediate_danger",
                    models.BooleanField(
                        default=False,
                        help_text="There is immediate danger to the person or others.",
                    ),
                ),
                (
                    "left_treatment",
                    models.BooleanField(default=False, help_text="Left in-patient treatment."),
                ),
                (
                    "is_swift_and_sure",
                    models.BooleanField(default=False, help_text="A Swift and Sure case."),
                ),
                (
                    "incidents",
                    models.ManyToManyField(related_name="reports", to="supervision.incident"),
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
                    "proceeding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="supervision.proceeding",
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
                        to="supervision.violationreport",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Finding",
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
                    "outcome",
                    models.CharField(
                        choices=[
                            ("guilty_plea", "Pleaded guilty"),
                            ("no_contest", "Pleaded no contest"),
                            ("admitted", "Admitted"),
                            ("proved", "Proved by a preponderance of the evidence"),
                            ("not_proved", "Not proved"),
                            ("dismissed", "Dismissed"),
                            ("deferred", "Deferred"),
                        ],
                        max_length=11,
                    ),
                ),
                ("found_on", models.DateField()),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="supervision.incident",
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
                        to="supervision.finding",
                    ),
                ),
                (
                    "proceeding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="supervision.proceeding",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at__isnull", True)),
                        fields=("proceeding", "incident"),
                        name="violation_has_one_finding",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClockMark",
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
                ("clock", models.CharField(max_length=30)),
                (
                    "move",
                    models.CharField(
                        choices=[
                            ("started", "Started"),
                            ("stood_still", "Stands still"),
                            ("ran_on", "Runs on"),
                            ("met", "Met"),
                        ],
                        max_length=12,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "standstill",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("other_custody", "Held by another jurisdiction"),
                            ("person_asked", "The person asked for it in writing"),
                            ("competency", "Competency is being decided"),
                            ("new_case", "Waits for the new criminal case"),
                        ],
                        max_length=14,
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
                        to="supervision.clockmark",
                    ),
                ),
                (
                    "proceeding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clock_marks",
                        to="supervision.proceeding",
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("move", "stood_still"), _negated=True),
                            models.Q(("standstill", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="standstill_has_a_reason",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="response",
            index=models.Index(
                condition=models.Q(("needs_approval", True), ("superseded_at__isnull", True)),
                fields=["person"],
                name="response_awaiting_approval",
            ),
        ),
        migrations.AddIndex(
            model_name="response",
            index=models.Index(fields=["cell", "effective_on"], name="response_by_cell"),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("deviation", "none"),
                    models.Q(("deviation_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="deviation_has_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("deviation", "none"), ("needs_approval", True), _connector="OR"
                ),
                name="deviation_needs_approval",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until__isnull", True),
                    ("until__gte", models.F("effective_on")),
                    _connector="OR",
                ),
                name="response_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="responsestep",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("response", "move"),
                name="response_step_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestiondecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("verdict", "accept"),
                    models.Q(("explanation", ""), _negated=True),
                    _connector="OR",
                ),
                name="suggestion_is_declined_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="violationdisposition",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("proceeding",),
                name="proceeding_has_one_disposition",
            ),
        ),
        migrations.AddConstraint(
            model_name="violationreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("proceeding",),
                name="proceeding_has_one_report",
            ),
        ),
        *guard_facts(
            "supervision_response",
            "supervision_responsestep",
            "supervision_incentive",
            "supervision_suggestiondecision",
            "supervision_proceeding",
            "supervision_violationreport",
            "supervision_proceedingstep",
            "supervision_finding",
            "supervision_violationdisposition",
            "supervision_clockmark",
        ),
        *append_only(
            "supervision_response_incidents",
            "supervision_violationreport_incidents",
        ),
    ]
