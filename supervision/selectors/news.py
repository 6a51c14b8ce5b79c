"""What others recorded about the own people since the viewer last signed in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import (
    BigIntegerField,
    CharField,
    DateTimeField,
    F,
    Max,
    Model,
    Q,
    QuerySet,
    TextChoices,
    TextField,
    Value,
)
from django.db.models.functions import Cast

from offenders.choices import CustodyKind, WarrantKind
from offenders.models import CustodyPeriod, Hearing, Warrant
from ots.access.fields import Masked
from ots.access.scopes import in_scope
from supervision.choices.drug_test import Reading as Found
from supervision.choices.message import MessageState
from supervision.choices.recommendation import RecommendationStep
from supervision.choices.response import ResponseMove
from supervision.models import (
    AnalyteResult,
    OutgoingMessage,
    Recommendation,
    RecommendationMove,
    ResponseStep,
)
from supervision.selectors.own_people import OwnPeople

MOST_NEWS: Final = 200


class NewsKind(TextChoices):
    """What is told, and how its line begins."""

    WARRANT = "warrant", "Warrant"
    CUSTODY = "custody", "Custody"
    COURT = "court", "Court date"
    TEST = "test", "Test result"
    MESSAGE = "message", "A reminder could not be sent"
    RECOMMENDATION = "recommendation", "Recommendation"
    RESPONSE = "response", "Answer to a violation"


WORDS: Final[dict[NewsKind, type[TextChoices]]] = {
    NewsKind.WARRANT: WarrantKind,
    NewsKind.CUSTODY: CustodyKind,
    NewsKind.RECOMMENDATION: RecommendationStep,
    NewsKind.RESPONSE: ResponseMove,
}


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One thing that somebody else recorded: about whom, when, what."""

    kind: NewsKind
    person: Masked
    at: datetime
    what: str


@dataclass(frozen=True, slots=True)
class _Row:
    kind: NewsKind
    person_id: int
    at: datetime
    word: str


def news_since(own: OwnPeople, since: datetime, *, most: int) -> tuple[list[NewsItem], int]:
    """Return the newest items and how many there are, two hundred at most: two queries."""
    parts = list(_parts(own, since))
    if not parts:
        return [], 0
    found = parts[0].union(*parts[1:], all=True).order_by("-at")[:MOST_NEWS]
    rows = [_Row(NewsKind(kind), person, at, word) for kind, person, at, word in found]
    shown = rows[:most]
    people = own.named({row.person_id for row in shown})
    return [NewsItem(row.kind, people[row.person_id], row.at, _what(row)) for row in shown], len(
        rows
    )


def _what(row: _Row) -> str:
    words = WORDS.get(row.kind)
    said = str(words(row.word).label).lower() if words is not None and row.word else row.word
    return f"{row.kind.label}: {said}" if said else str(row.kind.label)


Part = QuerySet[Model, tuple[str, int, datetime, str]]


def _parts(own: OwnPeople, since: datetime) -> Iterator[Part]:
    """Yield one SELECT of kind, person, moment and word for each kind that the viewer may see."""
    reading = own.reading
    if reading.sees(Warrant, "kind"):
        yield _told(_facts(own, Warrant.objects.all(), since), NewsKind.WARRANT, "kind")
    if reading.sees(CustodyPeriod, "kind"):
        yield _told(_facts(own, CustodyPeriod.objects.all(), since), NewsKind.CUSTODY, "kind")
    if reading.sees(Hearing, "purpose"):
        yield _told(_facts(own, Hearing.objects.all(), since), NewsKind.COURT, "purpose")
    if reading.sees(ResponseStep, "move"):
        yield _told(_facts(own, ResponseStep.objects.all(), since), NewsKind.RESPONSE, "move")
    if reading.sees(AnalyteResult, "reading"):
        yield _results(own, since)
    if reading.sees(OutgoingMessage, "state"):
        yield _failed(own, since)
    if reading.sees(RecommendationMove, "step"):
        yield _moves(own, since)


def _facts(own: OwnPeople, rows: QuerySet[Model], since: datetime) -> QuerySet[Model]:
    mine = Q(recorded_by=own.reading.viewer.user)
    return own.rows(rows.filter(recorded_at__gt=since, superseded_at=None)).exclude(mine)


def _told(rows: QuerySet[Model], kind: NewsKind, word: str) -> Part:
    return _columns(rows, kind, person="person_id", at="recorded_at", word=word)


def _results(own: OwnPeople, since: datetime) -> Part:
    """One line a test however many substances were read, and nothing of what they were."""
    positive = Q(reading=Found.POSITIVE)
    rows = _facts(own, AnalyteResult.objects.order_by(), since)
    tests = rows.values("test", "person_id").annotate(
        newest=Max("recorded_at"), found=Max("reading", filter=positive)
    )
    return _columns(tests, NewsKind.TEST, person="person_id", at="newest", word="found")


def _failed(own: OwnPeople, since: datetime) -> Part:
    failed = OutgoingMessage.objects.filter(state=MessageState.FAILED, send_at__gt=since)
    rows = own.rows(failed).annotate(none=Value("", TextField()))
    return _columns(rows, NewsKind.MESSAGE, person="person_id", at="send_at", word="none")


def _moves(own: OwnPeople, since: datetime) -> Part:
    # Of youthful trainees some may not know: that is decided recommendation by recommendation.
    open_ones = own.rows(Recommendation.objects.order_by())
    open_ones = in_scope(own.reading.viewer, open_ones, person="person")
    rows = RecommendationMove.objects.filter(
        recommendation__in=open_ones.values("pk"), made_at__gt=since
    ).exclude(made_by=own.reading.viewer.user)
    return _columns(
        rows,
        NewsKind.RECOMMENDATION,
        person="recommendation__person_id",
        at="made_at",
        word="step",
    )


def _columns(rows: QuerySet[Model], kind: NewsKind, *, person: str, at: str, word: str) -> Part:
    told: Part = (
        rows.order_by()
        .annotate(
            told=Value(kind.value, CharField()),
            whose=Cast(F(person), BigIntegerField()),
            at=Cast(F(at), DateTimeField()),
            word=Cast(F(word), TextField()),
        )
        .values_list("told", "whose", "at", "word")
    )
    return told
