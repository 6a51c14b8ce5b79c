"""MCL 771.2 and 771.3: how often probation may be extended, and how much jail it may hold."""

from datetime import date

from timecomp.engine.dates import MONTHS_A_YEAR
from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term
from timecomp.law.mcl_771.s2_probation import ACT_2020, FELONY_YEARS, MISDEMEANOR_YEARS

EXTENSIONS = parameter(
    "prob_extend_2x1",
    title="How often felony probation may be extended, and for how long each time",
    unit="times and months",
    module=__name__,
    values=[Value(ACT_2020, (2, 12), "MCL 771.2(1); 2020 PA 397")],
)
JAIL_DAYS = parameter(
    "prob_jail_12",
    title="Most days of jail as a condition of one probation",
    unit="days",
    module=__name__,
    values=[Value(None, 366, "MCL 771.3(2)(a), twelve months as days")],
)


@rule(
    "prob_extend_2x1",
    title="Extensions of felony probation",
    citation="MCL 771.2(1); 2020 PA 397",
    since=ACT_2020,
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def extensions_within_limit(*, extensions: tuple[Term, ...], sentenced_on: date) -> str | None:
    """Felony probation may be extended twice, each time for a year at most."""
    times, months = amount(EXTENSIONS, sentenced_on)
    longest = (months, 0)
    if len(extensions) <= times and all((e.whole_months, e.days) <= longest for e in extensions):
        return None
    stated = ", ".join(map(str, extensions))
    return (
        f"Probation may be extended {times} times by {months // MONTHS_A_YEAR} year each; the "
        f"orders extend it by {stated}. They were computed as written; ask the court."
    )


@rule(
    "prob_extended_end",
    title="End of extended probation",
    citation="MCL 771.2(1)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.INFERRED,
    awaits="That an extension runs from the end it extends.",
    prose="Extended by {extension}, the probation that ended on {end} ends on {output}.",
)
def extended_end(*, end: date, extension: Term) -> date:
    """An extension is added to the end that stood."""
    return end_of_term(start=end, term=extension)


@rule(
    "prob_extended_total",
    title="Longest probation, extensions counted",
    citation="MCL 771.2(1)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def extended_within_longest(
    *, ends_on: date, sentenced_on: date, is_misdemeanor: bool
) -> str | None:
    """Only felony probation imposed since the act of 2020 may be extended past the longest term;
    any other reaches it at most."""
    years = amount(MISDEMEANOR_YEARS if is_misdemeanor else FELONY_YEARS, sentenced_on)
    if ends_on <= end_of_term(start=sentenced_on, term=Term(years=years)):
        return None
    return (
        f"Probation for this offense may be {years} years in all; extended, that of {sentenced_on} "
        f"ends on {ends_on}. It was computed as written; ask the court, or check for a law with a "
        "longer term."
    )


@rule(
    "prob_extension_in_time",
    title="Extension ordered after probation had ended",
    citation="MCL 771.2; People v Vanderpool (2020)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def extension_is_in_time(*, ordered_on: date, end: date) -> str | None:
    """A court may extend probation only while it runs; its last day is the end itself."""
    if ordered_on <= end:
        return None
    return (
        f"The probation ended on {end}, and was extended on {ordered_on}; a court may extend it "
        "only while it runs. It was computed as written; ask the court."
    )


@rule(
    "prob_jail_12",
    title="Jail as a condition of probation",
    citation="MCL 771.3(2)(a); People v Chamberlain (1984)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def probation_jail_within_limit(*, days: int, sentenced_on: date) -> str | None:
    """All the jail of one probation comes to twelve months at most."""
    most = amount(JAIL_DAYS, sentenced_on)
    if days <= most:
        return None
    return (
        f"Jail as a condition of this probation comes to {days} days; twelve months is the most "
        "in all. Ask the court."
    )
