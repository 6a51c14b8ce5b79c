"""How an activity travels: author, supervisor, compact office, the other office, agent and back.

Rule 2.101: nothing that is managed leaves a state without its compact office. A notice of departure
or arrival goes at once. A return for correction inside a state stops no clock, for none runs before
transmission; one between states leaves the clock running (only a withdrawal stops it).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from interstate.rules.vocabulary import EventType


class Status(StrEnum):
    """Where an activity is."""

    DRAFT = "draft"
    WITH_SUPERVISOR = "with_supervisor"
    WITH_OFFICE = "with_office"
    RETURNED = "returned"
    RECEIVED = "received"
    DELEGATED = "delegated"
    ASSIGNED = "assigned"
    SENT_BACK = "sent_back"
    WITHDRAWING = "withdrawing"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"
    DELETED = "deleted"

    @property
    def is_over(self) -> bool:
        """Whether nobody has to do anything about it."""
        return self in {Status.COMPLETED, Status.WITHDRAWN, Status.DELETED}

    @property
    def is_sent(self) -> bool:
        """Whether the other state has it."""
        return self in SENT

    @property
    def may_be_written(self) -> bool:
        """Whether its content may still change."""
        return self in {Status.DRAFT, Status.RETURNED, Status.SENT_BACK}


class Desk(StrEnum):
    """Who moves it: one's own part in one's own state, or in the other."""

    AUTHOR = "author"
    SUPERVISOR = "supervisor"
    OFFICE = "office"
    OTHER_OFFICE = "other_office"
    OTHER_SUPERVISOR = "other_supervisor"
    OTHER_AGENT = "other_agent"


class Move(StrEnum):
    """What may be done with it."""

    SUBMIT = "submit"
    APPROVE = "approve"
    RETURN = "return"
    TRANSMIT = "transmit"
    NOTIFY = "notify"
    ASSIGN = "assign"
    DELEGATE = "delegate"
    SEND_BACK = "send_back"
    ANSWER = "answer"
    WITHDRAW = "withdraw"
    UNDO = "undo"
    TAKE_EFFECT = "take_effect"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Mode:
    """How a kind of activity is sent: at once or through the offices, with an answer or without."""

    is_managed: bool
    answered_by: tuple[EventType, ...] = ()


_E = EventType
AT_ONCE: Final = Mode(is_managed=False)
UNANSWERED: Final = Mode(is_managed=True)
MODES: Final[dict[EventType, Mode]] = {
    _E.NOTICE_OF_DEPARTURE: AT_ONCE,
    _E.NOTICE_OF_ARRIVAL: AT_ONCE,
    _E.NOTICE_OF_FAILURE_TO_ARRIVE: AT_ONCE,
    _E.NOTICE_CORRECTED: AT_ONCE,
    _E.TRANSFER_REQUEST: Mode(True, (_E.TRANSFER_REPLY,)),
    _E.TRANSFER_REPLY: UNANSWERED,
    _E.REPORTING_INSTRUCTIONS_REQUEST: Mode(True, (_E.REPORTING_INSTRUCTIONS_REPLY,)),
    _E.REPORTING_INSTRUCTIONS_REPLY: UNANSWERED,
    _E.RETURN_INSTRUCTIONS_REQUEST: Mode(True, (_E.RETURN_INSTRUCTIONS_REPLY,)),
    _E.RETURN_INSTRUCTIONS_REPLY: UNANSWERED,
    _E.VIOLATION_REPORT: Mode(True, (_E.VIOLATION_RESPONSE,)),
    _E.VIOLATION_RESPONSE: UNANSWERED,
    _E.VIOLATION_ADDENDUM: Mode(True, (_E.VIOLATION_RESPONSE,)),
    _E.DISCRETIONARY_RETAKING: UNANSWERED,
    _E.PROGRESS_REPORT: UNANSWERED,
    _E.PROGRESS_REPORT_REQUEST: Mode(True, (_E.PROGRESS_REPORT,)),
    _E.SIGNED_FORMS_REQUEST: Mode(True, (_E.SIGNED_FORMS,)),
    _E.SIGNED_FORMS: UNANSWERED,
    _E.DOCUMENTS_REQUEST: Mode(True, (_E.DOCUMENTS,)),
    _E.DOCUMENTS: UNANSWERED,
    _E.CASE_CLOSURE_NOTICE: Mode(True, (_E.CASE_CLOSURE_REPLY,)),
    _E.CASE_CLOSURE_REPLY: UNANSWERED,
    _E.VICTIM_INFORMATION_REQUEST: Mode(True, (_E.VICTIM_INFORMATION,)),
    _E.VICTIM_INFORMATION: UNANSWERED,
}
# What a compact office records and does not send; a withdrawal has its own way.
RECORDED: Final = frozenset(EventType) - MODES.keys() - {EventType.WITHDRAW_ACTIVITY}
SENT: Final = frozenset(
    {
        Status.RECEIVED,
        Status.DELEGATED,
        Status.ASSIGNED,
        Status.SENT_BACK,
        Status.WITHDRAWING,
        Status.COMPLETED,
    }
)
_AT_THE_OTHER_STATE: Final = frozenset({Status.RECEIVED, Status.DELEGATED, Status.ASSIGNED})
_WRITTEN: Final = frozenset({Status.DRAFT, Status.RETURNED, Status.SENT_BACK})


@dataclass(frozen=True, slots=True)
class Path:
    """From where a move leads, whose it is, and whether it asks for a reason."""

    since: frozenset[Status]
    desks: frozenset[Desk]
    needs_reason: bool = False


PATHS: Final[dict[Move, Path]] = {
    Move.SUBMIT: Path(_WRITTEN, frozenset({Desk.AUTHOR, Desk.OFFICE})),
    Move.APPROVE: Path(frozenset({Status.WITH_SUPERVISOR}), frozenset({Desk.SUPERVISOR})),
    Move.RETURN: Path(
        frozenset({Status.WITH_SUPERVISOR, Status.WITH_OFFICE}),
        frozenset({Desk.SUPERVISOR, Desk.OFFICE}),
        needs_reason=True,
    ),
    # The office may act in the absence of a supervisor.
    Move.TRANSMIT: Path(
        frozenset({Status.WITH_SUPERVISOR, Status.WITH_OFFICE}), frozenset({Desk.OFFICE})
    ),
    Move.NOTIFY: Path(frozenset({Status.DRAFT}), frozenset({Desk.AUTHOR, Desk.OFFICE})),
    Move.ASSIGN: Path(_AT_THE_OTHER_STATE, frozenset({Desk.OTHER_OFFICE, Desk.OTHER_SUPERVISOR})),
    Move.DELEGATE: Path(_AT_THE_OTHER_STATE, frozenset({Desk.OTHER_OFFICE})),
    Move.SEND_BACK: Path(_AT_THE_OTHER_STATE, frozenset({Desk.OTHER_OFFICE}), needs_reason=True),
    Move.ANSWER: Path(_AT_THE_OTHER_STATE | {Status.SENT_BACK}, frozenset({Desk.OTHER_OFFICE})),
    Move.WITHDRAW: Path(
        _AT_THE_OTHER_STATE | {Status.SENT_BACK, Status.COMPLETED},
        frozenset({Desk.AUTHOR, Desk.OFFICE}),
        needs_reason=True,
    ),
    Move.UNDO: Path(frozenset({Status.WITHDRAWING}), frozenset({Desk.AUTHOR, Desk.OFFICE})),
    Move.TAKE_EFFECT: Path(frozenset({Status.WITHDRAWING}), frozenset({Desk.OFFICE})),
    Move.DELETE: Path(
        frozenset({Status.DRAFT, Status.RETURNED}), frozenset({Desk.AUTHOR, Desk.OFFICE})
    ),
}


class MoveRefusedError(ValueError):
    """The activity can't be moved so; the message says why and what to do."""


def moves_of(
    kind: EventType, status: Status, desks: frozenset[Desk], *, was_sent: bool = False
) -> tuple[Move, ...]:
    """What the desks may do with an activity of the kind, in the order of their catalogue."""
    return tuple(
        move
        for move, path in PATHS.items()
        if _suits(kind, move)
        and status in path.since
        and desks & path.desks
        and not (was_sent and move is Move.DELETE)
    )


def moved(  # noqa: PLR0913  # each says what the move depends on
    kind: EventType,
    status: Status,
    move: Move,
    *,
    desks: frozenset[Desk],
    reason: str = "",
    through_supervisor: bool = False,
    was_sent: bool = False,
) -> Status:
    """Where the move leads; raises ``MoveRefusedError`` if it is not to be made.

    A withdrawal that is undone leads back to where the caller kept it from: see ``Move.UNDO``.
    """
    path = PATHS[move]
    if not _suits(kind, move):
        raise MoveRefusedError(f"A {_words(kind)} is not to {_words(move)}.")
    if status not in path.since:
        raise MoveRefusedError(
            f"The {_words(kind)} is {_words(status)}: it can't {_words(move)} from there."
        )
    if not desks & path.desks:
        whose = " or ".join(_words(desk) for desk in sorted(path.desks))
        raise MoveRefusedError(f"To {_words(move)} it is for the {whose}.")
    if was_sent and move is Move.DELETE:
        raise MoveRefusedError("The other state has had it: withdraw it instead of deleting it.")
    if path.needs_reason and not reason.strip():
        raise MoveRefusedError(f"Say why you {_words(move)} it: the reader sees the reason.")
    return _led_to(kind, move, through_supervisor=through_supervisor)


def _suits(kind: EventType, move: Move) -> bool:
    mode = MODES.get(kind, UNANSWERED)
    if not mode.is_managed:
        return move in {Move.NOTIFY, Move.DELETE}
    return move is not Move.NOTIFY


def _led_to(kind: EventType, move: Move, *, through_supervisor: bool) -> Status:
    if move is Move.SUBMIT:
        return Status.WITH_SUPERVISOR if through_supervisor else Status.WITH_OFFICE
    if move is Move.TRANSMIT:
        mode = MODES.get(kind, UNANSWERED)
        return Status.RECEIVED if mode.answered_by else Status.COMPLETED
    return _LED_TO[move]


_LED_TO: Final[dict[Move, Status]] = {
    Move.APPROVE: Status.WITH_OFFICE,
    Move.RETURN: Status.RETURNED,
    Move.NOTIFY: Status.COMPLETED,
    Move.ASSIGN: Status.ASSIGNED,
    Move.DELEGATE: Status.DELEGATED,
    Move.SEND_BACK: Status.SENT_BACK,
    Move.ANSWER: Status.COMPLETED,
    Move.WITHDRAW: Status.WITHDRAWING,
    Move.UNDO: Status.RECEIVED,
    Move.TAKE_EFFECT: Status.WITHDRAWN,
    Move.DELETE: Status.DELETED,
}


def _words(value: StrEnum) -> str:
    return value.value.replace("_", " ")
