"""Every opportunity, to whom it is open, and the one function that answers for all."""

from collections.abc import Iterator
from dataclasses import dataclass

from supervision.rules.eligibility.answer import Answer, Asked, cited, outcome_of
from supervision.rules.eligibility.classification import classification
from supervision.rules.eligibility.downgrade import downgrade
from supervision.rules.eligibility.extension import extension
from supervision.rules.eligibility.facts import ON_PAROLE, ON_PROBATION, EligibilityFacts, Term
from supervision.rules.eligibility.full_term import full_term
from supervision.rules.eligibility.incentive import incentive
from supervision.rules.eligibility.offense_lists import Listings
from supervision.rules.eligibility.parole_early import parole_early
from supervision.rules.eligibility.probation_early import probation_early
from supervision.rules.eligibility.probation_law import probation_law
from supervision.rules.eligibility.telephone import telephone
from timecomp.engine.rules import Rule

EligibilityRule = Rule[[EligibilityFacts, Listings], Asked]
EVERYBODY = ON_PROBATION | ON_PAROLE


@dataclass(frozen=True, slots=True)
class Opportunity:
    """What a person may have, under which terms of supervision, and by which rule."""

    key: str
    terms: frozenset[Term]
    rule: EligibilityRule


OPPORTUNITIES = (
    Opportunity("probation_law", frozenset({Term.PROBATION, Term.HYTA}), probation_law),
    Opportunity("probation_early", ON_PROBATION, probation_early),
    Opportunity("parole_early", ON_PAROLE, parole_early),
    Opportunity("full_term", EVERYBODY, full_term),
    Opportunity("classification", EVERYBODY, classification),
    Opportunity("telephone", EVERYBODY, telephone),
    Opportunity("downgrade", EVERYBODY, downgrade),
    Opportunity("extension", frozenset({Term.PROBATION}), extension),
    Opportunity("incentive", EVERYBODY, incentive),
)


def answers(facts: EligibilityFacts, listings: Listings) -> Iterator[Answer]:
    """Answer for each opportunity that a person under this term has at all on the day."""
    for each in OPPORTUNITIES:
        if facts.term in each.terms and each.rule.in_force(facts.as_of):
            yield answer(each, facts, listings)


def answer(opportunity: Opportunity, facts: EligibilityFacts, listings: Listings) -> Answer:
    """Answer for one opportunity."""
    rule = opportunity.rule
    asked = rule(facts, listings)
    criteria = tuple(
        cited(each, citation=rule.citation, standing=rule.standing) for each in asked.criteria
    )
    outcome, missing = outcome_of(criteria, as_of=facts.as_of)
    return Answer(
        opportunity.key, outcome, criteria, missing, rule.citation, rule.standing, asked.notes
    )
