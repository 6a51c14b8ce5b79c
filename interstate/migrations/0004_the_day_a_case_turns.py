"""Each case knows the day on which the calendar alone changes it."""

from django.conf import settings
from django.db import migrations, models

# The first night after the migration looks at every case that was there and finds its own day.
ALL_TURN_NOW = "UPDATE interstate_compactcase SET turns_on = CURRENT_DATE WHERE events_counted > 0"


class Migration(migrations.Migration):
    """One column with an index."""

    dependencies = [
        ("interstate", "0003_sent_activity_is_never_deleted"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="compactcase",
            name="turns_on",
            field=models.DateField(
                blank=True,
                help_text="The day on which the calendar alone changes the case.",
                null=True,
            ),
        ),
        migrations.AddIndex(
            model_name="compactcase",
            index=models.Index(
                condition=models.Q(("turns_on__isnull", False)),
                fields=["turns_on"],
                name="compact_case_turns",
            ),
        ),
        migrations.RunSQL(ALL_TURN_NOW, migrations.RunSQL.noop),
    ]
