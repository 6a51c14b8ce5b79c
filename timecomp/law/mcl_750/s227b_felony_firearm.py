"""MCL 750.227b: a gun carried in a felony adds a flat term, served before the felony's own and
without credit."""

from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.offences import normalise_code

SECTION = "750.227B"
ENACTED = date(1977, 1, 1)
_CITATION = "MCL 750.227b(1); 1976 PA 6"
FIRST_TERM = parameter(
    "ff_len_first",
    title="Felony-firearm, first conviction",
    unit="years",
    module=__name__,
    values=[Value(ENACTED, 2, _CITATION)],
)
SECOND_TERM = parameter(
    "ff_len_second",
    title="Felony-firearm, second conviction",
    unit="years",
    module=__name__,
    values=[Value(ENACTED, 5, _CITATION)],
)
LATER_TERM = parameter(
    "ff_len_third",
    title="Felony-firearm, third or later conviction",
    unit="years",
    module=__name__,
    values=[Value(ENACTED, 10, _CITATION)],
)
TERMS = (FIRST_TERM, SECOND_TERM, LATER_TERM)


def is_felony_firearm(code: str) -> bool:
    """Whether the code is section 227b or a part of it."""
    return normalise_code(code).startswith(SECTION)


@rule(
    "ff_len",
    title="Length of the felony-firearm term",
    citation="MCL 750.227b(1)",
    since=ENACTED,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose=(
        "The judgment's {stated_years} years are a felony-firearm term that the law sets at "
        "{output} years."
    ),
)
def felony_firearm_years(*, stated_years: int, offense_date: date) -> int | None:
    """Two, five or ten years by the number of convictions; the judgment's length says which one
    it is."""
    for term in TERMS:
        if term.enacted_on(offense_date) == stated_years:
            return amount(term, offense_date)
    return None


@rule(
    "ff_prior_needs_conviction",
    title="Earlier felony-firearm convictions",
    citation="MCL 750.227b(1)",
    since=ENACTED,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.RECALLED,
    awaits="That only convictions before the day of the offense raise the term.",
    prose="{output}",
)
def term_fits_earlier_convictions(
    *, stated_years: int, earlier_convictions: int, offense_date: date
) -> str | None:
    """A term shorter than the convictions in this record call for is asked about."""
    called_for = amount(TERMS[min(earlier_convictions, len(TERMS) - 1)], offense_date)
    if stated_years >= called_for:
        return None
    return (
        f"This record shows {earlier_convictions} felony-firearm conviction(s) before this "
        f"offense, which call for {called_for} years; the judgment states {stated_years}. The "
        "judgment was used; ask the court."
    )


@rule(
    "ff_first_served",
    title="Felony-firearm is served first",
    citation="MCL 750.227b(3)",
    since=ENACTED,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose=(
        "The felony-firearm term {firearm} is served before {predicate}, whichever the "
        "judgment names first."
    ),
)
def served_first(*, firearm: str, predicate: str) -> tuple[str, str]:
    """The felony-firearm term comes before its felony, whichever way round the judgment writes
    it."""
    return firearm, predicate


@rule(
    "start_after_ff",
    title="Start after the felony-firearm term",
    citation="MCL 750.227b(2), (3)",
    since=ENACTED,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="The felony's own term starts when the felony-firearm term ends: {output}.",
)
def start_after_felony_firearm(*, prior_end: date) -> date:
    """The felony's term starts on the day the felony-firearm term ends; credit beyond it carries
    over."""
    return prior_end


@rule(
    "ff_no_credit",
    title="No credit on a felony-firearm term",
    citation="OAG 5208 (1977); MCL 750.227b",
    since=ENACTED,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="Nothing shortens a felony-firearm term: it ends on {output}.",
)
def felony_firearm_end(*, calendar_end: date) -> date:
    """No good time and no credit of any kind shortens the term, and there is no parole from it."""
    return calendar_end


@rule(
    "ff_only_predicate",
    title="Which felony the firearm term precedes",
    citation="MCL 750.227b(3); People v Clark (2000)",
    since=ENACTED,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def names_its_felony(*, same_day_prison_terms: int, felonies_named: int) -> str | None:
    """The term precedes only the felony the judgment names; when it names none a person must
    ask."""
    if felonies_named or not same_day_prison_terms:
        return None
    return (
        "The judgment does not say which count the felony-firearm term comes before. All counts "
        "were computed as running together; ask the court which felony it rests on."
    )


@rule(
    "ff_excluded_predicates",
    title="Felonies that cannot carry felony-firearm",
    citation="MCL 750.227b(1)",
    since=ENACTED,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def can_carry_felony_firearm(*, predicate_code: str) -> str | None:
    """Sections 223, 227, 227a and 230 cannot be the felony that a firearm term rests on."""
    if normalise_code(predicate_code) not in EXCLUDED:
        return None
    return (
        f"A felony-firearm term cannot rest on {predicate_code}. The judgment was used as "
        "written; ask the court to correct it."
    )


EXCLUDED = frozenset({"750.223", "750.227", "750.227A", "750.230"})
