"""The case machine of the compact once more, written from its table of thirty transitions.

Shares nothing with the rules: states, kinds and sides are the table's own words. What the table
does not allow raises ``NotAllowedError``.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date

from tests.interstate.rules.reckoner import Reckoner

S, R, T, V = "sending", "receiving", "third", "victim"
ACTIVE_ONES = ("ACTIVE", "RI_ARRIVED")
HISTORICAL = ("CLOSED", "WITHDRAWN")
ON_THE_WAY = ("IN_TRANSIT", "FAILED_TO_ARRIVE")
WAITING = ("TR_PENDING", "RI_ARRIVED")
UNDER_RETAKING = ("RETAKE_REQUESTED", "RETAKING")
WARRANTS = ("WARRANT_RETAKE", "WARRANT_NEW_CRIME", "WARRANT_ABSCOND", "WARRANT_NO_RETURN")
OF_VICTIMS = ("VICTIM_RECEIPT", "VICTIM_COMMENT", "VICTIM_ANSWER", "VICTIM_INITIAL")
Datum = str | int | bool | date | None


class NotAllowedError(Exception):
    """The table knows no such transition, or its guard forbids it."""


@dataclass(frozen=True)
class Owed:
    """A clock of the table: who has until when, since when, and what became of it."""

    key: str
    by: str
    start: date
    due: date
    cause: int
    limit: str
    met_on: date | None = None
    met_by: int | None = None
    fell: bool = False
    fell_by: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still runs."""
        return self.met_on is None and not self.fell


@dataclass(frozen=True)
class Sent:
    """A managed activity, and the states it led from and to."""

    kind: str
    by: str
    number: int
    left: str
    reached: str
    is_answered: bool = False
    is_withdrawn: bool = False


@dataclass(frozen=True)
class Told:
    """An event as it is brought."""

    number: int
    day: date
    kind: str
    by: str
    data: Mapping[str, Datum]

    def __getitem__(self, name: str) -> Datum:
        """What is said under a name, if anything."""
        return self.data.get(name)

    def on(self, name: str) -> date | None:
        """The day said under a name, if any."""
        value = self.data.get(name)
        return value if isinstance(value, date) else None

    @property
    def says_no(self) -> bool:
        """Whether a reply denies, rejects or disagrees."""
        return self["decision"] in {"deny", "reject", "disagree"}


@dataclass
class Paper:
    """A case as the table has it."""

    reckoner: Reckoner
    ends_on: date | None = None
    is_indefinite: bool = False
    is_sex_offender: bool = False
    has_victims: bool = False
    charge: bool = False
    state: str = "DRAFT"
    supervising: str = S
    request: str = ""
    instructions: bool = False
    expedited: bool = False
    sentenced_on: date | None = None
    leaves_on: date | None = None
    departed_on: date | None = None
    has_arrived: bool = False
    is_there: bool = False
    before_closure: str = ""
    violation: str = ""
    may_stop: bool = False
    left_back: bool = False
    came_back: bool = False
    closed_for: str = ""
    folded_by: int | None = None
    onward: str = ""
    is_tolled: bool = False
    owed: list[Owed] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    notices: dict[int, str] = field(default_factory=dict)

    def copy(self) -> "Paper":
        """A case of its own with the same history."""
        other = copy(self)
        other.owed, other.sent = list(self.owed), list(self.sent)
        other.notices = dict(self.notices)
        return other

    def need(self, allowed: object) -> None:
        """Refuse unless the guard holds."""
        if not allowed:
            raise NotAllowedError

    def need_state(self, *states: str) -> None:
        """Refuse unless the case stands in one of the states."""
        self.need(self.state in states)

    def start(self, told: Told, key: str, by: str, on: date | None = None, like: str = "") -> None:
        """Start a clock, unless the same one runs already."""
        begun = on or told.day
        limit = like or key
        due = self.reckoner.due(limit, begun)
        runs = any(
            (each.key, each.by, each.start, each.is_open) == (key, by, begun, True)
            for each in self.owed
        )
        if due is not None and not runs:
            self.owed.append(Owed(key, by, begun, due, told.number, limit))

    def meet(self, told: Told, *keys: str, on: date | None = None) -> None:
        """Stop clocks because what they wait for has come."""
        day = on or told.day
        self._change(keys, met_on=day, met_by=told.number)

    def drop(self, told: Told, *keys: str) -> None:
        """Let clocks fall."""
        self._change(keys, fell=True, fell_by=told.number)

    def drop_all(self, told: Told, but: Iterable[str] = ()) -> None:
        """Let every clock fall but some."""
        self.drop(told, *{each.key for each in self.owed} - set(but))

    def runs(self, *keys: str) -> bool:
        """Whether one of the clocks runs."""
        return any(each.key in keys and each.is_open for each in self.owed)

    def manage(self, told: Told, reached: str) -> None:
        """Go into a state by an activity that may be withdrawn."""
        self.sent.append(Sent(told.kind, told.by, told.number, self.state, reached))
        self.state = reached

    def answer(self, kind: str) -> None:
        """Nothing of the kind may be withdrawn any more: it is answered."""
        self.sent = [
            replace(each, is_answered=True) if each.kind == kind else each for each in self.sent
        ]

    def as_decided(self, state: str) -> str:
        """A state to come back to, now that the transfer may have been decided."""
        decided = {"accepted": "ACTIVE", "rejected": "REJECTED"}
        return decided.get(self.request, state) if state in WAITING else state

    def calendar(self, day: date) -> None:
        """What comes by the calendar alone: the end of supervision, a presumed receipt."""
        ends, told = self.ends_on, Told(-1, day, "", "", {})
        if ends and ends <= day and self.state in ACTIVE_ONES and not self.is_tolled:
            begun = (e.key == "CCN_DUE" and e.start == ends and not e.fell for e in self.owed)
            if not any(begun):
                self.start(told, "CCN_DUE", R, on=ends)
        for place, each in enumerate(self.owed):
            if each.key == "VICTIM_RECEIPT" and each.is_open and day >= each.due:
                self.owed[place] = replace(each, met_on=each.due)
            if each.key == "VICTIM_COMMENT" and each.is_open and day > each.due:
                self.owed[place] = replace(each, fell=True)

    def _change(self, keys: Iterable[str], **how: object) -> None:
        self.owed = [
            replace(each, **how) if each.key in keys and each.is_open else each
            for each in self.owed
        ]


Transition = Callable[[Paper, Told], None]
TRANSITIONS: dict[str, tuple[str, Transition]] = {}
# What may still come to a case that is historical.
STILL = frozenset(
    {
        *(
            "reopen",
            "case_unfolded",
            "warrant_issued",
            "documents",
            "signed_forms",
            "notice_corrected",
        ),
        *("victim_notice_sent", "victim_comment_received", "victim_answered"),
        *("victim_information_request", "victim_information"),
    }
)


def on(kind: str, by: str) -> Callable[[Transition], Transition]:
    """Say who brings a kind of event: the first letters of the sides."""

    def declare(transition: Transition) -> Transition:
        TRANSITIONS[kind] = (by, transition)
        return transition

    return declare


def after(paper: Paper, told: Told) -> Paper:
    """The case after the event; raises ``NotAllowedError`` and changes nothing."""
    by, transition = TRANSITIONS[told.kind]
    stands = paper.copy()
    stands.calendar(told.day)
    stands.need(told.by[0] in by)
    stands.need(stands.state not in HISTORICAL or told.kind in STILL)
    transition(stands, told)
    return stands
