"""What the record calls courts, places, statutes and agents by: code to key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class StatuteKey:
    """A row of the statutes with the days on which it holds, the last left out."""

    since: date
    until: date | None
    key: int


@dataclass(frozen=True, slots=True)
class References:
    """Keys by code; agents by the code of their office."""

    courts: Mapping[str, int]
    facilities: Mapping[str, int]
    offices: Mapping[str, int]
    agents: Mapping[str, tuple[int, ...]]
    statutes: Mapping[str, tuple[StatuteKey, ...]]

    def agent(self, office: str, draw: float) -> int:
        """Return the agent of an office whom a draw from 0 to 1 names."""
        agents = self.agents[office]
        return agents[int(draw * len(agents))]

    def statute(self, pacc: str, on: date) -> int | None:
        """Return the statute a code named on a day, where the record holds it."""
        rows = self.statutes.get(pacc, ())
        found = (row.key for row in rows if row.since <= on and (not row.until or on < row.until))
        return next(found, None)
