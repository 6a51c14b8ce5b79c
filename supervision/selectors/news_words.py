"""What is told of the own people as new, and in which words."""

from datetime import date
from typing import Final

from django.db.models import TextChoices

from offenders.choices import CustodyKind, WarrantKind, WarrantStatus
from supervision.choices.recommendation import RecommendationStep
from supervision.choices.response import ResponseMove


class NewsKind(TextChoices):
    """What is told, and how its line begins."""

    WARRANT = "warrant", "Warrant"
    CUSTODY = "custody", "Custody"
    COURT = "court", "Court date"
    TEST = "test", "Test result"
    MESSAGE = "message", "A reminder could not be sent"
    RECOMMENDATION = "recommendation", "Recommendation"
    RESPONSE = "response", "Answer to a violation"


ENDED: Final = "ended"
POSITIVE: Final = "positive"
WORDS: Final[dict[NewsKind, type[TextChoices]]] = {
    NewsKind.WARRANT: WarrantKind,
    NewsKind.CUSTODY: CustodyKind,
    NewsKind.RECOMMENDATION: RecommendationStep,
    NewsKind.RESPONSE: ResponseMove,
}
# How the day is brought in, by what changed.
BEFORE_DAY: Final = {
    (NewsKind.WARRANT, WarrantStatus.ACTIVE.value): "issued ",
    (NewsKind.WARRANT, WarrantStatus.SERVED.value): "served ",
    (NewsKind.WARRANT, WarrantStatus.RECALLED.value): "recalled ",
    (NewsKind.CUSTODY, ""): "since ",
    (NewsKind.CUSTODY, ENDED): "released ",
    (NewsKind.COURT, ""): "on ",
}


def told_in_words(kind: NewsKind, *, word: str, state: str, day: date) -> str:
    """Return what changed and on which day, as one line tells it."""
    words = WORDS.get(kind)
    said = str(words(word).label).lower() if words is not None and word else word
    begins = f"{kind.label}: {said}" if said else str(kind.label)
    return f"{begins}, {BEFORE_DAY.get((kind, state), '')}{day:%b} {day.day}"
