"""Who works on the compact in each state, and of whose cases which person makes one."""

from dataclasses import dataclass
from random import Random
from typing import Final

from interstate.choices import OfficeKind, SupervisionKind
from interstate.rules.vocabulary import Side

NEIGHBORS: Final = {
    **{"OH": 22.0, "IN": 13.0, "IL": 12.0, "WI": 9.0, "FL": 9.0, "TX": 5.0, "KY": 4.0},
    **{"TN": 3.0, "CA": 3.0, "GA": 3.0, "MN": 2.0},
}
ELSEWHERE: Final = 0.4


@dataclass(frozen=True, slots=True)
class OfficeCast:
    """An office with the users who hold posts in it."""

    key: int
    member: str
    kind: str
    officers: tuple[int, ...]
    supervisor: int
    agents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody that a made-up case needs."""

    ours: str
    offices: tuple[OfficeCast, ...]
    # Each person with the agent who has him, if any.
    people: tuple[tuple[int, int | None], ...]
    # Whose activities a supervisor sees before the office.
    reporting: frozenset[int]

    def office(self, member: str, supervision: str) -> OfficeCast:
        """The office of the member that looks after the kind of supervision."""
        wanted = {OfficeKind.BOTH.value, supervision}
        return next(each for each in self.offices if each.member == member and each.kind in wanted)

    def others(self) -> list[str]:
        """The other members, in the order of their names' codes."""
        return sorted({each.member for each in self.offices} - {self.ours})


@dataclass(frozen=True, slots=True)
class Parties:
    """One case's person, offices and users."""

    person: int
    supervision: str
    sending: OfficeCast
    receiving: OfficeCast
    sending_user: int
    receiving_user: int

    def office(self, side: Side) -> OfficeCast:
        """The office of a side."""
        return self.sending if side is Side.SENDING else self.receiving

    def agent(self, side: Side) -> int:
        """The agent of a side."""
        return self.sending_user if side is Side.SENDING else self.receiving_user


def parties_of(cast: Cast, random: Random, index: int) -> Parties:
    """Who the index-th case is about; a person's next case is with another member."""
    person, agent = cast.people[index % len(cast.people)]
    other = _members_of(cast, person)[index // len(cast.people) % len(cast.others())]
    supervision = random.choice((SupervisionKind.PROBATION, SupervisionKind.PAROLE)).value
    ours, theirs = cast.office(cast.ours, supervision), cast.office(other, supervision)
    own_agent = agent or random.choice(ours.agents)
    their_agent = random.choice(theirs.agents)
    if random.random() < 0.5:  # noqa: PLR2004  # half are sent, half received
        return Parties(person, supervision, ours, theirs, own_agent, their_agent)
    return Parties(person, supervision, theirs, ours, their_agent, own_agent)


def _members_of(cast: Cast, person: int) -> list[str]:
    """The members in the order in which the person's cases are with them, near ones first."""
    random = Random(person)  # noqa: S311  nothing secret is drawn
    return sorted(
        cast.others(),
        key=lambda code: random.expovariate(NEIGHBORS.get(code, ELSEWHERE)),
    )
