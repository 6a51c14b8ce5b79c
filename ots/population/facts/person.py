"""One made-up person."""

from dataclasses import dataclass

from offenders import choices
from ots.population.facts.community import Community
from ots.population.facts.court import Case
from ots.population.facts.custody import Move, Release, Stay, Ticket
from ots.population.facts.identity import Identity, Number


@dataclass(frozen=True, slots=True)
class Person:
    """One made-up person with the whole record."""

    index: int
    status: choices.Status
    identity: Identity
    numbers: tuple[Number, ...]
    cases: tuple[Case, ...]
    stays: tuple[Stay, ...]
    moves: tuple[Move, ...]
    tickets: tuple[Ticket, ...]
    releases: tuple[Release, ...]
    community: Community
    defects: frozenset[str] = frozenset()
