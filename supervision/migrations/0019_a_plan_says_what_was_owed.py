"""A plan of instalments keeps what was owed when it was set."""

from decimal import Decimal

from django.db import migrations, models


class Migration(migrations.Migration):
    """The column alone; plans before it owe nothing by it."""

    dependencies = [("supervision", "0018_a_report_may_ask_for_revocation")]

    operations = [
        migrations.AddField(
            model_name="instalmentplan",
            name="total",
            field=models.DecimalField(
                decimal_places=2,
                default=Decimal("0.00"),
                help_text="What was owed when it was set.",
                max_digits=12,
            ),
            preserve_default=False,
        )
    ]
