"""What an office waits for, the soonest first."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index; apart from the filling, whose deferred checks hold the table until it ends."""

    dependencies = [("interstate", "0011_which_office_waits")]

    operations = [
        migrations.AddIndex(
            model_name="compactobligation",
            index=models.Index(
                condition=models.Q(("is_void", False), ("satisfied_on__isnull", True)),
                fields=["awaiting_office", "due_on"],
                name="compact_awaited_by_office",
            ),
        ),
    ]
