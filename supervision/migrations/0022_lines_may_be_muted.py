"""Lines of the day's list may be left out for a time."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from ots.core.guards import guard_facts


class Migration(migrations.Migration):
    """A table whose rows are kept."""

    dependencies = [
        ("offenders", "0011_tests_open_in_an_emergency"),
        ("supervision", "0021_messages_of_the_compact"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Mute",
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
                    "subject",
                    models.CharField(
                        choices=[
                            ("obligation", "What is due"),
                            ("appointment", "Appointment"),
                            ("hearing", "Court date"),
                            ("term", "End of supervision"),
                            ("warrant", "Warrant"),
                            ("order", "Protective order"),
                        ],
                        max_length=12,
                    ),
                ),
                ("number", models.BigIntegerField(help_text="The row of that table.")),
                ("why", models.TextField()),
                ("began_on", models.DateField()),
                ("until", models.DateField(help_text="First day on which it is shown again.")),
                (
                    "officer",
                    models.ForeignKey(
                        blank=True,
                        help_text="On whose list. Empty: on everybody's, as a supervisor decided.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mutes",
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
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.mute",
                    ),
                ),
            ],
            options={
                "ordering": ["-began_on", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(("superseded_at__isnull", True)),
                        fields=["person", "until"],
                        name="mute_standing",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("began_on"))),
                        name="mute_ends_after_it_begins",
                    )
                ],
            },
        ),
        *guard_facts("supervision_mute"),
    ]
