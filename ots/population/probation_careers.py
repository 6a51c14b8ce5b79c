"""How people came to be on probation today."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from offenders import choices
from ots.population.charges import Bench, convicted
from ots.population.chronicle import Chronicle, Spell
from ots.population.courtroom import decided_case
from ots.population.days import days_after, days_between, months_after
from ots.population.facts import Count, Length, WarrantIssued
from ots.population.jail_terms import jail_term, out_of_jail_on
from ots.population.menu import COMPANIONS, PROBATION, YOUTH, drawn_offence
from ots.population.proceedings import Proceeding, proceeding_to
from ots.population.sentencing import Chosen
from ots.population.weights import Weighted
from supervision.choices.period import SupervisionType
from timecomp.law.offences import OffenceCode

Status = choices.Status
Story = Callable[[Chronicle], Status]
SHORTER_SINCE = date(2021, 4, 1)
MONTHS = Weighted([(12, 15), (18, 20), (24, 40), (36, 25)])
OLD_MONTHS = Weighted([(24, 20), (36, 30), (60, 50)])
MISDEMEANOR_MONTHS = 24
HYTA_AGES = (18, 25)
YOUTH_MONTHS = 36


def on_probation(life: Chronicle) -> Status:
    """Placed on probation and still on it."""
    proceeding, months = _running_order(life)
    count = _probation_count(life, proceeding, months)
    _placed(life, proceeding, [count], SupervisionType.PROBATION)
    return Status.PROBATION


def jail_then_probation(life: Chronicle) -> Status:
    """A jail term on one count and probation on the other."""
    proceeding, months = _running_order(life)
    counts = [_probation_count(life, proceeding, months), _jail_count(life, proceeding)]
    case = _placed(life, proceeding, counts, SupervisionType.PROBATION)
    out_on = out_of_jail_on(proceeding, counts[1].terms[0].maximum)
    ended_on = out_on if out_on <= life.as_of else None
    life.in_jail(Spell(proceeding.sentenced_on, ended_on, "Sentenced", "Served"), case)
    return Status.PROBATION if ended_on else Status.JAIL


def youthful_trainee(life: Chronicle) -> Status:
    """On probation as a youthful trainee, without a conviction."""
    proceeding, months = _running_order(life)
    code = drawn_offence(life.random, YOUTH, proceeding.offense_on)
    chosen = _probation(code, min(months, YOUTH_MONTHS))
    count = convicted(
        life.random, Bench(proceeding, proceeding.jail_days), chosen, life.next_label()
    )
    deferred = replace(count, disposition=choices.DispositionKind.DEFERRED)
    _placed(life, proceeding, [deferred], SupervisionType.HYTA)
    life.ages = HYTA_AGES
    return Status.PROBATION


def wanted(life: Chronicle) -> Status:
    """On probation with a warrant out."""
    on_probation(life)
    began_on = life.supervised[-1].began_on
    issued_on = life.day_between(days_after(began_on, 1), life.as_of)
    life.warrants.append(
        WarrantIssued(
            number=f"B{len(life.warrants)}",
            kind=choices.WarrantKind.PROBATION,
            court=life.cases[-1].court,
            issued_on=min(issued_on, life.as_of),
            served_on=None,
            caution="",
        )
    )
    return Status.PROBATION


def jailed_on_probation(life: Chronicle) -> Status:
    """On probation, in jail for a violation."""
    on_probation(life)
    began_on = life.supervised[-1].began_on
    jailed_on = max(began_on, days_after(life.as_of, -life.random.randint(1, 30)))
    life.in_jail(Spell(jailed_on, None, "Probation violation"), len(life.cases) - 1)
    return Status.JAIL


STORIES: Weighted[Story] = Weighted(
    [
        (on_probation, 70),
        (jail_then_probation, 14),
        (youthful_trainee, 7),
        (wanted, 5),
        (jailed_on_probation, 4),
    ]
)


def _running_order(life: Chronicle) -> tuple[Proceeding, int]:
    """Draw a prosecution whose order of probation has begun and has not ended by today."""
    months = MONTHS.draw(life.random)
    if life.as_of < SHORTER_SINCE:
        months = OLD_MONTHS.draw(life.random)
    longest = days_between(life.as_of, months_after(life.as_of, months)) - 5
    placed_on = days_after(life.as_of, -life.random.randint(1, longest))
    return proceeding_to(life.random, life.county, placed_on), months


def _probation(code: OffenceCode, months: int) -> Chosen:
    return Chosen(code, choices.SentenceKind.PROBATION, maximum=Length(months=months))


def _probation_count(life: Chronicle, proceeding: Proceeding, months: int) -> Count:
    code = drawn_offence(life.random, PROBATION, proceeding.offense_on)
    served = days_between(proceeding.sentenced_on, life.as_of)
    fits = days_between(life.as_of, months_after(life.as_of, MISDEMEANOR_MONTHS)) > served + 5
    if code.is_misdemeanor and fits:
        months = min(months, MISDEMEANOR_MONTHS)
    elif code.is_misdemeanor:
        code = drawn_offence(life.random, YOUTH, proceeding.offense_on)
    bench = Bench(proceeding, proceeding.jail_days)
    return convicted(life.random, bench, _probation(code, months), life.next_label())


def _jail_count(life: Chronicle, proceeding: Proceeding) -> Count:
    code = drawn_offence(life.random, COMPANIONS, proceeding.offense_on)
    term = jail_term(life.random, proceeding)
    chosen = Chosen(code, choices.SentenceKind.JAIL, minimum=term, maximum=term)
    bench = Bench(proceeding, proceeding.jail_days)
    return convicted(life.random, bench, chosen, life.next_label())


def _placed(
    life: Chronicle, proceeding: Proceeding, counts: list[Count], kind: SupervisionType
) -> int:
    case = decided_case(life, proceeding, counts)
    life.held_in_jail(proceeding, case)
    expected = months_after(proceeding.sentenced_on, counts[0].terms[0].maximum.whole_months)
    life.under_supervision(kind, Spell(proceeding.sentenced_on, None), expected)
    return case
