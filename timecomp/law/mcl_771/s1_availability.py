"""MCL 771.1: which crimes exclude probation, and for how long a sentence may be delayed."""

from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term
from timecomp.law.offences import normalise_code

EXCLUDED = parameter(
    "prob_not_available",
    title="Crimes for which there is no probation",
    unit="sections",
    module=__name__,
    values=[
        Value(
            None,
            ("750.316", "750.317", "750.544", "750.520B", "750.520D", "750.529"),
            "MCL 771.1(1)",
            Standing.RECALLED,
            "Major controlled substances (MCL 761.2) are excluded by the text and left out "
            "here: whether small weights may have probation is for counsel.",
        )
    ],
)
LONGEST_DELAY = parameter(
    "delay_1y",
    title="Longest delay of a sentence",
    unit="years",
    module=__name__,
    values=[Value(None, 1, "MCL 771.1(2)")],
)


@rule(
    "prob_not_available",
    title="Crimes without probation",
    citation="MCL 771.1(1)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.RECALLED,
    awaits="Which weights of drugs are excluded; the other crimes are read.",
    prose="{output}",
)
def probation_is_available(*, code: str, sentenced_on: date) -> str | None:
    """Murder, treason, armed robbery and sexual conduct of the first and third degree exclude
    it."""
    if not any(_is_within(normalise_code(code), s) for s in amount(EXCLUDED, sentenced_on)):
        return None
    return (
        f"The law allows no probation for [{code}]. It was computed as written; check the code, "
        "or ask the court."
    )


@rule(
    "delay_1y",
    title="Day by which a delayed sentence is imposed",
    citation="MCL 771.1(2)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="The sentence delayed on {delayed_on} is to be imposed by {output}.",
)
def delayed_sentence_by(*, delayed_on: date) -> date:
    """A sentence may be delayed for one year."""
    return end_of_term(start=delayed_on, term=Term(years=amount(LONGEST_DELAY, delayed_on)))


@rule(
    "delay_past_year",
    title="Sentence imposed after the year of delay",
    citation="People v Smith (2014)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def imposed_within_delay(*, delayed_on: date, sentenced_on: date) -> str | None:
    """The court keeps its power after the year; that it was late is for a person to know."""
    if sentenced_on <= delayed_sentence_by(delayed_on=delayed_on):
        return None
    return (
        f"The sentence was delayed on {delayed_on} and imposed on {sentenced_on}, after the year "
        "the law allows. It stands (People v Smith, 2014) and was computed as written."
    )


def _is_within(code: str, section: str) -> bool:
    """The section itself or a numbered part; 750.529A is another section than 750.529."""
    rest = code.removeprefix(section)
    return rest != code and not rest[:1].isalpha()
