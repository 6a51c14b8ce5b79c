"""Courses, which role needs which, who completed what; the rights of training and of audits."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from ots.core.guards import guard_facts


class Migration(migrations.Migration):
    """Tables, and the guard of what was recorded."""

    dependencies = [
        ("access", "0014_clerks_take_their_lists_along"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Course",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=120)),
                (
                    "valid_months",
                    models.PositiveSmallIntegerField(
                        help_text="For how many months a completed course counts."
                    ),
                ),
                (
                    "ask",
                    models.CharField(
                        help_text="Who arranges it: name, telephone or e-mail.",
                        max_length=160,
                        verbose_name="whom to ask",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.AlterModelOptions(
            name="capability",
            options={
                "default_permissions": (),
                "managed": False,
                "permissions": [
                    ("home.view", "May open the home page"),
                    ("person.search", "May search for people"),
                    ("person.view", "May open a person's record"),
                    ("person.record", "May record a person and correct the facts"),
                    ("people.export", "May export a list of people"),
                    ("caseload.view", "May see the own caseload"),
                    ("case.assign", "May assign people to agents"),
                    ("sentence.view", "May open a sentence"),
                    ("sentence.impose", "May enter a sentence"),
                    ("sentence.amend", "May amend or vacate a sentence"),
                    ("custody.record", "May record custody and movements"),
                    ("contact.record", "May record addresses, telephones and jobs"),
                    ("warrant.record", "May record warrants, holds and orders"),
                    ("computation.view", "May see computed dates and their reasons"),
                    ("computation.try", "May try dates on a hypothetical case"),
                    ("computation.run", "May start a computation"),
                    ("computation.settle", "May settle questions and override dates"),
                    ("computation.certify", "May certify computed dates as official"),
                    ("impact.view", "May read what proposed laws would do"),
                    ("impact.run", "May run a proposed law over the population"),
                    ("audit.view", "May read the audit trail"),
                    ("evidence.take", "May take entries of the trail as evidence, values and all"),
                    (
                        "person.trail",
                        "May see who looked at a record in reach, and who received it",
                    ),
                    ("admin.use", "May administer users, offices and code tables"),
                    ("components.view", "May see the page of components"),
                    ("access.explain", "May see who may see what, and preview it"),
                    ("cover.arrange", "May arrange cover for agents of the own offices"),
                    ("reach.grant", "May give a user one person's record until a day"),
                    ("known.declare", "May declare to know a person privately"),
                    ("glass.break", "May open a closed record in an emergency"),
                    ("glass.review", "May judge what was opened in an emergency"),
                    ("record.restrict", "May close and seal records, and see who is closed"),
                    ("person.restricted", "Sees employees, relatives and protected people"),
                    ("record.sealed", "Sees sealed records"),
                    ("consent.record", "May record treatment and consents to disclose it"),
                    ("training.record", "May record who completed which training"),
                    ("quality.draw", "May draw samples to compare with court documents"),
                    ("quality.review", "May compare records with court documents"),
                    ("quality.view", "May read how records compare with court documents"),
                    ("scope.statewide", "Sees the people of the whole state"),
                    ("scope.court", "Sees people with a case in the own court"),
                    ("view.identity", "May see: Identity"),
                    ("change.identity", "May change: Identity"),
                    ("view.identifier", "May see: Official numbers"),
                    ("change.identifier", "May change: Official numbers"),
                    ("view.sensitive_identifier", "May see: Social security and licence numbers"),
                    (
                        "change.sensitive_identifier",
                        "May change: Social security and licence numbers",
                    ),
                    ("view.contact", "May see: Addresses and telephones"),
                    ("change.contact", "May change: Addresses and telephones"),
                    ("view.legal", "May see: Cases, charges and sentences"),
                    ("change.legal", "May change: Cases, charges and sentences"),
                    ("view.time", "May see: Computed dates"),
                    ("change.time", "May change: Computed dates"),
                    ("view.custody", "May see: Custody and movements"),
                    ("change.custody", "May change: Custody and movements"),
                    ("view.warrant", "May see: Warrants, holds and orders"),
                    ("change.warrant", "May change: Warrants, holds and orders"),
                    ("view.supervision", "May see: Supervision"),
                    ("change.supervision", "May change: Supervision"),
                    ("view.risk", "May see: Risk assessments"),
                    ("change.risk", "May change: Risk assessments"),
                    ("view.medical", "May see: Medical"),
                    ("change.medical", "May change: Medical"),
                    ("view.mental_health", "May see: Mental health"),
                    ("change.mental_health", "May change: Mental health"),
                    ("view.substance_use", "May see: Substance use"),
                    ("change.substance_use", "May change: Substance use"),
                    ("view.victim", "May see: Victims and protected people"),
                    ("change.victim", "May change: Victims and protected people"),
                    ("view.juvenile", "May see: Juvenile record"),
                    ("change.juvenile", "May change: Juvenile record"),
                    ("view.youthful", "May see: Youthful trainee record (HYTA)"),
                    ("change.youthful", "May change: Youthful trainee record (HYTA)"),
                    ("view.consent", "May see: Consents to disclosure"),
                    ("change.consent", "May change: Consents to disclosure"),
                    ("view.financial", "May see: Money and employment"),
                    ("change.financial", "May change: Money and employment"),
                    ("view.staff", "May see: Staff notes and authorship"),
                    ("change.staff", "May change: Staff notes and authorship"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RequiredTraining",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(help_text="First day on which the role needs it.")),
                (
                    "until",
                    models.DateField(
                        blank=True,
                        help_text="First day on which the role no longer needs it.",
                        null=True,
                    ),
                ),
                (
                    "citation",
                    models.CharField(help_text="The policy that asks for it.", max_length=200),
                ),
                (
                    "standing",
                    models.CharField(
                        help_text="How sure the row is: verified, recalled or inferred.",
                        max_length=10,
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="required_of",
                        to="access.course",
                    ),
                ),
                (
                    "role",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="required_training",
                        to="auth.group",
                    ),
                ),
            ],
            options={
                "verbose_name": "required training",
                "verbose_name_plural": "required trainings",
                "ordering": ["role__name", "course__name", "since"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("role", "course", "since"), name="required_once_from_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="requirement_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TrainingRecord",
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
                ("completed_on", models.DateField()),
                (
                    "expires_on",
                    models.DateField(help_text="First day on which it no longer counts."),
                ),
                ("certificate_number", models.CharField(blank=True, max_length=60)),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="records",
                        to="access.course",
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
                        to="access.trainingrecord",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="training",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-completed_on", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["user", "course", "-expires_on"], name="training_by_user")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("expires_on__gt", models.F("completed_on"))),
                        name="training_lapses_later",
                    )
                ],
            },
        ),
        *guard_facts("access_trainingrecord"),
    ]
