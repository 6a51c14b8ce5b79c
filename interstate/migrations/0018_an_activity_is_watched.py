"""A user watches one activity, as a case."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """One link."""

    dependencies = [
        ("interstate", "0017_counts_of_a_period"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="activity",
            name="watchers",
            field=models.ManyToManyField(
                blank=True, related_name="watched_compact_activities", to=settings.AUTH_USER_MODEL
            ),
        ),
    ]
