"""What an office owes is counted, and what waits at it is read in order, from an index alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index in the place of another, and a new one."""

    dependencies = [("interstate", "0018_an_activity_is_watched")]

    operations = [
        migrations.RemoveIndex(model_name="compactobligation", name="compact_owed_by_office"),
        migrations.AddIndex(
            model_name="compactobligation",
            index=models.Index(
                condition=models.Q(("is_void", False), ("satisfied_on__isnull", True)),
                fields=["owing_office", "due_on"],
                include=["case", "key"],
                name="compact_owed_by_office",
            ),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(("status__in", ("with_office", "received"))),
                fields=["changed_at", "id"],
                name="activity_waits_at_office",
            ),
        ),
    ]
