"""A row of assessments becomes a risk assessment."""

from collections.abc import Mapping, Sequence
from datetime import date

from ots.exchange.agencies.broward import schema
from ots.exchange.agencies.broward.intake.base import BrowardLoader, person_id
from ots.exchange.agencies.broward.schema import AssessmentRow
from ots.exchange.loading import Entry, Written
from supervision.models import RiskAssessment


class AssessmentLoader(BrowardLoader[AssessmentRow]):
    """Loads the table of assessments."""

    table = schema.ASSESSMENTS

    def check(self, cells: Mapping[str, str], today: date) -> AssessmentRow:
        """Check the columns."""
        return schema.assessment_row(cells, today)

    def write(self, entries: Sequence[Entry[AssessmentRow]]) -> list[Written]:
        """Write the assessments."""
        assessments = RiskAssessment.objects.bulk_create(
            RiskAssessment(
                person_id=person_id(entry),
                instrument=entry.row.instrument,
                scale=entry.row.scale,
                assessed_on=entry.row.assessed_on,
                score=entry.row.decile,
                band=entry.row.band,
                source=entry.source,
            )
            for entry in entries
        )
        return [Written(record_id=each.pk, person_id=each.person_id) for each in assessments]
