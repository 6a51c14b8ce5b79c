"""Withdrawing an activity before it is answered, or an answer before it is acted on."""

from interstate.rules.case import Activity, Obligation, Request
from interstate.rules.turn import Turn, on
from interstate.rules.vocabulary import EventType, Key, State

RULE = "2.104"
NOTICES = frozenset(
    {
        EventType.NOTICE_OF_DEPARTURE,
        EventType.NOTICE_OF_ARRIVAL,
        EventType.NOTICE_OF_FAILURE_TO_ARRIVE,
        EventType.NOTICE_CORRECTED,
    }
)
# Where a person may be who left on instructions, the transfer not decided.
ON_INSTRUCTIONS = (State.IN_TRANSIT, State.FAILED_TO_ARRIVE, State.RI_ARRIVED)
ANSWERED_BY = {
    EventType.REPORTING_INSTRUCTIONS_REPLY: EventType.REPORTING_INSTRUCTIONS_REQUEST,
    EventType.RETURN_INSTRUCTIONS_REPLY: EventType.RETURN_INSTRUCTIONS_REQUEST,
    EventType.VIOLATION_RESPONSE: EventType.VIOLATION_REPORT,
    EventType.TRANSFER_REPLY: EventType.TRANSFER_REQUEST,
}


@on(EventType.WITHDRAW_ACTIVITY, rule=RULE)
def withdraw_activity(turn: Turn) -> None:
    """The author's state takes an activity back; its clocks fall and the case stands as before."""
    named = turn.event.text("activity", "type")
    turn.require(
        named not in NOTICES,
        RULE,
        "a notice of departure or arrival stays; send a notice that corrects it",
    )
    activity = _activity(turn, named)
    if activity is None:
        turn.require(False, RULE, "this state has no such activity that could be withdrawn")
        return
    turn.require(not activity.is_answered, RULE, "the activity has been answered")
    turn.require(
        not (activity.type is EventType.TRANSFER_REPLY and activity.reached is State.ACCEPTED),
        "3.104-1",
        "an acceptance is withdrawn under its own rule",
    )
    turn.undo(activity)
    if not _is_given_up_on_the_way(turn, activity):
        turn.require(
            turn.case.state is activity.reached,
            RULE,
            "the case has gone on since, and what followed rests on it",
        )
        is_reply = activity.type is EventType.TRANSFER_REPLY
        turn.to(activity.left if is_reply else turn.case.as_decided(activity.left))
    _restore(turn, activity)


def _activity(turn: Turn, named: str) -> Activity | None:
    """The activity that is meant: by its place, by its kind, or the last one."""
    index = turn.event.number("index")
    mine = (
        each
        for each in reversed(turn.case.activities)
        if each.by is turn.event.by and not each.is_withdrawn
    )
    if index is not None:
        return next((each for each in mine if each.index == index), None)
    if named:
        return next((each for each in mine if each.type == named), None)
    return next((each for each in mine if not each.is_answered), None)


def _is_given_up_on_the_way(turn: Turn, activity: Activity) -> bool:
    """Whether it is a request for transfer of one who left on instructions: they stand alone."""
    is_request = activity.type is EventType.TRANSFER_REQUEST
    return is_request and turn.case.state in ON_INSTRUCTIONS


def _restore(turn: Turn, activity: Activity) -> None:
    if activity.type is EventType.TRANSFER_REQUEST:
        was_rejected = activity.left is State.REJECTED
        turn.set(request=Request.REJECTED if was_rejected else Request.NONE)
    elif activity.type is EventType.TRANSFER_REPLY:
        turn.set(request=Request.PENDING)
    elif activity.type is EventType.REPORTING_INSTRUCTIONS_REPLY:
        turn.set(has_instructions=False)
    elif activity.type is EventType.CASE_CLOSURE_NOTICE:
        turn.set(closed_for="")
        turn.void_where(lambda each: each.key is Key.CCN_DUE and not _is_of_this_end(turn, each))
    answered = ANSWERED_BY.get(activity.type)
    if answered is not None:
        turn.reopen_activity(answered)


def _is_of_this_end(turn: Turn, owed: Obligation) -> bool:
    """Whether the closure is still due for the end of supervision as it is known by now."""
    return owed.started_on == turn.case.ends_on and not turn.case.is_tolled
