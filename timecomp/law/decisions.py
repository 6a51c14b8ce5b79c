"""Decisions that open parole on a sentence before, or after, its own day."""

from datetime import date

from timecomp.law.count import Count
from timecomp.law.docket import Docket
from timecomp.law.facts import CustodyKind, Order, OrderKind, SentenceKind, Term
from timecomp.law.mcl_750.s520b_first_degree import SECTION
from timecomp.law.mcl_791.s234a_special_alternative import (
    eligibility_after_unit,
    may_enter_unit,
    minimum_allows_unit,
)
from timecomp.law.mcl_791.s244_clemency import (
    commuted_eligibility,
    medical_eligibility,
    medical_parole_is_open,
)
from timecomp.law.mcl_800.s71_emergency_powers import after_emergency_cut
from timecomp.law.offences import normalise_code
from timecomp.law.topics import End, Topic

COMPLETED = "completed"
DWELLING = "dwelling"
BREAKING_IN = ("750.110", "750.110A")


def after_decisions(docket: Docket, count: Count, day: date | None) -> date | None:
    """The day parole opens once emergency, clemency, frailty and the unit are heard."""
    if day is not None and not count.is_life and not count.is_flat:
        for order in docket.orders(OrderKind.EMERGENCY_REDUCTION, count.id):
            day = after_emergency_cut(day=day, days=order.days, declared_on=order.made_on)
    for order in docket.orders(OrderKind.COMMUTATION, count.id):
        if order.day is not None:
            day = commuted_eligibility(commuted_on=order.made_on, warrant_day=order.day)
    for order in docket.orders(OrderKind.MEDICAL_PAROLE):
        day = _after_frailty(docket, count, order, day)
    for order in docket.orders(OrderKind.SPECIAL_ALTERNATIVE):
        day = _after_unit(docket, count, order, day)
    return day


def is_cut_in_file(docket: Docket, count: Count) -> bool:
    """Whether the file itself shows what the emergencies took off."""
    return bool(docket.case.orders and docket.orders(OrderKind.EMERGENCY_REDUCTION, count.id))


def _after_frailty(docket: Docket, count: Count, order: Order, day: date | None) -> date | None:
    """A person who came back (the order has a day) serves the minimum on."""
    if _has_come(docket, order.day):
        return day
    if not medical_eligibility.in_force(order.made_on):
        docket.findings.note(
            "med_any_time",
            f"The decision of {order.made_on} under MCL 791.235(10) is older than the act of 2019 "
            "and moved no date; ask the parole board's counsel.",
        )
        return day
    barred = docket.findings.ask(
        medical_parole_is_open,
        is_without_parole=(count.is_life and day is None) or _is_punished_without_parole(count),
        is_first_degree=normalise_code(count.sentence.offense.code).startswith(SECTION),
        is_flat=count.is_flat,
    )
    return day if barred or day is None else medical_eligibility(day=day, found_on=order.made_on)


def _is_punished_without_parole(count: Count) -> bool:
    """Whether the law's punishment for the crime is life without parole, whatever term a court
    gave in its place; drug lifers have had parole since 1998."""
    row = count.offence
    if row is None or count.sentence.offense.attempt:
        return False
    return row.mandatory_life and not row.is_drug


def _after_unit(docket: Docket, count: Count, order: Order, day: date | None) -> date | None:
    _ask_about_placement(docket, count, order)
    left_on = order.day
    if day is None or COMPLETED not in order.flags or count.is_flat:
        return day
    if left_on is None or not _has_come(docket, left_on):
        return day
    docket.findings.about(count.id, Topic.PAROLE_ELIGIBILITY)
    return eligibility_after_unit(day=day, completed_on=left_on)


def _has_come(docket: Docket, day: date | None) -> bool:
    return day is not None and day <= docket.decided_on


def _ask_about_placement(docket: Docket, count: Count, order: Order) -> None:
    sentence, row = count.sentence, count.offence
    if sentence.sentenced_on > order.made_on or sentence.kind is not SentenceKind.INDETERMINATE:
        return
    offense = sentence.offense
    is_breaking_in = normalise_code(offense.code).startswith(BREAKING_IN)
    if isinstance(sentence.minimum, Term) and minimum_allows_unit.in_force(order.made_on):
        docket.findings.ask(
            minimum_allows_unit,
            minimum=sentence.minimum,
            is_dwelling=is_breaking_in and DWELLING in offense.flags,
            entered_on=order.made_on,
        )
    excluded = row is not None and bool(row.is_assaultive or row.is_sex_offence)
    docket.findings.ask(
        may_enter_unit,
        entered_on=order.made_on,
        has_been_paroled=any(p.released_on < order.made_on for p in docket.case.parole),
        is_excluded=excluded,
        flat_end=_end_of_firearm_term(docket, count),
    )


def _end_of_firearm_term(docket: Docket, count: Count) -> date | None:
    ends = [
        docket.dates(id, End.MINIMUM).calendar
        for id in docket.chain.before[count.id]
        if docket.counts[id].is_felony_firearm
    ]
    return max((end for end in ends if end is not None), default=None)


def is_in_prison_on(docket: Docket, day: date) -> bool:
    """Whether a stay in prison is open, or reaches that day."""
    return any(
        span.kind is CustodyKind.PRISON and span.from_ <= day and (span.to is None or span.to > day)
        for span in docket.case.custody
    )
