"""Drop django-auditlog's own table: entries are ours, and the empty twin blocks flushing."""

from django.db import migrations


class Migration(migrations.Migration):
    """The package creates its table before it learns that the model is swapped."""

    dependencies = [
        ("audit", "0002_entries_are_kept"),
        ("auditlog", "0017_add_actor_email"),
    ]

    operations = [
        migrations.RunSQL("DROP TABLE IF EXISTS auditlog_logentry", migrations.RunSQL.noop)
    ]
