"""The first day on which a sentence lets the board grant parole."""

from datetime import date

from timecomp.engine.rules import ManualComputation
from timecomp.law.count import Count
from timecomp.law.decisions import after_decisions, is_cut_in_file
from timecomp.law.docket import Docket
from timecomp.law.drug_parole import drug_eligibility
from timecomp.law.end_dates import EndDates
from timecomp.law.ends import run_from
from timecomp.law.lifer import lifer_eligibility
from timecomp.law.long_term import long_term_day
from timecomp.law.mcl_769.s12_habitual import habitual_eligibility
from timecomp.law.mcl_791.s233_special_parole import (
    approval_has_effect,
    may_have_special_parole,
    special_parole,
)
from timecomp.law.mcl_800.s33_regimes import PROPOSAL_B
from timecomp.law.mcl_800.s71_emergency_powers import not_in_an_emergency
from timecomp.law.proposed import PROPOSED
from timecomp.law.proposed_parole import proposed_eligibility
from timecomp.law.regime import Regime
from timecomp.law.start import start_after
from timecomp.law.topics import End, Topic

MAJOR_CONTROLLED_SUBSTANCE = "major_controlled_substance"


def parole_eligibility(docket: Docket, count: Count) -> date | None:
    """The day parole may first be granted on the sentence; None without one or for a person to
    settle."""
    minimum = docket.dates(count.id, End.MINIMUM)
    if not count.is_live:
        return None
    docket.findings.about(count.id, Topic.PAROLE_ELIGIBILITY)
    try:
        if count.is_life:
            day = lifer_eligibility(docket, count, _waits_until(docket, count, minimum))
        else:
            day = _after_what_came_before(docket, count, minimum)
        if docket.case.orders:
            day = after_decisions(docket, count, day)
        return proposed_eligibility(docket, count, minimum, day) if PROPOSED.parole else day
    except ManualComputation as error:
        docket.findings.hand_over(error)
        return None


def _after_what_came_before(docket: Docket, count: Count, minimum: EndDates) -> date | None:
    start = _waits_until(docket, count, minimum)
    if start == minimum.starts.net:
        return _term_eligibility(docket, count, minimum)
    return _term_eligibility(docket, count, run_from(docket, count, minimum, start))


def _waits_until(docket: Docket, count: Count, minimum: EndDates) -> date | None:
    """In a string parole waits for the day that each earlier sentence allows, not for its net
    minimum: from then on this one is served toward parole."""
    before = docket.chain.before[count.id]
    allowed = [docket.eligible.get(id) for id in before]
    nets = [docket.dates(id, End.MINIMUM).ends.net for id in before]
    if allowed == nets or None in (*allowed, minimum.starts.net):
        return minimum.starts.net
    return start_after(docket, count, End.MINIMUM, allowed)


def _term_eligibility(docket: Docket, count: Count, minimum: EndDates) -> date | None:
    """The net minimum, unless a statute or a judge's approval sets another day."""
    net, start, regime = minimum.net, minimum.starts.net, count.regime
    if net is None or start is None or regime is None:
        return None
    if count.is_flat:
        return net.day
    if not is_cut_in_file(docket, count):
        docket.findings.ask(not_in_an_emergency, start=start, net_minimum=net.day)
    day = drug_eligibility(docket, count, start, net.day)
    day = long_term_day(docket, count, start, day)
    if _needs_approval(count, regime):
        if minimum.calendar is None:
            return None
        return habitual_eligibility(
            net_minimum=day,
            calendar_minimum=minimum.calendar,
            approved_on=count.sentence.judge_approval_on,
        )
    return _with_approval(docket, count, regime, start, day)


def _needs_approval(count: Count, regime: Regime) -> bool:
    """A habitual offender outside truth in sentencing, but for major controlled substances."""
    if not count.sentence.habitual or regime.is_truth_in_sentencing:
        return False
    major = count.offence is not None and count.offence.is_major_controlled_substance
    return not (major or MAJOR_CONTROLLED_SUBSTANCE in count.sentence.offense.flags)


def _with_approval(
    docket: Docket, count: Count, regime: Regime, start: date, net_minimum: date
) -> date:
    approved_on = count.sentence.judge_approval_on
    if approved_on is None:
        return net_minimum
    barred = docket.findings.ask(
        approval_has_effect,
        is_truth_in_sentencing=regime.is_truth_in_sentencing,
        approved_on=approved_on,
    )
    if barred or _is_barred_by_proposal_b(docket, count, approved_on):
        return net_minimum
    return special_parole(start=start, net_minimum=net_minimum, approved_on=approved_on)


def _is_barred_by_proposal_b(docket: Docket, count: Count, approved_on: date) -> bool:
    offense, row = count.sentence.offense, count.offence
    if offense.date < PROPOSAL_B:
        return False
    listed = None if row is None else row.is_proposal_b
    return docket.findings.ask(may_have_special_parole, listed=listed, approved_on=approved_on)
