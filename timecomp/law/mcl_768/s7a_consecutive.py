"""MCL 768.7a and 791.234(3): a consecutive term starts when the one before it ends."""

from datetime import date

from timecomp.engine.dates import add_days
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing

PAROLE_CRIME_CLAUSE = date(1988, 6, 1)


@rule(
    "start_consecutive",
    title="Start of a consecutive term",
    citation="MCL 768.7a; MCL 791.234(3)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="The term before it ends on {prior_end}; this one starts on {output}.",
)
def start_consecutive(*, prior_end: date) -> date:
    """A consecutive term starts on the day the term before it ends, minimum after minimum,
    maximum after maximum."""
    return prior_end


@rule(
    "cons_new_after_min_done",
    title="Consecutive term imposed after the earlier minimum",
    citation="MCL 791.234(3); People v Idziak (2009)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.RECALLED,
    awaits="That the new minimum runs from the new sentence date once the old minimum is done.",
    prose=(
        "The earlier minimum was done on {prior_end}, before the sentence of "
        "{sentenced_on}: the new minimum runs from {output}."
    ),
)
def start_after_minimum_done(*, prior_end: date, sentenced_on: date) -> date:
    """Once the old minimum is done the new one runs from its own sentence date."""
    return max(prior_end, sentenced_on)


@rule(
    "start_pv_new",
    title="New felony on parole",
    citation="MCL 768.7a(2); People v Idziak (2009)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose=(
        "The felony was committed on parole: the new minimum runs from {sentenced_on}, with "
        "{days_before_detainer} days in jail before the detainer: {output}."
    ),
)
def start_of_parole_crime(
    *, prior_end: date, sentenced_on: date, days_before_detainer: int
) -> date:
    """The new minimum runs from its sentence date; only days before the parole detainer count on
    it."""
    return max(prior_end, add_days(sentenced_on, -days_before_detainer))


@rule(
    "pv_max_expired",
    title="Old maximum already done",
    citation="People v Idziak (2009)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="The earlier maximum was done on {prior_end}: this term runs from {sentenced_on} less "
    "{jail_credit_days} days of jail credit: {output}.",
)
def start_after_maximum_done(*, prior_end: date, sentenced_on: date, jail_credit_days: int) -> date:
    """Where no time remains on the old maximum the jail days count on the new term, from the old
    one's end on."""
    return max(prior_end, add_days(sentenced_on, -jail_credit_days))


@rule(
    "cons_parole_crime",
    title="A felony on parole is consecutive",
    citation="MCL 768.7a(2)",
    since=PAROLE_CRIME_CLAUSE,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.RECALLED,
    awaits="The day of effect of the clause.",
    prose="{output}",
)
def parole_crime_is_consecutive(
    *, offense_date: date, released_on: date, is_consecutive: bool
) -> str | None:
    """A felony committed on parole must follow the old term; a judgment that does not say so is
    asked about."""
    if is_consecutive:
        return None
    return (
        f"The offense of {offense_date} falls on parole from {released_on}; the law makes its "
        "sentence consecutive, the judgment does not say so. It was computed as written; ask the "
        "court."
    )


@rule(
    "cons_inmate_crime",
    title="A crime in prison or on escape is consecutive",
    citation="MCL 768.7a(1)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def inmate_crime_is_consecutive(*, offense_date: date, is_consecutive: bool) -> str | None:
    """A crime committed in prison or on escape must follow the terms being served."""
    if is_consecutive:
        return None
    return (
        f"The offense of {offense_date} falls in a prison stay or an escape; the law makes its "
        "sentence consecutive, the judgment does not say so. It was computed as written; ask the "
        "court."
    )
