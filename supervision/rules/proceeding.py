"""The way of a violation from draft to closed: which step may follow, who takes it, and when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from supervision.rules.person_facts import Kind


class State(StrEnum):
    """Where a proceeding stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    WITH_SPECIALIST = "with_specialist"
    DECIDED = "decided"
    ANSWERED = "answered"
    SUMMONED = "summoned"
    WARRANT_REQUESTED = "warrant_requested"
    WARRANT_ISSUED = "warrant_issued"
    ARRESTED = "arrested"
    ARRAIGNED = "arraigned"
    PRELIMINARY_HELD = "preliminary_held"
    HEARING_SET = "hearing_set"
    HEARD = "heard"
    DISPOSED = "disposed"
    CLOSED = "closed"


class Move(StrEnum):
    """A step of a proceeding."""

    SUBMIT = "submit"
    RETURN = "return"
    DISMISS = "dismiss"
    APPROVE = "approve"
    SPECIALIST_PROCEED = "specialist_proceed"
    RESPOND_LOCALLY = "respond_locally"
    SUMMON = "summon"
    REQUEST_WARRANT = "request_warrant"
    REFUSE_WARRANT = "refuse_warrant"
    ISSUE_WARRANT = "issue_warrant"
    RECALL_WARRANT = "recall_warrant"
    ARREST = "arrest"
    ARRAIGN = "arraign"
    FIND_CAUSE = "find_cause"
    FIND_NO_CAUSE = "find_no_cause"
    SET_HEARING = "set_hearing"
    ADJOURN = "adjourn"
    HEAR = "hear"
    DISPOSE = "dispose"
    CLOSE = "close"


class Actor(StrEnum):
    """Who has the ball."""

    AGENT = "agent"
    SUPERVISOR = "supervisor"
    SPECIALIST = "parole violation specialist"
    COURT = "court"
    BOARD = "parole board"
    HEARINGS = "hearings officer"
    POLICE = "police"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Way:
    """One step: from which states to which, under which kinds of supervision, and by whom."""

    move: Move
    title: str
    before: frozenset[State]
    after: State
    by: Actor
    kinds: frozenset[Kind] = frozenset(Kind)
    needs_findings: bool = False


PROBATION, PAROLE = frozenset({Kind.PROBATION}), frozenset({Kind.PAROLE})


def _from(*states: State) -> frozenset[State]:
    return frozenset(states)


S, M = State, Move
WAYS: tuple[Way, ...] = (
    Way(M.SUBMIT, "Submit the report", _from(S.DRAFT), S.SUBMITTED, Actor.AGENT),
    Way(M.APPROVE, "Approve", _from(S.SUBMITTED), S.DECIDED, Actor.SUPERVISOR, PROBATION),
    Way(
        M.APPROVE,
        "Send to the violation specialist",
        _from(S.SUBMITTED),
        S.WITH_SPECIALIST,
        Actor.SUPERVISOR,
        PAROLE,
    ),
    Way(
        M.SPECIALIST_PROCEED,
        "Decide as violation specialist",
        _from(S.WITH_SPECIALIST),
        S.DECIDED,
        Actor.SPECIALIST,
        PAROLE,
    ),
    Way(
        M.RETURN,
        "Return to the agent",
        _from(S.SUBMITTED, S.WITH_SPECIALIST),
        S.DRAFT,
        Actor.SUPERVISOR,
    ),
    Way(
        M.DISMISS,
        "Dismiss the report",
        _from(S.SUBMITTED, S.WITH_SPECIALIST),
        S.CLOSED,
        Actor.SUPERVISOR,
    ),
    Way(M.RESPOND_LOCALLY, "Answer locally", _from(S.DECIDED), S.ANSWERED, Actor.AGENT),
    Way(M.SUMMON, "Court summons", _from(S.DECIDED), S.SUMMONED, Actor.COURT, PROBATION),
    Way(
        M.REQUEST_WARRANT,
        "Ask for a warrant",
        _from(S.DECIDED, S.SUMMONED),
        S.WARRANT_REQUESTED,
        Actor.AGENT,
    ),
    Way(M.REFUSE_WARRANT, "Warrant refused", _from(S.WARRANT_REQUESTED), S.DECIDED, Actor.COURT),
    Way(
        M.ISSUE_WARRANT,
        "Warrant issued",
        _from(S.WARRANT_REQUESTED),
        S.WARRANT_ISSUED,
        Actor.COURT,
    ),
    Way(M.RECALL_WARRANT, "Warrant recalled", _from(S.WARRANT_ISSUED), S.DECIDED, Actor.COURT),
    Way(M.ARREST, "Arrested", _from(S.DECIDED, S.WARRANT_ISSUED), S.ARRESTED, Actor.POLICE),
    Way(
        M.ARRAIGN,
        "Arraigned",
        _from(S.ARRESTED, S.SUMMONED),
        S.ARRAIGNED,
        Actor.COURT,
        PROBATION,
    ),
    Way(
        M.FIND_CAUSE,
        "Preliminary hearing: probable cause",
        _from(S.ARRESTED),
        S.PRELIMINARY_HELD,
        Actor.HEARINGS,
        PAROLE,
    ),
    Way(
        M.FIND_NO_CAUSE,
        "Preliminary hearing: no probable cause",
        _from(S.ARRESTED),
        S.DECIDED,
        Actor.HEARINGS,
        PAROLE,
    ),
    Way(M.SET_HEARING, "Hearing set", _from(S.ARRAIGNED), S.HEARING_SET, Actor.COURT, PROBATION),
    Way(
        M.SET_HEARING,
        "Fact-finding hearing set",
        _from(S.PRELIMINARY_HELD, S.ARRESTED),
        S.HEARING_SET,
        Actor.BOARD,
        PAROLE,
    ),
    Way(M.ADJOURN, "Hearing adjourned", _from(S.HEARING_SET), S.HEARING_SET, Actor.COURT),
    Way(
        M.HEAR,
        "Hearing held",
        _from(S.HEARING_SET),
        S.HEARD,
        Actor.COURT,
        needs_findings=True,
    ),
    Way(
        M.HEAR,
        "Admitted at arraignment",
        _from(S.ARRAIGNED),
        S.HEARD,
        Actor.COURT,
        PROBATION,
        needs_findings=True,
    ),
    Way(
        M.DISPOSE,
        "Disposition",
        _from(S.HEARD),
        S.DISPOSED,
        Actor.COURT,
        needs_findings=True,
    ),
    Way(M.CLOSE, "Close", _from(S.ANSWERED, S.DISPOSED), S.CLOSED, Actor.AGENT),
)
BALL: dict[State, Actor] = {
    S.DRAFT: Actor.AGENT,
    S.SUBMITTED: Actor.SUPERVISOR,
    S.WITH_SPECIALIST: Actor.SPECIALIST,
    S.DECIDED: Actor.AGENT,
    S.ANSWERED: Actor.AGENT,
    S.SUMMONED: Actor.COURT,
    S.WARRANT_REQUESTED: Actor.COURT,
    S.WARRANT_ISSUED: Actor.POLICE,
    S.ARRESTED: Actor.COURT,
    S.ARRAIGNED: Actor.COURT,
    S.PRELIMINARY_HELD: Actor.BOARD,
    S.HEARING_SET: Actor.COURT,
    S.HEARD: Actor.COURT,
    S.DISPOSED: Actor.AGENT,
    S.CLOSED: Actor.NOBODY,
}
# What the court does on probation the board, or its hearings officer, does on parole.
ON_PAROLE = {S.ARRESTED: Actor.HEARINGS}


class RefusedStepError(Exception):
    """The step may not follow; the message says why and which may."""


@dataclass(frozen=True, slots=True)
class Proceeding:
    """A proceeding as it stands: never changed, each step makes a new one."""

    kind: Kind
    state: State = State.DRAFT
    counts: frozenset[int] = frozenset()
    found: frozenset[int] = frozenset()
    at: datetime | None = None

    @property
    def without_finding(self) -> frozenset[int]:
        """Return the counts about which nothing was found yet."""
        return self.counts - self.found

    @property
    def ball(self) -> Actor:
        """Return who has to act next."""
        actor = BALL[self.state]
        if self.kind is Kind.PAROLE and actor is Actor.COURT:
            return ON_PAROLE.get(self.state, Actor.BOARD)
        return actor


def ways_from(proceeding: Proceeding) -> tuple[Way, ...]:
    """List the steps that may follow."""
    return tuple(
        way for way in WAYS if proceeding.state in way.before and proceeding.kind in way.kinds
    )


def step(proceeding: Proceeding, move: Move, at: datetime) -> Proceeding:
    """Return the proceeding after a step; raises ``RefusedStepError`` if it may not follow."""
    way = next((each for each in ways_from(proceeding) if each.move is move), None)
    if way is None:
        raise RefusedStepError(_not_now(proceeding, move))
    if proceeding.at is not None and at < proceeding.at:
        raise RefusedStepError(
            f"The step before was taken at [{proceeding.at:%b %d, %Y %H:%M}]: give a later time."
        )
    if move is Move.SUBMIT and not proceeding.counts:
        raise RefusedStepError("The report names no violation: choose at least one.")
    if way.needs_findings and proceeding.without_finding:
        raise RefusedStepError("Record a finding for every violation of the report first.")
    return replace(proceeding, state=way.after, at=at)


def find(proceeding: Proceeding, count: int) -> Proceeding:
    """Return the proceeding with a finding about one violation; refused before any hearing."""
    if count not in proceeding.counts:
        raise RefusedStepError("The report does not name that violation.")
    if proceeding.state not in {State.ARRAIGNED, State.HEARING_SET}:
        raise RefusedStepError("Findings are recorded while a hearing is set or at arraignment.")
    return replace(proceeding, found=proceeding.found | {count})


def steps_taken(start: Proceeding, steps: Iterable[tuple[Move, datetime]]) -> Proceeding:
    """Return where recorded steps lead."""
    for move, at in steps:
        start = step(start, move, at)
    return start


def _not_now(proceeding: Proceeding, move: Move) -> str:
    may = ", ".join(way.move.value.replace("_", " ") for way in ways_from(proceeding)) or "nothing"
    return (
        f"[{move.replace('_', ' ')}] cannot follow [{proceeding.state.replace('_', ' ')}]:"
        f" what may follow is {may}."
    )
