"""PostgreSQL refuses to change or delete a line of the ledger."""

from django.db import migrations

from ots.core.guards import append_only


class Migration(migrations.Migration):
    """One trigger on the ledger."""

    dependencies = [("exchange", "0001_the_import_ledger"), ("access", "0002_fact_guard")]

    operations = [*append_only("exchange_importedrow")]
