"""Every opportunity, to whom it is open, and the one function that answers for all."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

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
    """Answer for each opportunity that a person under this term has at all, with sources."""
    for each in outcomes(facts, listings):
        criteria = tuple(
            cited(one, citation=each.citation, standing=each.standing) for one in each.criteria
        )
        missing = next((one for one in criteria if not one.met), None)
        yield replace(each, criteria=criteria, missing=missing if each.missing else None)


def outcomes(facts: EligibilityFacts, listings: Listings) -> Iterator[Answer]:
    """Answer as ``answers`` does, for the night that asks for no source of a criterion."""
    for each in OPPORTUNITIES:
        if facts.term in each.terms and each.rule.in_force(facts.as_of):
            yield _answer(each, facts, listings)


def _answer(opportunity: Opportunity, facts: EligibilityFacts, listings: Listings) -> Answer:
    rule = opportunity.rule
    asked = rule(facts, listings)
    criteria = tuple(asked.criteria)
    outcome, missing = outcome_of(criteria, as_of=facts.as_of)
    return Answer(
        opportunity.key, outcome, criteria, missing, rule.citation, rule.standing, asked.notes
    )
