"""Terms that are not served in prison: county jail and probation."""

from datetime import date

from timecomp.engine.dates import add_days, days_excluding_first
from timecomp.engine.rules import ManualComputation
from timecomp.law.count import Count
from timecomp.law.docket import Docket
from timecomp.law.facts import OrderKind, Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term
from timecomp.law.mcl_51.s282_jail_good_time import jail_good_time, jail_release
from timecomp.law.mcl_769.s11b_jail_credit import start_single
from timecomp.law.mcl_771.s2_lifetime_probation import (
    lifetime_probation_discharge,
    lifetime_probation_is_known,
)
from timecomp.law.mcl_771.s2_probation import (
    ACT_2017,
    ACT_2020,
    FELONY_PROBATION,
    HALF_OF_PROBATION,
    misdemeanor_probation,
)
from timecomp.law.mcl_801.s257_reductions import quarter_off, release_in_overcrowding
from timecomp.law.probation_orders import check_probation, end_with_extensions
from timecomp.law.results import SentenceResult
from timecomp.law.topics import Topic


def jail_result(docket: Docket, count: Count) -> SentenceResult:
    """A jail term: the calendar end, and the release after a sixth off for good conduct."""
    term, sentence = _stated(count), count.sentence
    if term is None:
        return _without_length(docket, count)
    try:
        docket.findings.about(count.id, Topic.START)
        start = start_single(
            sentenced_on=sentence.sentenced_on, jail_credit_days=sentence.jail_credit_days
        )
        docket.findings.about(count.id, Topic.CALENDAR_MAXIMUM)
        end = end_of_term(start=start, term=term)
        days = days_excluding_first(start, end)
        docket.findings.about(count.id, Topic.NET_MAXIMUM)
        off = jail_good_time(sentence_days=days, sentenced_on=sentence.sentenced_on)
        release = jail_release(start=start, sentence_days=days, good_time_days=off)
        if docket.case.orders:
            release = _shortened_by_orders(docket, count, release, days)
        release = max(sentence.sentenced_on, release)
    except ManualComputation as error:
        docket.findings.hand_over(error)
        return SentenceResult(id=count.id)
    return SentenceResult(
        id=count.id,
        start=start,
        calendar_maximum=end,
        net_maximum=release,
        projected_maximum=release,
    )


def _shortened_by_orders(docket: Docket, count: Count, release: date, days: int) -> date:
    for order in docket.orders(OrderKind.JAIL_QUARTER, count.id):
        quarter = quarter_off(sentence_days=days, ordered_on=order.made_on)
        release = add_days(release, -quarter)
    for order in docket.orders(OrderKind.JAIL_OVERCROWDING, count.id):
        if order.days:
            release = release_in_overcrowding(release=release, days=order.days)
    return release


def probation_result(docket: Docket, count: Count) -> SentenceResult:
    """A probation term: it starts on the day it was imposed and ends on the calendar."""
    term, start = _stated(count), count.sentence.sentenced_on
    if count.is_life:
        _check_lifetime(docket, count)
        return SentenceResult(id=count.id, start=start)
    if term is None:
        return _without_length(docket, count)
    docket.findings.about(count.id, Topic.JUDGMENT)
    limit = misdemeanor_probation if count.is_misdemeanor else FELONY_PROBATION.on(start)
    docket.findings.ask(limit, term=term, sentenced_on=start)
    check_probation(docket, count, term)
    docket.findings.about(count.id, Topic.CALENDAR_MAXIMUM)
    try:
        end = end_with_extensions(docket, count, end_of_term(start=start, term=term))
        half = _half_done(docket, count, term)
    except ManualComputation as error:
        docket.findings.hand_over(error)
        return SentenceResult(id=count.id)
    return SentenceResult(
        id=count.id,
        start=start,
        calendar_maximum=end,
        net_maximum=end,
        projected_maximum=end,
        half_term_date=half,
    )


def _check_lifetime(docket: Docket, count: Count) -> None:
    """Ask about probation for life that no law knows; any other may be asked to end."""
    offense = count.sentence.offense
    docket.findings.about(count.id, Topic.JUDGMENT)
    is_unknown = docket.findings.ask(
        lifetime_probation_is_known, code=offense.code, offense_date=offense.date
    )
    if not is_unknown:
        docket.due(count.id, lifetime_probation_discharge, start=count.sentence.sentenced_on)


def _half_done(docket: Docket, count: Count, term: Term) -> date | None:
    """Half of the term, where the law of the sentence date knows an early discharge: from 2017 for
    a felony, from 2021 for any crime."""
    start = count.sentence.sentenced_on
    if start < (ACT_2020 if count.is_misdemeanor else ACT_2017):
        return None
    docket.findings.about(count.id, Topic.HALF_TERM_DATE)
    return HALF_OF_PROBATION.on(start)(start=start, term=term)


def _stated(count: Count) -> Term | None:
    maximum = count.sentence.maximum
    return maximum if isinstance(maximum, Term) else count.sentence.minimum


def _without_length(docket: Docket, count: Count) -> SentenceResult:
    docket.findings.about(count.id, Topic.JUDGMENT)
    docket.findings.note(
        "jos_controls", "The judgment states no length for this term. Ask the court for it."
    )
    return SentenceResult(id=count.id)
