"""Clerks' decisions, certifications, and who has a question in hand."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("offenders", "0004_forms_are_carried_out_once"),
        ("timecomp", "0003_profiles_stand_apart"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Certification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("certified", "Certified"),
                            ("confirmed", "Confirmed by a second clerk"),
                            ("sent_back", "Sent back"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "second_needed_for",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("earlier", "a date moves earlier"),
                                ("near", "release is near, or its day has come"),
                                ("overridden", "a date was overridden by decision"),
                                ("open", "a question is still open"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("makes_official", models.BooleanField()),
                ("note", models.CharField(blank=True, max_length=200)),
                ("acted_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="ClerkDecision",
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
                        choices=[
                            ("stands", "The computation stands as it is"),
                            ("override", "Another date holds"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=9,
                    ),
                ),
                ("rule", models.CharField(blank=True, max_length=60)),
                (
                    "sentence_label",
                    models.CharField(
                        blank=True, help_text="Empty for the person as a whole.", max_length=12
                    ),
                ),
                (
                    "message",
                    models.TextField(blank=True, help_text="The question, as it was asked."),
                ),
                (
                    "date_name",
                    models.CharField(blank=True, help_text="The date overridden.", max_length=30),
                ),
                (
                    "value",
                    models.DateField(
                        blank=True, help_text="Empty: there is no such date.", null=True
                    ),
                ),
                (
                    "system_value",
                    models.DateField(
                        blank=True, help_text="What was computed when it was decided.", null=True
                    ),
                ),
                (
                    "authority",
                    models.CharField(
                        blank=True, help_text="The document that allows it.", max_length=120
                    ),
                ),
                ("decided_on", models.DateField()),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="Last day on which it holds.", null=True
                    ),
                ),
            ],
            options={
                "ordering": ["-decided_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="computationexception",
            name="assigned_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="computationexception",
            name="assigned_to",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="computationexception",
            index=models.Index(
                condition=models.Q(("assigned_to__isnull", False), ("closed_at__isnull", True)),
                fields=["assigned_to"],
                name="exception_assigned",
            ),
        ),
        migrations.AddField(
            model_name="certification",
            name="answers",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answered_by",
                to="timecomp.certification",
            ),
        ),
        migrations.AddField(
            model_name="certification",
            name="clerk",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="certification",
            name="computation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="certifications",
                to="timecomp.computation",
            ),
        ),
        migrations.AddField(
            model_name="certification",
            name="first_clerk",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="certification",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="certifications",
                to="offenders.person",
            ),
        ),
        migrations.AddField(
            model_name="clerkdecision",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)s_set",
                to="offenders.person",
            ),
        ),
        migrations.AddField(
            model_name="clerkdecision",
            name="recorded_by",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty where a feed or an import recorded it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="clerkdecision",
            name="supersedes",
            field=models.OneToOneField(
                blank=True,
                help_text="The fact that this one corrects.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="superseded_by",
                to="timecomp.clerkdecision",
            ),
        ),
        migrations.AddIndex(
            model_name="certification",
            index=models.Index(
                condition=models.Q(("makes_official", True)),
                fields=["person", "-id"],
                name="certification_official",
            ),
        ),
        migrations.AddIndex(
            model_name="certification",
            index=models.Index(fields=["person", "-id"], name="certification_newest"),
        ),
        migrations.AddConstraint(
            model_name="certification",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("act", "certified"),
                        ("answers__isnull", True),
                        ("first_clerk__isnull", True),
                    ),
                    models.Q(
                        models.Q(("act", "certified"), _negated=True),
                        ("answers__isnull", False),
                        ("first_clerk__isnull", False),
                        models.Q(("clerk", models.F("first_clerk")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="second_clerk_is_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="certification",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("act", "certified"), ("makes_official", True), ("second_needed_for", [])
                    ),
                    models.Q(
                        ("act", "certified"),
                        ("makes_official", False),
                        models.Q(("second_needed_for", []), _negated=True),
                    ),
                    models.Q(("act", "confirmed"), ("makes_official", True)),
                    models.Q(("act", "sent_back"), ("makes_official", False)),
                    _connector="OR",
                ),
                name="official_when_all_have_signed",
            ),
        ),
        migrations.AddConstraint(
            model_name="certification",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("act", "sent_back"), _negated=True),
                    models.Q(("note", ""), _negated=True),
                    _connector="OR",
                ),
                name="sent_back_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="certification",
            constraint=models.UniqueConstraint(
                fields=("id", "person", "computation", "clerk"),
                name="certification_may_be_answered",
            ),
        ),
        migrations.AddConstraint(
            model_name="clerkdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", ""), _negated=True), ("recorded_by__isnull", False)
                ),
                name="decision_says_who_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="clerkdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "withdrawn"),
                    models.Q(
                        ("date_name", ""),
                        ("kind", "stands"),
                        models.Q(("rule", ""), _negated=True),
                        models.Q(("message", ""), _negated=True),
                    ),
                    models.Q(
                        ("kind", "override"),
                        models.Q(("date_name", ""), _negated=True),
                        models.Q(("authority", ""), _negated=True),
                        models.Q(
                            models.Q(
                                models.Q(("rule", ""), _negated=True),
                                models.Q(("message", ""), _negated=True),
                            ),
                            models.Q(("message", ""), ("rule", "")),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="decision_names_what_it_decides",
            ),
        ),
        migrations.AddConstraint(
            model_name="clerkdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until__isnull", True), ("until__gte", models.F("decided_on")), _connector="OR"
                ),
                name="decision_ends_after_it_was_made",
            ),
        ),
        migrations.AddConstraint(
            model_name="clerkdecision",
            constraint=models.UniqueConstraint(
                models.F("person"),
                models.F("rule"),
                models.F("sentence_label"),
                django.db.models.functions.text.MD5("message"),
                condition=models.Q(
                    ("superseded_at__isnull", True),
                    models.Q(("kind", "withdrawn"), _negated=True),
                    models.Q(("rule", ""), _negated=True),
                ),
                name="question_is_decided_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="clerkdecision",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("superseded_at__isnull", True),
                    models.Q(("kind", "withdrawn"), _negated=True),
                    models.Q(("date_name", ""), _negated=True),
                ),
                fields=("person", "sentence_label", "date_name"),
                name="date_is_overridden_once",
            ),
        ),
    ]
