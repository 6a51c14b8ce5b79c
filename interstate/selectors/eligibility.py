"""Whether a transfer is mandatory, discretionary or none, as far as the facts are known."""

from interstate.rules.eligibility import Eligibility, decide
from interstate.rules.eligibility_facts import EligibilityFacts


def eligibility_of(facts: EligibilityFacts) -> Eligibility:
    """Return the rules' decision with its reasons; what is missing is named among them."""
    return decide(facts)
