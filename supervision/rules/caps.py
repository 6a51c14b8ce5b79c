"""The most confinement that a technical violation may bring (MCL 771.4b; 791.258a)."""

from dataclasses import dataclass
from datetime import date

from supervision.rules.person_facts import Grade, Kind, PersonFacts
from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

PROBATION, PAROLE = "MCL 771.4b", "MCL 791.258a"
REFORM = date(2021, 4, 1)
LADDERS = {
    grade: parameter(
        f"supervision.technical_cap_{grade}",
        title=f"Jail days for each technical violation on probation for a {grade}",
        unit="days",
        module=__name__,
        values=[Value(REFORM, days, PROBATION)],
    )
    for grade, days in ((Grade.MISDEMEANOR, (5, 10, 15)), (Grade.FELONY, (15, 30, 45)))
}
PAROLE_CAP = parameter(
    "supervision.parole_confinement",
    title="Confinement for a parole sanction",
    unit="days",
    module=__name__,
    values=[
        Value(None, 60, PAROLE, Standing.RECALLED, "Since when, and which parolees are excepted.")
    ],
)


@dataclass(frozen=True, slots=True)
class Caps:
    """The number the next technical violation has, and the days it may bring.

    `jail_days` is None where no cap is left, or where it can't be told; `reason` says which.
    """

    technical_violation_number: int
    jail_days: int | None
    citation: str
    reason: str = ""


def caps_of(facts: PersonFacts) -> Caps:
    """The cap on the next technical sanction; several violations of one episode count once."""
    number = len(_sanctioned(facts)) + 1
    if facts.supervision.kind is Kind.PAROLE:
        return Caps(number, PAROLE_CAP.on(facts.as_of).amount, PAROLE)
    grade = facts.supervision.grade
    if grade is None:
        return Caps(number, None, PROBATION, "the grade of the offense is not known; enter it")
    if facts.as_of < REFORM:
        return Caps(number, None, PROBATION, f"no cap before {REFORM.isoformat()}")
    ladder = LADDERS[grade].on(facts.as_of).amount
    if number > len(ladder):
        return Caps(number, None, PROBATION, "what remains of the eligible sentence")
    return Caps(number, ladder[number - 1], PROBATION)


def _sanctioned(facts: PersonFacts) -> set[str]:
    """The episodes of this term that were sanctioned."""
    began = facts.supervision.started_on or date.min
    return {
        each.transaction for each in facts.technical_sanctions if began <= each.on <= facts.as_of
    }
