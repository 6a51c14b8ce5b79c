"""Recording results of tools whose items belong to somebody: the scores alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from offenders.services.facts import write_fact
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.obligation import ObligationKind
from supervision.models import RiskAssessment
from supervision.services.obligations import note_done


@dataclass(frozen=True, slots=True)
class Result:
    """One scale's score and band."""

    scale: str
    score: int
    band: str


def record_results(  # noqa: PLR0913  the parts of one sheet
    viewer: Viewer,
    person_id: int,
    *,
    tool: str,
    assessed_on: date,
    results: Sequence[Result],
    token: UUID | None = None,
) -> RiskAssessment:
    """Record what a sheet says; returns the first scale's row. What was due is met."""
    viewer.require(Permission.RISK_ASSESS)

    @transaction.atomic
    def write() -> RiskAssessment:
        rows = [
            write_fact(
                viewer,
                RiskAssessment,
                person_id=person_id,
                event=Event.RISK_RESULT_RECORDED,
                instrument=tool,
                scale=each.scale,
                assessed_on=assessed_on,
                score=each.score,
                band=each.band,
            )
            for each in results
        ]
        first = rows[0]
        record(Event.RISK_RESULT_RECORDED, actor=viewer.user, target=first, person_id=person_id)
        note_done(person_id=person_id, kind=ObligationKind.ASSESSMENT, on=assessed_on, source=first)
        return first

    return once(token, Event.RISK_RESULT_RECORDED, RiskAssessment, write)
