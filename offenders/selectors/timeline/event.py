"""One thing that happened to a person, and the kinds by which a timeline is filtered."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db import models

from offenders.selectors.reading import Reading


class TimelineKind(models.TextChoices):
    """What a reader of a timeline asks for."""

    COURT = "court", "Arrests, charges and court"
    SENTENCE = "sentence", "Sentences"
    CUSTODY = "custody", "Custody and movements"
    ORDER = "order", "Warrants and orders"
    PAROLE = "parole", "Parole and supervision"
    CONDUCT = "conduct", "Conduct and credits"
    IDENTITY = "identity", "Names and addresses"


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """A day and what happened on it, in words."""

    on: date
    kind: TimelineKind
    heading: str
    text: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What yields the events of one kind; it alone decides what the viewer may see of them."""

    kind: TimelineKind
    events: Callable[[Reading, int], Iterable[TimelineEvent]]


def joined(*parts: object) -> str:
    """Join what there is with commas."""
    return ", ".join(str(part) for part in parts if part)
