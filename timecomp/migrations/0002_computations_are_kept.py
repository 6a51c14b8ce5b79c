"""PostgreSQL refuses to change or delete a stored computation."""

from django.db import migrations

from ots.core.guards import append_only, guard_facts


class Migration(migrations.Migration):
    """Triggers on computations and on the profiles they name."""

    dependencies = [
        ("timecomp", "0001_computations_and_runs"),
        ("access", "0002_fact_guard"),
    ]

    operations = [*guard_facts("timecomp_computation"), *append_only("timecomp_ruleprofile")]
