"""Contacts, appointments, messages that go out, and safety on home visits."""

import uuid
from decimal import Decimal

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from ots.core.guards import guard_facts


class Migration(migrations.Migration):
    """Tables; PostgreSQL refuses to change or delete the facts among them."""

    dependencies = [
        ("offenders", "0010_facts_are_compared_as_stored"),
        ("supervision", "0008_what_is_recommended"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Barrier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=12, unique=True)),
                ("title", models.CharField(max_length=80)),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("citation", models.CharField(max_length=200)),
                (
                    "standing",
                    models.CharField(help_text="verified, recalled or inferred", max_length=10),
                ),
                ("is_active", models.BooleanField(default=True)),
                (
                    "suggests",
                    models.CharField(
                        blank=True, help_text="What may help next time.", max_length=200
                    ),
                ),
            ],
            options={
                "ordering": ["order", "code"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContactOutcome",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=12, unique=True)),
                ("title", models.CharField(max_length=80)),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("citation", models.CharField(max_length=200)),
                (
                    "standing",
                    models.CharField(help_text="verified, recalled or inferred", max_length=10),
                ),
                ("is_active", models.BooleanField(default=True)),
                (
                    "effect",
                    models.CharField(
                        choices=[
                            ("complied", "Complied"),
                            ("not_complied", "Attended, did not comply"),
                            ("acceptable", "Acceptable absence"),
                            ("unacceptable", "Unacceptable absence"),
                            ("awaiting", "Waiting for evidence"),
                            ("service", "Ended by us"),
                        ],
                        max_length=12,
                    ),
                ),
                ("attended", models.BooleanField(help_text="The person was there.")),
                (
                    "note",
                    models.CharField(blank=True, help_text="When to choose it.", max_length=200),
                ),
            ],
            options={
                "ordering": ["order", "code"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DuressWord",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="duress_word",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("sealed", models.TextField()),
                ("agreed_on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="Appointment",
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
                ("starts_at", models.DateTimeField()),
                ("minutes", models.PositiveSmallIntegerField(default=30)),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("in_person", "In person"),
                            ("telephone", "By telephone"),
                            ("virtual", "By video"),
                            ("written", "In writing"),
                            ("online", "Online check-in"),
                            ("mass_event", "Report day for many"),
                        ],
                        default="in_person",
                        max_length=10,
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("office", "Office"),
                            ("home", "Home"),
                            ("workplace", "Workplace"),
                            ("field", "Somewhere else outside"),
                            ("court", "Court"),
                            ("jail", "Jail"),
                            ("treatment", "Treatment provider"),
                            ("school", "School"),
                            ("other", "Other"),
                        ],
                        default="office",
                        max_length=10,
                    ),
                ),
                (
                    "where",
                    models.CharField(
                        blank=True, help_text="Room, name of the place.", max_length=120
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("general", "Regular contact"),
                            ("initial", "First contact"),
                            ("test", "Drug or alcohol test"),
                            ("emergency", "Emergency"),
                            ("reclass", "Change of level"),
                            ("violation", "Violation"),
                            ("arrest", "Arrest"),
                        ],
                        default="general",
                        max_length=10,
                    ),
                ),
                (
                    "is_unannounced",
                    models.BooleanField(default=False, help_text="The person is not told."),
                ),
                (
                    "address",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="offenders.address",
                    ),
                ),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "instead_of",
                    models.ForeignKey(
                        blank=True,
                        help_text="The appointment in whose place it stands.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved_to",
                        to="supervision.appointment",
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
                        to="supervision.appointment",
                    ),
                ),
            ],
            options={
                "ordering": ["starts_at", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Contact",
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
                    "entry",
                    models.UUIDField(
                        db_index=True,
                        default=uuid.uuid4,
                        help_text="The same through all its corrections.",
                    ),
                ),
                (
                    "contact_type",
                    models.CharField(
                        choices=[
                            ("direct", "With the person"),
                            ("collateral", "With somebody else about the person"),
                            ("both", "With the person and somebody else"),
                        ],
                        default="direct",
                        max_length=10,
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("in_person", "In person"),
                            ("telephone", "By telephone"),
                            ("virtual", "By video"),
                            ("written", "In writing"),
                            ("online", "Online check-in"),
                            ("mass_event", "Report day for many"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("office", "Office"),
                            ("home", "Home"),
                            ("workplace", "Workplace"),
                            ("field", "Somewhere else outside"),
                            ("court", "Court"),
                            ("jail", "Jail"),
                            ("treatment", "Treatment provider"),
                            ("school", "School"),
                            ("other", "Other"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("general", "Regular contact"),
                            ("initial", "First contact"),
                            ("test", "Drug or alcohol test"),
                            ("emergency", "Emergency"),
                            ("reclass", "Change of level"),
                            ("violation", "Violation"),
                            ("arrest", "Arrest"),
                        ],
                        default="general",
                        max_length=10,
                    ),
                ),
                ("is_unannounced", models.BooleanField(default=False)),
                (
                    "started_at",
                    models.DateTimeField(help_text="When it began, or should have begun."),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("completed", "Took place"),
                            ("attempted", "Attempted, nobody met"),
                            ("missed", "Missed by the person"),
                            ("moved_by_staff", "Rescheduled by us"),
                            ("moved_by_person", "Rescheduled for the person"),
                            ("off_by_staff", "Cancelled by us"),
                            ("off_by_person", "Cancelled by the person"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "collateral",
                    models.CharField(
                        blank=True,
                        help_text="Who else was spoken to, and what he or she is.",
                        max_length=120,
                    ),
                ),
                (
                    "present",
                    models.CharField(blank=True, help_text="Who else was there.", max_length=200),
                ),
                (
                    "skills",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("role", "Clear about the role"),
                                ("reinforce", "Praised what went well"),
                                ("disapprove", "Disapproved with reasons"),
                                ("problem", "Solved a problem together"),
                                ("thinking", "Worked on thinking"),
                                ("motivate", "Motivational interviewing"),
                                ("referral", "Led to a service"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("saw_employment", models.BooleanField(default=False)),
                ("led_to_arrest", models.BooleanField(default=False)),
                ("note", models.TextField(blank=True)),
                (
                    "is_sensitive",
                    models.BooleanField(
                        default=False,
                        help_text="Shown only to those who themselves record contacts.",
                    ),
                ),
                (
                    "address",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="offenders.address",
                    ),
                ),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="supervision.appointment",
                    ),
                ),
                (
                    "barrier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="supervision.barrier",
                        to_field="code",
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
                        to="supervision.contact",
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="supervision.contactoutcome",
                        to_field="code",
                    ),
                ),
            ],
            options={
                "ordering": ["-started_at", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContactPhoto",
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
                ("entry", models.UUIDField(db_index=True, help_text="The contact's entry.")),
                ("image", models.ImageField(upload_to="contacts/%Y/%m/")),
                ("caption", models.CharField(blank=True, max_length=120)),
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
                        to="supervision.contactphoto",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EscalationEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=1)),
                ("name", models.CharField(max_length=80)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("phone", models.CharField(blank=True, max_length=20)),
                ("is_active", models.BooleanField(default=True)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="escalation_list",
                        to="access.office",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "escalation entries",
                "ordering": ["office", "order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="NearMiss",
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
                            ("threat", "Threat"),
                            ("animal", "Animal"),
                            ("weapon", "Weapon seen"),
                            ("strangers", "Hostile people"),
                            ("health", "Needles, filth or infection"),
                            ("traffic", "Traffic or car"),
                            ("other", "Something else"),
                        ],
                        max_length=10,
                    ),
                ),
                ("happened_at", models.DateTimeField()),
                ("what", models.CharField(blank=True, max_length=300)),
                (
                    "address",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="near_misses",
                        to="offenders.address",
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
                        to="supervision.nearmiss",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "near misses",
                "ordering": ["-happened_at", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OutgoingMessage",
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
                            ("appointment", "Appointment"),
                            ("court", "Court date"),
                            ("test", "Test"),
                            ("overdue_visit", "Agent overdue from a visit"),
                            ("duress", "Duress word given"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "about",
                    models.CharField(
                        help_text="What it is about and when that is: two plans of one thing are one message.",
                        max_length=60,
                    ),
                ),
                ("hours_before", models.PositiveSmallIntegerField(default=0)),
                (
                    "channel",
                    models.CharField(
                        choices=[("email", "E-mail"), ("sms", "Text message")], max_length=5
                    ),
                ),
                ("to", models.CharField(max_length=254)),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("es", "Spanish")], default="en", max_length=2
                    ),
                ),
                ("subject", models.CharField(blank=True, max_length=120)),
                ("body", models.TextField()),
                ("event_at", models.DateTimeField()),
                ("send_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("sent", "Sent"),
                            ("handed_over", "Waits for the text-message gateway"),
                            ("failed", "Could not be sent"),
                            ("withdrawn", "Withdrawn, not needed any more"),
                        ],
                        default="planned",
                        max_length=12,
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("error", models.CharField(blank=True, max_length=200)),
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
                    "user",
                    models.ForeignKey(
                        blank=True,
                        help_text="The member of staff it goes to; empty when it goes to the person.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["send_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Outing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("left_at", models.DateTimeField()),
                ("due_back_at", models.DateTimeField()),
                ("partner", models.CharField(blank=True, max_length=120)),
                ("vehicle", models.CharField(blank=True, max_length=60)),
                ("back_at", models.DateTimeField(blank=True, null=True)),
                ("was_duress", models.BooleanField(default=False)),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("people", models.ManyToManyField(related_name="+", to="offenders.person")),
            ],
            options={
                "ordering": ["-left_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="OutingAlarm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("supervisor", "Supervisor alerted"),
                            ("escalation", "Escalation list alerted"),
                            ("police", "Police call sheet"),
                            ("duress", "Duress word given"),
                        ],
                        max_length=10,
                    ),
                ),
                ("raised_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "outing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="alarms",
                        to="supervision.outing",
                    ),
                ),
                (
                    "seen_by",
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
                "ordering": ["raised_at", "pk"],
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
                ("opted_out", models.BooleanField(default=False)),
                (
                    "channel",
                    models.CharField(
                        choices=[("email", "E-mail"), ("sms", "Text message")],
                        default="sms",
                        max_length=5,
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("phone", models.CharField(blank=True, max_length=20)),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("es", "Spanish")], default="en", max_length=2
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
                        to="supervision.reminderwish",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "reminder wishes",
                "ordering": ["-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SafetyProfile",
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
                    "hazards",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("dogs", "Dogs"),
                                ("weapons", "Weapons in the home"),
                                ("residents", "Other residents"),
                                ("isolation", "Remote, poor telephone signal"),
                                ("stairs", "Bad stairs or entry"),
                                ("biohazard", "Filth, needles or infection"),
                                ("drug_lab", "Drug laboratory"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "cautions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("assault", "Has assaulted staff"),
                                ("crisis", "Mental-health crisis"),
                                ("escape", "Has escaped or fled"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "policy",
                    models.CharField(
                        choices=[
                            ("solo", "May go alone"),
                            ("pair", "Go in pairs"),
                            ("police", "Only with police"),
                        ],
                        default="solo",
                        max_length=6,
                    ),
                ),
                (
                    "advice",
                    models.TextField(
                        blank=True, help_text="Where to park, which door, whom to call."
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=5,
                        max_digits=8,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("-90")),
                            django.core.validators.MaxValueValidator(Decimal("90")),
                        ],
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=5,
                        max_digits=8,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("-180")),
                            django.core.validators.MaxValueValidator(Decimal("180")),
                        ],
                    ),
                ),
                ("reviewed_on", models.DateField()),
                (
                    "address",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="safety_profiles",
                        to="offenders.address",
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
                        to="supervision.safetyprofile",
                    ),
                ),
            ],
            options={
                "ordering": ["-reviewed_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(fields=["agent", "starts_at"], name="appointment_of_agent_by_time"),
        ),
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(fields=["starts_at"], name="appointment_by_time"),
        ),
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(
                fields=["person", "starts_at"], name="appointment_of_person_by_time"
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=["person", "-started_at"],
                name="contact_of_person_by_time",
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=["agent", "-started_at"],
                name="contact_of_agent_by_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("appointment",),
                name="appointment_has_one_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("entry",),
                name="contact_entry_stands_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_at__isnull", True),
                    ("ended_at__gte", models.F("started_at")),
                    _connector="OR",
                ),
                name="contact_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="escalationentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("email", ""), _negated=True),
                    models.Q(("phone", ""), _negated=True),
                    _connector="OR",
                ),
                name="escalation_can_be_reached",
            ),
        ),
        migrations.AddIndex(
            model_name="outgoingmessage",
            index=models.Index(
                condition=models.Q(("state", "planned")),
                fields=["send_at"],
                name="message_planned_by_time",
            ),
        ),
        migrations.AddIndex(
            model_name="outgoingmessage",
            index=models.Index(fields=["person", "-send_at"], name="message_of_person"),
        ),
        migrations.AddConstraint(
            model_name="outgoingmessage",
            constraint=models.UniqueConstraint(
                fields=("kind", "about", "hours_before", "to"), name="said_once_to_each"
            ),
        ),
        migrations.AddIndex(
            model_name="outing",
            index=models.Index(
                condition=models.Q(("back_at__isnull", True)),
                fields=["due_back_at"],
                name="outing_open_by_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="outing",
            constraint=models.UniqueConstraint(
                condition=models.Q(("back_at__isnull", True)),
                fields=("agent",),
                name="an_agent_is_out_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="outing",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_back_at__gt", models.F("left_at"))),
                name="outing_is_due_after_leaving",
            ),
        ),
        migrations.AddConstraint(
            model_name="outingalarm",
            constraint=models.UniqueConstraint(
                fields=("outing", "step"), name="an_alarm_is_raised_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="reminderwish",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("person",),
                name="person_has_one_reminder_wish",
            ),
        ),
        migrations.AddConstraint(
            model_name="safetyprofile",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("person", "address"),
                name="one_safety_profile_a_place",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="safetyprofile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("latitude__isnull", True), ("longitude__isnull", True)),
                    models.Q(("latitude__isnull", False), ("longitude__isnull", False)),
                    _connector="OR",
                ),
                name="a_point_has_both_coordinates",
            ),
        ),
        *guard_facts(
            "supervision_appointment",
            "supervision_contact",
            "supervision_contactphoto",
            "supervision_nearmiss",
            "supervision_reminderwish",
            "supervision_safetyprofile",
        ),
    ]
