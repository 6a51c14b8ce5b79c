"""What goes with a sentence that a court orders to be destroyed.

Decisions about the sentence and what proposed laws would do to the person go: they tell of it. A
certification stays, as the act of a clerk that names no sentence; so does the computation it is
about, whose text is shown to nobody.
"""

from collections.abc import Iterator

from django.db import models

from offenders.services.destruction import Destroyed
from timecomp.models import ClerkDecision, ComputationException, ImpactPerson


def rows_that_go(destroyed: Destroyed) -> Iterator[models.QuerySet[models.Model]]:
    """Name the rows of time computation that tell of sentences to be destroyed."""
    if not destroyed.labels:
        return
    person, labels = destroyed.person_id, destroyed.labels
    for model in (ClerkDecision, ComputationException):
        rows: models.QuerySet[models.Model] = model._base_manager.filter(person=person)
        yield rows.filter(sentence_label__in=labels)
    yield ImpactPerson._base_manager.filter(person=person)
