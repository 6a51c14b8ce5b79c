"""Requests for transfer and their replies (rules 3.101, 3.104, 3.104-1, 3.105, 4.110)."""

from datetime import date, timedelta

from interstate.rules.case import Onward, Request
from interstate.rules.limits import EARLIEST_PRERELEASE, REMAINING_SUPERVISION
from interstate.rules.turn import Turn, on
from interstate.rules.vocabulary import EventType, Key, Side, State
from interstate.rules.words import is_denial

MAY_ASK_FOR_TRANSFER = (
    State.DRAFT,
    State.RI_APPROVED,
    State.RI_DENIED,
    State.REJECTED,
    State.RI_ARRIVED,
)
ON_THE_WAY = (State.IN_TRANSIT, State.FAILED_TO_ARRIVE)
# Where an answer to the request says where the case goes on; elsewhere something else is under way.
LEADS_ON = (State.TR_PENDING, State.RI_ARRIVED, *ON_THE_WAY)
RELEASE = ("planned_release_on", "release_on", "planned_release")
LATE = "sent after its time limit; the request stays valid"


@on(EventType.TRANSFER_REQUEST, Side.SENDING, rule="3.104")
def transfer_request(turn: Turn) -> None:
    """The sending state asks for the transfer; the reply's clock starts with a complete request."""
    if turn.case.state is State.ACTIVE:
        _ask_a_third_state(turn)
        return
    turn.require_state(
        MAY_ASK_FOR_TRANSFER, "3.104", "a transfer can't be asked for where the case stands"
    )
    turn.require(
        turn.case.request is not Request.PENDING, "3.104", "a request for transfer is open"
    )
    _require_enough_supervision(turn)
    _require_no_earlier_than_allowed(turn)
    turn.satisfy(Key.TREQ_AFTER_RI, Key.RE_TREQ_INCOMPLETE, late=LATE)
    turn.void(Key.RETURN_RFRI_AFTER_REJECT)
    turn.set(
        request=Request.PENDING,
        accepted_on=None,
        intended_departure_on=_leaves_the_institution_on(turn),
    )
    turn.activity(State.TR_PENDING)
    if turn.event.flag("complete", "is_complete") is False:
        turn.warn("3.107", "the request is incomplete; the reply's time limit has not begun")
    else:
        turn.start(Key.TREP_DUE, Side.RECEIVING)


@on(EventType.TRANSFER_REPLY, Side.RECEIVING, Side.THIRD, rule="3.104")
def transfer_reply(turn: Turn) -> None:
    """The state that was asked accepts or rejects the transfer."""
    if turn.event.by is Side.THIRD:
        _third_state_answers(turn)
        return
    turn.require(
        turn.case.request is Request.PENDING, "3.104(a)", "no request for transfer is open"
    )
    turn.satisfy(Key.TREP_DUE, late="answered after its time limit")
    turn.answers(EventType.TRANSFER_REQUEST)
    if is_denial(turn.event):
        _reject(turn)
    else:
        _accept(turn)


@on(EventType.WITHDRAW_ACCEPTANCE, Side.RECEIVING, rule="3.104-1")
def withdraw_acceptance(turn: Turn) -> None:
    """The receiving state takes its acceptance back when the person stays away too long."""
    turn.require_state(
        [State.ACCEPTED, State.IN_TRANSIT, State.FAILED_TO_ARRIVE],
        "3.104-1",
        "there is no acceptance that waits for the person",
    )
    turn.require(
        turn.case.request is Request.ACCEPTED, "3.104-1", "the transfer has not been accepted"
    )
    has_departed = turn.case.departed_on is not None
    key = Key.NO_SHOW_WITHDRAW if has_departed else Key.ACCEPTANCE_VALID
    rule = "3.104-1(e)" if has_departed else "3.104-1(d)"
    turn.require(
        any(
            each.key in {key, Key.NO_SHOW_PRERELEASE}
            and each.is_open
            and turn.event.day > each.due_on
            for each in turn.case.obligations
        ),
        rule,
        "the time in which the person may still come has not passed",
    )
    turn.void_all()
    turn.set(request=Request.REJECTED, accepted_on=None, departed_on=None)
    turn.to(State.REJECTED)


@on(EventType.WITHDRAW_CASE, Side.SENDING, rule="3.104")
def withdraw_case(turn: Turn) -> None:
    """The sending state gives the transfer up before the person has arrived."""
    turn.require(
        not turn.case.has_arrived,
        "4.112",
        "the person has arrived; the case ends by a closure notice",
    )
    turn.void_all()
    turn.to(State.WITHDRAWN)


def _require_enough_supervision(turn: Turn) -> None:
    ends_on = turn.case.ends_on
    if turn.case.is_indefinite or ends_on is None:
        return
    limit = REMAINING_SUPERVISION.on(turn.event.day)
    remaining = (ends_on - turn.event.day).days
    turn.require(
        remaining > limit.amount.count,
        limit.citation,
        f"{max(remaining, 0)} days of supervision remain; more than {limit.amount.count} are "
        "needed",
    )


def _require_no_earlier_than_allowed(turn: Turn) -> None:
    released_on = turn.event.day_of(*RELEASE)
    if released_on is None:
        return
    limit = EARLIEST_PRERELEASE.on(turn.event.day)
    earliest = released_on - timedelta(days=limit.amount.count)
    turn.require(
        turn.event.day >= earliest,
        limit.citation,
        f"a request before release may be sent from {earliest.isoformat()}",
    )


def _leaves_the_institution_on(turn: Turn) -> date | None:
    """The day from which one asked for before release is expected; nobody else is (3.105(c))."""
    released_on = turn.event.day_of(*RELEASE)
    if released_on is None:
        return None
    return turn.event.day_of("intended_departure_on") or released_on


def _accept(turn: Turn) -> None:
    turn.set(
        request=Request.ACCEPTED,
        accepted_on=turn.event.day,
        report_on=turn.event.day_of("report_on", "report_date") or turn.case.report_on,
    )
    if turn.scenario.facts.has_victims:
        turn.start(Key.VICTIM_INITIAL, Side.SENDING)
    if turn.case.state in ON_THE_WAY or turn.case.state not in LEADS_ON:
        return
    if turn.case.is_in_receiving:
        turn.to(State.ACTIVE)
        return
    turn.activity(State.ACCEPTED)
    turn.start(Key.ACCEPTANCE_VALID, Side.SENDING)
    if turn.case.intended_departure_on and turn.case.intended_departure_on >= turn.event.day:
        turn.start(Key.NO_SHOW_PRERELEASE, Side.SENDING, on=turn.case.intended_departure_on)


def _reject(turn: Turn) -> None:
    turn.set(request=Request.REJECTED)
    if turn.case.state not in LEADS_ON:
        return
    if not turn.case.is_in_receiving:
        if turn.case.state is not State.IN_TRANSIT:
            turn.activity(State.REJECTED)
        return
    turn.activity(State.REJECTED)
    if turn.event.text("reason").startswith("incomplete"):
        turn.start(Key.RE_TREQ_INCOMPLETE, Side.SENDING)
    else:
        turn.start(Key.RETURN_RFRI_AFTER_REJECT, Side.RECEIVING)


def _ask_a_third_state(turn: Turn) -> None:
    state = turn.event.data.get("state") or turn.event.data.get("to")
    turn.require(
        isinstance(state, str) and bool(state),
        "4.110",
        "the transfer is active; a request to a further state names it",
    )
    turn.require(
        turn.case.onward is None or turn.case.onward.request is Request.REJECTED,
        "4.110",
        "a request to a further state is under way",
    )
    turn.set(onward=Onward(state=str(state).upper()))
    turn.start(Key.TREP_DUE, Side.THIRD)


def _third_state_answers(turn: Turn) -> None:
    onward = turn.case.onward
    if onward is None or onward.request is not Request.PENDING:
        turn.require(False, "4.110", "no request to a further state is open")
        return
    turn.satisfy(Key.TREP_DUE, late="answered after its time limit")
    request = Request.REJECTED if is_denial(turn.event) else Request.ACCEPTED
    turn.set(onward=Onward(onward.state, request))
