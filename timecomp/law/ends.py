"""Both ends of one sentence: on the calendar, after credits, and with special credits projected."""

from datetime import date

from timecomp.engine.rules import ManualComputation
from timecomp.law.count import Count
from timecomp.law.dead_time import after_dead_time, dead_after, dead_days
from timecomp.law.docket import Docket
from timecomp.law.end_dates import UNSETTLED, EndDates
from timecomp.law.facts import Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term
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
    return EndDates(
        starts,
        _calendar(docket, count, end, starts.calendar, term),
        _shortened(docket, count, end, starts.net, term, projects=False),
        _shortened(docket, count, end, starts.projected, term, projects=True),
    )


def _calendar(
    docket: Docket, count: Count, end: End, start: date | None, term: Term
) -> date | None:
    if start is None:
        return None
    docket.findings.about(count.id, CALENDAR_TOPIC[end])
    try:
        return after_dead_time(docket.record, start, end_of_term(start=start, term=term))
    except ManualComputation as error:
        docket.findings.hand_over(error)
        return None


def _shortened(
    docket: Docket, count: Count, end: End, start: date | None, term: Term, *, projects: bool
) -> Shortened | None:
    """The end after credits, put off by each stretch of dead time that began before it came."""
    regime = count.regime
    if start is None or regime is None:
        return None
    docket.findings.about(count.id, (PROJECTED_TOPIC if projects else NET_TOPIC)[end])
    shortener = Shortener(count, docket.record, docket.findings, projects=projects)
    try:
        calendar_end = end_of_term(start=start, term=term)
        answer = shortener.shorten(Stretch(start, calendar_end, term, end), regime)
        for span in dead_after(docket.record, start):
            if span.start >= answer.day:
                break
            calendar_end = span.rule(
                end=calendar_end, dead_from=span.start, dead_days=dead_days(span, start)
            )
            answer = shortener.shorten(Stretch(start, calendar_end, term, end), regime)
    except ManualComputation as error:
        docket.findings.hand_over(error)
        return None
    return answer
