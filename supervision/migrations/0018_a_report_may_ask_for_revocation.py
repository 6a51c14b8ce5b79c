"""A report may ask that supervision be revoked."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column more."""

    dependencies = [
        ("supervision", "0017_what_is_missing_is_told_in_words"),
    ]

    operations = [
        migrations.AddField(
            model_name="violationreport",
            name="asks_revocation",
            field=models.BooleanField(
                default=False, help_text="Asks that probation or parole be revoked."
            ),
        ),
    ]
