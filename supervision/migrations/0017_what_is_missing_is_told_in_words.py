"""The one thing missing is kept as what it asks, not as a key."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A longer column."""

    dependencies = [("supervision", "0016_an_incident_names_its_test")]

    operations = [
        migrations.AlterField(
            model_name="eligibility",
            name="missing",
            field=models.CharField(
                blank=True, help_text="What the one criterion not met asks.", max_length=160
            ),
        )
    ]
