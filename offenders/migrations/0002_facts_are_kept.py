"""PostgreSQL refuses to change or delete a recorded fact."""

from django.db import migrations

from ots.core.guards import append_only, guard_facts


class Migration(migrations.Migration):
    """Triggers on every table of facts."""

    dependencies = [("offenders", "0001_the_record"), ("access", "0002_fact_guard")]

    operations = [
        *guard_facts(
            "offenders_address",
            "offenders_arrest",
            "offenders_bond",
            "offenders_chargeparticulars",
            "offenders_creditaward",
            "offenders_custodyperiod",
            "offenders_demographics",
            "offenders_detainer",
            "offenders_disposition",
            "offenders_employment",
            "offenders_forfeiture",
            "offenders_hearing",
            "offenders_hold",
            "offenders_identifier",
            "offenders_judgmentofsentence",
            "offenders_misconduct",
            "offenders_movement",
            "offenders_parolerelease",
            "offenders_paroleviolation",
            "offenders_personname",
            "offenders_phone",
            "offenders_photograph",
            "offenders_physicaldescription",
            "offenders_protectiveorder",
            "offenders_restoration",
            "offenders_sentenceterms",
            "offenders_warrant",
        ),
        *append_only("offenders_consecutivelink"),
    ]
