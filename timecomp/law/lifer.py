"""When the parole board may take up a life sentence, and which life sentences the book cannot
answer."""

from datetime import date

from timecomp.engine.rules import ManualComputation
from timecomp.law.count import Count
from timecomp.law.dead_time import after_dead_time
from timecomp.law.docket import Docket
from timecomp.law.drug_life import REPEAT, drug_lifer_eligibility
from timecomp.law.facts import Term
from timecomp.law.mcl_769.s25_young_people import (
    LIFE_OF_THE_YOUNG,
    TWENTY,
    second_degree_life_under_18,
    young_term_in_range,
)
from timecomp.law.mcl_791.s234_jurisdiction import LIFER_JURISDICTION, is_life_without_parole
from timecomp.law.offences import normalise_code

WITHOUT_PAROLE = "without_parole"
SECOND_DEGREE = "750.317"


def lifer_eligibility(docket: Docket, count: Count, start: date | None) -> date | None:
    """The day the board gains jurisdiction over a parolable life sentence; None without parole."""
    if start is None:
        return None
    offense = count.sentence.offense
    if _is_without_parole(count):
        _ask_about_youth(docket, offense.date)
        return None
    if _is_drug(count):
        return after_dead_time(docket.record, start, drug_lifer_eligibility(count, start))
    if normalise_code(offense.code) == SECOND_DEGREE:
        _ask_about_second_degree(docket, offense.date)
    day = LIFER_JURISDICTION.on(offense.date)(start=start, offense_date=offense.date)
    return after_dead_time(docket.record, start, day)


def check_young_term(docket: Docket, count: Count) -> None:
    """Ask about a young person's term of years for a crime of mandatory life out of range."""
    sentence, row = count.sentence, count.offence
    if row is None or not row.mandatory_life or row.is_drug or sentence.offense.attempt:
        return
    age = docket.case.person.age_on(sentence.offense.date)
    if age is None or age > TWENTY or not young_term_in_range.in_force(sentence.sentenced_on):
        return
    if sentence.minimum is not None and isinstance(sentence.maximum, Term):
        docket.findings.ask(
            young_term_in_range,
            minimum=sentence.minimum,
            maximum=sentence.maximum,
            sentenced_on=sentence.sentenced_on,
        )


def _is_without_parole(count: Count) -> bool:
    offense, row = count.sentence.offense, count.offence
    if WITHOUT_PAROLE in offense.flags:
        return is_life_without_parole(is_mandatory_life=True, is_attempt=offense.attempt)
    if row is None:
        raise ManualComputation(
            f"The book does not know the offense [{offense.code}] and cannot tell whether its "
            "life sentence may end in parole. Correct the code, or flag it without_parole.",
            rule="life_nonparolable",
        )
    mandatory = row.mandatory_life and not row.is_drug
    return is_life_without_parole(is_mandatory_life=mandatory, is_attempt=offense.attempt)


def _is_drug(count: Count) -> bool:
    is_listed = count.offence is not None and bool(count.offence.is_drug)
    return is_listed or REPEAT in count.sentence.offense.flags


def _ask_about_youth(docket: Docket, offense_date: date) -> None:
    age = docket.case.person.age_on(offense_date)
    if age is None or age > TWENTY:
        return
    for law in LIFE_OF_THE_YOUNG:
        if law.in_force(docket.decided_on):
            docket.findings.ask(law, age=age)


def _ask_about_second_degree(docket: Docket, offense_date: date) -> None:
    age = docket.case.person.age_on(offense_date)
    if age is not None and second_degree_life_under_18.in_force(docket.decided_on):
        docket.findings.ask(second_degree_life_under_18, age=age)
