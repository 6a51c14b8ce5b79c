"""What users say is wrong, and each step of answering it; none of it is rewritten."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from ots.core.guards import append_only


class Migration(migrations.Migration):
    """The tables and their guard."""

    dependencies = [
        ("offenders", "0011_tests_open_in_an_emergency"),
        ("oversight", "0002_security_incidents"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Concern",
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
                            ("fact", "A fact of this record is wrong"),
                            ("date", "A date is wrong"),
                            ("page", "The page does not work"),
                            ("idea", "An idea: this could be better"),
                        ],
                        max_length=4,
                    ),
                ),
                (
                    "desk",
                    models.CharField(
                        choices=[
                            ("records", "Records clerks"),
                            ("supervision", "Supervisors of the person's office"),
                            ("compact", "Compact office"),
                            ("system", "Security officer"),
                        ],
                        help_text="Who is to answer it.",
                        max_length=11,
                    ),
                ),
                (
                    "page",
                    models.CharField(blank=True, help_text="Name of the page.", max_length=80),
                ),
                (
                    "address",
                    models.CharField(blank=True, help_text="Without query.", max_length=300),
                ),
                ("words", models.CharField(max_length=2000)),
                ("told_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offenders.person",
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-told_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ConcernStep",
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
                            ("new", "New"),
                            ("seen", "Looked at"),
                            ("mended", "Mended"),
                            ("no_fault", "Not a fault"),
                            ("not_done", "Will not be done"),
                        ],
                        max_length=8,
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=2000)),
                ("taken_at", models.DateTimeField()),
                (
                    "concern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="oversight.concern",
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
        migrations.AddIndex(
            model_name="concern",
            index=models.Index(fields=["desk", "told_at"], name="concerns_by_desk"),
        ),
        migrations.AddConstraint(
            model_name="concern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind__in", ("fact", "date")), _negated=True),
                    ("person__isnull", False),
                    _connector="OR",
                ),
                name="wrong_facts_are_somebodys",
            ),
        ),
        migrations.AddConstraint(
            model_name="concernstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "seen"), models.Q(("words", ""), _negated=True), _connector="OR"
                ),
                name="answers_have_words",
            ),
        ),
        *append_only("oversight_concern", "oversight_concernstep"),
    ]
