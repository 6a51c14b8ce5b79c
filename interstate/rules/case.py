"""A case of the compact as it stands: what happened so far, and what is owed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from interstate.rules.vocabulary import EventType, Key, Side, State
from timecomp.engine.calendar import Calendar
from timecomp.engine.standing import Standing

Datum = str | int | bool | date | None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the person and the sentence, beside the events."""

    supervision_ends_on: date | None = None
    is_indefinite: bool = False
    is_sex_offender: bool = False
    has_victims: bool = False
    has_pending_charge: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that one side did; `index` is its place in the list as it was given."""

    index: int
    at: datetime
    day: date
    type: EventType
    by: Side
    data: dict[str, Datum]

    def text(self, *names: str) -> str:
        """The first of the named data that is a word, in lower case; empty if there is none."""
        found = (value for name in names if isinstance(value := self.data.get(name), str))
        return next(found, "").strip().lower().replace(" ", "_").replace("-", "_")

    def day_of(self, *names: str) -> date | None:
        """The first of the named data that is a day."""
        found = (value for name in names if isinstance(value := self.data.get(name), date))
        return next(found, None)

    def flag(self, *names: str) -> bool | None:
        """The first of the named data that is true or false; None if it is not said."""
        found = (value for name in names if isinstance(value := self.data.get(name), bool))
        return next(found, None)

    def number(self, *names: str) -> int | None:
        """The first of the named data that is a number."""
        found = (
            value
            for name in names
            if isinstance(value := self.data.get(name), int) and not isinstance(value, bool)
        )
        return next(found, None)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A case from its first event to the day on which it is looked at."""

    id: str
    sending: str
    receiving: str
    calendar: Calendar
    facts: Facts
    events: tuple[Event, ...]
    as_of: date


class Request(StrEnum):
    """How far the request for transfer has come."""

    NONE = "none"
    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Obligation:
    """What one side owes by a day, and the rule that says so."""

    key: Key
    rule: str
    owed_by: Side
    started_on: date
    due_on: date
    rule_set: str
    standing: Standing
    started_by: int
    satisfied_on: date | None = None
    satisfied_by: int | None = None
    is_void: bool = False
    voided_by: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still owed."""
        return self.satisfied_on is None and not self.is_void

    def is_late(self, as_of: date) -> bool:
        """Whether it was met after its day, or is still owed after it."""
        return not self.is_void and (self.satisfied_on or as_of) > self.due_on


@dataclass(frozen=True, slots=True)
class Refusal:
    """An event that the rules do not allow; it changed nothing."""

    index: int
    type: EventType
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Warning:
    """Something that is allowed but that a person should look at."""

    index: int
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Activity:
    """A managed activity that may still be withdrawn, and the states it lies between."""

    index: int
    type: EventType
    by: Side
    left: State
    reached: State
    is_answered: bool = False
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of departure or arrival that was sent; it stays, and may be corrected."""

    index: int
    type: EventType
    by: Side


@dataclass(frozen=True, slots=True)
class Onward:
    """A transfer from the receiving state to a third one (rule 4.110)."""

    state: str
    request: Request = Request.PENDING
    has_departed: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """Where a case stands after its events so far."""

    state: State = State.DRAFT
    supervising: Side = Side.SENDING
    before_closure: State | None = None
    sentenced_on: date | None = None
    instructions_for: str = ""
    has_instructions: bool = False
    request: Request = Request.NONE
    accepted_on: date | None = None
    intended_departure_on: date | None = None
    departed_on: date | None = None
    arrived_on: date | None = None
    is_in_receiving: bool = False
    report_on: date | None = None
    violation: str = ""
    has_pending_charge: bool = False
    may_stop_retaking: bool = False
    has_left_back: bool = False
    has_come_back: bool = False
    closed_for: str = ""
    folded_by: int | None = None
    onward: Onward | None = None
    ends_on: date | None = None
    is_indefinite: bool = False
    is_tolled: bool = False
    activities: tuple[Activity, ...] = ()
    notices: tuple[Notice, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    warnings: tuple[Warning, ...] = ()

    @property
    def supervised_as(self) -> State:
        """The state in which the person is supervised there, as far as the transfer is decided."""
        if self.request is Request.REJECTED:
            return State.REJECTED
        return State.ACTIVE if self.request is Request.ACCEPTED else State.RI_ARRIVED

    def as_decided(self, state: State) -> State:
        """The state to come back to: a request may have been answered since the case left it."""
        is_decided = self.request in {Request.ACCEPTED, Request.REJECTED}
        waited = state in {State.TR_PENDING, State.RI_ARRIVED}
        return self.supervised_as if waited and is_decided else state

    @property
    def has_arrived(self) -> bool:
        """Whether the person ever arrived in the receiving state."""
        return self.arrived_on is not None


@dataclass(frozen=True, slots=True)
class Replay:
    """A scenario's answer."""

    id: str
    as_of: date
    rule_set: str
    case: Case
    refused: tuple[Refusal, ...]
