"""Both ends of one sentence: on the calendar, after credits, and with special credits projected."""

from collections.abc import Mapping
from datetime import date

from timecomp.engine.rules import ManualComputation
from timecomp.law.count import Count
from timecomp.law.dead_time import after_dead_time, dead_after, dead_days
from timecomp.law.docket import Docket
from timecomp.law.end_dates import UNSETTLED, EndDates, Starts
from timecomp.law.facts import Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term
from timecomp.law.regime import Regime, Scheme
from timecomp.law.shortening import Shortened, Shortener, Stretch
from timecomp.law.start import starts_of
from timecomp.law.topics import CALENDAR_TOPIC, NET_TOPIC, PROJECTED_TOPIC, End, Topic


def compute_end(docket: Docket, count: Count, end: End) -> EndDates:
    """Where that end of the sentence falls; what a rule cannot settle stays empty and is noted."""
    docket.findings.about(count.id, Topic.START)
    try:
        starts = starts_of(docket, count, end)
    except ManualComputation as error:
        docket.findings.hand_over(error)
        return UNSETTLED
    term = count.term(end)
    if term is None:
        return EndDates(starts)
    run = _Run(docket, count, end, term)
    calendar = run.calendar(starts.calendar)
    net = run.shortened(starts.net, NET_TOPIC, projects=False)
    projected = net
    if starts.net != starts.projected or run.may_take_special_credit:
        projected = run.shortened(starts.projected, PROJECTED_TOPIC, projects=True)
    return EndDates(starts, calendar, net, projected)


def run_from(docket: Docket, count: Count, minimum: EndDates, start: date | None) -> EndDates:
    """The minimum run from another start, as where parole waited on the sentence before it."""
    term = count.term(End.MINIMUM)
    starts = Starts(start, start, minimum.starts.projected)
    if term is None:
        return EndDates(starts)
    run = _Run(docket, count, End.MINIMUM, term)
    calendar = run.calendar(start)
    net = run.shortened(start, {End.MINIMUM: Topic.PAROLE_ELIGIBILITY}, projects=False)
    return EndDates(starts, calendar, net)


class _Run:
    """One end of one sentence, run from each of its starts."""

    __slots__ = ("_count", "_docket", "_end", "_served", "_term")

    def __init__(self, docket: Docket, count: Count, end: End, term: Term) -> None:
        self._docket = docket
        self._count = count
        self._end = end
        self._term = term
        self._served: dict[date, date] = {}

    @property
    def may_take_special_credit(self) -> bool:
        """Whether a projection can differ from the net date."""
        regime = self._count.regime
        if regime is None or self._count.is_flat:
            return False
        return regime.scheme(self._end) is not Scheme.NOTHING

    def calendar(self, start: date | None) -> date | None:
        """The end without credits, put off by dead time."""
        if start is None:
            return None
        self._docket.findings.about(self._count.id, CALENDAR_TOPIC[self._end])
        try:
            return after_dead_time(self._docket.record, start, self._end_of_term(start))
        except ManualComputation as error:
            self._docket.findings.hand_over(error)
            return None

    def shortened(
        self, start: date | None, topics: Mapping[End, Topic], *, projects: bool
    ) -> Shortened | None:
        """The end after credits, put off by each stretch of dead time that began before it came."""
        if start is None or self._count.regime is None:
            return None
        docket = self._docket
        docket.findings.about(self._count.id, topics[self._end])
        shortener = Shortener(self._count, docket.record, docket.findings, projects=projects)
        try:
            return self._put_off(start, shortener, self._count.regime)
        except ManualComputation as error:
            docket.findings.hand_over(error)
            return None

    def _put_off(self, start: date, shortener: Shortener, regime: Regime) -> Shortened:
        calendar_end = self._end_of_term(start)
        answer = shortener.shorten(self._stretch(start, calendar_end), regime)
        for span in dead_after(self._docket.record, start):
            if span.start >= answer.day:
                break
            calendar_end = span.rule(
                end=calendar_end, dead_from=span.start, dead_days=dead_days(span, start)
            )
            answer = shortener.shorten(self._stretch(start, calendar_end), regime)
        return answer

    def _stretch(self, start: date, calendar_end: date) -> Stretch:
        return Stretch(start, calendar_end, self._term, self._end)

    def _end_of_term(self, start: date) -> date:
        end = self._served.get(start)
        if end is None:
            end = self._served[start] = end_of_term(start=start, term=self._term)
        return end
