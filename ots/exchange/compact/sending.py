"""What goes to another state's system is put into the outbox with what it tells."""

from typing import Final

from interstate.models import Activity, CompactCase, CompactEvent, Member
from interstate.rules.routing import RECORDED, Move
from interstate.rules.vocabulary import EventType, Side
from ots.audit.events import Event as Trail
from ots.audit.services import Happening, subscribe
from ots.exchange.compact.checking import SEND, SEND_AGAIN, SEND_BACK
from ots.exchange.compact.peers import peers
from ots.exchange.compact.writing import Route, body_of_activity, body_of_event
from ots.exchange.models import CompactMessage

# What victims were told and said stays with the state whose office they spoke to.
STAYS: Final = frozenset(
    {
        EventType.VICTIM_NOTICE_SENT,
        EventType.VICTIM_COMMENT_RECEIVED,
        EventType.VICTIM_ANSWERED,
    }
)
TOLD: Final = (RECORDED - STAYS) | {EventType.WITHDRAW_ACTIVITY}
SENDING_MOVES: Final = frozenset({Move.TRANSMIT.value, Move.NOTIFY.value})


def listen_to_the_compact() -> None:
    """Write a message whenever an activity leaves, is sent back, or an event is recorded."""
    subscribe(Trail.COMPACT_ACTIVITY_MOVED, tell_of_activity)
    subscribe(Trail.COMPACT_EVENT_TAKEN, tell_of_event)


def tell_of_activity(happening: Happening) -> None:
    """Put the message of an activity that moved between the states into the outbox."""
    activity, move = happening.target, happening.details.get("move")
    if not isinstance(activity, Activity) or activity.event is None:
        return
    if move in SENDING_MOVES and not activity.event.source:
        _send(activity)
    elif move == Move.SEND_BACK:
        _send_back(activity)


def tell_of_event(happening: Happening) -> None:
    """Put the message of an event that was recorded here into the outbox."""
    event = happening.target
    if not isinstance(event, CompactEvent) or event.source:
        return
    route = _route(event.case, event.by)
    if route and EventType(event.type) in TOLD:
        CompactMessage.objects.create(
            receiver_id=route.receiver,
            case=event.case,
            event=event,
            body=body_of_event(event, route),
        )


def _send(activity: Activity) -> None:
    route = _route(activity.case, activity.side)
    if route is None:
        return
    went = CompactMessage.objects.filter(activity=activity).exists()
    _queue(activity, route, body_of_activity(activity, route, SEND_AGAIN if went else SEND))


def _send_back(activity: Activity) -> None:
    reader = Side.RECEIVING if activity.side == Side.SENDING else Side.SENDING
    route = _route(activity.case, reader)
    if route is None:
        return
    step = activity.steps.order_by("-pk").first()
    reason = step.reason if step else ""
    _queue(activity, route, body_of_activity(activity, route, SEND_BACK, reason=reason))


def _queue(activity: Activity, route: Route, body: dict[str, object]) -> None:
    CompactMessage.objects.create(
        receiver_id=route.receiver,
        case=activity.case,
        activity=activity,
        event=activity.event,
        body=body,
    )


def _route(case: CompactCase, side: str) -> Route | None:
    """From our state to the other one of a case, if that has a system and the side is ours."""
    both = (case.sending_id, case.receiving_id)
    acts, other = both if side == Side.SENDING else both[::-1]
    if other not in peers() or not Member.objects.filter(pk=acts, is_ours=True).exists():
        return None
    return Route(acts, other)
