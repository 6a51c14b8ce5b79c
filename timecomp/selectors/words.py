"""The words of the pages: dates and credits as a reader knows them."""

from functools import cache

from timecomp.law.rule_book import rule_book
from timecomp.selectors.frozen import OFFENDER_DATES, SENTENCE_DATES

CREDIT_WORDS = {
    "regular_good_time": "Regular good time",
    "special_good_time": "Special good time",
    "disciplinary_credit": "Disciplinary credit",
    "special_disciplinary_credit": "Special disciplinary credit",
}
# Every date is named by its own words: the law's name of it, spelled out.
DATE_WORDS = {
    name: name.replace("_", " ").capitalize() for name in (*OFFENDER_DATES, *SENTENCE_DATES)
}


@cache
def regime_words(regime: str) -> str:
    """Return which credits the law allows, in the words of the rule that says so."""
    rules = rule_book().rule(f"regime_{regime}")
    return rules[0].title if rules else regime
