"""Years of what was due are read season by season."""

import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    """One small index over all rows."""

    dependencies = [("supervision", "0019_a_plan_says_what_was_owed")]

    operations = [
        migrations.AddIndex(
            model_name="obligation",
            index=django.contrib.postgres.indexes.BrinIndex(
                autosummarize=True, fields=["due_on"], name="obligation_by_season"
            ),
        )
    ]
