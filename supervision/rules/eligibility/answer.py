"""What the rules answer: every criterion with its fact, and what it comes to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from supervision.rules.eligibility.parameters import ALMOST_WITHIN
from timecomp.engine.standing import Standing


class Outcome(StrEnum):
    """What the criteria come to."""

    ELIGIBLE = "eligible"
    ALMOST = "almost"
    NOT = "not"


class Heading(StrEnum):
    """Under which heading a criterion is shown."""

    TIME = "Time served"
    OFFENSE = "Offense"
    CONDUCT = "Conduct"
    DUTIES = "Programs and money"
    SUPERVISION = "Supervision"


class Keeper(StrEnum):
    """Who can correct a fact."""

    AGENT = "the agent"
    SUPERVISOR = "the supervisor"
    CLERK = "the records clerk"
    COURT = "the court, through the records clerk"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that is asked, what the record says of it, and who can correct the record.

    ``possible_on`` is the day by which it comes true of itself; ``can_change`` says that the
    person or his agent can bring it about.
    """

    key: str
    heading: Heading
    asks: str
    met: bool
    fact: str
    keeper: Keeper
    possible_on: date | None = None
    can_change: bool = False
    citation: str = ""
    standing: Standing = Standing.VERIFIED


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person may have on a day, or the one thing missing and when it could be there."""

    opportunity: str
    outcome: Outcome
    criteria: tuple[Criterion, ...]
    missing: Criterion | None
    citation: str
    standing: Standing
    notes: tuple[str, ...] = ()

    @property
    def possible_on(self) -> date | None:
        """The day on which the one thing missing could be there."""
        return self.missing.possible_on if self.missing else None


@dataclass(frozen=True, slots=True)
class Asked:
    """The criteria of an opportunity and what else its reader should know."""

    criteria: Sequence[Criterion]
    notes: tuple[str, ...] = ()


def outcome_of(criteria: Sequence[Criterion], *, as_of: date) -> tuple[Outcome, Criterion | None]:
    """Eligible with all met; almost with one open that can be met soon; otherwise not."""
    open_ones = [each for each in criteria if not each.met]
    if not open_ones:
        return Outcome.ELIGIBLE, None
    if len(open_ones) == 1 and _could_be_met(open_ones[0], as_of):
        return Outcome.ALMOST, open_ones[0]
    return Outcome.NOT, None


def cited(criterion: Criterion, *, citation: str, standing: Standing) -> Criterion:
    """The criterion with the rule's source, unless it names one of its own."""
    if criterion.citation:
        return criterion
    return replace(criterion, citation=citation, standing=standing)


def _could_be_met(criterion: Criterion, as_of: date) -> bool:
    if criterion.possible_on is None:
        return criterion.can_change
    horizon = as_of + timedelta(days=ALMOST_WITHIN.on(as_of).amount)
    return as_of < criterion.possible_on <= horizon
