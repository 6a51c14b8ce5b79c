"""PostgreSQL refuses to change or delete a recorded fact."""

from django.db import migrations

from ots.core.guards import guard_facts


class Migration(migrations.Migration):
    """Triggers on every table of facts."""

    dependencies = [
        ("supervision", "0001_supervision_and_assignment"),
        ("access", "0002_fact_guard"),
    ]

    operations = [
        *guard_facts(
            "supervision_assignment",
            "supervision_riskassessment",
            "supervision_supervisionperiod",
        )
    ]
