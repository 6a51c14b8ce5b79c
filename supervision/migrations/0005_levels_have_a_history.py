"""Levels of supervision have a history of their own."""

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import ots.core.spans
from ots.core.guards import guard_facts


class Migration(migrations.Migration):
    dependencies = [
        ("offenders", "0010_facts_are_compared_as_stored"),
        ("supervision", "0004_what_is_due"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="contactstandard",
            name="level",
            field=models.CharField(
                blank=True,
                choices=[
                    ("high", "High"),
                    ("maximum", "Maximum"),
                    ("medium", "Medium"),
                    ("minimum", "Minimum"),
                    ("limited", "Limited (telephone reporting)"),
                    ("unsupervised", "Unsupervised"),
                    ("unassigned", "Not yet set"),
                ],
                help_text="Empty: every level.",
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="LevelPeriod",
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
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("default", "Default until assessed"),
                            ("assessment", "Risk assessment"),
                            ("override_up", "Override to a closer level"),
                            ("override_down", "Override to a lighter level"),
                            ("policy", "Policy"),
                        ],
                        default="default",
                        help_text="What it rests on.",
                        max_length=13,
                    ),
                ),
                ("began_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("review_due_on", models.DateField(blank=True, null=True)),
                (
                    "approved_by",
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
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.levelperiod",
                    ),
                ),
            ],
            options={
                "ordering": ["-began_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LevelRule",
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
                    "violent",
                    models.CharField(
                        choices=[("Low", "Low"), ("Medium", "Medium"), ("High", "High")],
                        help_text="Band of violent risk.",
                        max_length=6,
                    ),
                ),
                (
                    "general",
                    models.CharField(
                        choices=[("Low", "Low"), ("Medium", "Medium"), ("High", "High")],
                        help_text="Band of general risk.",
                        max_length=6,
                    ),
                ),
                ("named", models.CharField(help_text="What the policy calls it.", max_length=20)),
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
                        help_text="Closest level that it allows.",
                        max_length=12,
                    ),
                ),
            ],
            options={
                "verbose_name": "level for a pair of risks",
                "verbose_name_plural": "levels for pairs of risks",
                "ordering": ["violent", "general", "since"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("violent", "general", "since"), name="level_rule_once_from_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="level_rule_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="levelperiod",
            index=models.Index(
                condition=models.Q(("ended_on__isnull", True), ("superseded_at__isnull", True)),
                fields=["review_due_on"],
                name="level_open_by_review",
            ),
        ),
        migrations.AddConstraint(
            model_name="levelperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on__isnull", True),
                    ("ended_on__gte", models.F("began_on")),
                    _connector="OR",
                ),
                name="level_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="levelperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("basis__in", ["override_down", "override_up"]), _negated=True),
                    ("approved_by__isnull", False),
                    _connector="OR",
                ),
                name="override_of_a_level_is_approved",
            ),
        ),
        migrations.AddConstraint(
            model_name="levelperiod",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                expressions=[
                    ("person", "="),
                    (ots.core.spans.DateSpan("began_on", "ended_on", models.Value("[)")), "&&"),
                ],
                name="person_has_one_level",
            ),
        ),
        *guard_facts("supervision_levelperiod"),
    ]
