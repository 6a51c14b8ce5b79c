"""Debts, and a ledger whose entries balance and never change."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from ots.core.guards import append_only, guard_facts, never_emptied

SIDES_BALANCE = migrations.RunSQL(
    """
    CREATE FUNCTION supervision_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        entry bigint;
        total numeric;
        sides integer;
    BEGIN
        IF TG_TABLE_NAME = 'supervision_posting' THEN
            entry := NEW.entry_id;
        ELSE
            entry := NEW.id;
        END IF;
        SELECT coalesce(sum(amount), 0), count(*) INTO total, sides
        FROM supervision_posting WHERE entry_id = entry;
        IF total <> 0 OR sides < 2 THEN
            RAISE EXCEPTION 'the sides of ledger entry % come to %, not to nothing', entry, total
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER entry_balances AFTER INSERT ON supervision_ledgerentry
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION supervision_entry_balances();
    CREATE CONSTRAINT TRIGGER entry_balances AFTER INSERT ON supervision_posting
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION supervision_entry_balances();
    """,
    """
    DROP TRIGGER entry_balances ON supervision_posting;
    DROP TRIGGER entry_balances ON supervision_ledgerentry;
    DROP FUNCTION supervision_entry_balances();
    """,
)


class Migration(migrations.Migration):
    """Tables; PostgreSQL itself balances the ledger."""

    dependencies = [
        ("access", "0015_training_is_required"),
        ("offenders", "0010_facts_are_compared_as_stored"),
        ("supervision", "0011_programs_and_checks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DelinquencyBand",
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
                ("days_from", models.PositiveSmallIntegerField()),
                ("label", models.CharField(max_length=60)),
            ],
            options={
                "ordering": ["days_from", "since"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("days_from", "since"), name="band_begins_once_from_a_day"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InstalmentPlan",
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
                ("amount", models.DecimalField(decimal_places=2, max_digits=12)),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("weekly", "Each week"),
                            ("fortnightly", "Every two weeks"),
                            ("monthly", "Each month"),
                        ],
                        max_length=11,
                    ),
                ),
                ("first_due_on", models.DateField()),
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
                        to="supervision.instalmentplan",
                    ),
                ),
            ],
            options={
                "ordering": ["-first_due_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="JointRestitution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("docket_number", models.CharField(max_length=40)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=12)),
                ("ordered_on", models.DateField()),
            ],
            options={
                "verbose_name_plural": "joint restitution",
                "ordering": ["-ordered_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="joint_restitution_is_some_money",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Debt",
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
                            ("restitution", "Restitution to a victim"),
                            ("victim_assessment", "Crime victim's rights assessment"),
                            ("state_cost", "Minimum state cost"),
                            ("costs", "Court costs"),
                            ("fine", "Fine"),
                            ("supervision_fee", "Supervision fee"),
                            ("reimbursement", "Reimbursement of one who paid a victim"),
                            ("tether", "Electronic monitoring"),
                            ("test_fee", "Drug test fee"),
                            ("attorney", "Attorney fee"),
                            ("other", "Other assessment"),
                        ],
                        max_length=17,
                    ),
                ),
                (
                    "payee",
                    models.CharField(
                        blank=True, help_text="The victim, for restitution.", max_length=120
                    ),
                ),
                ("ordered_on", models.DateField()),
                (
                    "due_on",
                    models.DateField(help_text="Day by which it is to be paid without a plan."),
                ),
                ("description", models.CharField(blank=True, max_length=160)),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="debts",
                        to="offenders.courtcase",
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
                        to="supervision.debt",
                    ),
                ),
                (
                    "joint",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="debts",
                        to="supervision.jointrestitution",
                    ),
                ),
            ],
            options={
                "ordering": ["ordered_on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LedgerEntry",
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
                            ("charge", "Charge"),
                            ("payment", "Payment"),
                            ("application", "Credit applied"),
                            ("waiver", "Waiver"),
                            ("paid_by_other", "Paid by another who owes it jointly"),
                            ("reversal", "Reversal"),
                        ],
                        max_length=13,
                    ),
                ),
                ("on", models.DateField(help_text="The day for which it counts.")),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "method",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("cash", "Cash"),
                            ("check", "Check"),
                            ("money_order", "Money order"),
                            ("card", "Card"),
                            ("online", "Online"),
                            ("wages", "Withheld from wages"),
                            ("tax", "Tax refund withheld"),
                            ("other", "Other"),
                        ],
                        max_length=11,
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        blank=True, help_text="Number of the check or of the order.", max_length=60
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "None"),
                            ("court_order", "Order of the court"),
                            ("hardship", "Manifest hardship"),
                            ("compact", "Transferred out under the compact"),
                            ("second_fee", "A second supervision fee for the same months"),
                            ("error", "Charged in error"),
                            ("other", "Other"),
                        ],
                        max_length=11,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200)),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        help_text="The payment of another that this entry follows from.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followers",
                        to="supervision.ledgerentry",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ledger_entries",
                        to="offenders.person",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reverses",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reversed_by",
                        to="supervision.ledgerentry",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "ledger entries",
                "ordering": ["-on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Posting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "account",
                    models.CharField(
                        choices=[
                            ("owed", "Owed by the person"),
                            ("levied", "Levied"),
                            ("received", "Received"),
                            ("credit", "Held for the person"),
                            ("waived", "Waived"),
                            ("joint", "Paid by another"),
                        ],
                        max_length=8,
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=12)),
                (
                    "debt",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="postings",
                        to="supervision.debt",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="postings",
                        to="supervision.ledgerentry",
                    ),
                ),
            ],
            options={
                "ordering": ["entry", "pk"],
            },
        ),
        migrations.CreateModel(
            name="AbilityToPay",
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
                ("stated_on", models.DateField()),
                ("household_size", models.PositiveSmallIntegerField(default=1)),
                ("wages", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                ("benefits", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                ("other_income", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                ("housing", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                ("food", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                ("transport", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                ("medical", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                ("child_support", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                ("other_expense", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                (
                    "can_pay",
                    models.DecimalField(
                        decimal_places=2, help_text="A month, as agreed or found.", max_digits=12
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
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="supervision.abilitytopay",
                    ),
                ),
            ],
            options={
                "ordering": ["-stated_on", "-pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("household_size__gte", 1)),
                        name="household_has_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("can_pay__gte", 0)),
                        name="nobody_can_pay_less_than_none",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="instalmentplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="instalment_is_some_money"
            ),
        ),
        migrations.AddConstraint(
            model_name="instalmentplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on__isnull", True), ("superseded_at__isnull", True)),
                fields=("person",),
                name="person_has_one_running_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="debt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("joint__isnull", True), ("kind", "restitution"), _connector="OR"
                ),
                name="only_restitution_is_owed_jointly",
            ),
        ),
        migrations.AddConstraint(
            model_name="debt",
            constraint=models.UniqueConstraint(
                fields=("joint", "person"), name="person_owes_a_joint_loss_once"
            ),
        ),
        migrations.AddIndex(
            model_name="ledgerentry",
            index=models.Index(fields=["person", "-on"], name="ledger_by_person_and_day"),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "reversal"), ("reverses__isnull", False)),
                    models.Q(
                        models.Q(("kind", "reversal"), _negated=True), ("reverses__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="reversal_names_its_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "payment"), _negated=True),
                    models.Q(("method", ""), _negated=True),
                    _connector="OR",
                ),
                name="payment_says_how_it_came",
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "waiver"), _negated=True),
                    models.Q(("ground", ""), _negated=True),
                    _connector="OR",
                ),
                name="waiver_says_its_ground",
            ),
        ),
        migrations.AddConstraint(
            model_name="posting",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount", 0), _negated=True), name="posting_is_some_money"
            ),
        ),
        migrations.AddConstraint(
            model_name="posting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("account", "owed"), ("debt__isnull", False)),
                    models.Q(models.Q(("account", "owed"), _negated=True), ("debt__isnull", True)),
                    _connector="OR",
                ),
                name="posting_owed_names_its_debt",
            ),
        ),
        *guard_facts("supervision_debt", "supervision_abilitytopay", "supervision_instalmentplan"),
        *append_only("supervision_ledgerentry", "supervision_posting"),
        *never_emptied("supervision_ledgerentry", "supervision_posting"),
        SIDES_BALANCE,
    ]
