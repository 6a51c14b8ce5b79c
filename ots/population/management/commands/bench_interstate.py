"""Measure the compact's work over the made-up cases that are there."""

import os
from argparse import ArgumentParser

from django.core.management import CommandError
from django.core.management.base import BaseCommand

from ots.population.bench_compact import NothingMadeUpError, replay, submissions, worklist

PARTS = ("submissions", "worklist", "replay")
MILLISECONDS = 1000


class Command(BaseCommand):
    """Print what was measured, each figure beside a bare peer of the same run."""

    help = (
        "Send progress reports through the services on two processes, beside bare inserts; open "
        "an office's worklist, beside a bare Django view; replay all made-up cases. The reports "
        "stay: use a copy of the database."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what can be chosen."""
        parser.add_argument("parts", nargs="*", help=f"Of {', '.join(PARTS)}; all if none.")
        parser.add_argument("--submissions", type=int, default=600, help="Reports to send.")
        parser.add_argument("--tries", type=int, default=60, help="Visits of the worklist.")
        parser.add_argument(
            "--open-items", type=int, default=5_000, help="Of the office, at least."
        )
        parser.add_argument("--cases", type=int, help="Replay so many; all if not given.")
        parser.add_argument("--workers", type=int, default=2, help="Processes.")

    def handle(self, **options: object) -> None:
        """Measure the parts and print a line for each, with the load of the machine."""
        parts = _parts(options["parts"])
        try:
            for part in parts:
                getattr(self, f"_{part}")(options)
        except NothingMadeUpError as error:
            raise CommandError(str(error)) from error

    def _submissions(self, options: dict[str, object]) -> None:
        found = submissions(_number(options["submissions"]), workers=_number(options["workers"]))
        sent, bare = found.sent, found.bare
        self._say(
            f"submissions  {sent.number:,} reports, each written and submitted by its author: "
            f"{found.submitted.a_second:.1f} a second; also passed on and sent, each step by its "
            f"own request: {sent.a_second:.1f} a second; bare inserts {bare.a_second:,.0f} a "
            f"second; ratio {bare.a_second / found.submitted.a_second:.0f} to what is submitted, "
            f"{bare.a_second / sent.a_second:.0f} to what is sent"
        )

    def _worklist(self, options: dict[str, object]) -> None:
        found = worklist(tries=_number(options["tries"]), open_items=_number(options["open_items"]))
        page = found.measured
        self._say(
            f"worklist     {found.office}, {found.open_items:,} open items: p50 {page.p50:.1f} ms, "
            f"p95 {page.p95:.1f} ms, {page.most_queries} queries of {page.queries_p95:.1f} ms, "
            f"{page.size / MILLISECONDS:.0f} kB; bare view {page.bare_p95:.1f} ms; "
            f"ratio {page.p95 / page.bare_p95:.1f}, {page.ratio:.2f} with the queries' own time"
        )

    def _replay(self, options: dict[str, object]) -> None:
        most = options["cases"]
        found = replay(
            workers=_number(options["workers"]), most=most if isinstance(most, int) else None
        )
        self._say(
            f"replay       {found.events:,} events, {found.obligations:,} obligations in "
            f"{found.seconds:.1f} s, {found.reading:.1f} s of it reading; "
            f"{found.differing:,} cases differ from what is stored"
        )

    def _say(self, line: str) -> None:
        self.stdout.write(f"{line}; load average {os.getloadavg()[0]:.1f}")


def _parts(names: object) -> list[str]:
    chosen = [str(each) for each in names] if isinstance(names, list) else []
    unknown = sorted(set(chosen) - set(PARTS))
    if unknown:
        raise CommandError(f"[{', '.join(unknown)}] is not measured: choose {', '.join(PARTS)}.")
    return chosen or list(PARTS)


def _number(value: object) -> int:
    if not isinstance(value, int) or value < 1:
        raise CommandError(f"[{value}] is not a whole number from 1 on.")
    return value
