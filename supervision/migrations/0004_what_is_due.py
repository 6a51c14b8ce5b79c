"""What is due once, the standards that say when, and the feeds that tell of it."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import ots.core.spans
from ots.core.guards import guard_facts


class Migration(migrations.Migration):
    """Tables of obligations, standards, pauses and feeds."""

    dependencies = [
        ("offenders", "0010_facts_are_compared_as_stored"),
        ("supervision", "0003_incidents_and_allegations"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SyncState",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("feed", models.CharField(max_length=24, unique=True)),
                ("title", models.CharField(max_length=80)),
                (
                    "limit_hours",
                    models.PositiveIntegerField(
                        default=48, help_text="Hours without a word after which nobody knows."
                    ),
                ),
                (
                    "last_heard_at",
                    models.DateTimeField(
                        blank=True, help_text="Empty: not connected, entered by hand.", null=True
                    ),
                ),
                (
                    "silent_since",
                    models.DateTimeField(
                        blank=True,
                        help_text="Set by hand while the feed is known to be down.",
                        null=True,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["title"],
            },
        ),
        migrations.CreateModel(
            name="ContactStandard",
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
                ("note", models.CharField(blank=True, max_length=200)),
                (
                    "rule_set",
                    models.CharField(
                        choices=[
                            ("michigan", "Michigan"),
                            ("idaho", "Idaho"),
                            ("north_dakota", "North Dakota"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Whether obligations are made from it; other states' rows are kept.",
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                (
                    "case_type",
                    models.CharField(
                        choices=[
                            ("any", "Everybody"),
                            ("probation", "Probation"),
                            ("parole", "Parole"),
                            ("sex_offense", "Sex-offense caseload"),
                        ],
                        default="any",
                        max_length=12,
                    ),
                ),
                (
                    "level",
                    models.CharField(
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("contact", "Contact in person"),
                            ("home_visit", "Home visit"),
                            ("collateral", "Collateral contact"),
                            ("test", "Drug or alcohol test"),
                            ("payment", "Payment"),
                            ("session", "Programme session"),
                            ("hours", "Community service hours"),
                            ("assessment", "Risk assessment"),
                            ("report", "Report by mail or telephone"),
                            ("proof", "Proof"),
                            ("registration", "Registration"),
                            ("record_check", "Record check"),
                            ("one_off", "One-time task"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "accepts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("contact", "Contact in person"),
                                ("home_visit", "Home visit"),
                                ("collateral", "Collateral contact"),
                                ("test", "Drug or alcohol test"),
                                ("payment", "Payment"),
                                ("session", "Programme session"),
                                ("hours", "Community service hours"),
                                ("assessment", "Risk assessment"),
                                ("report", "Report by mail or telephone"),
                                ("proof", "Proof"),
                                ("registration", "Registration"),
                                ("record_check", "Record check"),
                                ("one_off", "One-time task"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        help_text="Other kinds that count as well: a home visit is a contact too.",
                        size=None,
                    ),
                ),
                (
                    "cadence",
                    models.CharField(
                        choices=[
                            ("rolling", "So long after the last one"),
                            ("fixed", "By calendar period"),
                            ("once", "Once after something happens"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "trigger",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("start", "Supervision begins"),
                            ("address", "The address changes"),
                            ("release", "Return from custody"),
                        ],
                        help_text="Only for those met once.",
                        max_length=8,
                    ),
                ),
                (
                    "count",
                    models.PositiveSmallIntegerField(
                        default=1, validators=[django.core.validators.MinValueValidator(1)]
                    ),
                ),
                (
                    "per",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)]
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("day", "Days"),
                            ("business_day", "Business days"),
                            ("month", "Calendar months"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "is_critical",
                    models.BooleanField(
                        default=True,
                        help_text="Whether it decides how the person as a whole stands.",
                    ),
                ),
                (
                    "feed",
                    models.CharField(
                        blank=True,
                        help_text="The feed that would tell of it; empty if typed.",
                        max_length=24,
                    ),
                ),
            ],
            options={
                "ordering": ["rule_set", "case_type", "level", "kind", "cadence", "since"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=(
                            "rule_set",
                            "case_type",
                            "level",
                            "kind",
                            "cadence",
                            "trigger",
                            "since",
                        ),
                        name="standard_once_from_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("count__gte", 1), ("per__gte", 1)),
                        name="standard_asks_for_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cadence", "once"), ("count", 1), ("trigger__gt", "")),
                            models.Q(("trigger", ""), models.Q(("cadence", "once"), _negated=True)),
                            _connector="OR",
                        ),
                        name="standard_met_once_has_a_trigger",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cadence", "fixed"), _negated=True),
                            ("unit", "month"),
                            _connector="OR",
                        ),
                        name="fixed_standard_counts_months",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="standard_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkloadWeight",
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
                ("note", models.CharField(blank=True, max_length=200)),
                (
                    "key",
                    models.CharField(
                        help_text="A level, a task, `usable_hours` of a month or `most_hours`.",
                        max_length=24,
                    ),
                ),
                ("title", models.CharField(max_length=80)),
                ("hours", models.DecimalField(decimal_places=2, max_digits=6)),
            ],
            options={
                "ordering": ["key", "since"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key", "since"), name="workload_once_from_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours__gte", 0)), name="workload_is_not_negative"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Obligation",
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
                            ("contact", "Contact in person"),
                            ("home_visit", "Home visit"),
                            ("collateral", "Collateral contact"),
                            ("test", "Drug or alcohol test"),
                            ("payment", "Payment"),
                            ("session", "Programme session"),
                            ("hours", "Community service hours"),
                            ("assessment", "Risk assessment"),
                            ("report", "Report by mail or telephone"),
                            ("proof", "Proof"),
                            ("registration", "Registration"),
                            ("record_check", "Record check"),
                            ("one_off", "One-time task"),
                        ],
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                (
                    "source_label",
                    models.CharField(
                        blank=True,
                        help_text="Table of what asks for it, if no standard does.",
                        max_length=40,
                    ),
                ),
                ("source_id", models.BigIntegerField(blank=True, null=True)),
                (
                    "slot",
                    models.PositiveSmallIntegerField(
                        default=1, help_text="Which of several within one period."
                    ),
                ),
                ("is_critical", models.BooleanField(default=False)),
                ("feed", models.CharField(blank=True, max_length=24)),
                ("window_opens_on", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "grace_until",
                    models.DateField(help_text="Last day on which it is late but not yet overdue."),
                ),
                ("opened_at", models.DateTimeField(auto_now_add=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                (
                    "done_label",
                    models.CharField(blank=True, help_text="Table of what met it.", max_length=40),
                ),
                ("done_id", models.BigIntegerField(blank=True, null=True)),
                (
                    "excuse",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("custody", "In custody on the day"),
                            ("warrant", "Warrant out on the day"),
                            ("pause", "Standards at rest on the day"),
                            ("absence", "Acceptable absence"),
                            ("decision", "Excused by decision"),
                            ("level", "Level changed before most of the period had passed"),
                            ("ended", "Supervision ended"),
                            ("corrected", "The record was corrected"),
                        ],
                        max_length=10,
                    ),
                ),
                ("excuse_reason", models.CharField(blank=True, max_length=200)),
                ("excused_at", models.DateTimeField(blank=True, null=True)),
                (
                    "closed_on",
                    models.DateField(
                        blank=True, help_text="Empty while it is to be looked after.", null=True
                    ),
                ),
                (
                    "excused_by",
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="obligations",
                        to="offenders.person",
                    ),
                ),
                (
                    "standard",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="obligations",
                        to="supervision.contactstandard",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("closed_on__isnull", True)),
                        fields=["person", "due_on"],
                        name="obligation_live",
                    ),
                    models.Index(
                        condition=models.Q(("closed_on__isnull", True)),
                        fields=["due_on"],
                        name="obligation_live_by_day",
                    ),
                    models.Index(
                        condition=models.Q(("done_id__isnull", False)),
                        fields=["done_label", "done_id"],
                        name="obligation_by_what_met_it",
                    ),
                    models.Index(
                        condition=models.Q(("source_id__isnull", False)),
                        fields=["source_label", "source_id"],
                        name="obligation_by_source",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=(
                            "person",
                            "due_on",
                            "kind",
                            "standard",
                            "source_label",
                            "source_id",
                            "slot",
                        ),
                        name="one_thing_is_due_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_on__gte", models.F("window_opens_on")),
                            ("grace_until__gte", models.F("due_on")),
                        ),
                        name="obligation_days_are_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on__isnull", True),
                            models.Q(
                                ("closed_on__isnull", False),
                                ("done_on__gte", models.F("window_opens_on")),
                                ("excuse", ""),
                            ),
                            _connector="OR",
                        ),
                        name="obligation_met_is_closed_and_unexcused",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("excuse", ""), ("closed_on__isnull", False), _connector="OR"
                        ),
                        name="obligation_excused_is_closed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StandardsPause",
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
                            ("compact", "Supervised by another state under the compact"),
                            ("absconded", "Absconded"),
                            ("exemption", "Exempted by decision"),
                            ("hospital", "In hospital or residential treatment"),
                        ],
                        max_length=10,
                    ),
                ),
                ("began_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
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
                        to="supervision.standardspause",
                    ),
                ),
            ],
            options={
                "ordering": ["-began_on", "-pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True),
                            ("ended_on__gte", models.F("began_on")),
                            _connector="OR",
                        ),
                        name="pause_ends_after_it_begins",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("superseded_at__isnull", True)),
                        expressions=[
                            ("person", "="),
                            ("kind", "="),
                            (
                                ots.core.spans.DateSpan("began_on", "ended_on", models.Value("[)")),
                                "&&",
                            ),
                        ],
                        name="pause_of_one_kind_never_overlaps",
                    ),
                ],
            },
        ),
        *guard_facts("supervision_standardspause"),
    ]
