"""A file of data is a medium of its own in the log of disclosures."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A choice alone: no row changes."""

    dependencies = [
        ("audit", "0007_rows_changed_without_an_event"),
    ]

    operations = [
        migrations.AlterField(
            model_name="disclosure",
            name="medium",
            field=models.CharField(
                choices=[
                    ("csv", "Table file"),
                    ("pdf", "Document"),
                    ("json", "Data file"),
                    ("message", "Answer to another system"),
                    ("paper", "On paper"),
                    ("oral", "By word of mouth"),
                ],
                max_length=10,
            ),
        ),
    ]
