"""Do the counts agree: rows of the files, lines of the ledger, and records that stand."""

from collections.abc import Mapping

from django.db import models

from offenders.models import ChargeParticulars, CourtCase, CustodyPeriod, Identifier
from ots.exchange.agencies.broward import schema
from ots.exchange.models import ImportedRow
from supervision.models import RiskAssessment


def records_standing() -> Mapping[str, int]:
    """Count the records that came from each table, without the ledger's help where possible."""
    return {
        schema.PEOPLE.name: _facts(Identifier, schema.PEOPLE.name),
        schema.ARRESTS.name: _cases(),
        schema.CHARGES.name: _facts(ChargeParticulars, schema.CHARGES.name),
        schema.JAIL_STAYS.name: _facts(CustodyPeriod, schema.JAIL_STAYS.name),
        schema.PRISON_STAYS.name: _facts(CustodyPeriod, schema.PRISON_STAYS.name),
        schema.ASSESSMENTS.name: _facts(RiskAssessment, schema.ASSESSMENTS.name),
    }


def _facts(model: type[models.Model], table: str) -> int:
    # A correction carries the source on and names the fact it corrects: it is not another row.
    return model._default_manager.filter(
        source__startswith=f"{schema.AGENCY}/{table}.csv ", supersedes__isnull=True
    ).count()


def _cases() -> int:
    # A court case has no source; the ledger names its key.
    rows = ImportedRow.objects.filter(agency=schema.AGENCY, table=schema.ARRESTS.name)
    return CourtCase.objects.filter(pk__in=rows.values("record_id")).count()
