"""Runs of proposed laws are kept with their figures and the people they move."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("offenders", "0007_facts_go_by_order_alone"),
        ("timecomp", "0006_runs_say_why_and_who"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ImpactRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "scenario_id",
                    models.CharField(help_text="The scenario that it began with.", max_length=60),
                ),
                ("title", models.CharField(max_length=200)),
                (
                    "scenario",
                    models.TextField(
                        help_text="The scenario as it was run, in the form of its file."
                    ),
                ),
                ("law_version", models.CharField(max_length=32)),
                ("as_of", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("running", "Running"),
                            ("finished", "Finished"),
                            ("failed", "Stopped by an error"),
                        ],
                        default="running",
                        max_length=8,
                    ),
                ),
                (
                    "population",
                    models.PositiveIntegerField(default=0, help_text="People who have a sentence."),
                ),
                (
                    "recomputed",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="People whom it could concern, computed under both laws.",
                    ),
                ),
                (
                    "done",
                    models.PositiveIntegerField(
                        default=0, help_text="How many of them are computed."
                    ),
                ),
                ("figures", models.JSONField(default=dict)),
                ("seconds", models.FloatField(default=0)),
                ("started_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                (
                    "started_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-started_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ImpactPerson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "before",
                    models.DateField(blank=True, help_text="Release under today's law.", null=True),
                ),
                (
                    "after",
                    models.DateField(blank=True, help_text="Release under the change.", null=True),
                ),
                ("shift_days", models.IntegerField(blank=True, null=True)),
                ("facility", models.CharField(blank=True, max_length=120)),
                ("county", models.CharField(blank=True, max_length=60)),
                ("offence_group", models.CharField(blank=True, max_length=40)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offenders.person",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="timecomp.impactrun",
                    ),
                ),
            ],
            options={
                "ordering": ["shift_days", "person_id"],
                "indexes": [
                    models.Index(fields=["run", "shift_days"], name="impact_person_by_shift")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("run", "person"), name="impact_person_once_in_its_run"
                    )
                ],
            },
        ),
    ]
