"""What users say is wrong: one's own, and those one answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import (
    Aggregate,
    Count,
    DurationField,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from interstate.models import CompactCase
from offenders.models import Person
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from ots.oversight.desks import desks_of
from ots.oversight.models import Concern, ConcernStep
from ots.oversight.models.concern import ENDED, NEXT, ConcernKind, ConcernState, Desk

COUNTED_FOR: Final = timedelta(days=365)
DAY: Final = timedelta(days=1)
SHOWN_BESIDE_A_RECORD: Final = 5
ANSWER_IS_NEWS: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ConcernLine:
    """One concern as it stands now."""

    concern: Concern
    state: ConcernState
    # What was answered last; and since when it stands so.
    answer: str
    since: datetime | None
    # Nothing of what it says is shown where the record went out of reach.
    is_open_to_viewer: bool = True

    @property
    def waits(self) -> bool:
        """Say whether it is still to be answered."""
        return self.state not in ENDED

    @property
    def days(self) -> int:
        """Return how many days it took to answer, or has waited."""
        ended = timezone.now() if self.waits or self.since is None else self.since
        return (timezone.localdate(ended) - timezone.localdate(self.concern.told_at)).days


@dataclass(frozen=True, slots=True)
class ConcernRead:
    """One concern whole, for those who answer it."""

    concern: Concern
    state: ConcernState
    steps: tuple[ConcernStep, ...]

    @property
    def next_states(self) -> tuple[ConcernState, ...]:
        """Return what may follow."""
        return NEXT[self.state]


@dataclass(frozen=True, slots=True)
class TimeToAnswer:
    """Of one kind: how many were answered within a year, and the days of the one in the middle."""

    kind: ConcernKind
    answered: int
    days: float

    @property
    def in_words(self) -> str:
        """Return the days of the one in the middle."""
        return f"{self.days:g} day{'' if self.days == 1 else 's'}"

    @property
    def note(self) -> str:
        """Return of how many."""
        return f"median of {self.answered}"


class Median(Aggregate):
    """The value in the middle."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"


def own_concerns(viewer: Viewer) -> QuerySet[Concern]:
    """Return what the viewer told, newest first."""
    return _standing(Concern.objects.filter(told_by=viewer.user))


def answers_lately(viewer: Viewer) -> int:
    """Return how much of what the viewer told was answered within a week."""
    news = viewer.now - ANSWER_IS_NEWS
    own = Concern.objects.filter(told_by=viewer.user).order_by()
    standing = own.alias(stands=_last("state"), moved=_last("taken_at"))
    return standing.filter(stands__in=ENDED, moved__gt=news).count()


def concerns_to_answer(viewer: Viewer, *, waiting: bool = True) -> QuerySet[Concern]:
    """Return what the viewer answers: those that wait, the oldest first, or those answered."""
    found = _answered_by(viewer).select_related("person", "told_by").alias(stands=_last("state"))
    if waiting:
        unanswered = Q(stands__isnull=True) | Q(stands=ConcernState.SEEN)
        return found.filter(unanswered).order_by("told_at", "pk")
    return found.filter(stands__in=ENDED).order_by("-told_at", "-pk")


def concern_read(viewer: Viewer, number: int) -> ConcernRead | None:
    """Return one concern with its steps; nothing where the viewer does not answer it."""
    row = _answered_by(viewer).select_related("person", "told_by").filter(pk=number).first()
    if row is None:
        return None
    return ConcernRead(row, ConcernState(row.state), tuple(row.steps.select_related("taken_by")))


def waiting_concerns(viewer: Viewer) -> int:
    """Return how many wait for the viewer's answer."""
    return concerns_to_answer(viewer).count()


def waiting_of_person(viewer: Viewer, person_id: int) -> list[Concern]:
    """Return the oldest that wait for the viewer's answer about one person."""
    return list(concerns_to_answer(viewer).filter(person=person_id)[:SHOWN_BESIDE_A_RECORD])


def own_lines(viewer: Viewer, rows: Iterable[Concern]) -> list[ConcernLine]:
    """Return own concerns as lines; of a person no longer in reach only that there was one."""
    shown = list(rows)
    reached = _reached(viewer, {row.person_id for row in shown if row.person_id is not None})
    return [_line(row, row.person_id is None or row.person_id in reached) for row in shown]


def lines(rows: Iterable[Concern]) -> list[ConcernLine]:
    """Return concerns in reach as lines."""
    return [_line(row, is_open=True) for row in rows]


def times_to_answer(*, now: datetime) -> list[TimeToAnswer]:
    """Return by kind how long answers took that were given within a year: one query."""
    ended = Concern.objects.alias(stands=_last("state")).filter(
        told_at__gt=now - COUNTED_FOR, stands__in=ENDED
    )
    took = ExpressionWrapper(_last("taken_at") - F("told_at"), output_field=DurationField())
    counted = ended.order_by().values("kind").annotate(answered=Count("pk"), median=Median(took))
    found = {row["kind"]: row for row in counted}
    return [
        TimeToAnswer(kind, found[kind]["answered"], round(found[kind]["median"] / DAY, 1))
        for kind in ConcernKind
        if kind in found
    ]


def _answered_by(viewer: Viewer) -> QuerySet[Concern]:
    viewer.require(Permission.CONCERN_ANSWER)
    desks = desks_of(viewer)
    of_people = Concern.objects.filter(desk__in=set(desks) - {Desk.SYSTEM})
    kept = Q(pk__in=in_scope(viewer, of_people, person="person").order_by().values("pk"))
    # What is wrong with a page is told of nobody; the person of it is not shown.
    if Desk.SYSTEM in desks:
        kept |= Q(desk=Desk.SYSTEM)
    return _standing(Concern.objects.filter(kept))


def _standing(concerns: QuerySet[Concern]) -> QuerySet[Concern]:
    last: dict[str, Coalesce | Subquery] = {
        "state": Coalesce(_last("state"), Value(ConcernState.NEW.value)),
        "since": _last("taken_at"),
        "answer": Coalesce(_last("words"), Value("")),
    }
    return concerns.annotate(**last)


def _last(column: str) -> Subquery:
    steps = ConcernStep.objects.filter(concern=OuterRef("pk")).order_by("-taken_at", "-pk")
    return Subquery(steps.values(column)[:1])


def _line(row: Concern, is_open: bool) -> ConcernLine:
    return ConcernLine(row, ConcernState(row.state), row.answer, row.since, is_open)


def _reached(viewer: Viewer, people: set[int]) -> set[int]:
    rows = Person.objects.filter(pk__in=people)
    found = set(in_scope(viewer, rows).values_list("pk", flat=True))
    # Users of other states reach people by their cases alone.
    cases = in_scope(viewer, CompactCase.objects.filter(person__in=people), person="person")
    return found | set(cases.values_list("person", flat=True)) if viewer.posts else found
