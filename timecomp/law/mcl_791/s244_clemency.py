"""MCL 791.244 and 791.235(10): what the governor and the board's finding of frailty open."""

from datetime import date

from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing

ACT_2019 = date(2019, 8, 20)


@rule(
    "commutation_erd",
    title="Sentence commuted",
    citation="Const 1963, art 5, § 14; MCL 791.244",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.RECALLED,
    awaits="That the warrant's day stands in the place of the sentence's own.",
    prose="The warrant of {commuted_on} opens parole on {output}.",
)
def commuted_eligibility(*, commuted_on: date, warrant_day: date) -> date:
    """The governor's warrant names the day; it is never before the warrant."""
    return max(commuted_on, warrant_day)


@rule(
    "med_any_time",
    title="Medical parole",
    citation="MCL 791.235(10); 2019 PA 13",
    since=ACT_2019,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.RECALLED,
    awaits="The day in August 2019 on which the act took effect.",
    prose="Found medically frail on {found_on}, the person may be paroled before {day}: {output}.",
)
def medical_eligibility(*, day: date, found_on: date) -> date:
    """A medically frail person may be paroled at any time."""
    return min(day, found_on)


@rule(
    "med_exclusions",
    title="Sentences that exclude medical parole",
    citation="MCL 791.235(10); MCL 750.227b",
    since=ACT_2019,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def medical_parole_is_open(
    *, is_without_parole: bool, is_first_degree: bool, is_flat: bool
) -> str | None:
    """Not for a crime punished by life without parole, nor for first-degree criminal sexual
    conduct; and a flat term is served before anything opens."""
    if not is_without_parole and not is_first_degree and not is_flat:
        return None
    return (
        "A decision under MCL 791.235(10) is recorded, and the law excludes this sentence from it. "
        "Its own day was kept; ask the parole board's counsel."
    )
