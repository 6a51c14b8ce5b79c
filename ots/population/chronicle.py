"""A person's record while it is being made up: what happened, in the order in which it is told."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from offenders import choices
from ots.population.days import days_after, drawn_between, months_after
from ots.population.facts import (
    Case,
    HoldPlaced,
    Move,
    Release,
    Stay,
    Supervised,
    Violation,
    WarrantIssued,
)
from ots.population.places import County, prison, reception
from ots.population.proceedings import Proceeding
from ots.population.weights import Weighted
from supervision.choices.period import SupervisionLevel, SupervisionType

Kind = choices.CustodyKind
Moved = choices.MovementKind
LEVELS = Weighted(
    [
        (SupervisionLevel.HIGH, 4),
        (SupervisionLevel.MAXIMUM, 18),
        (SupervisionLevel.MEDIUM, 38),
        (SupervisionLevel.MINIMUM, 30),
        (SupervisionLevel.LIMITED, 6),
        (SupervisionLevel.UNASSIGNED, 4),
    ]
)
RECEPTION_DAYS = (20, 60)
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Spell:
    """A spell with the reasons it began and ended; ``ended_on`` is the first day after it."""

    began_on: date
    ended_on: date | None
    admission: str = ""
    release: str = ""


@dataclass(slots=True)
class Chronicle:
    """The record so far of one person."""

    random: Random
    as_of: date
    sex: choices.Sex
    county: County
    cases: list[Case] = field(default_factory=list)
    stays: list[Stay] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    releases: list[Release] = field(default_factory=list)
    supervised: list[Supervised] = field(default_factory=list)
    holds: list[HoldPlaced] = field(default_factory=list)
    warrants: list[WarrantIssued] = field(default_factory=list)
    defects: set[str] = field(default_factory=set)
    ages: tuple[int, int] | None = None
    _labels: int = 0

    @property
    def is_woman(self) -> bool:
        """Say whether the person is held with women."""
        return self.sex == choices.Sex.FEMALE

    def next_label(self) -> str:
        """Return the next prefix letter: A to Z, then AA and on."""
        first, second = divmod(self._labels, len(_ALPHABET))
        self._labels += 1
        return (_ALPHABET[first - 1] if first else "") + _ALPHABET[second]

    def held_in_jail(self, proceeding: Proceeding, case: int | None) -> None:
        """Tell of the jail before the sentence; without a case if it counts on an older term."""
        jail = proceeding.county.jail
        for began, ended in proceeding.jail:
            out = "Sentenced" if ended == proceeding.sentenced_on else "Released on bond"
            self.stays.append(Stay(Kind.JAIL, jail, began, ended, "Arrest", out, case))
            self.moves.append(Move(Moved.BOOKING, began, jail))
            if ended != proceeding.sentenced_on:
                self.moves.append(Move(Moved.BOND_RELEASE, ended, jail))

    def in_jail(self, spell: Spell, case: int | None = None) -> None:
        """Tell of jail for another cause than a first arrest."""
        jail = self.county.jail
        if spell.ended_on is not None and spell.ended_on <= spell.began_on:
            return
        self.stays.append(
            Stay(
                Kind.JAIL,
                jail,
                spell.began_on,
                spell.ended_on,
                spell.admission,
                spell.release,
                case,
            )
        )
        self.moves.append(Move(Moved.BOOKING, spell.began_on, jail, spell.admission))

    def in_prison(self, spell: Spell) -> None:
        """Tell of prison: reception first, then the prison where the person stays."""
        facility = prison(self.random, is_woman=self.is_woman)
        first = reception(spell.began_on, is_woman=self.is_woman)
        moved_on = days_after(spell.began_on, self.random.randint(*RECEPTION_DAYS))
        self.moves.append(Move(Moved.ADMISSION, spell.began_on, first, spell.admission))
        if moved_on < (spell.ended_on or self.as_of):
            self.moves.append(Move(Moved.TRANSFER, moved_on, facility))
        else:
            facility = first
        self.stays.append(
            Stay(
                Kind.PRISON,
                facility,
                spell.began_on,
                spell.ended_on,
                spell.admission,
                spell.release,
            )
        )

    def on_parole(
        self,
        released_on: date,
        term_months: int,
        *,
        ended_on: date | None = None,
        violations: tuple[Violation, ...] = (),
        reason: str = "",
    ) -> None:
        """Tell of a parole, and of its end if it has ended."""
        expected = months_after(released_on, term_months)
        self.releases.append(Release(released_on, term_months, violations))
        self.moves.append(Move(Moved.PAROLE, released_on))
        self.stays.append(Stay(Kind.PAROLE, None, released_on, ended_on, "Paroled", reason))
        self.under_supervision(
            SupervisionType.PAROLE, Spell(released_on, ended_on, release=reason), expected
        )

    def under_supervision(self, kind: SupervisionType, spell: Spell, expected: date) -> None:
        """Tell of a term of supervision."""
        self.supervised.append(
            Supervised(
                type=kind,
                level=LEVELS.draw(self.random),
                began_on=spell.began_on,
                expected_end_on=expected,
                ended_on=spell.ended_on,
                termination_reason=spell.release,
            )
        )

    def day_between(self, first: date, last: date) -> date:
        """Draw a day."""
        return drawn_between(self.random, first, last)
