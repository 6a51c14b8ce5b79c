"""PostgreSQL refuses to change or delete a recorded order on a person's time."""

from django.db import migrations

from ots.core.guards import guard_facts


class Migration(migrations.Migration):
    """The trigger of facts."""

    dependencies = [
        ("offenders", "0008_orders_on_time_detainer_and_surrender"),
        ("access", "0002_fact_guard"),
    ]

    operations = guard_facts("offenders_timeorder")
