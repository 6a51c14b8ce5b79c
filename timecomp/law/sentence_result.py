"""The answer for one sentence, from the two ends that were computed."""

from datetime import date

from timecomp.law.count import Count
from timecomp.law.docket import Docket
from timecomp.law.facts import SentenceKind
from timecomp.law.jail_term import jail_result, probation_result
from timecomp.law.mcl_800.misconduct import is_major
from timecomp.law.mcl_800.s34_truth_in_sentencing import (
    disciplinary_time,
    disciplinary_time_is_entered,
)
from timecomp.law.results import CreditDays, Credits, SentenceResult
from timecomp.law.shortening import Shortened
from timecomp.law.topics import End, Topic


def sentence_result(docket: Docket, count: Count) -> SentenceResult:
    """Every date of the sentence; one that is no longer live has none."""
    regime = None if count.regime is None else count.regime.id.value
    if not count.is_live:
        return SentenceResult(id=count.id, regime=regime)
    if count.sentence.kind is SentenceKind.JAIL:
        return jail_result(docket, count)
    if count.sentence.kind is SentenceKind.PROBATION:
        return probation_result(docket, count)
    minimum, maximum = docket.dates(count.id, End.MINIMUM), docket.dates(count.id, End.MAXIMUM)
    return SentenceResult(
        id=count.id,
        regime=regime,
        start=minimum.starts.net,
        calendar_minimum=minimum.calendar,
        calendar_maximum=maximum.calendar,
        net_minimum=_day(minimum.net),
        net_maximum=_day(maximum.net),
        projected_minimum=_day(minimum.projected),
        projected_maximum=_day(maximum.projected),
        parole_eligibility=docket.eligible.get(count.id),
        credits=_credits(minimum.net, maximum.net),
        disciplinary_time_days=_disciplinary_time(docket, count),
    )


def _day(shortened: Shortened | None) -> date | None:
    return None if shortened is None else shortened.day


def _credits(minimum: Shortened | None, maximum: Shortened | None) -> Credits:
    if minimum is None and maximum is None:
        return Credits()
    low = minimum or Shortened(date.min)
    high = maximum or Shortened(date.min)
    return Credits(
        regular_good_time=CreditDays(low.regular_good_time, high.regular_good_time),
        special_good_time=CreditDays(low.special_good_time, high.special_good_time),
        disciplinary_credit=CreditDays(low.disciplinary_credit, high.disciplinary_credit),
        special_disciplinary_credit=CreditDays(
            low.special_disciplinary_credit, high.special_disciplinary_credit
        ),
        forfeited=max(low.forfeited, high.forfeited),
        restored=max(low.restored, high.restored),
    )


def _disciplinary_time(docket: Docket, count: Count) -> int:
    if (
        not docket.case.misconduct
        or count.regime is None
        or not count.regime.is_truth_in_sentencing
    ):
        return 0
    docket.findings.about(count.id, Topic.DISCIPLINARY_TIME)
    tickets = [t for t in docket.case.misconduct if t.found_guilty_on and is_major(class_=t.class_)]
    without = tuple(t.violated_on for t in tickets if t.disciplinary_time_days is None)
    docket.findings.ask(disciplinary_time_is_entered, tickets_without_days=without)
    return disciplinary_time(days=tuple(t.disciplinary_time_days or 0 for t in tickets))
