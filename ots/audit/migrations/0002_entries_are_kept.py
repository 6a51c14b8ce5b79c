"""PostgreSQL refuses to change or delete an entry of the trail."""

from django.db import migrations

from ots.core.guards import append_only


class Migration(migrations.Migration):
    """One trigger on the trail."""

    dependencies = [
        ("audit", "0001_audit_entry"),
        ("access", "0002_fact_guard"),
    ]

    operations = [*append_only("audit_auditentry")]
