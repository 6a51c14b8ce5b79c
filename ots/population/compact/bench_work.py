"""What each process of a measure does: send reports, insert bare rows, follow events."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Final

from django.db import connection
from django.utils import timezone

from interstate.choices import Post
from interstate.models import CompactCase, Delegate
from interstate.rules.case import Obligation
from interstate.rules.routing import Move, Status
from interstate.rules.vocabulary import EventType
from interstate.selectors.replaying import standing_of
from interstate.services.activities import Asked, move_activity
from interstate.services.drafts import start_activity
from ots.access.models import User
from ots.access.viewer import viewer_for
from ots.population.compact.bench_process import wait_for_the_others
from ots.population.compact.walk import written
from timecomp.engine.calendar import eastern_day

BARE_TABLE: Final = "bench_bare_insert"
WARMING: Final = 5
PORTION: Final = 500
REPORT: Final = EventType.PROGRESS_REPORT


@dataclass(frozen=True, slots=True)
class Replayed:
    """Events that were read and followed, and the cases that came out otherwise than stored."""

    events: int = 0
    obligations: int = 0
    differing: int = 0
    seconds: float = 0.0
    reading: float = 0.0


def send_reports(cases: Sequence[int]) -> float:
    """Write, submit, approve and transmit a report on each case; seconds after the warming."""
    return _timed(_report_on, cases)


def insert_rows(cases: Sequence[int]) -> float:
    """Insert a bare row for each case, each in a transaction of its own."""
    return _timed(_insert, cases)


def follow(cases: Sequence[int]) -> Replayed:
    """Replay the cases and compare what is owed with what is stored."""
    wait_for_the_others()
    begun, reading = perf_counter(), 0.0
    events = obligations = differing = 0
    for start in range(0, len(cases), PORTION):
        asked = perf_counter()
        found = _read(cases[start : start + PORTION])
        reading += perf_counter() - asked
        for case in found:
            owed = _followed(case)
            events += case.events_counted
            obligations += len(owed)
            differing += owed != _stored(case)
    return Replayed(events, obligations, differing, perf_counter() - begun, reading)


def _timed(work: Callable[[int], object], cases: Sequence[int]) -> float:
    for case in cases[:WARMING]:
        work(case)
    wait_for_the_others()
    begun = perf_counter()
    for case in cases[WARMING:]:
        work(case)
    return perf_counter() - begun


def _report_on(case_id: int) -> None:
    """As four requests of three users: each is read anew, as a page does."""
    case = CompactCase.objects.select_related("receiving_user").get(pk=case_id)
    author = case.receiving_user
    if author is None:
        return
    content = written(REPORT, {}, timezone.localdate(), case.traits)
    draft = start_activity(viewer_for(author), case_id, REPORT, content=content)
    moved = move_activity(viewer_for(author), draft.pk, Asked(move=Move.SUBMIT))
    if moved.status == Status.WITH_SUPERVISOR.value and moved.assigned_to is not None:
        move_activity(viewer_for(moved.assigned_to), draft.pk, Asked(move=Move.APPROVE))
    officer = _officer(case.receiving_office_id)
    move_activity(viewer_for(officer), draft.pk, Asked(move=Move.TRANSMIT))


def _officer(office_id: int) -> User:
    rows = Delegate.objects.filter(office_id=office_id, post=Post.OFFICE, is_active=True)
    return rows.select_related("user").order_by("pk")[0].user


def _insert(case_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {BARE_TABLE} (case_id, content) VALUES (%s, '{{}}')",  # noqa: S608  a name of this module
            [case_id],
        )


Owed = set[tuple[object, ...]]


def _read(keys: Sequence[int]) -> list[CompactCase]:
    rows = CompactCase.objects.filter(pk__in=keys)
    return list(rows.prefetch_related("events", "obligations"))


def _followed(case: CompactCase) -> Owed:
    today = eastern_day(timezone.now())
    stands = standing_of(case, case.events.all(), as_of=today)
    return {_told(each) for each in stands.obligations}


def _told(each: Obligation) -> tuple[object, ...]:
    return (each.key.value, each.started_on, each.due_on, each.satisfied_on, each.is_void)


def _stored(case: CompactCase) -> Owed:
    return {
        (each.key, each.started_on, each.due_on, each.satisfied_on, each.is_void)
        for each in case.obligations.all()
    }
