"""What fell due in a quarter is found by an index: the measures of an office count it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index."""

    dependencies = [("interstate", "0005_who_is_reminded")]

    operations = [
        migrations.AddIndex(
            model_name="compactobligation",
            index=models.Index(
                condition=models.Q(("is_void", False)),
                fields=["key", "due_on"],
                name="compact_fell_due",
            ),
        )
    ]
