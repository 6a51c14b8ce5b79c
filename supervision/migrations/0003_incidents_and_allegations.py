"""What happened, how far it is shown, what shows it; facts are kept."""

import uuid

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import supervision.rules.violation_codes
from ots.core.guards import guard_facts


class Migration(migrations.Migration):
    """The tables and their guards."""

    dependencies = [
        ("offenders", "0010_facts_are_compared_as_stored"),
        ("supervision", "0002_facts_are_kept"),
        ("access", "0002_fact_guard"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Incident",
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
                    "severity",
                    models.PositiveSmallIntegerField(help_text="As the code had it that day."),
                ),
                (
                    "legal_type",
                    models.CharField(
                        choices=[
                            ("felony", "Felony"),
                            ("misdemeanor", "Misdemeanor"),
                            ("law", "Law"),
                            ("municipal", "Municipal"),
                            ("absconded", "Absconded"),
                            ("technical", "Technical"),
                            ("non_technical", "Non technical"),
                            ("information", "Information"),
                        ],
                        max_length=16,
                    ),
                ),
                ("occurred_at", models.DateTimeField()),
                ("discovered_at", models.DateTimeField()),
                ("episode", models.UUIDField(db_index=True, default=uuid.uuid4)),
                (
                    "informant",
                    models.CharField(
                        choices=[
                            ("officer", "Agent"),
                            ("police", "Police"),
                            ("provider", "Treatment provider"),
                            ("lab", "Laboratory"),
                            ("em_vendor", "Monitoring company"),
                            ("victim", "Victim"),
                            ("self", "The person"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "conditions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        help_text="What the person was told to do or not to do, as it stood that day.",
                        size=None,
                    ),
                ),
                ("notes", models.TextField(blank=True)),
                (
                    "aggravators",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("same_type", "Same type within 90 days"),
                                ("domestic", "Domestic violence case"),
                                ("owi", "Drunk-driving case"),
                                ("sex_offense", "Sex-offense caseload"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "mitigators",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("self_report", "Told us without being asked"),
                                ("sought_help", "Looked for help"),
                                ("first", "First in six months"),
                                ("barrier", "Something stood in the way"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "ability_to_pay",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("able", "Able to pay"),
                            ("unable", "Unable to pay"),
                            ("not_assessed", "Not assessed"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "is_information",
                    models.BooleanField(
                        default=False, help_text="Kept, and never held against the person."
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        blank=True,
                        help_text="The term of supervision in which it happened.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="incidents",
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
                        to="supervision.incident",
                    ),
                ),
            ],
            options={
                "ordering": ["-occurred_at", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Evidence",
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
                ("title", models.CharField(max_length=120)),
                ("file", models.FileField(upload_to="evidence/%Y/%m/")),
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
                        to="supervision.evidence",
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="supervision.incident",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "evidence",
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ViolationCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=8, unique=True)),
                ("title", models.CharField(max_length=80)),
                (
                    "severity",
                    models.PositiveSmallIntegerField(
                        help_text="1 is the gravest, 7 the least; set by policy.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(7),
                        ],
                    ),
                ),
                (
                    "legal_type",
                    models.CharField(
                        choices=[
                            ("felony", "Felony"),
                            ("misdemeanor", "Misdemeanor"),
                            ("law", "Law"),
                            ("municipal", "Municipal"),
                            ("absconded", "Absconded"),
                            ("technical", "Technical"),
                            ("non_technical", "Non technical"),
                            ("information", "Information"),
                        ],
                        help_text="What it is in law; not told by severity.",
                        max_length=16,
                    ),
                ),
                (
                    "asks_ability_to_pay",
                    models.BooleanField(
                        default=False,
                        help_text="Owing what one cannot pay is information, not a violation.",
                    ),
                ),
                ("citation", models.CharField(max_length=200)),
                (
                    "standing",
                    models.CharField(help_text="verified, recalled or inferred", max_length=10),
                ),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("severity__range", (1, 7))),
                        name="violation_severity_is_1_to_7",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="incident",
            name="code",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="incidents",
                to="supervision.violationcode",
                to_field="code",
            ),
        ),
        migrations.CreateModel(
            name="Allegation",
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
                    "state",
                    models.CharField(
                        choices=[
                            ("alleged", "Alleged"),
                            ("admitted", "Admitted"),
                            ("proved", "Proved"),
                            ("not_proved", "Not proved"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="alleged",
                        max_length=10,
                    ),
                ),
                ("stated_on", models.DateField()),
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
                        to="supervision.allegation",
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="allegations",
                        to="supervision.incident",
                    ),
                ),
            ],
            options={
                "ordering": ["stated_on", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at__isnull", True)),
                        fields=("incident",),
                        name="incident_has_one_allegation",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=["person", "occurred_at"],
                name="incident_of_person_by_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(("discovered_at__gte", models.F("occurred_at"))),
                name="incident_discovered_after_it_occurred",
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(("severity__range", (1, 7))), name="incident_severity_is_1_to_7"
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "legal_type",
                            supervision.rules.violation_codes.ViolationType["INFORMATION"],
                        ),
                        _negated=True,
                    ),
                    ("is_information", True),
                    _connector="OR",
                ),
                name="information_is_no_violation",
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ability_to_pay", "unable"), _negated=True),
                    ("is_information", True),
                    _connector="OR",
                ),
                name="unable_to_pay_is_no_violation",
            ),
        ),
        *guard_facts("supervision_incident", "supervision_evidence", "supervision_allegation"),
    ]
