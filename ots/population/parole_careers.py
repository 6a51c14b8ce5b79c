"""How people came to be on parole today."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from offenders import choices
from ots.population.chronicle import Chronicle, Kind, Spell
from ots.population.commitments import DEPARTMENT, PAROLE_DETAINER, term_until_parole
from ots.population.days import days_after, days_between, months_after
from ots.population.facts import HoldPlaced, Stay, Violation, WarrantIssued
from ots.population.weights import Weighted

Status = choices.Status
Story = Callable[[Chronicle], Status]
YEAR = 365.25
TERM_MONTHS = Weighted([(24, 72), (12, 10), (18, 6), (36, 5), (48, 7)])
CAUTIONS = Weighted([("", 70), ("Armed", 12), ("Violent tendencies", 12), ("Escape risk", 6)])
SHORT_TERM_SHARE = 0.82
LONGEST_INSIDE = 40
ABSCONDED_DAYS = (10, 900)


@dataclass(frozen=True, slots=True)
class Paroled:
    """A parole that began on a day."""

    released_on: date
    months: int


def out_on_parole(life: Chronicle) -> Status:
    """Paroled once and still out."""
    parole = _running_parole(life)
    _first_term(life, parole.released_on)
    life.on_parole(parole.released_on, parole.months)
    return Status.PAROLE


def paroled_again(life: Chronicle) -> Status:
    """Paroled, returned for a technical violation, and paroled again."""
    parole = _running_parole(life)
    returned_on = days_after(parole.released_on, -life.random.randint(120, 540))
    declared_on = days_after(returned_on, -life.random.randint(1, 40))
    first_out = days_after(declared_on, -life.random.randint(60, 600))
    _first_term(life, first_out)
    violation = Violation(choices.ParoleViolationKind.TECHNICAL, declared_on, returned_on)
    life.on_parole(
        first_out,
        24,
        ended_on=declared_on,
        violations=(violation,),
        reason="Parole revoked, technical violation",
    )
    life.in_jail(Spell(declared_on, returned_on, "Parole violation", "Returned to prison"))
    life.in_prison(
        Spell(returned_on, parole.released_on, "Parole violator, technical", "Reparoled")
    )
    life.on_parole(parole.released_on, parole.months)
    return Status.PAROLE


def absconded(life: Chronicle) -> Status:
    """On parole and not to be found."""
    gone_on = days_after(life.as_of, -life.random.randint(*ABSCONDED_DAYS))
    months = TERM_MONTHS.draw(life.random)
    ran = days_between(gone_on, months_after(gone_on, months)) - 1
    released_on = days_after(gone_on, -life.random.randint(14, ran))
    _first_term(life, released_on)
    violation = Violation(choices.ParoleViolationKind.TECHNICAL, gone_on, None)
    life.on_parole(released_on, months, violations=(violation,))
    life.stays.append(Stay(Kind.DELINQUENT, None, gone_on, None, "Absconded"))
    life.warrants.append(
        WarrantIssued(
            number=f"P{len(life.warrants)}",
            kind=choices.WarrantKind.PAROLE,
            court=None,
            issued_on=days_after(gone_on, life.random.randint(0, 5)),
            served_on=None,
            caution=CAUTIONS.draw(life.random),
        )
    )
    return Status.ABSCONDED


def jailed_on_parole(life: Chronicle) -> Status:
    """On parole, in jail under a parole detainer."""
    parole = _running_parole(life)
    _first_term(life, parole.released_on)
    jailed_on = max(parole.released_on, days_after(life.as_of, -life.random.randint(1, 40)))
    violation = Violation(choices.ParoleViolationKind.TECHNICAL, jailed_on, jailed_on)
    life.on_parole(parole.released_on, parole.months, violations=(violation,))
    life.in_jail(Spell(jailed_on, None, "Parole violation"))
    life.holds.append(HoldPlaced(DEPARTMENT, PAROLE_DETAINER, jailed_on, None))
    return Status.JAIL


STORIES: Weighted[Story] = Weighted(
    [(out_on_parole, 78), (paroled_again, 12), (absconded, 6), (jailed_on_parole, 4)]
)


def _running_parole(life: Chronicle) -> Paroled:
    """Draw a parole that began and has not ended by today."""
    months = TERM_MONTHS.draw(life.random)
    longest = days_between(life.as_of, months_after(life.as_of, months)) - 31
    return Paroled(days_after(life.as_of, -life.random.randint(1, longest)), months)


def _first_term(life: Chronicle, released_on: date) -> None:
    if life.random.random() < SHORT_TERM_SHARE:
        years = 0.9 + life.random.expovariate(1 / 3)
    else:
        years = life.random.uniform(6, LONGEST_INSIDE)
    inside = int(YEAR * min(years, LONGEST_INSIDE))
    term_until_parole(life, days_after(released_on, -inside), released_on, runs_until=life.as_of)
