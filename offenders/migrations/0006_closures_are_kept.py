"""PostgreSQL keeps closures, orders, treatment and emergencies from being rewritten."""

from django.db import migrations

from ots.core.guards import append_only, guard_facts


class Migration(migrations.Migration):
    """Triggers on the new tables of facts and evidence."""

    dependencies = [("offenders", "0005_records_are_closed")]

    operations = [
        *guard_facts(
            "offenders_personclosure",
            "offenders_sealorder",
            "offenders_treatment",
            "offenders_treatmentconsent",
        ),
        *append_only("offenders_emergencyopening", "offenders_emergencyreview"),
    ]
