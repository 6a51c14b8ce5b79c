"""What is asked about parole: its length, its violations, and custody that goes on too long."""

from datetime import date

from timecomp.engine.rules import ManualComputation
from timecomp.law.decisions import COMPLETED, is_in_prison_on
from timecomp.law.docket import Docket
from timecomp.law.facts import OrderKind, Parole, Term, ViolationKind
from timecomp.law.mcl_8.s3j_calendar import end_of_term
from timecomp.law.mcl_780.s131_untried_charges import untried_charge_by
from timecomp.law.mcl_791.s234_over_detention import is_held_lawfully
from timecomp.law.mcl_791.s234a_special_alternative import (
    leaves_unit_by,
    parole_after_unit_is_long_enough,
)
from timecomp.law.mcl_791.s235_interview import release_from
from timecomp.law.mcl_791.s240a_violation import (
    sanction_within_cap,
    violation_hearing_by,
    violation_is_on_parole,
)
from timecomp.law.mcl_791.s242_parole_limits import early_discharge_from, parole_is_long_enough
from timecomp.law.probation_orders import check_delay
from timecomp.law.results import OffenderDates
from timecomp.law.topics import Topic

ON_ONE_SENTENCE = frozenset(
    {
        OrderKind.COMMUTATION,
        OrderKind.EMERGENCY_REDUCTION,
        OrderKind.PROBATION_EXTENSION,
        OrderKind.PROBATION_JAIL,
        OrderKind.TECHNICAL_SANCTION,
        OrderKind.JAIL_QUARTER,
        OrderKind.JAIL_OVERCROWDING,
    }
)


def check_custody(docket: Docket, maximum_discharge: date | None) -> None:
    """Raise the alarm over a person still in prison past the maximum."""
    asked_on = docket.case.as_of
    if asked_on is None or maximum_discharge is None or maximum_discharge > asked_on:
        return
    docket.findings.about(None, Topic.MAXIMUM_DISCHARGE_DATE)
    docket.findings.ask(
        is_held_lawfully,
        asked_on=asked_on,
        maximum_discharge=maximum_discharge,
        is_in_prison=is_in_prison_on(docket, asked_on),
    )


def check_parole(docket: Docket, parole: Parole, offender: OffenderDates) -> None:
    """Ask about a parole too short and reckon its deadlines; who is back in prison, or away, asks
    for no early discharge."""
    if parole.term is not None:
        if offender.parole_discharge_date is not None:
            docket.due(None, early_discharge_from, released_on=parole.released_on, term=parole.term)
        _check_length(docket, parole, parole.term, offender.maximum_discharge_date)
    for violation in parole.violations:
        if violation.kind is ViolationKind.TECHNICAL and violation.available_on is not None:
            docket.due(None, violation_hearing_by, available_on=violation.available_on)
        docket.findings.about(None, Topic.PAROLE_DISCHARGE_DATE)
        docket.findings.ask(
            violation_is_on_parole,
            declared_on=violation.declared_on,
            released_on=parole.released_on,
            was_on_parole=docket.ran_on(parole, violation.declared_on),
        )


def check_orders(docket: Docket) -> None:
    """The deadlines and limits of the orders that concern the person as a whole."""
    docket.findings.about(None, Topic.JUDGMENT)
    _check_sentences_named(docket)
    check_delay(docket)
    for order in docket.orders(OrderKind.PAROLE_GRANT):
        docket.due(None, release_from, granted_on=order.made_on)
    for order in docket.orders(OrderKind.CHARGE_NOTICE):
        docket.due(None, untried_charge_by, notified_on=order.made_on)
    for order in docket.orders(OrderKind.SPECIAL_ALTERNATIVE):
        docket.due(None, leaves_unit_by, entered_on=order.made_on)
    docket.findings.about(None, Topic.JUDGMENT)
    for order in docket.orders(OrderKind.PAROLE_SANCTION):
        if order.days is not None:
            docket.findings.ask(sanction_within_cap, days=order.days, ordered_on=order.made_on)


def _check_sentences_named(docket: Docket) -> None:
    """An order on one sentence that does not say which moves nothing, and is asked about."""
    for order in sorted(docket.case.orders, key=lambda each: (each.made_on, each.kind.value)):
        if order.kind in ON_ONE_SENTENCE and order.sentence is None:
            docket.findings.note(
                "order_sentence",
                f"The order of {order.made_on} ({order.kind.value.replace('_', ' ')}) names no "
                "sentence and moved nothing. Enter the sentence for which it was made.",
            )


def _check_length(
    docket: Docket, parole: Parole, term: Term, maximum_discharge: date | None
) -> None:
    docket.findings.about(None, Topic.PAROLE_DISCHARGE_DATE)
    try:
        if parole_is_long_enough.in_force(parole.released_on) and not _is_after_unit(
            docket, parole
        ):
            docket.findings.ask(
                parole_is_long_enough,
                released_on=parole.released_on,
                term=term,
                maximum_discharge=maximum_discharge,
            )
        if _is_after_unit(docket, parole):
            docket.findings.ask(
                parole_after_unit_is_long_enough,
                released_on=parole.released_on,
                ends_on=end_of_term(start=parole.released_on, term=term),
            )
    except ManualComputation as error:
        docket.findings.hand_over(error)


def _is_after_unit(docket: Docket, parole: Parole) -> bool:
    return any(
        order.day is not None and COMPLETED in order.flags and order.day <= parole.released_on
        for order in docket.orders(OrderKind.SPECIAL_ALTERNATIVE)
    )
