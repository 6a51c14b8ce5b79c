"""The counts of one case while they are being computed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ParamSpec

from timecomp.engine.dates import add_days
from timecomp.engine.rules import ManualComputation, Rule
from timecomp.law.chain import Chain
from timecomp.law.count import Count
from timecomp.law.dead_time import dead_after, dead_days
from timecomp.law.end_dates import UNSETTLED, EndDates
from timecomp.law.facts import Case, CustodyKind, Order, OrderKind, Parole
from timecomp.law.findings import Findings
from timecomp.law.mcl_8.s3j_calendar import end_of_term
from timecomp.law.record import Record
from timecomp.law.results import Deadline
from timecomp.law.topics import End, Topic

P = ParamSpec("P")


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
    deadlines: list[Deadline] = field(default_factory=list)

    @property
    def decided_on(self) -> date:
        """The day whose decisions of courts hold: that of the question, or today's."""
        return self.case.as_of or date.max

    def orders(self, kind: OrderKind, sentence: str | None = None) -> list[Order]:
        """The orders of that kind, oldest first; those of one sentence if it is named."""
        found = [
            order
            for order in self.case.orders
            if order.kind is kind and sentence in (None, order.sentence)
        ]
        return sorted(found, key=lambda order: order.made_on)

    def due(
        self, sentence: str | None, law: Rule[P, date], *args: P.args, **facts: P.kwargs
    ) -> None:
        """Reckon a deadline and keep it."""
        self.findings.about(sentence, Topic.DEADLINE)
        try:
            day = law(*args, **facts)
        except ManualComputation as error:
            self.findings.hand_over(error)
            return
        self.deadlines.append(Deadline(law.id, law.title, sentence, day))

    def dates(self, id: str, end: End) -> EndDates:
        """What was computed for that end of the sentence."""
        return self.computed.get((id, end), UNSETTLED)

    def parole_at(self, day: date) -> Parole | None:
        """The parole on which the person was that day, if any."""
        return next((each for each in self.case.parole if self.ran_on(each, day)), None)

    def is_in_prison_or_escaped(self, day: date) -> bool:
        """Whether the record shows the person in prison or on escape that day."""
        kinds = (CustodyKind.PRISON, CustodyKind.ESCAPE)
        return any(
            s.kind in kinds and s.from_ <= day and (s.to is None or day <= s.to)
            for s in self.case.custody
        )

    def ran_on(self, parole: Parole, day: date) -> bool:
        """Whether the parole ran that day: days that do not count put its end off."""
        if day < parole.released_on:
            return False
        if parole.term is None:
            return True
        end = end_of_term(start=parole.released_on, term=parole.term)
        for span in dead_after(self.record, parole.released_on):
            if span.start < end and span.end is None:
                return True
            if span.start < end:
                end = add_days(end, dead_days(span, parole.released_on))
        return day < end
