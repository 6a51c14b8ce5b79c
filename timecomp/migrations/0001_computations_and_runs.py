"""Computations, what they leave to a person, requests and nightly runs."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("offenders", "0004_forms_are_carried_out_once"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RuleProfile",
            fields=[
                ("id", models.CharField(max_length=32, primary_key=True, serialize=False)),
                (
                    "rules",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), size=None
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="NightlyRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("as_of", models.DateField()),
                ("law_version", models.CharField(max_length=32)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("running", "Running"),
                            ("finished", "Finished"),
                            ("abandoned", "Abandoned"),
                        ],
                        default="running",
                        max_length=9,
                    ),
                ),
                ("started_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                (
                    "people",
                    models.PositiveIntegerField(default=0, help_text="People who have a sentence."),
                ),
                ("recomputed", models.PositiveIntegerField(default=0)),
                (
                    "changed",
                    models.PositiveIntegerField(
                        default=0, help_text="People for whom a new computation was stored."
                    ),
                ),
                (
                    "moved",
                    models.PositiveIntegerField(
                        default=0, help_text="People of whom a date moved."
                    ),
                ),
                (
                    "exceptions",
                    models.PositiveIntegerField(
                        default=0, help_text="Exceptions found, new and old together."
                    ),
                ),
                (
                    "failed",
                    models.PositiveIntegerField(
                        default=0, help_text="People for whom the program itself failed."
                    ),
                ),
                ("read_seconds", models.FloatField(default=0)),
                ("evaluate_seconds", models.FloatField(default=0)),
                ("write_seconds", models.FloatField(default=0)),
                (
                    "touched",
                    models.JSONField(
                        default=dict, help_text="How many people each rule and parameter touched."
                    ),
                ),
            ],
            options={
                "ordering": ["-started_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "running")),
                        fields=("state",),
                        name="one_run_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RecomputationRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("prompted_by", models.CharField(max_length=80)),
                ("requested_at", models.DateTimeField(auto_now_add=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                (
                    "actor",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="offenders.person",
                    ),
                ),
            ],
            options={
                "ordering": ["requested_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Computation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("as_of", models.DateField(help_text="The day as of which the facts were read.")),
                ("facts", models.JSONField(help_text="The case as it was put to the law.")),
                (
                    "facts_version",
                    models.PositiveSmallIntegerField(help_text="The form of the facts."),
                ),
                ("facts_digest", models.CharField(max_length=32)),
                ("law_version", models.CharField(max_length=32)),
                ("results", models.JSONField(help_text="What the law gave, without the steps.")),
                ("results_digest", models.CharField(max_length=32)),
                ("earliest_release_date", models.DateField(blank=True, null=True)),
                ("maximum_discharge_date", models.DateField(blank=True, null=True)),
                ("parole_discharge_date", models.DateField(blank=True, null=True)),
                ("controlling_minimum", models.CharField(blank=True, max_length=12)),
                ("controlling_maximum", models.CharField(blank=True, max_length=12)),
                ("exception_count", models.PositiveSmallIntegerField(default=0)),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("first", "First computation"),
                            ("facts", "A fact was recorded or corrected"),
                            ("law", "The law book changed"),
                            ("day", "Time passed"),
                        ],
                        max_length=5,
                    ),
                ),
                (
                    "prompted_by",
                    models.CharField(
                        blank=True,
                        help_text="The event that asked for it, or a person's words.",
                        max_length=80,
                    ),
                ),
                (
                    "moved",
                    models.JSONField(
                        default=list, help_text="Each date that moved: from what, to what."
                    ),
                ),
                ("computed_at", models.DateTimeField()),
                ("superseded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "actor",
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
                        related_name="computations",
                        to="offenders.person",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty where a recorded fact prompted it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="computations",
                        to="timecomp.nightlyrun",
                    ),
                ),
                (
                    "profile",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="computations",
                        to="timecomp.ruleprofile",
                    ),
                ),
            ],
            options={
                "ordering": ["-computed_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ComputationException",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rule", models.CharField(max_length=60)),
                ("sentence_label", models.CharField(blank=True, max_length=12)),
                ("message", models.TextField()),
                ("opened_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "computation",
                    models.ForeignKey(
                        help_text="The computation that raised it first.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="raised",
                        to="timecomp.computation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="computation_exceptions",
                        to="offenders.person",
                    ),
                ),
            ],
            options={
                "ordering": ["opened_at", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=["opened_at"],
                        name="exception_open",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("person"),
                        models.F("rule"),
                        models.F("sentence_label"),
                        django.db.models.functions.text.MD5("message"),
                        condition=models.Q(("closed_at__isnull", True)),
                        name="exception_is_open_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NightlyChunk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_person", models.BigIntegerField()),
                ("last_person", models.BigIntegerField()),
                ("people", models.PositiveIntegerField()),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("touched", models.JSONField(default=dict)),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="chunks",
                        to="timecomp.nightlyrun",
                    ),
                ),
            ],
            options={
                "ordering": ["first_person"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("run", "first_person"), name="chunk_once_in_its_run"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last_person__gte", models.F("first_person"))),
                        name="chunk_is_in_order",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="computation",
            index=models.Index(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=["earliest_release_date"],
                name="computation_by_release",
            ),
        ),
        migrations.AddIndex(
            model_name="computation",
            index=models.Index(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=["maximum_discharge_date"],
                name="computation_by_discharge",
            ),
        ),
        migrations.AddIndex(
            model_name="computation",
            index=models.Index(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=["parole_discharge_date"],
                name="computation_by_parole_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="computation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("person",),
                name="person_has_one_computation",
            ),
        ),
    ]
