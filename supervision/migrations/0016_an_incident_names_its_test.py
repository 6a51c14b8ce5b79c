"""An incident may name the drug test it rests on."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """One column more."""

    dependencies = [
        ("supervision", "0015_conditions_zones_and_offers"),
    ]

    operations = [
        migrations.AddField(
            model_name="incident",
            name="drug_test",
            field=models.ForeignKey(
                blank=True,
                help_text="The test it rests on.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="incidents",
                to="supervision.drugtest",
            ),
        ),
    ]
