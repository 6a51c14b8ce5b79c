"""The region of an office is a link to its row."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Turn the name into a link."""

    dependencies = [("access", "0009_regions_of_offices_are_rows")]

    operations = [
        migrations.AlterField(
            model_name="office",
            name="region",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="offices",
                to="access.region",
            ),
        )
    ]
