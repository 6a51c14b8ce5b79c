"""What went before: earlier cases that are over."""

from datetime import date

from offenders import choices
from ots.population.charges import Bench, convicted
from ots.population.chronicle import Chronicle, Moved, Spell
from ots.population.commitments import term_until_parole
from ots.population.courtroom import decided_case
from ots.population.days import days_after, months_after
from ots.population.facts import Length, Move
from ots.population.jail_terms import jail_term, out_of_jail_on
from ots.population.menu import PROBATION, drawn_offence
from ots.population.proceedings import Proceeding, proceeding_to
from ots.population.sentencing import Chosen
from ots.population.weights import Weighted
from supervision.choices.period import SupervisionType

# An earlier case begins and ends within so many years; its sentence comes after the pace of courts.
WINDOW_YEARS = 6
SENTENCED_AFTER_DAYS = 840
NOT_BEFORE = date(1970, 1, 1)
CASES = Weighted([(0, 55), (1, 30), (2, 15)])
KINDS = Weighted([("probation", 50), ("jail", 22), ("prison", 28)])


def number_of_cases(life: Chronicle) -> int:
    """Draw how many earlier cases the person has."""
    return CASES.draw(life.random)


def earlier_case(life: Chronicle, begins_on: date) -> None:
    """Tell of one case that began and ended within its window."""
    sentenced_on = days_after(begins_on, SENTENCED_AFTER_DAYS)
    kind = KINDS.draw(life.random)
    if kind == "prison":
        _prison(life, sentenced_on)
    elif kind == "jail":
        _jail(life, sentenced_on)
    else:
        _probation(life, sentenced_on)


def _prison(life: Chronicle, sentenced_on: date) -> None:
    released_on = days_after(sentenced_on, life.random.randint(365, 620))
    term = life.random.choice((12, 18))
    discharged_on = months_after(released_on, term)
    term_until_parole(life, sentenced_on, released_on, runs_until=discharged_on)
    life.on_parole(released_on, term, ended_on=discharged_on, reason="Discharged from parole")
    life.moves.append(Move(Moved.DISCHARGE, discharged_on))


def _probation(life: Chronicle, sentenced_on: date) -> None:
    proceeding = proceeding_to(life.random, life.county, sentenced_on)
    term = Length(months=life.random.choice((12, 18)))
    _decided(life, proceeding, choices.SentenceKind.PROBATION, term)
    expected = months_after(sentenced_on, term.months)
    life.under_supervision(
        SupervisionType.PROBATION, Spell(sentenced_on, expected, release="Completed"), expected
    )


def _jail(life: Chronicle, sentenced_on: date) -> None:
    proceeding = proceeding_to(life.random, life.county, sentenced_on)
    term = jail_term(life.random, proceeding)
    case = _decided(life, proceeding, choices.SentenceKind.JAIL, term)
    out_on = out_of_jail_on(proceeding, term)
    life.in_jail(Spell(sentenced_on, out_on, "Sentenced", "Served"), case)


def _decided(
    life: Chronicle, proceeding: Proceeding, kind: choices.SentenceKind, term: Length
) -> int:
    code = drawn_offence(life.random, PROBATION, proceeding.offense_on)
    minimum = term if kind == choices.SentenceKind.JAIL else Length()
    chosen = Chosen(code, kind, minimum=minimum, maximum=term)
    bench = Bench(proceeding, proceeding.jail_days)
    count = convicted(life.random, bench, chosen, life.next_label())
    case = decided_case(life, proceeding, [count])
    life.held_in_jail(proceeding, case)
    return case
