"""The counts of one case while they are being computed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from timecomp.law.chain import Chain
from timecomp.law.count import Count
from timecomp.law.end_dates import UNSETTLED, EndDates
from timecomp.law.facts import Case, CustodyKind, Parole
from timecomp.law.findings import Findings
from timecomp.law.mcl_8.s3j_calendar import end_of_term
from timecomp.law.record import Record
from timecomp.law.topics import End


@dataclass(slots=True)
class Docket:
    """A case, its record, its chain, and the ends computed so far."""

    case: Case
    counts: Mapping[str, Count]
    chain: Chain
    record: Record
    findings: Findings
    computed: dict[tuple[str, End], EndDates] = field(default_factory=dict)
    eligible: dict[str, date | None] = field(default_factory=dict)

    def dates(self, id: str, end: End) -> EndDates:
        """What was computed for that end of the sentence."""
        return self.computed.get((id, end), UNSETTLED)

    def parole_at(self, day: date) -> Parole | None:
        """The parole on which the person was that day, if any."""
        return next((parole for parole in self.case.parole if _is_on(parole, day)), None)

    def is_in_prison_or_escaped(self, day: date) -> bool:
        """Whether the record shows the person in prison or on escape that day."""
        kinds = (CustodyKind.PRISON, CustodyKind.ESCAPE)
        return any(
            s.kind in kinds and s.from_ <= day and (s.to is None or day <= s.to)
            for s in self.case.custody
        )


def _is_on(parole: Parole, day: date) -> bool:
    if day < parole.released_on:
        return False
    return parole.term is None or day < end_of_term(start=parole.released_on, term=parole.term)
