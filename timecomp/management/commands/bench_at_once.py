"""Measure how soon dates stand after a fact: bursts of amendments through the real services."""

import os
import random
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from statistics import quantiles

from django.core.management import CommandError
from django.core.management.base import BaseCommand
from django.utils import timezone

from offenders.models import SentenceTerms
from offenders.services.facts import correct_fact
from ots.access.viewer import Viewer, system_viewer
from timecomp.models import Computation, RecomputationRequest
from timecomp.services.gathering import gathered

WORKER = ("-m", "celery", "-A", "ots", "worker", "--concurrency=2", "--loglevel=error")
SECONDS_FOR_THE_WORKER_TO_START = 6.0
SECONDS_TO_CATCH_UP = 30.0
RUSH = 10
EVERY_NTH_IS_A_RUSH = 20
LONGEST_CREDIT = 300
PERCENTILES = 100


@dataclass(frozen=True, slots=True)
class Amendment:
    """Whose fact was amended, and from when the wait counts."""

    person_id: int
    committed_at: datetime


class Command(BaseCommand):
    """Amend jail credit in bursts and say how long dates took."""

    help = (
        "Amend sentences in bursts and print how soon the new dates stood. It changes the record: "
        "use a copy of the database."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what can be chosen."""
        parser.add_argument("--seconds", type=int, default=20, help="How long to amend.")
        parser.add_argument("--per-second", type=int, default=20, help="Transactions a second.")
        parser.add_argument(
            "--i-know-it-changes-the-record", action="store_true", help="Needed to begin."
        )

    def handle(self, *_args: object, **options: int) -> None:
        """Drive both kinds of writers and print what each waited."""
        if not options["i_know_it_changes_the_record"]:
            raise CommandError("Say --i-know-it-changes-the-record, and use a copy.")
        people = _people(options["seconds"] * options["per_second"])
        viewer = system_viewer("bench_at_once")
        with _worker():
            for kind in ("clerk", "feed"):
                made = list(_amend(viewer, kind, people, options["per_second"]))
                _catch_up()
                self._report(kind, made)

    def _report(self, kind: str, made: list[Amendment]) -> None:
        stored = _stored_since(made)
        waits = sorted(wait for each in made if (wait := _wait(each, stored)) is not None)
        cuts = quantiles(waits, n=PERCENTILES)
        computations = sum(len(times) for times in stored.values())
        self.stdout.write(
            f"{kind:<6} {len(made):,} amendments of {len(stored):,} people, {computations:,} "
            f"computations, {len(made) - len(waits)} without one; until the dates stood: "
            f"p50 {cuts[49]:.3f} s, p95 {cuts[94]:.3f} s, p99 {cuts[98]:.3f} s, "
            f"longest {waits[-1]:.3f} s"
        )


def _people(count: int) -> list[int]:
    with_credit = SentenceTerms.objects.filter(superseded_at=None, kind="indeterminate")
    ids = sorted(set(with_credit.values_list("sentence__person_id", flat=True)))
    if not ids:
        raise CommandError("Nobody has a prison sentence here: see generate_population.")
    return random.Random(1).choices(ids, k=count)  # noqa: S311  chance, not secrecy


def _amend(viewer: Viewer, kind: str, people: list[int], per_second: int) -> Iterator[Amendment]:
    """Amend at the given pace; now and then one person ten times in a row."""
    due = time.monotonic()
    for number, person_id in enumerate(people):
        for _ in range(RUSH if number % EVERY_NTH_IS_A_RUSH == 0 else 1):
            time.sleep(max(0.0, due - time.monotonic()))
            due += 1 / per_second
            yield _amend_one(viewer, kind, person_id)


def _amend_one(viewer: Viewer, kind: str, person_id: int) -> Amendment:
    terms = SentenceTerms.objects.filter(
        superseded_at=None, kind="indeterminate", sentence__person_id=person_id
    ).earliest("pk")
    begun = timezone.now()
    with gathered() if kind == "feed" else nullcontext():
        correct_fact(
            viewer,
            terms,
            person_id=person_id,
            reason="bench_at_once",
            jail_credit_days=(terms.jail_credit_days + 1) % LONGEST_CREDIT,
        )
    return Amendment(person_id, begun)


def _catch_up() -> None:
    deadline = time.monotonic() + SECONDS_TO_CATCH_UP
    while RecomputationRequest.objects.exists() and time.monotonic() < deadline:
        time.sleep(0.1)


def _stored_since(made: list[Amendment]) -> dict[int, list[datetime]]:
    stored: dict[int, list[datetime]] = {each.person_id: [] for each in made}
    rows = Computation.objects.filter(
        person_id__in=list(stored), computed_at__gte=made[0].committed_at
    ).order_by("computed_at")
    for person_id, computed_at in rows.values_list("person_id", "computed_at"):
        stored[person_id].append(computed_at)
    return stored


def _wait(amendment: Amendment, stored: dict[int, list[datetime]]) -> float | None:
    later = (at for at in stored[amendment.person_id] if at >= amendment.committed_at)
    first = next(later, None)
    return None if first is None else (first - amendment.committed_at).total_seconds()


@contextmanager
def _worker() -> Iterator[None]:
    """Run a worker of two processes beside the writers."""
    process = subprocess.Popen([sys.executable, *WORKER], env=dict(os.environ))  # noqa: S603
    try:
        time.sleep(SECONDS_FOR_THE_WORKER_TO_START)
        yield
    finally:
        process.terminate()
        process.wait()
