"""Display filters of time computation: a rule by its title instead of its name in the book."""

from collections.abc import Sequence
from functools import cache

from django import template

from timecomp.law.credit_lines import CreditMonths
from timecomp.law.rule_book import rule_book
from timecomp.law.worksheet import in_words
from timecomp.selectors import credit_years as years

register = template.Library()

# What asks a clerk without being a rule of the law.
CHECKS = {
    "facts_missing": "A fact is missing",
    "computation_failed": "Could not be computed",
    "decision_to_review": "A decision to look at again",
    "decision_without_object": "A decision without its sentence",
    "add_years_anniversary": "The day a term of years ends",
    "cons_chain_two_lists": "The order of consecutive sentences",
    "cons_life_first": "A sentence behind a life sentence",
    "cons_misdemeanor_tail": "A jail or probation term beside prison",
    "eligibility_after_sentence_change": "Paroled before the earliest release",
    "eng_monotone_checks": "Dates out of order",
    "eng_unknown_list_member": "An offense that no list places",
    "fed_primary_custody_other": "Custody of another government",
    "jos_controls": "The judgment does not say",
    "order_sentence": "Order that names no sentence",
    "sdc_rate": "More special credit than the law allows",
}


@register.filter
def rule_title(id: object) -> str:
    """Show the title of a rule or of a check; its name where the book has it no more."""
    return CHECKS.get(str(id)) or _titles().get(str(id), str(id))


@register.filter
def is_rule(id: object) -> bool:
    """Whether the book has a rule of this name, to lead there."""
    return str(id) in _titles()


@register.filter
def credit_years(table: CreditMonths) -> Sequence[years.CreditYear]:
    """The months of credit summed up by year."""
    return years.credit_years(table)


@register.filter
def amount_words(amount: object) -> str:
    """An amount that the law sets as a reader writes it; several one after the other."""
    return in_words(amount)


@cache
def _titles() -> dict[str, str]:
    return {entry.id: entry.title for entry in rule_book().rules}
