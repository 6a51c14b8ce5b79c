"""Reports of security incidents, what was done, who was told; none of it is rewritten."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from ots.core.guards import append_only


class Migration(migrations.Migration):
    """The tables and their guard; the first time to report comes with the other first rows."""

    dependencies = [
        ("oversight", "0001_reviews_of_questions"),
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("account", "Somebody used another's account"),
                            ("access", "Records were opened without a need"),
                            ("disclosure", "Records went to the wrong person"),
                            ("device", "A device, token or paper was lost or stolen"),
                            ("phishing", "A password or code was given to a stranger"),
                            ("malware", "Harmful software"),
                            ("change", "Records were changed or lost"),
                            ("outage", "The system was attacked or made to stop"),
                            ("other", "Something else"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "discovered_at",
                    models.DateTimeField(help_text="When it was noticed: the clock starts."),
                ),
                (
                    "hours",
                    models.PositiveSmallIntegerField(
                        help_text="Within which it was to be reported."
                    ),
                ),
                ("where", models.CharField(max_length=160)),
                ("description", models.TextField()),
                ("may_concern_records", models.BooleanField()),
                ("why_late", models.CharField(blank=True, max_length=300)),
                ("reported_at", models.DateTimeField()),
                (
                    "reported_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-reported_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="IncidentNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "told",
                    models.CharField(help_text="Name and office of who was told.", max_length=160),
                ),
                (
                    "means",
                    models.CharField(help_text="Telephone, e-mail, in person.", max_length=80),
                ),
                ("told_at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="oversight.incident",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["told_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="IncidentStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reported", "Reported"),
                            ("confirmed", "Confirmed"),
                            ("contained", "Contained"),
                            ("closed", "Closed"),
                            ("none", "No incident"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField()),
                ("taken_at", models.DateTimeField()),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="oversight.incident",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["taken_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ReportingTime",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(help_text="First day on which it counts.", unique=True)),
                (
                    "hours",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(72),
                        ]
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
            ],
            options={
                "ordering": ["-since"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("hours__gte", 1), ("hours__lte", 72)),
                        name="incidents_are_reported_within_days",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(("reported_at__gte", models.F("discovered_at"))),
                name="incident_is_reported_after_it_was_noticed",
            ),
        ),
        *append_only("oversight_incident", "oversight_incidentstep", "oversight_incidentnotice"),
    ]
