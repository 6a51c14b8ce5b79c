"""What an office owes and waits for, the soonest first, with the case it is counted by."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two indexes; apart from the filling, whose deferred checks hold the table until it ends."""

    dependencies = [("interstate", "0011_which_office_waits")]

    operations = [
        migrations.RemoveIndex(model_name="compactobligation", name="compact_owed_by_office"),
        migrations.AddIndex(
            model_name="compactobligation",
            index=models.Index(
                condition=models.Q(("is_void", False), ("satisfied_on__isnull", True)),
                fields=["owing_office", "due_on"],
                include=["case"],
                name="compact_owed_by_office",
            ),
        ),
        migrations.AddIndex(
            model_name="compactobligation",
            index=models.Index(
                condition=models.Q(("is_void", False), ("satisfied_on__isnull", True)),
                fields=["awaiting_office", "due_on"],
                include=["case"],
                name="compact_awaited_by_office",
            ),
        ),
    ]
