"""Limits that hang on who the person or the victim was: youthful trainees and child victims."""

from timecomp.law.count import Count
from timecomp.law.docket import Docket
from timecomp.law.facts import SentenceKind
from timecomp.law.lifer import check_young_term
from timecomp.law.mcl_750.s520b_first_degree import (
    SECTION,
    VICTIM_UNDER_13,
    minimum_against_a_child,
)
from timecomp.law.mcl_762.s11_youthful_trainee import TRAINEE_AGE, TRAINEE_PRISON_TERM
from timecomp.law.mcl_762.s12_trainee_probation import may_be_a_trainee
from timecomp.law.offences import normalise_code


def check_special_limits(docket: Docket, count: Count) -> None:
    """Ask about a trainee too old or held too long, and about a minimum too short for a child
    victim."""
    if count.sentence.kind is SentenceKind.HYTA_PRISON:
        _check_trainee(docket, count)
    check_young_term(docket, count)
    if VICTIM_UNDER_13 in count.sentence.offense.flags:
        _check_child_victim(docket, count)


def _check_trainee(docket: Docket, count: Count) -> None:
    sentence, born = count.sentence, docket.case.person.birth_date
    if count.offence is not None:
        docket.findings.ask(
            may_be_a_trainee,
            code=sentence.offense.code,
            has_life_maximum=count.offence.is_life_maximum,
            is_major_drug=bool(count.offence.is_major_controlled_substance),
            offense_date=sentence.offense.date,
        )
    if count.flat_term is not None:
        limit = TRAINEE_PRISON_TERM.on(sentence.sentenced_on)
        docket.findings.ask(limit, term=count.flat_term, sentenced_on=sentence.sentenced_on)
    if born is not None:
        ages = TRAINEE_AGE.on(sentence.offense.date)
        docket.findings.ask(ages, born=born, offense_date=sentence.offense.date)


def _check_child_victim(docket: Docket, count: Count) -> None:
    offense, minimum = count.sentence.offense, count.sentence.minimum
    is_first_degree = normalise_code(offense.code).startswith(SECTION)
    if minimum is None or not is_first_degree or offense.attempt:
        return
    if not minimum_against_a_child.in_force(offense.date):
        return
    docket.findings.ask(
        minimum_against_a_child,
        minimum=minimum,
        age=docket.case.person.age_on(offense.date),
        offense_date=offense.date,
    )
