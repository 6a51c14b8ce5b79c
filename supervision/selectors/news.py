"""What others recorded about the own people since the viewer last signed in.

One line a person and kind, however many rows: the newest of them, and how many there are. What was
recorded long after its day, as by a load of an old record, is no news.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Count,
    DateField,
    DateTimeField,
    DurationField,
    ExpressionWrapper,
    F,
    Max,
    Model,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
    Window,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Greatest, TruncDate

from offenders.models import CustodyPeriod, Hearing, Warrant
from ots.access.fields import Masked
from ots.access.scopes import in_scope
from supervision.choices.drug_test import Reading as Found
from supervision.choices.message import MessageState
from supervision.models import (
    AnalyteResult,
    OutgoingMessage,
    Recommendation,
    RecommendationMove,
    ResponseStep,
)
from supervision.rules.policy import NEWS_BACK
from supervision.selectors.news_words import ENDED, POSITIVE, NewsKind, told_in_words
from supervision.selectors.own_people import OwnPeople

Row = tuple[str, int, datetime, date, str, str, int]
Part = QuerySet[Model, Row]
NOTHING: Final = Value("", TextField())


@dataclass(frozen=True, slots=True)
class NewsItem:
    """What somebody else recorded of one person and kind: when, the newest of it, how many."""

    kind: NewsKind
    person: Masked
    at: datetime
    what: str
    number: int


def news_since(own: OwnPeople, since: datetime, *, today: date) -> Part | list[Row]:
    """Return the lines, the newest first, to be cut before ``items_of``."""
    longest = timedelta(days=NEWS_BACK.on(today).amount)
    parts = list(_parts(own, since, longest))
    if not parts:
        return []
    return parts[0].union(*parts[1:], all=True).order_by("-last", "whose", "told")


def items_of(own: OwnPeople, rows: Sequence[Row]) -> list[NewsItem]:
    """Return the lines of one page with their people: one query."""
    people = own.named({person for _, person, *_ in rows})
    return [
        NewsItem(
            kind=(told := NewsKind(kind)),
            person=people[person],
            at=at,
            what=told_in_words(told, word=word, state=state, day=day),
            number=number,
        )
        for kind, person, at, day, word, state, number in rows
    ]


def _parts(own: OwnPeople, since: datetime, longest: timedelta) -> Iterator[Part]:
    """Yield one SELECT for each kind that the viewer may see."""
    sees = own.reading.sees
    if all(sees(Warrant, name) for name in ("kind", "status", "issued_on", "served_on")):
        day = Greatest("issued_on", "served_on", "recalled_on")
        rows = _recent(_facts(own, Warrant.objects.all(), since), day, longest)
        yield _told(rows, NewsKind.WARRANT, word="kind", state=F("status"))
    if all(sees(CustodyPeriod, name) for name in ("kind", "began_on", "ended_on")):
        rows = _facts(own, CustodyPeriod.objects.all(), since)
        rows = _recent(rows, Coalesce("ended_on", "began_on"), longest)
        state = Case(When(ended_on=None, then=NOTHING), default=Value(ENDED, TextField()))
        yield _told(rows, NewsKind.CUSTODY, word="kind", state=state)
    if sees(Hearing, "purpose") and sees(Hearing, "scheduled_at"):
        rows = _facts(own, Hearing.objects.all(), since)
        yield _told(
            _recent(rows, TruncDate("scheduled_at"), longest), NewsKind.COURT, word="purpose"
        )
    if sees(ResponseStep, "move") and sees(ResponseStep, "on"):
        rows = _recent(_facts(own, ResponseStep.objects.all(), since), F("on"), longest)
        yield _told(rows, NewsKind.RESPONSE, word="move")
    if sees(AnalyteResult, "reading") and sees(AnalyteResult, "reported_on"):
        yield _results(own, since, longest)
    if sees(OutgoingMessage, "state"):
        yield _failed(own, since)
    if sees(RecommendationMove, "step"):
        yield _moves(own, since)


def _facts(own: OwnPeople, rows: QuerySet[Model], since: datetime) -> QuerySet[Model]:
    mine = Q(recorded_by=own.reading.viewer.user)
    return own.rows(rows.filter(recorded_at__gt=since, superseded_at=None)).exclude(mine)


def _recent(rows: QuerySet[Model], day: Combinable, longest: timedelta) -> QuerySet[Model]:
    """Keep what was recorded soon after its day, and what is still to come."""
    late = ExpressionWrapper(TruncDate("recorded_at") - F("day"), DurationField())
    dated = rows.annotate(day=Cast(day, DateField()), at=F("recorded_at"))
    recent: QuerySet[Model] = dated.annotate(late=late).filter(late__lte=longest)
    return recent


def _results(own: OwnPeople, since: datetime, longest: timedelta) -> Part:
    """One line a person, and nothing of which substances were read."""
    rows = _recent(_facts(own, AnalyteResult.objects.all(), since), F("reported_on"), longest)
    found = Case(
        When(reading=Found.POSITIVE, then=Value(POSITIVE, TextField())),
        default=NOTHING,
    )
    # One row a test: the positive one where there is any.
    tests = rows.annotate(word=found).order_by("test_id", "-word").distinct("test_id")
    kept = AnalyteResult.objects.filter(pk__in=tests.values("pk"))
    dated = kept.annotate(day=F("reported_on"), at=F("recorded_at"), word_found=found)
    return _told(dated, NewsKind.TEST, word="word_found")


def _failed(own: OwnPeople, since: datetime) -> Part:
    failed = OutgoingMessage.objects.filter(state=MessageState.FAILED, send_at__gt=since)
    rows = own.rows(failed).annotate(day=TruncDate("send_at"), at=F("send_at"), none=NOTHING)
    return _told(rows, NewsKind.MESSAGE, word="none")


def _moves(own: OwnPeople, since: datetime) -> Part:
    # Of youthful trainees some may not know: that is decided recommendation by recommendation.
    open_ones = own.rows(Recommendation.objects.order_by())
    open_ones = in_scope(own.reading.viewer, open_ones, person="person")
    moves = RecommendationMove.objects.filter(
        recommendation__in=open_ones.values("pk"), made_at__gt=since
    ).exclude(made_by=own.reading.viewer.user)
    rows = moves.annotate(day=TruncDate("made_at"), at=F("made_at"))
    return _told(rows, NewsKind.RECOMMENDATION, word="step", person="recommendation__person_id")


def _told(
    rows: QuerySet[Model],
    kind: NewsKind,
    *,
    word: str,
    state: Combinable = NOTHING,
    person: str = "person_id",
) -> Part:
    """Keep the newest row of each person, how many there are, and when the last was recorded."""
    told: Part = (
        rows.annotate(
            told=Value(kind.value, CharField()),
            whose=Cast(F(person), BigIntegerField()),
            last=Cast(Window(Max("at"), partition_by=person), DateTimeField()),
            word=Cast(F(word), TextField()),
            state_told=Cast(state, TextField()),
            how_many=Window(Count("pk"), partition_by=person),
        )
        .order_by(person, "-day", "-pk")
        .distinct(person)
        .values_list("told", "whose", "last", "day", "word", "state_told", "how_many")
    )
    return told
