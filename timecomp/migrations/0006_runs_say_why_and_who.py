"""A run tells each stretch's worker and why results differed; nobody is written twice in one."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("offenders", "0004_forms_are_carried_out_once"),
        ("timecomp", "0005_decisions_and_certifications_are_kept"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="nightlychunk",
            name="causes",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="nightlychunk",
            name="changed",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="nightlychunk",
            name="failed",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="nightlychunk",
            name="seconds",
            field=models.FloatField(default=0),
        ),
        migrations.AddField(
            model_name="nightlychunk",
            name="worker",
            field=models.CharField(blank=True, help_text="Machine and process.", max_length=80),
        ),
        migrations.AddField(
            model_name="nightlyrun",
            name="causes",
            field=models.JSONField(
                default=dict, help_text="How many stored computations differed for which cause."
            ),
        ),
        migrations.AddField(
            model_name="nightlyrun",
            name="summary_sent_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AlterField(
            model_name="computation",
            name="cause",
            field=models.CharField(
                choices=[
                    ("first", "First computation"),
                    ("facts", "A fact was recorded or corrected"),
                    ("law", "The law book changed"),
                    ("day", "Time passed"),
                    ("unexplained", "Same facts, law and day, another result"),
                ],
                max_length=11,
            ),
        ),
        migrations.AlterField(
            model_name="computation",
            name="run",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                help_text="Empty where a recorded fact prompted it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="computations",
                to="timecomp.nightlyrun",
            ),
        ),
        migrations.AddConstraint(
            model_name="computation",
            constraint=models.UniqueConstraint(
                fields=("run", "person"), name="once_a_run_for_a_person"
            ),
        ),
    ]
