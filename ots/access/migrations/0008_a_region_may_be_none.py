"""An office of no region has none, so that a region can be a row of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Allow the absence of a region."""

    dependencies = [("access", "0007_access_for_a_time")]

    operations = [
        migrations.AlterField(
            model_name="office",
            name="region",
            field=models.CharField(max_length=40, blank=True, null=True),
        )
    ]
