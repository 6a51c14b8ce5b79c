"""Orders on a person's time, the day of a parole detainer, and the day of surrender."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("offenders", "0007_facts_go_by_order_alone"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="TimeOrder",
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
                            ("parole_grant", "Parole granted by the board"),
                            ("parole_sanction", "Sanction on parole"),
                            ("commutation", "Commutation by the governor"),
                            ("medical_parole", "Medical parole"),
                            (
                                "special_alternative",
                                "Placement in special alternative incarceration",
                            ),
                            ("emergency_reduction", "Reduction in a prison overcrowding emergency"),
                            ("charge_notice", "Notice of an untried charge"),
                            ("sentence_delayed", "Sentence delayed"),
                            ("probation_extension", "Probation extended"),
                            ("probation_jail", "Jail as a condition of probation"),
                            ("technical_sanction", "Jail for a technical probation violation"),
                            ("jail_quarter", "Jail term cut by a quarter"),
                            ("jail_overcrowding", "Jail days taken off for overcrowding"),
                        ],
                        max_length=20,
                    ),
                ),
                ("made_on", models.DateField()),
                (
                    "effective_on",
                    models.DateField(blank=True, help_text="The day that it sets.", null=True),
                ),
                ("days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("term_years", models.PositiveSmallIntegerField(default=0)),
                ("term_months", models.PositiveSmallIntegerField(default=0)),
                (
                    "is_completed",
                    models.BooleanField(default=False, help_text="The placement was completed."),
                ),
                (
                    "awaits_treatment",
                    models.BooleanField(
                        default=False, help_text="Held until a place in treatment is free."
                    ),
                ),
            ],
            options={
                "ordering": ["made_on", "pk"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="paroleviolation",
            name="detainer_on",
            field=models.DateField(
                blank=True, help_text="Day the parole detainer was lodged.", null=True
            ),
        ),
        migrations.AddField(
            model_name="sentenceterms",
            name="surrendered_on",
            field=models.DateField(
                blank=True, help_text="Day the court let the person report to serve it.", null=True
            ),
        ),
        migrations.AddConstraint(
            model_name="sentenceterms",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("surrendered_on__isnull", True),
                    ("surrendered_on__gte", models.F("sentenced_on")),
                    _connector="OR",
                ),
                name="surrendered_after_it_was_imposed",
            ),
        ),
        migrations.AddField(
            model_name="timeorder",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)s_set",
                to="offenders.person",
            ),
        ),
        migrations.AddField(
            model_name="timeorder",
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
            model_name="timeorder",
            name="sentence",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty where it is about the person as a whole.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="time_orders",
                to="offenders.sentence",
            ),
        ),
        migrations.AddField(
            model_name="timeorder",
            name="supersedes",
            field=models.OneToOneField(
                blank=True,
                help_text="The fact that this one corrects.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="superseded_by",
                to="offenders.timeorder",
            ),
        ),
    ]
