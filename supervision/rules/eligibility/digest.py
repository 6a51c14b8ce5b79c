"""A mark of the facts: it changes when a fact changes, and not when a day passes."""

import json
from dataclasses import asdict, replace
from datetime import date
from enum import StrEnum
from hashlib import blake2b

from supervision.rules.eligibility.facts import EligibilityFacts

DIGEST_BYTES = 16


def digest_of(facts: EligibilityFacts) -> str:
    """Return the mark, 32 letters and figures."""
    timeless = asdict(replace(facts, as_of=date.min))
    text = json.dumps(timeless, default=_plain, sort_keys=True)
    return blake2b(text.encode(), digest_size=DIGEST_BYTES).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(str(each) for each in value)
    if isinstance(value, StrEnum):
        return value.value
    raise TypeError(f"[{value!r}] is no fact of eligibility.")
