"""Conditions of supervision, zones, and cases offered to other offices."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import ots.core.spans
import supervision.models.condition
from ots.core.guards import guard_facts


class Migration(migrations.Migration):
    dependencies = [
        ("offenders", "0011_tests_open_in_an_emergency"),
        ("supervision", "0014_assessments_and_case_plans"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Condition",
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
                        to="supervision.condition",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConditionNotice",
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
                ("given_on", models.DateField()),
                (
                    "manner",
                    models.CharField(
                        choices=[
                            ("signed", "Signed for it"),
                            ("told", "Told in person, copy handed over"),
                            ("refused", "Told in person, would not sign"),
                            ("mailed", "Mailed, receipt confirmed"),
                        ],
                        max_length=8,
                    ),
                ),
                ("remark", models.CharField(blank=True, max_length=200)),
                (
                    "condition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="supervision.condition",
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
                        to="supervision.conditionnotice",
                    ),
                ),
            ],
            options={
                "ordering": ["-given_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConditionTemplate",
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
                    "code",
                    models.CharField(
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "[A-Z0-9]{2,4}-\\d{2}", "As STD-03."
                            )
                        ],
                    ),
                ),
                ("title", models.CharField(help_text="In plain words.", max_length=120)),
                (
                    "wording",
                    models.TextField(
                        help_text="What the person is told; {name} stands for a parameter's answer."
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("statutory", "Set by statute for everybody"),
                            ("standard", "Standard"),
                            ("special", "Special"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("law", "Law"),
                            ("report", "Failure to report"),
                            ("notify", "Failure to notify"),
                            ("financial", "Financial"),
                            ("employment", "Employment"),
                            ("substance", "Substance"),
                            ("treatment", "Treatment compliance"),
                            ("special", "Special conditions"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "is_mandatory",
                    models.BooleanField(
                        default=False, help_text="The law puts it in every order of its kind."
                    ),
                ),
                (
                    "needs_reason",
                    models.BooleanField(
                        default=True, help_text="Why this person needs it has to be said."
                    ),
                ),
                (
                    "parameters",
                    models.TextField(
                        blank=True,
                        help_text="One a line, as `monthly: money, Monthly payment`; `until?: day, Until` may be left out; `who!: text, Name` identifies a victim.",
                        validators=[supervision.models.condition.check_parameters],
                    ),
                ),
                (
                    "asks_zone",
                    models.BooleanField(default=False, help_text="A zone is drawn for it."),
                ),
                (
                    "also_category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("identity", "Identity"),
                            ("identifier", "Official numbers"),
                            ("sensitive_identifier", "Social security and licence numbers"),
                            ("contact", "Addresses and telephones"),
                            ("legal", "Cases, charges and sentences"),
                            ("time", "Computed dates"),
                            ("custody", "Custody and movements"),
                            ("warrant", "Warrants, holds and orders"),
                            ("supervision", "Supervision"),
                            ("risk", "Risk assessments"),
                            ("medical", "Medical"),
                            ("mental_health", "Mental health"),
                            ("substance_use", "Substance use"),
                            ("testing", "Drug and alcohol tests"),
                            ("victim", "Victims and protected people"),
                            ("juvenile", "Juvenile record"),
                            ("youthful", "Youthful trainee record (HYTA)"),
                            ("consent", "Consents to disclosure"),
                            ("financial", "Money and employment"),
                            ("staff", "Staff notes and authorship"),
                        ],
                        help_text="Shown only to those who see this category as well.",
                        max_length=20,
                    ),
                ),
                (
                    "obligation_kind",
                    models.CharField(
                        blank=True,
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
                        help_text="What becomes due from it.",
                        max_length=12,
                    ),
                ),
                (
                    "obligation_often",
                    models.CharField(
                        blank=True,
                        help_text="As `1 a month`, or `=how_often` for the answer of that parameter.",
                        max_length=40,
                        validators=[supervision.models.condition.check_often],
                    ),
                ),
                (
                    "obligation_due",
                    models.CharField(
                        blank=True, help_text="Parameter whose day it is due once.", max_length=40
                    ),
                ),
                (
                    "proofs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
            ],
            options={
                "ordering": ["code", "-since"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "since"), name="template_once_from_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="template_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("obligation_kind__gt", ""),
                            models.Q(
                                ("obligation_due", ""),
                                ("obligation_kind", ""),
                                ("obligation_often", ""),
                            ),
                            _connector="OR",
                        ),
                        name="template_says_what_becomes_due",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="condition",
            name="template",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="conditions",
                to="supervision.conditiontemplate",
            ),
        ),
        migrations.CreateModel(
            name="CaseOffer",
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
                    "why",
                    models.CharField(
                        choices=[
                            ("moved", "The person moved"),
                            ("specialty", "A specialized caseload"),
                            ("workload", "Balance of caseloads"),
                            ("safety", "Safety of staff or of a victim"),
                            ("court", "By order of the court or board"),
                            ("other", "Another reason"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "handover",
                    models.TextField(
                        blank=True, help_text="What the next agent has to know.", max_length=2000
                    ),
                ),
                ("offered_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Waiting for an answer"),
                            ("accepted", "Accepted"),
                            ("declined", "Declined"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="open",
                        max_length=9,
                    ),
                ),
                ("answered_on", models.DateField(blank=True, null=True)),
                ("answer", models.CharField(blank=True, max_length=200)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "from_office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.office",
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
                        to="supervision.caseoffer",
                    ),
                ),
                (
                    "to_office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="case_offers",
                        to="access.office",
                    ),
                ),
            ],
            options={
                "ordering": ["-offered_on", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "open"), ("superseded_at__isnull", True)),
                        fields=["to_office"],
                        name="case_offer_open",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open"), ("superseded_at__isnull", True)),
                        fields=("person",),
                        name="case_is_offered_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("from_office", models.F("to_office")), _negated=True),
                        name="case_is_offered_to_another_office",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on__isnull", True),
                            ("answered_on__gte", models.F("offered_on")),
                            _connector="OR",
                        ),
                        name="case_offer_is_answered_after_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConditionTerms",
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
                    "state",
                    models.CharField(
                        choices=[("active", "Active"), ("suspended", "Suspended")],
                        default="active",
                        max_length=9,
                    ),
                ),
                ("details", models.JSONField(blank=True, default=dict)),
                (
                    "victim_details",
                    models.JSONField(
                        blank=True, default=dict, help_text="What would identify a victim."
                    ),
                ),
                (
                    "imposed_by",
                    models.CharField(
                        choices=[
                            ("court", "Court"),
                            ("board", "Parole board"),
                            ("sending_state", "Sending state (compact)"),
                            ("agent", "Agent, within the order"),
                        ],
                        max_length=13,
                    ),
                ),
                ("ordered_on", models.DateField(help_text="Day of the order.")),
                ("ordered_for", models.DateField(help_text="Day from which the order means it.")),
                (
                    "order_number",
                    models.CharField(
                        blank=True, help_text="Docket or order number.", max_length=40
                    ),
                ),
                (
                    "why_this_person",
                    models.TextField(
                        blank=True,
                        help_text="Which risk or need of this person it answers.",
                        max_length=600,
                    ),
                ),
                (
                    "asks_notice",
                    models.BooleanField(
                        default=False, help_text="Binds only once the person has notice of it."
                    ),
                ),
                ("noticed_on", models.DateField(blank=True, null=True)),
                ("effective_on", models.DateField(blank=True, null=True)),
                (
                    "expires_on",
                    models.DateField(
                        blank=True,
                        help_text="First day on which the order no longer means it.",
                        null=True,
                    ),
                ),
                ("review_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "ended_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("amended", "Amended"),
                            ("suspended", "Suspended"),
                            ("resumed", "Resumed"),
                            ("satisfied", "Satisfied"),
                            ("removed", "Removed by order"),
                            ("expired", "Expired"),
                            ("mistaken", "Entered by mistake"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offenders.courtcase",
                    ),
                ),
                (
                    "condition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms",
                        to="supervision.condition",
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
                        to="supervision.conditionterms",
                    ),
                ),
            ],
            options={
                "ordering": ["-ordered_on", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("ended_on__isnull", True), ("superseded_at__isnull", True)
                        ),
                        fields=["person"],
                        name="condition_open",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("ended_on__isnull", True),
                            ("expires_on__isnull", False),
                            ("superseded_at__isnull", True),
                        ),
                        fields=["expires_on"],
                        name="condition_open_by_expiry",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True),
                            ("effective_on__isnull", True),
                            ("ended_on__gte", models.F("effective_on")),
                            _connector="OR",
                        ),
                        name="condition_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_as", ""), ("ended_on__isnull", True)),
                            models.Q(("ended_as__gt", ""), ("ended_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="condition_says_how_it_ended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("asks_notice", False),
                            ("effective_on__isnull", True),
                            models.Q(
                                ("effective_on__gte", models.F("noticed_on")),
                                ("noticed_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="condition_binds_with_its_notice",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_on__isnull", True),
                            ("expires_on__gt", models.F("ordered_for")),
                            _connector="OR",
                        ),
                        name="condition_expires_after_it_begins",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(
                            ("effective_on__isnull", False), ("superseded_at__isnull", True)
                        ),
                        expressions=[
                            ("condition", "="),
                            (
                                ots.core.spans.DateSpan(
                                    "effective_on", "ended_on", models.Value("[)")
                                ),
                                "&&",
                            ),
                        ],
                        name="condition_says_one_thing_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Zone",
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
                ("label", models.CharField(help_text="As the person knows it.", max_length=80)),
                (
                    "kind",
                    models.CharField(
                        choices=[("exclusion", "Keep out of it"), ("inclusion", "Stay within it")],
                        max_length=9,
                    ),
                ),
                (
                    "shape",
                    models.CharField(
                        choices=[
                            ("circle", "Circle around one point"),
                            ("polygon", "Area with corners"),
                            ("corridor", "Strip along a way"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "points",
                    models.JSONField(
                        default=list, help_text="Latitude and longitude of each point."
                    ),
                ),
                (
                    "buffer_m",
                    models.FloatField(
                        default=0, help_text="Radius, margin or half width in meters."
                    ),
                ),
                (
                    "days",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=3),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("from_time", models.TimeField(blank=True, help_text="Empty: all day.", null=True)),
                ("until_time", models.TimeField(blank=True, null=True)),
                ("is_victim_related", models.BooleanField(default=False)),
                (
                    "is_hidden_from_person",
                    models.BooleanField(
                        default=False,
                        help_text="Never printed for the person: its place would tell of a victim.",
                    ),
                ),
                ("began_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "condition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="zones",
                        to="supervision.condition",
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
                        to="supervision.zone",
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
                        name="zone_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("from_time__isnull", True), ("until_time__isnull", True)),
                            models.Q(("from_time__isnull", False), ("until_time__isnull", False)),
                            _connector="OR",
                        ),
                        name="zone_names_both_times_or_none",
                    ),
                ],
            },
        ),
        *guard_facts(
            "supervision_condition",
            "supervision_conditionterms",
            "supervision_conditionnotice",
            "supervision_zone",
            "supervision_caseoffer",
        ),
    ]
