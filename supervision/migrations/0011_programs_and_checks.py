"""Programs, referrals and their steps, sessions; checks of work and home."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from ots.core.guards import guard_facts

STEPS_IN_A_ROW = migrations.RunSQL(
    """
    CREATE FUNCTION supervision_step_takes_up() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        last supervision_referralstep%ROWTYPE;
    BEGIN
        SELECT * INTO last FROM supervision_referralstep
        WHERE referral_id = NEW.referral_id ORDER BY position DESC LIMIT 1;
        IF coalesce(last.position, 0) + 1 <> NEW.position
           OR coalesce(last.state, '') <> NEW.before THEN
            RAISE EXCEPTION 'a step takes up where the last one ended: referral %',
                NEW.referral_id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER step_takes_up BEFORE INSERT ON supervision_referralstep
        FOR EACH ROW EXECUTE FUNCTION supervision_step_takes_up();
    """,
    """
    DROP TRIGGER step_takes_up ON supervision_referralstep;
    DROP FUNCTION supervision_step_takes_up();
    """,
)


class Migration(migrations.Migration):
    """Tables; the database lets only those steps follow that may."""

    dependencies = [
        ("access", "0015_training_is_required"),
        ("offenders", "0010_facts_are_compared_as_stored"),
        ("supervision", "0010_tests_and_random_selection"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EmploymentCheck",
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
                    "occupation",
                    models.CharField(
                        choices=[
                            ("full_time", "Works full time"),
                            ("part_time", "Works part time"),
                            ("proposed", "Job proposed, not begun"),
                            ("student", "Student"),
                            ("disability", "Disability or SSI"),
                            ("caregiver", "Cares for family"),
                            ("retired", "Retired"),
                            ("seeking", "Looking for work"),
                            ("none", "Not working, not looking"),
                            ("unknown", "Unknown"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("pay_stub", "Pay stub"),
                            ("employer_call", "Call to the employer"),
                            ("visit", "Visit to the place of work"),
                            ("document", "Letter or other document"),
                            ("own_word", "The person's word alone"),
                        ],
                        max_length=13,
                    ),
                ),
                ("checked_on", models.DateField()),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("confirmed", "Confirmed"),
                            ("not_confirmed", "Could not be confirmed"),
                            ("untrue", "Not true"),
                        ],
                        max_length=13,
                    ),
                ),
                (
                    "ended_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("fired", "Fired"),
                            ("laid_off", "Laid off"),
                            ("quit", "Quit"),
                            ("arrested", "Arrested"),
                            ("prison", "Committed to prison"),
                            ("medical", "Medical"),
                            ("other", "Other"),
                            ("unknown", "Unknown"),
                        ],
                        help_text="Where the job has ended.",
                        max_length=9,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "job",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="offenders.employment",
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
                        to="supervision.employmentcheck",
                    ),
                ),
            ],
            options={
                "ordering": ["-checked_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Program",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("provider", models.CharField(max_length=120)),
                ("phone", models.CharField(blank=True, max_length=20)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("cognitive", "Thinking and decisions"),
                            ("employment", "Work"),
                            ("education", "Education"),
                            ("substance_use", "Substance-use treatment"),
                            ("mental_health", "Mental-health treatment"),
                            ("domestic_violence", "Domestic violence"),
                            ("sex_offense", "Sex-offense treatment"),
                            ("housing", "Housing"),
                            ("service", "Community service"),
                            ("other", "Other"),
                        ],
                        max_length=17,
                    ),
                ),
                (
                    "target_hours",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Dosage, if one is set.",
                        max_digits=6,
                        null=True,
                    ),
                ),
                (
                    "is_part_2",
                    models.BooleanField(
                        default=False,
                        help_text="Who attends is told only with the person's written consent.",
                        verbose_name="protected by 42 CFR Part 2",
                    ),
                ),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ["name", "provider"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("name", "provider"), name="program_is_named_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "substance_use"), _negated=True),
                            ("is_part_2", True),
                            _connector="OR",
                        ),
                        name="substance_use_treatment_is_protected",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Referral",
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
                    "need",
                    models.CharField(
                        blank=True, help_text="What it is to help with.", max_length=120
                    ),
                ),
                (
                    "is_ordered",
                    models.BooleanField(default=False, help_text="A condition orders it."),
                ),
                (
                    "target_hours",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True),
                ),
                (
                    "started_on",
                    models.DateField(help_text="Day of the recommendation or referral."),
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
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="supervision.program",
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
                        to="supervision.referral",
                    ),
                ),
            ],
            options={
                "ordering": ["-started_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProgramSession",
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
                ("held_on", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("attended", "Attended"),
                            ("late", "Came late"),
                            ("excused", "Absent, excused"),
                            ("unexcused", "Absent"),
                            ("cancelled", "Cancelled by the provider"),
                        ],
                        max_length=9,
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField(default=0)),
                ("note", models.CharField(blank=True, max_length=300)),
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
                        to="supervision.programsession",
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="supervision.referral",
                    ),
                ),
            ],
            options={
                "ordering": ["-held_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReferralStep",
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
                ("position", models.PositiveSmallIntegerField()),
                (
                    "before",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("recommended", "Recommended"),
                            ("referred", "Referred"),
                            ("accepted", "Accepted"),
                            ("waitlisted", "On the waiting list"),
                            ("rejected", "Rejected by the provider"),
                            ("declined", "Declined by the person"),
                            ("enrolled", "Enrolled"),
                            ("attending", "Attending"),
                            ("completed", "Completed"),
                            ("with_discretion", "Completed, at the provider's discretion"),
                            ("unsuccessful", "Ended without success"),
                            ("withdrawn", "Withdrawn"),
                            ("neutral", "Ended through nobody's fault"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("recommended", "Recommended"),
                            ("referred", "Referred"),
                            ("accepted", "Accepted"),
                            ("waitlisted", "On the waiting list"),
                            ("rejected", "Rejected by the provider"),
                            ("declined", "Declined by the person"),
                            ("enrolled", "Enrolled"),
                            ("attending", "Attending"),
                            ("completed", "Completed"),
                            ("with_discretion", "Completed, at the provider's discretion"),
                            ("unsuccessful", "Ended without success"),
                            ("withdrawn", "Withdrawn"),
                            ("neutral", "Ended through nobody's fault"),
                        ],
                        max_length=15,
                    ),
                ),
                ("on", models.DateField()),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "None"),
                            ("goals_met", "Goals met"),
                            ("most_reached", "Most that can be reached"),
                            ("not_suited", "Not suited to the program"),
                            ("no_place", "No place free"),
                            ("person_declined", "The person declined"),
                            ("did_not_come", "Did not come"),
                            ("absences", "Absences"),
                            ("conduct", "Conduct"),
                            ("use", "Use of substances"),
                            ("custody", "In custody"),
                            ("moved", "Moved away"),
                            ("closed", "Program closed"),
                            ("supervision_ended", "Supervision ended"),
                            ("died", "Died"),
                            ("other", "Other"),
                        ],
                        max_length=17,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
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
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="supervision.referral",
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
                        to="supervision.referralstep",
                    ),
                ),
            ],
            options={
                "ordering": ["referral", "position"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ResidenceCheck",
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
                            ("own", "Own or rented home"),
                            ("family", "With family or friends"),
                            ("shelter", "Shelter"),
                            ("recovery", "Recovery or transitional house"),
                            ("hotel", "Hotel or motel"),
                            ("homeless", "No fixed place"),
                            ("institution", "Institution"),
                        ],
                        max_length=11,
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("visit", "Home visit"),
                            ("lease", "Lease or deed"),
                            ("bill", "Utility bill or mail"),
                            ("landlord", "Call to the landlord or host"),
                            ("own_word", "The person's word alone"),
                        ],
                        max_length=8,
                    ),
                ),
                ("checked_on", models.DateField()),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("confirmed", "Confirmed"),
                            ("not_confirmed", "Could not be confirmed"),
                            ("untrue", "Not true"),
                        ],
                        max_length=13,
                    ),
                ),
                (
                    "approval",
                    models.CharField(
                        choices=[
                            ("not_asked", "No approval was asked"),
                            ("approved", "Approved"),
                            ("denied", "Denied"),
                        ],
                        default="not_asked",
                        max_length=9,
                    ),
                ),
                ("landlord", models.CharField(blank=True, max_length=120)),
                (
                    "household",
                    models.CharField(blank=True, help_text="Who else lives there.", max_length=300),
                ),
                (
                    "hazards",
                    models.CharField(
                        blank=True,
                        help_text="Dogs, weapons, stairs, people to be wary of.",
                        max_length=300,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "address",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
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
                        to="supervision.residencecheck",
                    ),
                ),
            ],
            options={
                "ordering": ["-checked_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="employmentcheck",
            index=models.Index(fields=["person", "-checked_on"], name="employment_check_by_person"),
        ),
        migrations.AddConstraint(
            model_name="employmentcheck",
            constraint=models.CheckConstraint(
                condition=models.Q(("method", "own_word"), ("result", "confirmed"), _negated=True),
                name="own_word_confirms_no_job",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("target_hours__isnull", True), ("target_hours__gt", 0), _connector="OR"
                ),
                name="target_is_some_hours",
            ),
        ),
        migrations.AddConstraint(
            model_name="programsession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("outcome__in", ("attended", "late")), ("minutes", 0), _connector="OR"
                ),
                name="absence_counts_no_minutes",
            ),
        ),
        migrations.AddConstraint(
            model_name="programsession",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("referral", "held_on"),
                name="referral_has_one_session_a_day",
            ),
        ),
        migrations.AddIndex(
            model_name="referralstep",
            index=models.Index(fields=["referral", "-position"], name="step_latest_of_referral"),
        ),
        migrations.AddConstraint(
            model_name="referralstep",
            constraint=models.UniqueConstraint(
                fields=("referral", "position"), name="referral_takes_one_step_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="referralstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("before", ""), ("state", "recommended")),
                    models.Q(("before", ""), ("state", "referred")),
                    models.Q(("before", "recommended"), ("state", "declined")),
                    models.Q(("before", "recommended"), ("state", "neutral")),
                    models.Q(("before", "recommended"), ("state", "referred")),
                    models.Q(("before", "referred"), ("state", "accepted")),
                    models.Q(("before", "referred"), ("state", "declined")),
                    models.Q(("before", "referred"), ("state", "neutral")),
                    models.Q(("before", "referred"), ("state", "rejected")),
                    models.Q(("before", "referred"), ("state", "waitlisted")),
                    models.Q(("before", "accepted"), ("state", "declined")),
                    models.Q(("before", "accepted"), ("state", "enrolled")),
                    models.Q(("before", "accepted"), ("state", "neutral")),
                    models.Q(("before", "waitlisted"), ("state", "accepted")),
                    models.Q(("before", "waitlisted"), ("state", "declined")),
                    models.Q(("before", "waitlisted"), ("state", "neutral")),
                    models.Q(("before", "waitlisted"), ("state", "rejected")),
                    models.Q(("before", "enrolled"), ("state", "attending")),
                    models.Q(("before", "enrolled"), ("state", "neutral")),
                    models.Q(("before", "enrolled"), ("state", "unsuccessful")),
                    models.Q(("before", "enrolled"), ("state", "withdrawn")),
                    models.Q(("before", "attending"), ("state", "completed")),
                    models.Q(("before", "attending"), ("state", "neutral")),
                    models.Q(("before", "attending"), ("state", "unsuccessful")),
                    models.Q(("before", "attending"), ("state", "with_discretion")),
                    models.Q(("before", "attending"), ("state", "withdrawn")),
                    _connector="OR",
                ),
                name="step_may_follow",
            ),
        ),
        migrations.AddIndex(
            model_name="residencecheck",
            index=models.Index(fields=["person", "-checked_on"], name="residence_check_by_person"),
        ),
        migrations.AddConstraint(
            model_name="residencecheck",
            constraint=models.CheckConstraint(
                condition=models.Q(("method", "own_word"), ("result", "confirmed"), _negated=True),
                name="own_word_confirms_no_home",
            ),
        ),
        migrations.AddConstraint(
            model_name="residencecheck",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approval", "approved"), _negated=True),
                    ("method", "visit"),
                    _connector="OR",
                ),
                name="home_is_approved_after_a_visit",
            ),
        ),
        *guard_facts(
            "supervision_referral",
            "supervision_referralstep",
            "supervision_programsession",
            "supervision_employmentcheck",
            "supervision_residencecheck",
        ),
        STEPS_IN_A_ROW,
    ]
