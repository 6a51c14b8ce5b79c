"""Commitments to prison: the case, the jail before it, and the term that fits what came after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ots.population.charges import (
    Bench,
    Link,
    counts_together,
    prison_counts,
    sentenced_labels,
)
from ots.population.chronicle import Chronicle, Spell
from ots.population.courtroom import decided_case
from ots.population.days import days_between, months_in
from ots.population.facts import Count, HoldPlaced
from ots.population.menu import PRISON
from ots.population.proceedings import Proceeding, held_proceeding_to, proceeding_to
from ots.population.sentencing import Chosen, Need, prison_sentence
from ots.population.weights import happens

PAROLE_CRIME_CLAUSE = date(1988, 6, 1)
PAROLE_DETAINER = "Parole detainer"
DEPARTMENT = "Michigan Department of Corrections"
MISSING_DETAINER_SHARE = 0.1
NEW_COMMITMENT = "New commitment"


@dataclass(frozen=True, slots=True)
class Commitment:
    """A case that ended in prison."""

    proceeding: Proceeding
    case: int
    labels: tuple[str, ...]


def committed(life: Chronicle, bench: Bench, counts: Sequence[Count]) -> Commitment:
    """Add the case and the jail before the sentence."""
    case = decided_case(life, bench.proceeding, counts)
    life.held_in_jail(bench.proceeding, case if bench.link is None else None)
    return Commitment(bench.proceeding, case, sentenced_labels(counts))


def term_still_running(life: Chronicle, sentenced_on: date) -> Commitment:
    """Commit to a term imposed on the day that still runs today."""
    proceeding = proceeding_to(life.random, life.county, sentenced_on)
    need = Need(months_in(days_between(sentenced_on, life.as_of) + proceeding.jail_days))
    main = prison_sentence(life.random, PRISON, proceeding.offense_on, need)
    bench = Bench(proceeding, proceeding.jail_days)
    return committed(life, bench, prison_counts(life, bench, main))


def term_until_parole(
    life: Chronicle, sentenced_on: date, released_on: date, *, runs_until: date
) -> Commitment:
    """Commit to a term of which the minimum was done at the parole and the maximum was not."""
    proceeding = proceeding_to(life.random, life.county, sentenced_on)
    jail = proceeding.jail_days
    need = Need(
        run_months=months_in(days_between(sentenced_on, runs_until) + jail) + 2,
        served_months=months_in(days_between(sentenced_on, released_on) + jail),
    )
    main = prison_sentence(life.random, PRISON, proceeding.offense_on, need)
    bench = Bench(proceeding, jail)
    done = committed(life, bench, counts_together(life, bench, main))
    life.in_prison(Spell(sentenced_on, released_on, NEW_COMMITMENT, "Paroled"))
    return done


def crime_on_parole(life: Chronicle, sentenced_on: date, old: Commitment) -> Commitment:
    """Commit for a felony on parole: held under the detainer, after the old term, no credit."""
    proceeding = held_proceeding_to(life.random, life.county, sentenced_on)
    need = Need(months_in(days_between(sentenced_on, life.as_of)))
    main = prison_sentence(life.random, PRISON, proceeding.offense_on, need)
    bench = Bench(proceeding, proceeding.jail_days)
    if proceeding.offense_on >= PAROLE_CRIME_CLAUSE:
        _detained(life, proceeding)
        bench = Bench(proceeding, 0, Link(old.labels, "768.7a(2)"))
    return committed(life, bench, prison_counts(life, bench, main))


def crime_inside(life: Chronicle, proceeding: Proceeding, main: Chosen, link: Link) -> Commitment:
    """Commit for a crime of a prisoner: after every term being served, no credit."""
    bench = Bench(proceeding, 0, link)
    return committed(life, bench, counts_together(life, bench, main))


def _detained(life: Chronicle, proceeding: Proceeding) -> None:
    if happens(life.random, MISSING_DETAINER_SHARE):
        life.defects.add("missing_parole_detainer")
        return
    life.holds.append(
        HoldPlaced(DEPARTMENT, PAROLE_DETAINER, proceeding.arrested_on, proceeding.sentenced_on)
    )
