"""Recommendations and eligibility, absconding, travel, and what victims are told."""

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import ots.core.spans
from ots.core.guards import append_only, guard_facts


class Migration(migrations.Migration):
    """Their tables and guards."""

    dependencies = [
        ("offenders", "0010_facts_are_compared_as_stored"),
        ("supervision", "0007_a_term_has_no_level"),
    ]

    operations = [
        migrations.CreateModel(
            name="OffenseListing",
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
                ("list_name", models.CharField(max_length=24)),
                (
                    "code",
                    models.CharField(
                        help_text="Section as 750.136b; all of its parts count too.", max_length=32
                    ),
                ),
                (
                    "maximum_months_at_least",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Counts only with a statutory maximum of at least this.",
                        null=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "offense on a list",
                "verbose_name_plural": "offenses on lists",
                "ordering": ["list_name", "code", "since"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("list_name", "code", "since"), name="offense_once_on_its_list"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="offense_listing_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticeRule",
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
                    "trigger",
                    models.CharField(
                        choices=[
                            ("release", "Release from custody"),
                            ("escape", "Escape"),
                            ("parole_decision", "Parole granted or denied"),
                            ("parole_hearing", "Parole hearing"),
                            ("transfer", "Transfer"),
                            ("address", "Move near the victim"),
                            ("absconded", "Out of touch with supervision"),
                            ("arrest", "Arrest"),
                            ("early_discharge", "Early discharge is asked for"),
                            ("modification", "Change of the order"),
                            ("supervision_ends", "End of supervision"),
                            ("death", "Death"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "within_days",
                    models.SmallIntegerField(help_text="Days after the event by which it is due."),
                ),
                (
                    "blocks",
                    models.BooleanField(
                        default=False,
                        help_text="What it is about is not carried out until the notice is settled.",
                    ),
                ),
            ],
            options={
                "verbose_name": "rule of victim notices",
                "verbose_name_plural": "rules of victim notices",
                "ordering": ["trigger", "since"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("trigger", "since"), name="notice_rule_once_from_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="notice_rule_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Snooze",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
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
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.snooze",
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
                    "supervision_type",
                    models.CharField(
                        choices=[
                            ("probation", "Probation"),
                            ("parole", "Parole"),
                            ("delayed_sentence", "Delayed sentence"),
                            ("hyta", "Youthful trainee (HYTA)"),
                            ("compact_probation", "Interstate compact probation"),
                            ("compact_parole", "Interstate compact parole"),
                            ("pretrial", "Pretrial"),
                        ],
                        max_length=18,
                    ),
                ),
                (
                    "opportunity",
                    models.CharField(
                        choices=[
                            ("probation_law", "Early discharge from probation (MCL 771.2)"),
                            ("probation_early", "Early discharge from probation (agency practice)"),
                            ("parole_early", "Early discharge from parole"),
                            ("full_term", "Discharge at full term"),
                            ("classification", "Classification review"),
                            ("telephone", "Telephone reporting"),
                            ("downgrade", "Lower level"),
                            ("extension", "Extension of probation"),
                            ("incentive", "Incentive"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        choices=[
                            ("programming", "Programming to be completed (say which)"),
                            ("compliance", "Recent behavior on supervision"),
                            ("pending_matter", "A charge or violation is pending"),
                            ("restitution", "Restitution is owed and can be paid"),
                            ("victim_safety", "Safety of a victim"),
                            ("court_opposed", "The court has said it would not grant it"),
                            ("person_declined", "The person does not want it"),
                            ("other", "Other (say what)"),
                        ],
                        max_length=16,
                    ),
                ),
                ("note", models.TextField()),
                ("began_on", models.DateField()),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="Empty: until the facts change.", null=True
                    ),
                ),
                ("facts_digest", models.CharField(blank=True, editable=False, max_length=32)),
            ],
            options={
                "ordering": ["-began_on", "-pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gt", models.F("began_on")),
                            _connector="OR",
                        ),
                        name="snooze_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Eligibility",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="eligibilities",
                        to="offenders.person",
                    ),
                ),
                (
                    "supervision_type",
                    models.CharField(
                        choices=[
                            ("probation", "Probation"),
                            ("parole", "Parole"),
                            ("delayed_sentence", "Delayed sentence"),
                            ("hyta", "Youthful trainee (HYTA)"),
                            ("compact_probation", "Interstate compact probation"),
                            ("compact_parole", "Interstate compact parole"),
                            ("pretrial", "Pretrial"),
                        ],
                        max_length=18,
                    ),
                ),
                (
                    "opportunity",
                    models.CharField(
                        choices=[
                            ("probation_law", "Early discharge from probation (MCL 771.2)"),
                            ("probation_early", "Early discharge from probation (agency practice)"),
                            ("parole_early", "Early discharge from parole"),
                            ("full_term", "Discharge at full term"),
                            ("classification", "Classification review"),
                            ("telephone", "Telephone reporting"),
                            ("downgrade", "Lower level"),
                            ("extension", "Extension of probation"),
                            ("incentive", "Incentive"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("eligible", "Eligible"),
                            ("almost", "Almost eligible"),
                            ("not", "Not eligible"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "eligible_since",
                    models.DateField(help_text="First day of being eligible.", null=True),
                ),
                (
                    "missing",
                    models.CharField(
                        blank=True, help_text="The one criterion not met.", max_length=32
                    ),
                ),
                (
                    "possible_on",
                    models.DateField(help_text="Day on which it could be met.", null=True),
                ),
                ("facts_digest", models.CharField(max_length=32)),
                (
                    "snooze",
                    models.ForeignKey(
                        help_text="While it holds.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="supervision.snooze",
                    ),
                ),
                ("computed_on", models.DateField()),
            ],
            options={
                "verbose_name_plural": "eligibilities",
                "indexes": [
                    models.Index(
                        condition=models.Q(("outcome", "not"), _negated=True),
                        fields=["opportunity", "outcome", "person"],
                        name="eligibility_on_lists",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "supervision_type", "opportunity"),
                        name="eligibility_once_an_opportunity",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="offenders.person",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("early_discharge", "Early discharge"),
                            ("discharge", "Discharge at the end of the term"),
                            ("downgrade", "Lower level of supervision"),
                            ("modified", "Change of conditions"),
                            ("extension", "Extension of the term"),
                            ("custody", "Custody"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "supervision_type",
                    models.CharField(
                        choices=[
                            ("probation", "Probation"),
                            ("parole", "Parole"),
                            ("delayed_sentence", "Delayed sentence"),
                            ("hyta", "Youthful trainee (HYTA)"),
                            ("compact_probation", "Interstate compact probation"),
                            ("compact_parole", "Interstate compact parole"),
                            ("pretrial", "Pretrial"),
                        ],
                        max_length=18,
                    ),
                ),
                (
                    "opportunity",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("probation_law", "Early discharge from probation (MCL 771.2)"),
                            ("probation_early", "Early discharge from probation (agency practice)"),
                            ("parole_early", "Early discharge from parole"),
                            ("full_term", "Discharge at full term"),
                            ("classification", "Classification review"),
                            ("telephone", "Telephone reporting"),
                            ("downgrade", "Lower level"),
                            ("extension", "Extension of probation"),
                            ("incentive", "Incentive"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "body",
                    models.CharField(
                        choices=[
                            ("supervisor", "Supervisor"),
                            ("court", "Court"),
                            ("board", "Parole board"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "With the supervisor"),
                            ("returned", "Back with the officer"),
                            ("approved", "Approved, to be sent"),
                            ("sent", "With the court or board"),
                            ("granted", "Granted, to be carried out"),
                            ("denied", "Denied"),
                            ("withdrawn", "Withdrawn"),
                            ("completed", "Carried out"),
                        ],
                        max_length=10,
                    ),
                ),
                ("eligible_since", models.DateField(blank=True, null=True)),
                ("prepared_on", models.DateField()),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("completed_on", models.DateField(blank=True, null=True)),
                ("why", models.TextField(help_text="Why it is asked for, in the officer's words.")),
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
                        max_length=12,
                    ),
                ),
                (
                    "ends_before",
                    models.DateField(blank=True, help_text="Set to end when prepared.", null=True),
                ),
                (
                    "ends_after",
                    models.DateField(blank=True, help_text="To end then, if granted.", null=True),
                ),
                (
                    "changes",
                    models.TextField(
                        blank=True, help_text="Which conditions are to change, and how."
                    ),
                ),
                (
                    "facts",
                    models.JSONField(default=list, help_text="What the record said when prepared."),
                ),
            ],
            options={
                "ordering": ["-prepared_on", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("state__in", ("denied", "withdrawn", "completed")), _negated=True
                        ),
                        fields=["state", "prepared_on"],
                        name="recommendation_waiting",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("state__in", ("denied", "withdrawn", "completed")), _negated=True
                        ),
                        fields=("person", "supervision_type", "kind"),
                        name="one_open_recommendation_of_a_kind",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RecommendationMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="supervision.recommendation",
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("submit", "sent it to the supervisor"),
                            ("return", "sent it back to the officer"),
                            ("approve", "approved it"),
                            ("refuse", "refused it"),
                            ("send", "sent it to the court or board"),
                            ("grant", "recorded that it was granted"),
                            ("deny", "recorded that it was denied"),
                            ("withdraw", "withdrew it"),
                            ("complete", "carried it out"),
                        ],
                        max_length=10,
                    ),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                (
                    "decided_by",
                    models.CharField(blank=True, help_text="Judge or board panel.", max_length=120),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="AbscondingEpisode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
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
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.abscondingepisode",
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
                ("began_on", models.DateField(help_text="First day of the silence.")),
                ("last_contact_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "closing_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("arrested", "Arrested"),
                            ("surrendered", "Gave himself or herself up"),
                            ("reinstated", "Back in touch, supervision goes on"),
                            ("died", "Died"),
                            ("amnesty", "Amnesty or warrant recalled"),
                            ("error", "Opened in error"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "cautions",
                    models.CharField(blank=True, help_text="For those who look.", max_length=200),
                ),
                ("vehicles", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["-began_on", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("ended_on__isnull", True), ("superseded_at__isnull", True)
                        ),
                        fields=["person"],
                        name="absconding_open",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True),
                            ("ended_on__gte", models.F("began_on")),
                            _connector="OR",
                        ),
                        name="absconding_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True),
                            models.Q(("closing_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="absconding_ends_with_a_reason",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("superseded_at__isnull", True)),
                        expressions=[
                            ("person", "="),
                            (
                                ots.core.spans.DateSpan("began_on", "ended_on", models.Value("[)")),
                                "&&",
                            ),
                        ],
                        name="one_absconding_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LocateAttempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
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
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.locateattempt",
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
                ("made_at", models.DateTimeField()),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("call", "Call"),
                            ("text", "Text message"),
                            ("collateral", "Family, friend or employer"),
                            ("jail_check", "Jail and hospital check"),
                            ("home_visit", "Home visit"),
                            ("letter", "Certified letter or summons"),
                            ("staffing", "Talk with the supervisor"),
                            ("record_check", "Record check"),
                            ("warrant_request", "Warrant asked for"),
                            ("tip", "Tip received"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("no_answer", "No answer"),
                            ("message_left", "Message left"),
                            ("not_there", "Not there"),
                            ("moved", "Said to have moved"),
                            ("new_lead", "New lead"),
                            ("reached", "Reached the person"),
                            ("in_custody", "Found in custody or hospital"),
                            ("done", "Done"),
                        ],
                        max_length=12,
                    ),
                ),
                ("note", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["-made_at", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(("superseded_at__isnull", True)),
                        fields=["person", "made_at"],
                        name="attempt_of_person_by_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TravelPermit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
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
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.travelpermit",
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
                ("asked_on", models.DateField()),
                ("departs_on", models.DateField()),
                ("returns_on", models.DateField(help_text="Last day away.")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("requested", "Asked for"),
                            ("granted", "Granted"),
                            ("denied", "Denied"),
                            ("withdrawn", "Withdrawn"),
                            ("returned", "Back, report taken"),
                        ],
                        max_length=10,
                    ),
                ),
                ("place", models.CharField(help_text="City or county.", max_length=120)),
                ("state", models.CharField(max_length=2)),
                ("address", models.CharField(blank=True, max_length=160)),
                ("phone", models.CharField(blank=True, max_length=20)),
                ("purpose", models.CharField(max_length=200)),
                ("companions", models.CharField(blank=True, max_length=200)),
                (
                    "transport",
                    models.CharField(
                        choices=[
                            ("car", "Car"),
                            ("bus", "Bus"),
                            ("train", "Train"),
                            ("plane", "Plane"),
                            ("other", "Other"),
                        ],
                        default="car",
                        max_length=8,
                    ),
                ),
                (
                    "checks",
                    models.JSONField(default=list, help_text="What was found when it was decided."),
                ),
                (
                    "decision",
                    models.TextField(blank=True, help_text="Why it was granted or denied."),
                ),
                ("conditions", models.TextField(blank=True)),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("back_on", models.DateField(blank=True, null=True)),
                ("return_report", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["-departs_on", "-pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("returns_on__gte", models.F("departs_on"))),
                        name="travel_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "requested"),
                            models.Q(("decision", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="travel_decision_has_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProtectedVictim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="protected_victims",
                        to="offenders.person",
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="VictimParticulars",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
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
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.victimparticulars",
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "victim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="particulars",
                        to="supervision.protectedvictim",
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("preferred_name", models.CharField(blank=True, max_length=80)),
                ("language", models.CharField(blank=True, max_length=40)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("mail", "Letter"),
                            ("phone", "Call"),
                            ("text", "Text message"),
                            ("email", "Email"),
                            ("in_person", "In person"),
                        ],
                        default="mail",
                        max_length=10,
                    ),
                ),
                ("wants_notice", models.BooleanField(default=True, help_text="Asked to be told.")),
                ("street", models.CharField(blank=True, max_length=120)),
                ("city", models.CharField(blank=True, max_length=60)),
                ("state", models.CharField(blank=True, default="MI", max_length=2)),
                ("postal_code", models.CharField(blank=True, max_length=10)),
                ("phone", models.CharField(blank=True, max_length=20)),
                ("email", models.CharField(blank=True, max_length=120)),
                (
                    "safety_note",
                    models.TextField(blank=True, help_text="How and when it is safe to reach."),
                ),
            ],
            options={
                "verbose_name_plural": "victim particulars",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at__isnull", True)),
                        fields=("victim",),
                        name="victim_has_one_particulars",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VictimNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="victim_notices",
                        to="offenders.person",
                    ),
                ),
                (
                    "victim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="supervision.protectedvictim",
                    ),
                ),
                (
                    "trigger",
                    models.CharField(
                        choices=[
                            ("release", "Release from custody"),
                            ("escape", "Escape"),
                            ("parole_decision", "Parole granted or denied"),
                            ("parole_hearing", "Parole hearing"),
                            ("transfer", "Transfer"),
                            ("address", "Move near the victim"),
                            ("absconded", "Out of touch with supervision"),
                            ("arrest", "Arrest"),
                            ("early_discharge", "Early discharge is asked for"),
                            ("modification", "Change of the order"),
                            ("supervision_ends", "End of supervision"),
                            ("death", "Death"),
                        ],
                        max_length=16,
                    ),
                ),
                ("event_on", models.DateField()),
                ("due_on", models.DateField()),
                ("blocks", models.BooleanField(default=False)),
                ("citation", models.CharField(max_length=200)),
                ("standing", models.CharField(max_length=10)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["due_on", "pk"],
                "indexes": [
                    models.Index(fields=["person", "due_on"], name="notice_of_person_by_day")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("victim", "trigger", "event_on"),
                        name="victim_told_once_of_an_event",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticeAttempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attempts",
                        to="supervision.victimnotice",
                    ),
                ),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("mail", "Letter"),
                            ("phone", "Call"),
                            ("text", "Text message"),
                            ("email", "Email"),
                            ("in_person", "In person"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("no_answer", "No answer"),
                            ("returned", "Came back undelivered"),
                            ("delivered", "Delivered"),
                            ("declined", "The victim does not want this notice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["made_at", "pk"],
            },
        ),
        *guard_facts(
            "supervision_snooze",
            "supervision_abscondingepisode",
            "supervision_locateattempt",
            "supervision_travelpermit",
            "supervision_victimparticulars",
        ),
        *append_only(
            "supervision_recommendationmove",
            "supervision_victimnotice",
            "supervision_noticeattempt",
        ),
    ]
