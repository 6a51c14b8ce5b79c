"""Taking a message in: once, whole or not at all, and with the bytes kept as evidence."""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from interstate.models import Activity, CompactCase, CompactEvent, Member
from interstate.rules.content import ContentError, gaps
from interstate.rules.routing import MODES, Move, Status
from interstate.rules.vocabulary import EventType, Side
from interstate.services.events import RefusedByRuleError
from ots.access.viewer import Viewer
from ots.audit.events import Event as Trail
from ots.audit.services import record
from ots.exchange.compact.arriving import Arrived, note_step, take_back, take_in
from ots.exchange.compact.cases import NOTHING_CHOSEN, Chosen, UnclearCaseError, case_of
from ots.exchange.compact.checking import (
    SEND_AGAIN,
    SEND_BACK,
    Message,
    MessageError,
    id_in,
    read_message,
)
from ots.exchange.compact.documents import keep_files
from ots.exchange.compact.sending import STAYS
from ots.exchange.identity import UnknownPersonError
from ots.exchange.models import CompactIntake, CompactMessage, Reception
from timecomp.engine.manual import ManualComputation

# Clocks of two systems never agree to the second.
LENIENCE: Final = timedelta(minutes=5)
# All but the bytes and what is read from them alone.
SETTLED: Final = (
    *("came_from", "sender", "kind", "about", "outcome", "rule", "reason"),
    *("settled_at", "settled_by", "person", "case", "activity", "event"),
)
AT_US: Final = frozenset({Status.RECEIVED, Status.DELEGATED, Status.ASSIGNED})


@dataclass(frozen=True, slots=True)
class Settled:
    """What a message became."""

    case: CompactCase
    activity: Activity | None = None
    event: CompactEvent | None = None


@transaction.atomic
def receive(viewer: Viewer, raw: bytes, *, sender: str | None = None) -> tuple[CompactIntake, bool]:
    """Take a message in; returns what became of it, and whether that was settled before.

    ``sender`` is the member from whose place the bytes came: a message of another is refused. A
    message that waits or that a rule refused is tried again, one that a clerk refused is not; the
    same bytes never change anything twice.
    """
    digest = sha256(raw).hexdigest()
    waiting = {"raw": raw, "message_id": id_in(raw), "outcome": Reception.WAITING}
    made, _ = CompactIntake.objects.get_or_create(digest=digest, defaults=waiting)
    intake = _locked(made.pk)
    if intake.outcome == Reception.TAKEN or intake.settled_by_id is not None:
        return intake, True
    if sender:
        intake.came_from = Member.objects.filter(pk=sender).first()
    _try(viewer, intake, raw, NOTHING_CHOSEN)
    return intake, False


@transaction.atomic
def receive_again(viewer: Viewer, intake_id: int, chosen: Chosen) -> tuple[CompactIntake, bool]:
    """Try a message again that waits or was refused, with what a clerk says of it."""
    intake = _locked(intake_id)
    if intake.outcome == Reception.TAKEN:
        return intake, True
    _try(viewer, intake, bytes(intake.raw), chosen)
    return intake, False


def _locked(intake_id: int) -> CompactIntake:
    return CompactIntake.objects.select_for_update(of=("self",)).get(pk=intake_id)


def _try(viewer: Viewer, intake: CompactIntake, raw: bytes, chosen: Chosen) -> None:
    intake.settled_at, intake.settled_by = None, None
    try:
        with transaction.atomic():
            message = read_message(raw)
            _note_frame(intake, message)
            _refuse_unexpected(message, intake.came_from_id)
            settled = _take(viewer, message, chosen)
    except (UnknownPersonError, UnclearCaseError) as doubt:
        _put_by(viewer, intake, Reception.WAITING, str(doubt))
    except RefusedByRuleError as refusal:
        _put_by(viewer, intake, Reception.REFUSED, str(refusal), rule=refusal.rule)
    except (MessageError, ContentError, ManualComputation) as refusal:
        _put_by(viewer, intake, Reception.REFUSED, str(refusal))
    else:
        _enter(viewer, intake, settled)


def _note_frame(intake: CompactIntake, message: Message) -> None:
    """Keep what a list shows of a message that may have to wait."""
    intake.sender = Member.objects.filter(pk=message.sender).first()
    intake.kind = message.activity.value
    named = message.person
    intake.about = f"{named.last_name}, {named.first_name}".strip(", ")


def _refuse_unexpected(message: Message, sender: str | None) -> None:
    if sender and message.sender != sender:
        raise MessageError(f"[sender] is [{message.sender}], but it came from [{sender}].")
    ours = Member.objects.filter(is_ours=True).values_list("pk", flat=True).first()
    if message.receiver != ours:
        raise MessageError(f"[receiver] is [{message.receiver}]: this system is [{ours}]'s.")
    said = message.case
    if {said.sending, said.receiving} != {message.sender, message.receiver}:
        raise MessageError("[case] is not between the message's sender and receiver.")
    acts = said.sending if message.side is Side.SENDING else said.receiving
    if (acts == message.sender) is (message.move == SEND_BACK):
        raise MessageError(f"[side] is [{message.side}]: that is not whose activity it is.")
    if message.happened_at > timezone.now() + LENIENCE:
        raise MessageError(f"[happened_at] is [{message.happened_at}]: that is in the future.")
    if message.activity in STAYS:
        raise MessageError(f"[activity] is [{message.activity}]: that stays with its own state.")
    taken = CompactIntake.objects.filter(message_id=message.message_id, outcome=Reception.TAKEN)
    if taken.exists():
        raise MessageError(
            f"[message_id] is [{message.message_id}], which came with other content before: give "
            "each message an id of its own."
        )


def _take(viewer: Viewer, message: Message, chosen: Chosen) -> Settled:
    case = case_of(viewer, message, chosen)
    if message.move == SEND_BACK:
        return _send_back(viewer, message, case)
    if message.move == SEND_AGAIN:
        return _send_again(viewer, message, case)
    if message.activity is EventType.WITHDRAW_ACTIVITY:
        return _withdraw(viewer, message, case)
    return _send(viewer, message, case)


def _send(viewer: Viewer, message: Message, case: CompactCase) -> Settled:
    if message.activity in MODES:
        _refuse_gaps(message, case)
    elif message.files:
        raise MessageError("[attachments]: what is recorded and not sent brings no documents.")
    event, is_activity = take_in(
        viewer,
        case,
        Arrived(
            kind=message.activity,
            side=message.side,
            at=message.happened_at,
            source=f"message {message.message_id}",
            content=message.content,
            answers=_named(message.answers, case, "answers"),
            corrects=_named(message.corrects, case, "corrects"),
        ),
    )
    if not is_activity:
        return Settled(case, event=event)
    activity = Activity.objects.get(event=event)
    keep_files(activity, message.files)
    return Settled(case, activity, event)


def _send_again(viewer: Viewer, message: Message, case: CompactCase) -> Settled:
    activity = _about(message, case)
    if activity.status != Status.SENT_BACK:
        raise MessageError("[about] names an activity that was not sent back.")
    _refuse_gaps(message, case)
    activity.content, activity.status = dict(message.content), Status.RECEIVED.value
    activity.version += 1
    activity.save(update_fields=["content", "status", "version", "changed_at"])
    keep_files(activity, message.files)
    note_step(viewer, activity, Move.TRANSMIT, came_from=Status.SENT_BACK)
    return Settled(case, activity, activity.event)


def _send_back(viewer: Viewer, message: Message, case: CompactCase) -> Settled:
    activity = _about(message, case)
    before = Status(activity.status)
    if before not in AT_US:
        raise MessageError("[about] names an activity that does not wait for the other state.")
    if not message.reason.strip():
        raise MessageError("[reason] is missing: say what has to be corrected.")
    activity.status, activity.assigned_to_id = Status.SENT_BACK.value, activity.author_id
    activity.save(update_fields=["status", "assigned_to", "changed_at"])
    note_step(viewer, activity, Move.SEND_BACK, came_from=before, reason=message.reason)
    return Settled(case, activity, activity.event)


def _withdraw(viewer: Viewer, message: Message, case: CompactCase) -> Settled:
    activity = _about(message, case)
    arrived = Arrived(
        kind=message.activity,
        side=message.side,
        at=message.happened_at,
        source=f"message {message.message_id}",
    )
    return Settled(case, activity, take_back(viewer, case, arrived, activity))


def _refuse_gaps(message: Message, case: CompactCase) -> None:
    labels = {each.label for each in message.files}
    if message.move == SEND_AGAIN:
        labels |= set(_about(message, case).attachments.values_list("label", flat=True))
    if lacking := gaps(message.activity, message.content, labels, case.traits).words:
        raise MessageError("It lacks: " + "; ".join(lacking) + ".")


def _about(message: Message, case: CompactCase) -> Activity:
    activity = _named(message.about, case, "about")
    if activity is None:
        raise MessageError("[about] is missing: name the message that it is about.")
    if activity.side != message.side:
        raise MessageError("[about] names an activity of the other side.")
    return activity


def _named(message_id: UUID | None, case: CompactCase, field: str) -> Activity | None:
    """The activity of the case that a message, ours or theirs, carried."""
    if message_id is None:
        return None
    went = CompactMessage.objects.filter(message_id=message_id, case=case)
    came = CompactIntake.objects.filter(message_id=message_id, case=case, outcome=Reception.TAKEN)
    row = went.select_related("activity").first() or came.select_related("activity").first()
    if row is None or row.activity is None:
        raise MessageError(f"[{field}] is [{message_id}]: no such message of the case is known.")
    return row.activity


def _put_by(
    viewer: Viewer, intake: CompactIntake, outcome: Reception, reason: str, *, rule: str = ""
) -> None:
    intake.outcome, intake.reason, intake.rule = outcome, reason, rule
    intake.save(update_fields=SETTLED)
    tell(viewer, intake)


def _enter(viewer: Viewer, intake: CompactIntake, settled: Settled) -> None:
    intake.outcome, intake.reason, intake.rule = Reception.TAKEN, "", ""
    intake.settled_at, intake.settled_by = timezone.now(), viewer.user
    intake.person_id, intake.case = settled.case.person_id, settled.case
    intake.activity, intake.event = settled.activity, settled.event
    intake.save(update_fields=SETTLED)
    tell(viewer, intake)


def tell(viewer: Viewer, intake: CompactIntake) -> None:
    """Write into the trail what became of a message."""
    record(
        Trail.COMPACT_MESSAGE_RECEIVED,
        actor=viewer.user,
        target=intake,
        person_id=intake.person_id,
        details={"outcome": str(intake.outcome), "rule": intake.rule, "digest": intake.digest},
    )
