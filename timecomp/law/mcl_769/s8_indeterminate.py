"""MCL 769.8 and 769.9: a prison term has a minimum the judge sets and a maximum the law sets."""

from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Maximum, SentenceKind, Term

JAIL_BOUNDARY = parameter(
    "one_year_jail_boundary",
    title="Longest term served in jail",
    unit="months",
    module=__name__,
    values=[
        Value(
            None,
            12,
            "MCL 769.28",
            Standing.RECALLED,
            "The boundary of jail and prison terms.",
        )
    ],
)


@rule(
    "indeterminate_required",
    title="A prison term needs a minimum and a maximum",
    citation="MCL 769.8(1)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def states_both_ends(*, kind: SentenceKind, minimum: Term | None, maximum: Maximum) -> str | None:
    """An indeterminate sentence states both ends; nothing is filled in for the court."""
    missing = [end for end, term in (("minimum", minimum), ("maximum", maximum)) if term is None]
    if kind is not SentenceKind.INDETERMINATE or not missing:
        return None
    return (
        f"The judgment states no {' and no '.join(missing)} for this prison term. "
        "Ask the court for the judgment."
    )


@rule(
    "max_is_statutory",
    title="The maximum is the statutory one",
    citation="MCL 769.8(1)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def maximum_is_statutory(*, maximum: Term, statutory: Term) -> str | None:
    """Without an enhancement the maximum is the one the statute sets for the offense."""
    if _length(maximum) == _length(statutory):
        return None
    return (
        f"The judgment's maximum is {maximum}, the offense table gives {statutory}. "
        "The judgment was used; check the offense code and any enhancement with the court."
    )


@rule(
    "no_years_to_life",
    title="No years to life",
    citation="MCL 769.9(2)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def not_years_to_life(
    *, minimum: Term | None, maximum: Maximum, is_sexually_delinquent: bool
) -> str | None:
    """A minimum in years with a maximum of life is invalid, but for a sexually delinquent person
    (750.335a)."""
    if minimum is None or maximum != "life" or is_sexually_delinquent:
        return None
    return (
        f"The judgment sets {minimum} to life, which MCL 769.9(2) does not allow. No dates were "
        "computed for this count; ask the court for life or for a minimum and a maximum in years."
    )


@rule(
    "mandatory_life_no_min",
    title="Mandatory life has no term of years",
    citation="MCL 769.9(1)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def mandatory_life_is_life(*, kind: SentenceKind, is_mandatory_life: bool) -> str | None:
    """Where life is the only penalty, a term of years needs an explanation by the court."""
    if kind is SentenceKind.LIFE or not is_mandatory_life:
        return None
    return (
        "The only penalty of this offense is life, the judgment sets a term. The judgment was "
        "used; check the offense code, or whether the person was resentenced as a youth."
    )


@rule(
    "min_le_max",
    title="The minimum is not above the maximum",
    citation="MCL 769.8(1)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def minimum_within_maximum(*, minimum: Term, maximum: Term) -> str | None:
    """A minimum longer than the maximum cannot be served."""
    if _is_at_most(minimum, maximum):
        return None
    return (
        f"The minimum of {minimum} is longer than the maximum of {maximum}. No dates were "
        "computed for this count; ask the court for a corrected judgment."
    )


@rule(
    "one_year_jail_boundary",
    title="A year or less is served in jail",
    citation="MCL 769.28",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.RECALLED,
    awaits="The boundary of jail and prison terms.",
    prose="{output}",
)
def is_long_enough_for_prison(*, maximum: Term, sentenced_on: date) -> str | None:
    """A term of a year or less belongs in the county jail."""
    longest = amount(JAIL_BOUNDARY, sentenced_on)
    if (maximum.whole_months, maximum.days) > (longest, 0):
        return None
    return (
        f"The longest term is {maximum}, and a term of a year or less is a jail term. It was "
        "computed as written; check the kind of sentence."
    )


def _is_at_most(minimum: Term, maximum: Term) -> bool:
    return _length(minimum) <= _length(maximum)


def _length(term: Term) -> tuple[int, int]:
    return term.whole_months, term.days


@rule(
    "flat_term",
    title="A flat term",
    citation="MCL 750.227b; MCL 762.13",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="A flat term has no spread and no parole: it ends on {output}.",
)
def end_of_flat_term(*, calendar_end: date) -> date:
    """The minimum and the maximum of a flat term are the same day; no board sees the person
    before."""
    return calendar_end
