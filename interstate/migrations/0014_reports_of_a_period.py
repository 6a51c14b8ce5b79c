"""What happened or was sent in a period is found by an index: the office's reports ask it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two indexes."""

    dependencies = [("interstate", "0013_reports_kept_by_name")]

    operations = [
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(("sent_at__isnull", False)),
                fields=["sent_at", "kind"],
                name="activity_sent_when",
            ),
        ),
        migrations.AddIndex(
            model_name="compactevent",
            index=models.Index(fields=["type", "happened_at"], name="compact_event_of_kind"),
        ),
    ]
