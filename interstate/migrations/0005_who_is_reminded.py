"""When who is reminded of what the compact asks, and what was sent."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from ots.core.guards import append_only


class Migration(migrations.Migration):
    """Three tables; what was sent stays as it was."""

    dependencies = [
        ("interstate", "0004_the_day_a_case_turns"),
        ("supervision", "0020_what_was_due_by_season"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReminderRule",
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
                    "key",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("TREP_DUE", "TREP_DUE"),
                            ("ACCEPTANCE_VALID", "ACCEPTANCE_VALID"),
                            ("NO_SHOW_WITHDRAW", "NO_SHOW_WITHDRAW"),
                            ("NO_SHOW_PRERELEASE", "NO_SHOW_PRERELEASE"),
                            ("RFRI_LIVING_DUE", "RFRI_LIVING_DUE"),
                            ("RI_REPLY", "RI_REPLY"),
                            ("RI_REPLY_SEX", "RI_REPLY_SEX"),
                            ("TREQ_AFTER_RI", "TREQ_AFTER_RI"),
                            ("SIGNED_FORMS", "SIGNED_FORMS"),
                            ("RE_TREQ_INCOMPLETE", "RE_TREQ_INCOMPLETE"),
                            ("RETURN_RFRI_AFTER_REJECT", "RETURN_RFRI_AFTER_REJECT"),
                            ("RETURN_RFRI_AFTER_RVR", "RETURN_RFRI_AFTER_RVR"),
                            ("RETURN_RI_REPLY", "RETURN_RI_REPLY"),
                            ("UNAUTH_RETURN", "UNAUTH_RETURN"),
                            ("WARRANT_NO_RETURN", "WARRANT_NO_RETURN"),
                            ("OVR_DUE", "OVR_DUE"),
                            ("RVR_DUE", "RVR_DUE"),
                            ("WARRANT_RETAKE", "WARRANT_RETAKE"),
                            ("WARRANT_NEW_CRIME", "WARRANT_NEW_CRIME"),
                            ("WARRANT_ABSCOND", "WARRANT_ABSCOND"),
                            ("RETAKE", "RETAKE"),
                            ("DISCR_NOTIFY", "DISCR_NOTIFY"),
                            ("PC_REPORT", "PC_REPORT"),
                            ("PC_DECISION", "PC_DECISION"),
                            ("PC_RETAKE", "PC_RETAKE"),
                            ("PR_DUE", "PR_DUE"),
                            ("DOCS_AFTER_ACCEPT", "DOCS_AFTER_ACCEPT"),
                            ("CCN_DUE", "CCN_DUE"),
                            ("CCN_REPLY", "CCN_REPLY"),
                            ("VICTIM_INITIAL", "VICTIM_INITIAL"),
                            ("VICTIM_INFO_REPLY", "VICTIM_INFO_REPLY"),
                            ("VICTIM_RECEIPT", "VICTIM_RECEIPT"),
                            ("VICTIM_COMMENT", "VICTIM_COMMENT"),
                            ("VICTIM_ANSWER", "VICTIM_ANSWER"),
                            ("RELEASED_IN_RS_RFRI", "RELEASED_IN_RS_RFRI"),
                        ],
                        help_text="Empty: whatever has no rule of its own for the same recipient.",
                        max_length=26,
                    ),
                ),
                (
                    "anchor",
                    models.CharField(
                        choices=[("start", "Start"), ("due", "Due")],
                        default="due",
                        help_text="The day from which it is counted.",
                        max_length=5,
                    ),
                ),
                ("days", models.SmallIntegerField(help_text="Below zero: before that day.")),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("business days", "business days"),
                            ("calendar days", "calendar days"),
                        ],
                        default="calendar days",
                        max_length=13,
                    ),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("agent", "Agent"),
                            ("supervisor", "Supervisor"),
                            ("office", "Office"),
                        ],
                        help_text="Of the state that owes it.",
                        max_length=10,
                    ),
                ),
            ],
            options={
                "ordering": ["key", "to", "anchor", "days", "since"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key", "anchor", "days", "unit", "to", "since"),
                        name="reminder_rule_once_from_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="reminder_rule_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReminderWish",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "is_digest",
                    models.BooleanField(default=False, help_text="Once a day, all in one message."),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="compact_reminder_wish",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SentReminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("agent", "Agent"),
                            ("supervisor", "Supervisor"),
                            ("office", "Office"),
                        ],
                        max_length=10,
                    ),
                ),
                ("fell_on", models.DateField(help_text="The day that the rule names.")),
                ("due_on", models.DateField(help_text="The due day as it was told.")),
                ("made_at", models.DateTimeField()),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="supervision.outgoingmessage",
                    ),
                ),
                (
                    "obligation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="interstate.compactobligation",
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sent",
                        to="interstate.reminderrule",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="compact_reminders",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at", "-pk"],
                "indexes": [
                    models.Index(fields=["user", "-made_at"], name="compact_reminders_of_user")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("obligation", "user", "fell_on"), name="reminded_once_for_a_day"
                    )
                ],
            },
        ),
        *append_only("interstate_sentreminder"),
    ]
