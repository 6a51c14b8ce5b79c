"""The terms of a sentence in words."""

from offenders import choices
from offenders.models import SentenceTerms

Kind = choices.SentenceKind

_AFTER_LENGTH = {
    Kind.FLAT: "flat",
    Kind.JAIL: "in jail",
    Kind.PROBATION: "on probation",
    Kind.HYTA_PRISON: "in prison as a youthful trainee",
}


def length_in_words(years: int, months: int, days: int) -> str:
    """Say a length in words: ``2 years 6 months``."""
    parts = ((years, "year"), (months, "month"), (days, "day"))
    said = [f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in parts if number]
    return " ".join(said) or "no time"


def terms_in_words(terms: SentenceTerms) -> str:
    """Say what a judgment sets: ``5 years to 20 years``, ``1 year in jail``, ``Life``."""
    if terms.kind == Kind.LIFE:
        return "Life"
    maximum = "life" if terms.is_life_maximum else _maximum(terms)
    if terms.kind == Kind.INDETERMINATE:
        return f"{_minimum(terms)} to {maximum}"
    return f"{maximum} {_AFTER_LENGTH[Kind(terms.kind)]}"


def _minimum(terms: SentenceTerms) -> str:
    return length_in_words(terms.minimum_years, terms.minimum_months, terms.minimum_days)


def _maximum(terms: SentenceTerms) -> str:
    return length_in_words(terms.maximum_years, terms.maximum_months, terms.maximum_days)
