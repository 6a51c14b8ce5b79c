"""What is asked for: how many people, by which plan, in what portions."""

from dataclasses import dataclass
from datetime import date, datetime

from ots.population.generator import Plan
from ots.population.people import INDEX_LIMIT, SEED_LIMIT

CHUNK = 1_000
# The careers that are told suppose the law of these years.
EARLIEST_AS_OF = date(2020, 1, 1)


class PlanError(ValueError):
    """The plan cannot be carried out as asked."""


@dataclass(frozen=True, slots=True)
class Order:
    """How many people to make up by which plan, on how many processes."""

    plan: Plan
    people: int
    recorded_at: datetime
    workers: int = 1
    chunk: int = CHUNK

    def check(self) -> None:
        """Refuse numbers for which no unique identifiers could be made."""
        if not 0 < self.people <= INDEX_LIMIT:
            raise PlanError(f"People [{self.people}]: ask for 1 to {INDEX_LIMIT}.")
        if not 0 <= self.plan.seed < SEED_LIMIT:
            raise PlanError(f"Seed [{self.plan.seed}]: choose one from 0 to {SEED_LIMIT - 1}.")
        if self.plan.as_of < EARLIEST_AS_OF:
            raise PlanError(f"As of [{self.plan.as_of}]: choose a day from {EARLIEST_AS_OF} on.")
        shares = (self.plan.prison, self.plan.parole, self.plan.probation)
        if min(shares) < 0 or not sum(shares):
            raise PlanError(f"Shares {list(shares)}: give none below nought and one above it.")

    def chunks(self) -> list[range]:
        """Return the indices chunk by chunk."""
        starts = range(0, self.people, self.chunk)
        return [range(start, min(start + self.chunk, self.people)) for start in starts]
