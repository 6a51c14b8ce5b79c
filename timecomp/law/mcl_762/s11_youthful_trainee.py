"""MCL 762.11 to 762.13: youthful trainees by age, and the longest prison term they may be given."""

from datetime import date

from timecomp.engine.dates import MONTHS_A_YEAR, whole_months
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule, versions
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term

ACT_1993 = date(1993, 12, 28)
ACT_2015 = date(2015, 8, 18)
ACT_2021 = date(2021, 10, 1)
LONGEST_PRISON = parameter(
    "hyta_prison_limit",
    title="Longest prison term of a youthful trainee",
    unit="years",
    module=__name__,
    values=[Value(None, 3, "MCL 762.13"), Value(ACT_2015, 2, "2015 PA 31-33; MCL 762.13")],
)
AGES = parameter(
    "hyta_ages",
    title="Ages of a youthful trainee at the offense",
    unit="years, youngest and oldest",
    module=__name__,
    values=[
        Value(None, (17, 19), "Former MCL 762.11; People v Dolgorukov (1991)"),
        Value(ACT_1993, (17, 20), "1993 PA 293", Standing.RECALLED, "The act and its day."),
        Value(ACT_2015, (17, 23), "2015 PA 31"),
        Value(ACT_2021, (18, 25), "MCL 762.11(2)"),
    ],
)


@rule(
    "hyta_prison_3",
    title="Longest prison term of a youthful trainee, to 2015",
    citation="MCL 762.13",
    until=ACT_2015,
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def trainee_prison_term_1967(*, term: Term, sentenced_on: date) -> str | None:
    """A trainee's prison term is flat and at most three years."""
    return _beyond(term, amount(LONGEST_PRISON, sentenced_on))


@rule(
    "hyta_prison_2",
    title="Longest prison term of a youthful trainee, from 2015",
    citation="2015 PA 31-33; MCL 762.13",
    since=ACT_2015,
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def trainee_prison_term_2015(*, term: Term, sentenced_on: date) -> str | None:
    """A trainee's prison term is flat and at most two years."""
    return _beyond(term, amount(LONGEST_PRISON, sentenced_on))


@rule(
    "hyta_age_old",
    title="Age of a youthful trainee, to 2015",
    citation="Former MCL 762.11; People v Dolgorukov (1991)",
    until=ACT_2015,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def trainee_age_1967(*, born: date, offense_date: date) -> str | None:
    """A trainee was from 17 to 20 years old at the offense; before the act of 1993, to 19."""
    return _outside(born, offense_date)


@rule(
    "hyta_age_2015",
    title="Age of a youthful trainee, 2015 to 2021",
    citation="2015 PA 31",
    since=ACT_2015,
    until=ACT_2021,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def trainee_age_2015(*, born: date, offense_date: date) -> str | None:
    """A trainee was from 17 to 23 years old at the offense."""
    return _outside(born, offense_date)


@rule(
    "hyta_age_2021",
    title="Age of a youthful trainee, from 2021",
    citation="MCL 762.11(2)",
    since=ACT_2021,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def trainee_age_2021(*, born: date, offense_date: date) -> str | None:
    """A trainee was from 18 to 25 years old at the offense."""
    return _outside(born, offense_date)


TRAINEE_PRISON_TERM = versions(
    "trainee_prison_term", trainee_prison_term_1967, trainee_prison_term_2015
)
TRAINEE_AGE = versions("trainee_age", trainee_age_1967, trainee_age_2015, trainee_age_2021)


def _beyond(term: Term, years: int) -> str | None:
    if (term.whole_months, term.days) <= (years * MONTHS_A_YEAR, 0):
        return None
    return (
        f"A youthful trainee may be given at most {years} years of prison, the judgment states "
        f"{term}. It was computed as written; ask the court."
    )


def _outside(born: date, offense_date: date) -> str | None:
    youngest, oldest = amount(AGES, offense_date)
    age = whole_months(born, offense_date) // MONTHS_A_YEAR
    if youngest <= age <= oldest:
        return None
    return (
        f"The person was {age} at the offense; youthful trainee status is for ages {youngest} to "
        f"{oldest}. It was computed as written; check the birth date or ask the court."
    )
