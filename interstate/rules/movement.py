"""Departures, arrivals and those who do not come (rules 3.104-1, 3.105, 4.105, 4.110, 5.103)."""

from dataclasses import replace

from interstate.rules.case import Notice, Request
from interstate.rules.corrections import day_that_stands
from interstate.rules.turn import Turn, on
from interstate.rules.vocabulary import EventType, Key, Side, State

MAY_LEAVE = (State.RI_APPROVED, State.ACCEPTED, State.TR_PENDING)
ON_THE_WAY = (State.IN_TRANSIT, State.FAILED_TO_ARRIVE)
ON_THE_WAY_BACK = (State.RETURNING, State.CLOSURE_PENDING)


@on(EventType.NOTICE_OF_DEPARTURE, rule="4.105")
def notice_of_departure(turn: Turn) -> None:
    """The person leaves for the receiving state, back, or for a further state."""
    _keep_notice(turn)
    if turn.event.by is Side.SENDING:
        _leave_for_the_receiving_state(turn)
    elif turn.case.state is State.RETURN_APPROVED:
        turn.set(has_left_back=True, is_in_receiving=False)
        turn.to(State.RETURNING)
    else:
        _leave_for_a_third_state(turn)


@on(EventType.NOTICE_OF_ARRIVAL, Side.SENDING, Side.RECEIVING, Side.THIRD, rule="4.105")
def notice_of_arrival(turn: Turn) -> None:
    """The person has reported where the instructions said."""
    _keep_notice(turn)
    if turn.event.by is Side.RECEIVING:
        _arrive_in_the_receiving_state(turn)
    elif turn.event.by is Side.SENDING:
        _come_back(turn)
    else:
        onward = turn.case.onward
        turn.require(
            onward is not None and onward.has_departed, "4.110", "no departure to a further state"
        )
        turn.set(supervising=Side.THIRD, is_in_receiving=False)


@on(EventType.NOTICE_OF_FAILURE_TO_ARRIVE, rule="4.105")
def notice_of_failure_to_arrive(turn: Turn) -> None:
    """The person did not report."""
    if turn.event.by is Side.RECEIVING:
        turn.require_state([State.IN_TRANSIT], "4.105", "no departure is open")
        turn.to(State.FAILED_TO_ARRIVE)
        turn.warn("4.105", "the sending state has to consider a warrant")
        return
    is_ordered = turn.is_owed(Key.UNAUTH_RETURN) or _was_directed_back(turn)
    turn.require(
        is_ordered or (_is_on_the_way_back(turn) and not turn.case.has_come_back),
        "5.103(c)",
        "nobody was on the way back to the sending state",
    )
    turn.void(Key.UNAUTH_RETURN)
    turn.start(Key.WARRANT_NO_RETURN, Side.SENDING)
    if turn.case.state is State.RETURNING:
        turn.to(State.RETAKING)


@on(EventType.REPORT_DATE_CHANGED, rule="3.104")
def report_date_changed(turn: Turn) -> None:
    """The day on which the person is told to report is another one."""
    turn.require(not turn.case.is_in_receiving, "3.104", "the person has arrived")
    turn.set(report_on=turn.event.day_of("report_on", "report_date", "date", "on"))


@on(EventType.FOUND_WITHOUT_PERMISSION, rule="2.110")
def found_without_permission(turn: Turn) -> None:
    """The person is in the receiving state without leave: agree that he may stay, or order him
    back."""
    turn.require(not turn.case.has_arrived, "2.110", "the person is there by transfer")
    if not turn.event.flag("agreed_to_stay", "agreement", "may_stay"):
        turn.start(Key.UNAUTH_RETURN, Side.SENDING)


@on(EventType.RETURN_DIRECTED, Side.SENDING, rule="2.110(a)")
def return_directed(turn: Turn) -> None:
    """The sending state orders the person back."""
    if not turn.is_owed(Key.UNAUTH_RETURN):
        turn.start(Key.UNAUTH_RETURN, Side.SENDING)
        return
    turn.satisfy(Key.UNAUTH_RETURN, late="ordered after its time limit")


def _leave_for_the_receiving_state(turn: Turn) -> None:
    case = turn.case
    turn.require_state(
        MAY_LEAVE, "3.102", "the person may leave after instructions or acceptance alone"
    )
    turn.require(
        case.has_instructions or case.request is Request.ACCEPTED,
        "3.102",
        "neither instructions nor an acceptance allow the person to leave",
    )
    turn.require(not case.is_in_receiving, "3.102", "the person is in the receiving state")
    turn.satisfy(
        Key.ACCEPTANCE_VALID,
        late="left after the acceptance could be withdrawn; it has not been",
    )
    stands = day_that_stands(turn.event)
    turn.set(departed_on=stands or turn.event.day)
    turn.to(State.IN_TRANSIT)
    began_on = max(turn.event.day, stands) if stands else turn.event.day
    turn.start(Key.NO_SHOW_WITHDRAW, Side.RECEIVING, on=began_on)


def _leave_for_a_third_state(turn: Turn) -> None:
    onward = turn.case.onward
    turn.require(
        turn.case.state is State.ACTIVE
        and onward is not None
        and onward.request is Request.ACCEPTED
        and not onward.has_departed,
        "4.110",
        "the receiving state sends a person on only after a return or a further state was approved",
    )
    if onward is not None:
        turn.set(onward=replace(onward, has_departed=True), is_in_receiving=False)


def _arrive_in_the_receiving_state(turn: Turn) -> None:
    turn.require_state(ON_THE_WAY, "4.105", "no departure is open")
    case = turn.case
    turn.satisfy(Key.NO_SHOW_WITHDRAW, Key.NO_SHOW_PRERELEASE)
    turn.void(Key.UNAUTH_RETURN)
    turn.set(
        supervising=Side.RECEIVING,
        is_in_receiving=True,
        arrived_on=case.arrived_on or day_that_stands(turn.event) or turn.event.day,
    )
    if case.request is Request.ACCEPTED:
        turn.to(State.ACTIVE)
    elif case.request is Request.REJECTED:
        turn.to(State.REJECTED)
        turn.start(Key.RETURN_RFRI_AFTER_REJECT, Side.RECEIVING)
    else:
        turn.to(State.RI_ARRIVED)


def _keep_notice(turn: Turn) -> None:
    kept = Notice(turn.event.index, turn.event.type, turn.event.by)
    turn.set(notices=(*turn.case.notices, kept))


def _come_back(turn: Turn) -> None:
    turn.require(
        _is_on_the_way_back(turn),
        "4.111",
        "no departure to the sending state is open",
    )
    if turn.case.state is State.RETURNING:
        turn.warn("4.112", "the closure notice of the receiving state should have come first")
    turn.satisfy(Key.WARRANT_NO_RETURN)
    turn.set(supervising=Side.SENDING, has_come_back=True)


def _is_on_the_way_back(turn: Turn) -> bool:
    return turn.case.state in ON_THE_WAY_BACK and turn.case.has_left_back


def _was_directed_back(turn: Turn) -> bool:
    return any(
        each.key is Key.UNAUTH_RETURN and each.satisfied_on is not None
        for each in turn.case.obligations
    )
