"""How long a message may be is a dated amount of the rules, no width of a column."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The column takes any length."""

    dependencies = [("interstate", "0014_reports_of_a_period")]

    operations = [
        migrations.AlterField(
            model_name="portalevent",
            name="text",
            field=models.TextField(help_text="As it is said."),
        ),
    ]
