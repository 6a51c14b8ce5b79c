"""What the other state has had is never deleted."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """One constraint."""

    dependencies = [
        ("interstate", "0002_history_is_kept"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "deleted"), _negated=True),
                    ("event__isnull", True),
                    _connector="OR",
                ),
                name="sent_activity_is_never_deleted",
            ),
        ),
    ]
