"""When the parole board may take up a life sentence, and which life sentences the book cannot
answer."""

from datetime import date

from timecomp.engine.rules import ManualComputation
from timecomp.law.count import Count
from timecomp.law.dead_time import after_dead_time
from timecomp.law.docket import Docket
from timecomp.law.mcl_791.s234_jurisdiction import LIFER_JURISDICTION, is_life_without_parole

YOUNGEST_ADULT = 21
WITHOUT_PAROLE = "without_parole"


def lifer_eligibility(docket: Docket, count: Count, start: date | None) -> date | None:
    """The day the board gains jurisdiction over a parolable life sentence; None without parole."""
    if start is None:
        return None
    offense, row = count.sentence.offense, count.offence
    if row is None and WITHOUT_PAROLE not in offense.flags:
        raise ManualComputation(
            f"The book does not know the offense [{offense.code}] and cannot tell whether its "
            "life sentence may end in parole. Correct the code, or flag it without_parole.",
            rule="life_nonparolable",
        )
    mandatory = WITHOUT_PAROLE in offense.flags or (row is not None and row.mandatory_life)
    if row is not None and row.is_drug:
        raise ManualComputation(
            "The rules for life sentences on drug offenses are not in the book yet; the parole "
            "board's counsel must give the day of jurisdiction.",
            rule="drug_lifer_175",
        )
    if is_life_without_parole(is_mandatory_life=mandatory, is_attempt=offense.attempt):
        _ask_about_youth(docket, offense.date)
        return None
    day = LIFER_JURISDICTION.on(offense.date)(start=start, offense_date=offense.date)
    return after_dead_time(docket.record, start, day)


def _ask_about_youth(docket: Docket, offense_date: date) -> None:
    age = docket.case.person.age_on(offense_date)
    if age is None or age >= YOUNGEST_ADULT:
        return
    docket.findings.note(
        "jl_term_range",
        f"The person was {age} at the offense. "
        "Mandatory life without parole may not stand for a person under 21 (MCL 769.25, 769.25a); "
        "ask whether a resentencing is due.",
    )
