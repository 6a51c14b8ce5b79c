"""What goes with a sentence that a court orders to be destroyed.

Decisions about the sentence and what proposed laws would do to the person go: they tell of it. A
certification stays, as the act of a clerk that names no sentence; so does the row of the
computation it is about, without facts, results and dates. Its fingerprints stay: whoever holds a
paper of then can still show that it was given out as it is.
"""

from collections.abc import Iterator
from typing import Final

from django.db import models

from offenders.services.destruction import Destroyed
from timecomp.models import ClerkDecision, Computation, ComputationException, ImpactPerson

# PostgreSQL lets computations change to exactly this, while an order is carried out.
ERASED_FACTS: Final[dict[str, object]] = {"sentences": []}
ERASED_RESULTS: Final[dict[str, object]] = {"offender": {}, "sentences": []}


def rows_that_go(destroyed: Destroyed) -> Iterator[models.QuerySet[models.Model]]:
    """Name the rows of time computation that tell of sentences to be destroyed."""
    if not destroyed.labels:
        return
    person, labels = destroyed.person_id, destroyed.labels
    for model in (ClerkDecision, ComputationException):
        rows: models.QuerySet[models.Model] = model._base_manager.filter(person=person)
        yield rows.filter(sentence_label__in=labels)
    yield ImpactPerson._base_manager.filter(person=person)


def erase_computations(destroyed: Destroyed) -> int:
    """Empty every computation made of the person while the sentences stood; returns how many."""
    if not destroyed.labels:
        return 0
    told = Computation.objects.filter(person=destroyed.person_id).exclude(facts=ERASED_FACTS)
    return told.update(
        facts=ERASED_FACTS,
        results=ERASED_RESULTS,
        moved=[],
        earliest_release_date=None,
        maximum_discharge_date=None,
        parole_discharge_date=None,
        controlling_minimum="",
        controlling_maximum="",
        exception_count=0,
    )
