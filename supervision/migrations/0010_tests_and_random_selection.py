"""Drug and alcohol tests, specimens and their hands, groups and draws."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import ots.core.spans
from ots.core.guards import append_only, guard_facts


class Migration(migrations.Migration):
    """Tables, and the guards of what was recorded."""

    dependencies = [
        ("access", "0015_training_is_required"),
        ("offenders", "0010_facts_are_compared_as_stored"),
        ("supervision", "0009_contacts_and_safety"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DrugPanel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=20, unique=True)),
                ("name", models.CharField(max_length=80)),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Cutoff",
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
                    "analyte",
                    models.CharField(
                        choices=[
                            ("AMP", "Amphetamines"),
                            ("MET", "Methamphetamine"),
                            ("MDMA", "MDMA"),
                            ("COC", "Cocaine"),
                            ("OPI", "Opiates (codeine, morphine)"),
                            ("6-AM", "Heroin (6-AM)"),
                            ("OXY", "Oxycodone"),
                            ("FEN", "Fentanyl"),
                            ("MTD", "Methadone"),
                            ("BUP", "Buprenorphine"),
                            ("PCP", "Phencyclidine"),
                            ("THC", "Marijuana (THC)"),
                            ("BAR", "Barbiturates"),
                            ("BZO", "Benzodiazepines"),
                            ("EtG", "Alcohol (EtG)"),
                            ("ALC", "Alcohol (breath)"),
                        ],
                        max_length=4,
                    ),
                ),
                ("screening", models.DecimalField(decimal_places=2, max_digits=8)),
                (
                    "confirmation",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True),
                ),
                ("unit", models.CharField(default="ng/mL", max_length=10)),
            ],
            options={
                "ordering": ["analyte", "since"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("analyte", "since"), name="cutoff_once_from_a_day"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CallScheme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(help_text="As the color Red.", max_length=60)),
                (
                    "call_in_code",
                    models.CharField(
                        blank=True, help_text="What the call-in line announces.", max_length=12
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("people", "A number of its people each month"),
                            (
                                "days",
                                "All its people, on a number of days each month (color or call-in)",
                            ),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "times_a_month",
                    models.PositiveSmallIntegerField(
                        help_text="People drawn each month, or days on which all are called."
                    ),
                ),
                (
                    "minimum_gap_days",
                    models.PositiveSmallIntegerField(
                        default=5, help_text="Days between two calls of one person."
                    ),
                ),
                ("is_active", models.BooleanField(default=True)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="test_schemes",
                        to="access.office",
                    ),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="schemes",
                        to="supervision.drugpanel",
                    ),
                ),
            ],
            options={
                "ordering": ["office", "name"],
            },
        ),
        migrations.CreateModel(
            name="DrugTest",
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
                    "sample_type",
                    models.CharField(
                        choices=[
                            ("onsite_urine", "Urine, tested here"),
                            ("onsite_saliva", "Saliva, tested here"),
                            ("lab_urine", "Urine, sent to a laboratory"),
                            ("breath", "Breath (PBT or breathalyzer)"),
                            ("patch", "Sweat patch"),
                            ("stop", "STOP test"),
                            ("admission", "No sample: own admission"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "test_reason",
                    models.CharField(
                        choices=[
                            ("random", "Random selection"),
                            ("ordered", "Frequency set by the order"),
                            ("suspicion", "Reasonable suspicion"),
                            ("intake", "Intake"),
                            ("follow_up", "After an earlier result"),
                            ("court", "Asked by the court"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "attendance",
                    models.CharField(
                        choices=[
                            ("given", "Sample given"),
                            ("refused", "Refused"),
                            ("no_show", "Did not come"),
                            ("unable", "Unable to provide within the time allowed"),
                        ],
                        default="given",
                        max_length=8,
                    ),
                ),
                (
                    "taken_at",
                    models.DateTimeField(
                        help_text="Or the time at which the person should have come."
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "panel",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tests",
                        to="supervision.drugpanel",
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
                        to="supervision.drugtest",
                    ),
                ),
            ],
            options={
                "ordering": ["-taken_at", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AnalyteResult",
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
                    "analyte",
                    models.CharField(
                        choices=[
                            ("AMP", "Amphetamines"),
                            ("MET", "Methamphetamine"),
                            ("MDMA", "MDMA"),
                            ("COC", "Cocaine"),
                            ("OPI", "Opiates (codeine, morphine)"),
                            ("6-AM", "Heroin (6-AM)"),
                            ("OXY", "Oxycodone"),
                            ("FEN", "Fentanyl"),
                            ("MTD", "Methadone"),
                            ("BUP", "Buprenorphine"),
                            ("PCP", "Phencyclidine"),
                            ("THC", "Marijuana (THC)"),
                            ("BAR", "Barbiturates"),
                            ("BZO", "Benzodiazepines"),
                            ("EtG", "Alcohol (EtG)"),
                            ("ALC", "Alcohol (breath)"),
                        ],
                        max_length=4,
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("screen", "Screening"),
                            ("confirmation", "Laboratory confirmation"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "reading",
                    models.CharField(
                        choices=[
                            ("negative", "Negative"),
                            ("positive", "Positive"),
                            ("prescribed", "Positive, prescribed"),
                            ("invalid", "Could not be read"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "level",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True),
                ),
                ("laboratory", models.CharField(blank=True, max_length=120)),
                ("reported_on", models.DateField()),
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
                        to="supervision.analyteresult",
                    ),
                ),
                (
                    "test",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="supervision.drugtest",
                    ),
                ),
            ],
            options={
                "ordering": ["test", "analyte", "stage"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Admission",
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
                ("admitted_on", models.DateField()),
                ("is_written", models.BooleanField(default=False)),
                ("substances", models.CharField(max_length=200)),
                ("statement", models.TextField(blank=True)),
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
                        to="supervision.admission",
                    ),
                ),
                (
                    "test",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="admissions",
                        to="supervision.drugtest",
                    ),
                ),
            ],
            options={
                "ordering": ["-admitted_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PanelSubstance",
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
                    "analyte",
                    models.CharField(
                        choices=[
                            ("AMP", "Amphetamines"),
                            ("MET", "Methamphetamine"),
                            ("MDMA", "MDMA"),
                            ("COC", "Cocaine"),
                            ("OPI", "Opiates (codeine, morphine)"),
                            ("6-AM", "Heroin (6-AM)"),
                            ("OXY", "Oxycodone"),
                            ("FEN", "Fentanyl"),
                            ("MTD", "Methadone"),
                            ("BUP", "Buprenorphine"),
                            ("PCP", "Phencyclidine"),
                            ("THC", "Marijuana (THC)"),
                            ("BAR", "Barbiturates"),
                            ("BZO", "Benzodiazepines"),
                            ("EtG", "Alcohol (EtG)"),
                            ("ALC", "Alcohol (breath)"),
                        ],
                        max_length=4,
                    ),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="substances",
                        to="supervision.drugpanel",
                    ),
                ),
            ],
            options={
                "ordering": ["panel", "analyte", "since"],
            },
        ),
        migrations.CreateModel(
            name="SchemeMembership",
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
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="supervision.callscheme",
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
                        to="supervision.schememembership",
                    ),
                ),
            ],
            options={
                "ordering": ["-began_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SeedCommitment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_day", models.DateField(help_text="First day that the draw is for.")),
                ("last_day", models.DateField()),
                ("digest", models.CharField(help_text="SHA-256 of the seed.", max_length=64)),
                ("sealed_seed", models.CharField(max_length=200)),
                ("committed_at", models.DateTimeField()),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="supervision.callscheme",
                    ),
                ),
            ],
            options={
                "ordering": ["-first_day", "scheme"],
            },
        ),
        migrations.CreateModel(
            name="SelectionDraw",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seed", models.CharField(max_length=64)),
                (
                    "frame",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        help_text="Person and first day free of the gap, as the draw saw them.",
                        size=None,
                    ),
                ),
                ("times", models.PositiveSmallIntegerField()),
                ("minimum_gap_days", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("people", "A number of its people each month"),
                            (
                                "days",
                                "All its people, on a number of days each month (color or call-in)",
                            ),
                        ],
                        max_length=6,
                    ),
                ),
                ("drawn_at", models.DateTimeField()),
                (
                    "commitment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="draw",
                        to="supervision.seedcommitment",
                    ),
                ),
            ],
            options={
                "ordering": ["-drawn_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Selection",
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
                ("on", models.DateField()),
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
                        to="supervision.selection",
                    ),
                ),
                (
                    "draw",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="selections",
                        to="supervision.selectiondraw",
                    ),
                ),
            ],
            options={
                "ordering": ["on", "person"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Specimen",
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
                ("seal_number", models.CharField(max_length=40)),
                ("bottle_number", models.CharField(blank=True, max_length=40)),
                ("collector", models.CharField(max_length=120)),
                ("is_witnessed", models.BooleanField(default=False)),
                ("is_observer_of_same_sex", models.BooleanField(default=False)),
                (
                    "temperature_f",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True),
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
                        to="supervision.specimen",
                    ),
                ),
                (
                    "test",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="specimens",
                        to="supervision.drugtest",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CustodyTransfer",
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
                    "purpose",
                    models.CharField(
                        choices=[
                            ("collected", "Collected from the person"),
                            ("stored", "Put in locked storage"),
                            ("courier", "Given to a courier"),
                            ("laboratory", "Received by the laboratory"),
                            ("returned", "Returned"),
                            ("destroyed", "Destroyed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("released_by", models.CharField(max_length=120)),
                ("received_by", models.CharField(max_length=120)),
                ("passed_at", models.DateTimeField()),
                ("is_seal_intact", models.BooleanField()),
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
                        to="supervision.custodytransfer",
                    ),
                ),
                (
                    "specimen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transfers",
                        to="supervision.specimen",
                    ),
                ),
            ],
            options={
                "ordering": ["specimen", "position"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ValidityReading",
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
                    "creatinine",
                    models.DecimalField(
                        blank=True, decimal_places=2, help_text="mg/dL", max_digits=6, null=True
                    ),
                ),
                (
                    "specific_gravity",
                    models.DecimalField(blank=True, decimal_places=4, max_digits=6, null=True),
                ),
                ("ph", models.DecimalField(blank=True, decimal_places=2, max_digits=4, null=True)),
                (
                    "nitrite",
                    models.DecimalField(
                        blank=True, decimal_places=2, help_text="mcg/mL", max_digits=8, null=True
                    ),
                ),
                ("is_foreign_substance_found", models.BooleanField(default=False)),
                ("reported_on", models.DateField()),
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
                        to="supervision.validityreading",
                    ),
                ),
                (
                    "test",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="validity_readings",
                        to="supervision.drugtest",
                    ),
                ),
            ],
            options={
                "ordering": ["-reported_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VoidedTest",
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
                ("voided_on", models.DateField()),
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
                        to="supervision.voidedtest",
                    ),
                ),
                (
                    "test",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voidings",
                        to="supervision.drugtest",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="callscheme",
            constraint=models.UniqueConstraint(
                fields=("office", "name"), name="scheme_name_is_of_one_group"
            ),
        ),
        migrations.AddConstraint(
            model_name="callscheme",
            constraint=models.CheckConstraint(
                condition=models.Q(("times_a_month__gte", 1)), name="scheme_calls_at_least_once"
            ),
        ),
        migrations.AddIndex(
            model_name="drugtest",
            index=models.Index(fields=["person", "-taken_at"], name="drug_test_by_person_and_time"),
        ),
        migrations.AddConstraint(
            model_name="analyteresult",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("test", "analyte", "stage"),
                name="substance_is_read_once_a_stage",
            ),
        ),
        migrations.AddConstraint(
            model_name="panelsubstance",
            constraint=models.UniqueConstraint(
                fields=("panel", "analyte", "since"), name="panel_names_a_substance_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="schememembership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on__isnull", True),
                    ("ended_on__gte", models.F("began_on")),
                    _connector="OR",
                ),
                name="membership_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="schememembership",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                expressions=[
                    ("person", "="),
                    (ots.core.spans.DateSpan("began_on", "ended_on", models.Value("[)")), "&&"),
                ],
                name="person_is_in_one_test_group",
            ),
        ),
        migrations.AddConstraint(
            model_name="seedcommitment",
            constraint=models.UniqueConstraint(
                fields=("scheme", "first_day"), name="seed_is_committed_once_a_month"
            ),
        ),
        migrations.AddConstraint(
            model_name="seedcommitment",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))),
                name="draw_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="selection",
            constraint=models.UniqueConstraint(
                fields=("draw", "person", "on"), name="person_is_drawn_once_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="specimen",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("seal_number",),
                name="seal_is_of_one_specimen",
            ),
        ),
        migrations.AddConstraint(
            model_name="specimen",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("test",),
                name="test_has_one_specimen",
            ),
        ),
        migrations.AddConstraint(
            model_name="custodytransfer",
            constraint=models.UniqueConstraint(
                fields=("specimen", "position"), name="transfer_has_its_place_in_the_chain"
            ),
        ),
        migrations.AddConstraint(
            model_name="validityreading",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("test",),
                name="test_has_one_validity_reading",
            ),
        ),
        migrations.AddConstraint(
            model_name="voidedtest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("test",),
                name="test_is_voided_once",
            ),
        ),
        *guard_facts(
            "supervision_drugtest",
            "supervision_specimen",
            "supervision_custodytransfer",
            "supervision_validityreading",
            "supervision_analyteresult",
            "supervision_admission",
            "supervision_voidedtest",
            "supervision_schememembership",
            "supervision_selection",
        ),
        *append_only("supervision_seedcommitment", "supervision_selectiondraw"),
    ]
