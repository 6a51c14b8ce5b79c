"""What an evaluation touched stands by the person: it may change while the dates do not."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("offenders", "0004_forms_are_carried_out_once"),
        ("timecomp", "0002_computations_are_kept"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="computation",
            name="profile",
        ),
        migrations.CreateModel(
            name="PersonProfile",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="offenders.person",
                    ),
                ),
                (
                    "profile",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="timecomp.ruleprofile",
                    ),
                ),
            ],
        ),
    ]
