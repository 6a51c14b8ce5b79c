"""What courts ordered while probation ran: extensions, jail, and sanctions for violations."""

from datetime import date

from timecomp.engine.rules import Rule
from timecomp.law.count import Count
from timecomp.law.docket import Docket
from timecomp.law.facts import Order, OrderKind, Term
from timecomp.law.mcl_762.s12_trainee_probation import (
    YOUTHFUL_TRAINEE,
    trainee_probation_within_limit,
)
from timecomp.law.mcl_771.s1_availability import (
    delayed_sentence_by,
    imposed_within_delay,
    probation_is_available,
)
from timecomp.law.mcl_771.s2_extensions import (
    extended_end,
    extended_within_longest,
    extension_is_in_time,
    extensions_within_limit,
    probation_jail_within_limit,
)
from timecomp.law.mcl_771.s2_probation import ACT_2017, ACT_2020
from timecomp.law.mcl_771.s4b_technical import (
    felony_sanction_within_cap,
    misdemeanor_sanction_within_cap,
    sanction_within_old_cap,
)

AWAITS_TREATMENT = "awaits_treatment"


def check_probation(docket: Docket, count: Count, term: Term) -> None:
    """Ask about probation the crime excludes, a trainee's too long, and orders beyond limits."""
    sentence = count.sentence
    if not sentence.offense.attempt:
        docket.findings.ask(
            probation_is_available,
            code=sentence.offense.code,
            sentenced_on=sentence.sentenced_on,
        )
    if YOUTHFUL_TRAINEE in sentence.offense.flags:
        docket.findings.ask(
            trainee_probation_within_limit, term=term, sentenced_on=sentence.sentenced_on
        )
    if docket.case.orders:
        _check_extensions(docket, count)
        _check_jail(docket, count)
        _check_sanctions(docket, count)


def end_with_extensions(docket: Docket, count: Count, end: date) -> date:
    """The end of the probation, put off by each extension."""
    extensions = _extensions(docket, count)
    for ordered_on, extension in extensions:
        docket.findings.ask(extension_is_in_time, ordered_on=ordered_on, end=end)
        end = extended_end(end=end, extension=extension)
    if extensions:
        _check_longest(docket, count, end)
    return end


def check_delay(docket: Docket) -> None:
    """The year of a delayed sentence, and a sentence imposed after it."""
    for order in docket.orders(OrderKind.SENTENCE_DELAYED):
        imposed = docket.counts.get(order.sentence or "")
        if imposed is None:
            docket.due(None, delayed_sentence_by, delayed_on=order.made_on)
            continue
        docket.findings.ask(
            imposed_within_delay,
            delayed_on=order.made_on,
            sentenced_on=imposed.sentence.sentenced_on,
        )


def _extensions(docket: Docket, count: Count) -> list[tuple[date, Term]]:
    """The days on which the probation was extended, and by how much."""
    orders = docket.orders(OrderKind.PROBATION_EXTENSION, count.id)
    return [(order.made_on, order.term) for order in orders if order.term is not None]


def _check_longest(docket: Docket, count: Count, ends_on: date) -> None:
    """Ask about a misdemeanor's extended end, and a felony's of before the act of 2020; since the
    act a felony's extensions have a limit of their own."""
    sentenced_on = count.sentence.sentenced_on
    if count.is_misdemeanor or not extensions_within_limit.in_force(sentenced_on):
        docket.findings.ask(
            extended_within_longest,
            ends_on=ends_on,
            sentenced_on=sentenced_on,
            is_misdemeanor=count.is_misdemeanor,
        )


def _check_extensions(docket: Docket, count: Count) -> None:
    sentenced_on = count.sentence.sentenced_on
    extensions = tuple(extension for _, extension in _extensions(docket, count))
    if not extensions or count.is_misdemeanor:
        return
    if extensions_within_limit.in_force(sentenced_on):
        docket.findings.ask(
            extensions_within_limit, extensions=extensions, sentenced_on=sentenced_on
        )


def _check_jail(docket: Docket, count: Count) -> None:
    days = sum(order.days or 0 for order in docket.orders(OrderKind.PROBATION_JAIL, count.id))
    if days:
        docket.findings.ask(
            probation_jail_within_limit, days=days, sentenced_on=count.sentence.sentenced_on
        )


def _check_sanctions(docket: Docket, count: Count) -> None:
    """Breaches of one day are one violation: they count once, and their days are added up."""
    for number, orders in enumerate(_sanctions_by_violation(docket, count), start=1):
        days = sum(order.days or 0 for order in orders)
        ordered_on = orders[-1].made_on
        if days and ordered_on >= ACT_2017:
            docket.findings.ask(
                _cap(count, ordered_on),
                number=number,
                days=days,
                awaits_treatment=any(AWAITS_TREATMENT in order.flags for order in orders),
                ordered_on=ordered_on,
            )


def _sanctions_by_violation(docket: Docket, count: Count) -> list[list[Order]]:
    """The sanctions of each violation, in the order in which the violations were answered."""
    violations: dict[date, list[Order]] = {}
    for order in docket.orders(OrderKind.TECHNICAL_SANCTION, count.id):
        violations.setdefault(order.day or order.made_on, []).append(order)
    return list(violations.values())


def _cap(count: Count, ordered_on: date) -> Rule[..., str | None]:
    if ordered_on < ACT_2020:
        return sanction_within_old_cap
    if count.is_misdemeanor:
        return misdemeanor_sanction_within_cap
    return felony_sanction_within_cap
