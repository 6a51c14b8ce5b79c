"""When each sentence starts: alone, in the place of another, or after the one before it."""

from datetime import date

from timecomp.engine.dates import DaySpan, add_days, days_excluding_first, union
from timecomp.law.count import Count
from timecomp.law.docket import Docket
from timecomp.law.end_dates import NO_START, Starts
from timecomp.law.facts import CustodyKind, CustodySpan, SentenceKind
from timecomp.law.mcl_750.s227b_felony_firearm import start_after_felony_firearm
from timecomp.law.mcl_768.s7a_consecutive import (
    start_after_maximum_done,
    start_after_minimum_done,
    start_consecutive,
    start_of_parole_crime,
)
from timecomp.law.mcl_769.s11a_resentence import resentence_credit_agrees, start_resentence
from timecomp.law.mcl_769.s11b_jail_credit import (
    credit_once_in_a_string,
    days_before_detainer,
    parolee_credit_settled,
    start_after_appeal_bond,
    start_on_surrender,
    start_single,
)
from timecomp.law.mcl_771.s4_revocation import start_probation_revoked
from timecomp.law.proposed import PROPOSED, StartFacts
from timecomp.law.proposed_parole import proposed_start
from timecomp.law.topics import End


def starts_of(docket: Docket, count: Count, end: End) -> Starts:
    """The days from which that end of the sentence runs."""
    before = docket.chain.before[count.id]
    if not before:
        start = _own_start(docket, count, end)
        return NO_START if start is None else Starts(start, start, start)
    if any(docket.counts[id].is_life for id in before):
        docket.findings.note(
            "cons_life_first",
            "This sentence follows a life sentence and starts only if that ends; it was not dated.",
        )
        return NO_START
    ends = [docket.dates(id, end).ends for id in before]
    return Starts(
        start_after(docket, count, end, [each.calendar for each in ends]),
        start_after(docket, count, end, [each.net for each in ends]),
        start_after(docket, count, end, [each.projected for each in ends]),
    )


def jail_stays(docket: Docket, count: Count) -> list[DaySpan]:
    """The recorded stays in jail for this sentence, up to the day before it was imposed."""
    sentenced_on = count.sentence.sentenced_on
    last = add_days(sentenced_on, -1)
    return [
        DaySpan(span.from_, last if span.to is None else min(span.to, last))
        for span in docket.case.custody
        if _is_jail_for(span, count) and span.from_ < sentenced_on
    ]


def _is_jail_for(span: CustodySpan, count: Count) -> bool:
    return span.kind is CustodyKind.JAIL and span.sentence == count.id


def _own_start(docket: Docket, count: Count, end: End) -> date | None:
    sentence = count.sentence
    if sentence.replaces is not None:
        start = _start_in_place_of(docket, count, docket.counts[sentence.replaces], end)
    elif sentence.surrendered_on is not None:
        start = start_on_surrender(
            surrendered_on=sentence.surrendered_on, jail_credit_days=sentence.jail_credit_days
        )
    else:
        start = start_single(
            sentenced_on=sentence.sentenced_on, jail_credit_days=sentence.jail_credit_days
        )
    free = _days_on_appeal_bond(docket, count) if docket.case.custody else 0
    return start_after_appeal_bond(start=start, free_days=free) if free and start else start


def _start_in_place_of(docket: Docket, count: Count, replaced: Count, end: End) -> date | None:
    sentence = count.sentence
    if replaced.sentence.kind is SentenceKind.PROBATION:
        return start_probation_revoked(
            sentenced_on=sentence.sentenced_on, jail_days_served=sentence.jail_credit_days
        )
    replaced_start = docket.dates(replaced.id, end).starts.net
    if replaced_start is None:
        return None
    docket.findings.ask(
        resentence_credit_agrees,
        jail_credit_days=sentence.jail_credit_days,
        original_credit_days=replaced.sentence.jail_credit_days,
        days_served=days_excluding_first(replaced_start, sentence.sentenced_on),
    )
    return start_resentence(sentenced_on=sentence.sentenced_on, replaced_start=replaced_start)


def _days_on_appeal_bond(docket: Docket, count: Count) -> int:
    """Days at liberty since the term began; a day entered twice, or before the surrender from which
    the term runs, puts nothing off."""
    sentence = count.sentence
    begun = sentence.surrendered_on or sentence.sentenced_on
    spans = union(
        DaySpan(max(span.from_, begun), span.to)
        for span in docket.case.custody
        if span.kind is CustodyKind.APPEAL_BOND
        and span.sentence in (None, count.id)
        and span.to is not None
        and span.from_ >= sentence.sentenced_on
    )
    return sum(span.days for span in spans)


def start_after(docket: Docket, count: Count, end: End, ends: list[date | None]) -> date | None:
    """The start after the latest of the terms before it; one that is unsettled leaves this one
    unsettled."""
    known = [day for day in ends if day is not None]
    if len(known) < len(ends):
        return None
    start = _start_after(docket, count, end, known)
    if not PROPOSED.start:
        return start
    facts = StartFacts(
        sentence=count.sentence,
        end=end,
        start=start,
        prior_end=max(known),
        is_parole_crime=docket.parole_at(count.sentence.offense.date) is not None,
        stays=tuple(jail_stays(docket, count)),
    )
    return proposed_start(count, facts)


def _start_after(docket: Docket, count: Count, end: End, known: list[date]) -> date:
    prior_end = max(known)
    preceding = docket.counts[docket.chain.before[count.id][known.index(prior_end)]]
    sentenced_on = count.sentence.sentenced_on
    if preceding.is_felony_firearm and sentenced_on <= preceding.sentence.sentenced_on:
        _ask_about_credit(docket, count)
        return start_after_felony_firearm(prior_end=prior_end)
    if sentenced_on <= preceding.sentence.sentenced_on or prior_end >= sentenced_on:
        _ask_about_credit(docket, count)
        return start_consecutive(prior_end=prior_end)
    return _after_a_term_done(docket, count, end, preceding, prior_end)


def _after_a_term_done(
    docket: Docket, count: Count, end: End, preceding: Count, prior_end: date
) -> date:
    """The sentence was imposed when the earlier end had already come."""
    sentence = count.sentence
    if _maximum_was_done(
        docket, preceding, add_days(sentence.sentenced_on, -sentence.jail_credit_days)
    ):
        return start_after_maximum_done(
            prior_end=prior_end,
            sentenced_on=sentence.sentenced_on,
            jail_credit_days=sentence.jail_credit_days,
        )
    days = _days_before_detainer(docket, count)
    if docket.parole_at(sentence.offense.date) is None:
        _ask_about_credit(docket, count)
        return start_after_minimum_done(prior_end=prior_end, sentenced_on=sentence.sentenced_on)
    if parolee_credit_settled.in_force(sentence.sentenced_on):
        docket.findings.ask(
            parolee_credit_settled,
            jail_credit_days=sentence.jail_credit_days,
            days_before_detainer=days,
        )
    return start_of_parole_crime(
        prior_end=prior_end, sentenced_on=sentence.sentenced_on, days_before_detainer=days or 0
    )


def _maximum_was_done(docket: Docket, preceding: Count, arrested_on: date) -> bool:
    maximum = docket.dates(preceding.id, End.MAXIMUM).net
    return maximum is not None and maximum.day <= arrested_on


def _days_before_detainer(docket: Docket, count: Count) -> int | None:
    """Jail days before the parole detainer; None while the detainer is not recorded."""
    detainers = [
        violation.detainer_on
        for parole in docket.case.parole
        for violation in parole.violations
        if violation.detainer_on is not None
        and violation.detainer_on <= count.sentence.sentenced_on
    ]
    if not detainers:
        return None
    return days_before_detainer(stays=tuple(jail_stays(docket, count)), detainer_on=max(detainers))


def _ask_about_credit(docket: Docket, count: Count) -> None:
    if docket.case.parole and docket.parole_at(count.sentence.offense.date) is not None:
        return  # a parolee's credit has its own rule
    first = docket.counts[docket.chain.first_served(count.id)]
    docket.findings.ask(
        credit_once_in_a_string,
        jail_credit_days=count.sentence.jail_credit_days,
        first_served_credit_days=first.sentence.jail_credit_days,
    )
