"""How fast the compact's work goes over made-up cases, on several processes.

What is sent stays: history is append-only. Only cases that ``generate_compact`` made are touched.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Final, TypeVar

from django.db import connection
from django.db.models import Count, F, Q

from interstate.choices import Post
from interstate.models import CompactCase, CompactOffice, Delegate
from ots.access.models import User
from ots.population.bench_pages import Bench, BenchPage, Measured, measure, rolled_back, signed_in
from ots.population.compact.bench_process import begin_process
from ots.population.compact.bench_work import (
    BARE_TABLE,
    WARMING,
    Replayed,
    follow,
    insert_rows,
    send_reports,
)

MADE_UP: Final = "ICM-"
OPEN_ITEMS: Final = 5_000
OFFICER: Final = "compact office"
BARE_TIMES: Final = 10
Shares = list[list[int]]
T = TypeVar("T")


class NothingMadeUpError(Exception):
    """There are no made-up cases to measure with."""


@dataclass(frozen=True, slots=True)
class Pace:
    """So many of something in so many seconds, by all processes at once."""

    number: int
    seconds: float

    @property
    def a_second(self) -> float:
        """How many a second."""
        return self.number / self.seconds


@dataclass(frozen=True, slots=True)
class Submissions:
    """Reports as their authors submit them, the whole way until sent, and bare inserts."""

    submitted: Pace
    sent: Pace
    bare: Pace


@dataclass(frozen=True, slots=True)
class Worklist:
    """An office's worklist with so many open items, as it was measured."""

    office: str
    open_items: int
    measured: Measured


def submissions(number: int, *, workers: int = 2) -> Submissions:
    """Send so many progress reports through the services; beside it ten times the bare inserts."""
    cases = _to_report_on(number + workers * WARMING)
    if len(cases) <= workers * WARMING:
        raise NothingMadeUpError("No made-up cases are active: run generate_compact first.")
    number = len(cases) - workers * WARMING
    shares = [cases[place::workers] for place in range(workers)]
    bare = [each[:WARMING] + each[WARMING:] * BARE_TIMES for each in shares]
    _execute(f"DROP TABLE IF EXISTS {BARE_TABLE}")
    _execute(f"CREATE TABLE {BARE_TABLE} (id bigserial PRIMARY KEY, case_id bigint, content jsonb)")
    try:
        seconds = _at_once(send_reports, shares)
        submitting = max(each for each, _ in seconds)
        return Submissions(
            submitted=Pace(number, submitting),
            sent=Pace(number, submitting + max(each for _, each in seconds)),
            bare=Pace(number * BARE_TIMES, max(_at_once(insert_rows, bare))),
        )
    finally:
        _execute(f"DROP TABLE {BARE_TABLE}")


def worklist(*, tries: int, open_items: int = OPEN_ITEMS) -> Worklist:
    """Open the worklist of the smallest office that has so many open items, or of the largest."""
    office, items = _office(open_items)
    user = User.objects.filter(delegate__office=office, delegate__post=Post.OFFICE).earliest("pk")
    with rolled_back():
        bench = Bench({OFFICER: [signed_in(user)]})
        found = measure(bench, BenchPage("interstate:worklist", OFFICER), tries=tries)
    return Worklist(office.name, items, found)


def replay(*, workers: int = 2, most: int | None = None) -> Replayed:
    """Follow the events of made-up cases, each process its share; seconds are of the slowest."""
    cases = _made_up()[:most]
    if len(cases) < workers:
        raise NothingMadeUpError("There are no made-up cases: run generate_compact first.")
    found = _at_once(follow, [cases[place::workers] for place in range(workers)])
    return Replayed(
        events=sum(each.events for each in found),
        obligations=sum(each.obligations for each in found),
        differing=sum(each.differing for each in found),
        seconds=max(each.seconds for each in found),
        reading=max(each.reading for each in found),
    )


def _made_up() -> list[int]:
    rows = CompactCase.objects.filter(number__startswith=MADE_UP, events_counted__gt=0)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _to_report_on(number: int) -> list[int]:
    rows = CompactCase.objects.filter(
        number__startswith=MADE_UP, state="ACTIVE", supervising="receiving"
    )
    # Another member's agent reaches its cases, ours the people whom he has.
    reached = Q(receiving__is_ours=False) | Q(receiving_user=F("person__agent"))
    chosen = rows.filter(reached, receiving_user__isnull=False).order_by("last_event_at", "pk")
    return list(chosen.values_list("pk", flat=True)[:number])


def _office(open_items: int) -> tuple[CompactOffice, int]:
    owed = Q(obligations__satisfied_on__isnull=True, obligations__is_void=False)
    staffed = Delegate.objects.filter(post=Post.OFFICE, is_active=True).values("office")
    counted = CompactOffice.objects.filter(pk__in=staffed).annotate(
        items=Count("obligations", filter=owed)
    )
    enough = counted.filter(items__gte=open_items).order_by("items", "pk").first()
    office = enough or counted.order_by("-items", "pk").first()
    if office is None:
        raise NothingMadeUpError("No compact office has anybody: run generate_compact first.")
    return office, counted.values_list("items", flat=True).get(pk=office.pk)


def _at_once(work: Callable[[Sequence[int]], T], shares: Shares) -> list[T]:
    context = get_context("spawn")
    pool = ProcessPoolExecutor(
        max_workers=len(shares),
        mp_context=context,
        initializer=begin_process,
        initargs=(context.Barrier(len(shares)),),
    )
    with pool:
        return list(pool.map(work, shares))


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
