"""A mark of the facts: it changes when a fact changes, and not when a day passes."""

from dataclasses import fields
from hashlib import blake2b

from supervision.rules.eligibility.facts import EligibilityFacts

DIGEST_BYTES = 16
# What passes with the days and is no fact of the person.
LEFT_OUT = frozenset({"as_of"})
_NAMES = tuple(each.name for each in fields(EligibilityFacts) if each.name not in LEFT_OUT)


def digest_of(facts: EligibilityFacts) -> str:
    """Return the mark, 32 letters and figures."""
    told = [_in_order(getattr(facts, name)) for name in _NAMES]
    return blake2b(repr(told).encode(), digest_size=DIGEST_BYTES).hexdigest()


def _in_order(value: object) -> object:
    """A set has no order of its own; everything else is written as it is."""
    return sorted(str(each) for each in value) if isinstance(value, frozenset) else value
