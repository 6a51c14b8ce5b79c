"""The words of the pages: dates and credits as a reader knows them."""

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
