"""What each process of a measure does: send reports, insert bare rows, follow events."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Final, cast

from django.db import connection
from django.utils import timezone

from interstate.choices import Post
from interstate.models import Activity, CompactCase, Delegate
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


def send_reports(cases: Sequence[int]) -> tuple[float, float]:
    """Report on each case; seconds of writing and submitting, then of approving and sending."""
    drafts: list[int] = []
    submitting = _timed(lambda case: drafts.append(_submit_report(case)), cases)
    return submitting, _timed(_pass_on, drafts)


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


def _timed(work: Callable[[int], object], numbers: Sequence[int]) -> float:
    for number in numbers[:WARMING]:
        work(number)
    wait_for_the_others()
    begun = perf_counter()
    for number in numbers[WARMING:]:
        work(number)
    return perf_counter() - begun


def _submit_report(case_id: int) -> int:
    """As two requests of the agent who supervises: each is read anew, as a page does."""
    case = CompactCase.objects.select_related("receiving_user").get(pk=case_id)
    author = cast(User, case.receiving_user)
    content = written(REPORT, {}, timezone.localdate(), case.traits)
    draft = start_activity(viewer_for(author), case_id, REPORT, content=content)
    move_activity(viewer_for(author), draft.pk, Asked(move=Move.SUBMIT))
    return draft.pk


def _pass_on(activity_id: int) -> None:
    """As a request of the supervisor, where one sees it first, and one of the compact office."""
    report = Activity.objects.select_related("assigned_to", "case").get(pk=activity_id)
    if report.status == Status.WITH_SUPERVISOR.value and report.assigned_to is not None:
        move_activity(viewer_for(report.assigned_to), report.pk, Asked(move=Move.APPROVE))
    officer = _officer(report.case.receiving_office_id)
    move_activity(viewer_for(officer), report.pk, Asked(move=Move.TRANSMIT))


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
