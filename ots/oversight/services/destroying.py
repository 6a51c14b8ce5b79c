"""What a court's order to destroy leaves of what users said is wrong: that something was said.

The words are free, and may tell of any case; the address may name a sentence. Both go, of every
report about the person and of its answers, and a report that waits is told anew by who told it.
"""

from typing import Final

from offenders.services.destruction import Destroyed
from ots.oversight.models import Concern, ConcernStep

# PostgreSQL lets these rows change to exactly this, while an order is carried out.
ERASED_WORDS: Final = "These words were erased."


def erase_concerns(destroyed: Destroyed) -> int:
    """Empty what was said of the person's record, and what was answered."""
    told = Concern._base_manager.filter(person=destroyed.person_id)
    steps = ConcernStep._base_manager.filter(concern__in=told).exclude(words="")
    answers = steps.update(words=ERASED_WORDS)
    return told.update(words=ERASED_WORDS, address="") + answers
