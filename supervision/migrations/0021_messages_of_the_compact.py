"""Messages may be about the interstate compact."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One more kind."""

    dependencies = [
        ("supervision", "0020_what_was_due_by_season"),
    ]

    operations = [
        migrations.AlterField(
            model_name="outgoingmessage",
            name="kind",
            field=models.CharField(
                choices=[
                    ("appointment", "Appointment"),
                    ("court", "Court date"),
                    ("test", "Test"),
                    ("overdue_visit", "Agent overdue from a visit"),
                    ("duress", "Duress word given"),
                    ("compact", "Interstate compact"),
                ],
                max_length=14,
            ),
        ),
    ]
