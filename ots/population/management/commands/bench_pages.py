"""Measure officers' and supervisors' pages over the population that is there."""

import os
from argparse import ArgumentParser

from django.core.management import CommandError
from django.core.management.base import BaseCommand

from ots.population.bench_pages import (
    PAGES,
    BenchPage,
    Measured,
    PageError,
    measure,
    prepare,
    rolled_back,
)

DEFAULT_TRIES, DEFAULT_ACTORS, SEED = 60, 20, 7


class Command(BaseCommand):
    """Print for each page its time beside a bare Django view of the same size."""

    help = (
        "Open pages as agents and supervisors and print the time at the 95th percentile beside "
        "that of a bare Django view of the same size plus the page's own queries. Nothing stays "
        "in the database."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what can be chosen."""
        parser.add_argument("pages", nargs="*", help="Names of URLs; all known if not given.")
        parser.add_argument("--tries", type=int, default=DEFAULT_TRIES, help="Visits a page.")
        parser.add_argument("--actors", type=int, default=DEFAULT_ACTORS, help="Agents signed in.")
        parser.add_argument("--most", type=float, help="Fail if a ratio is above this.")

    def handle(self, **options: object) -> None:
        """Measure and print the table; the last line names the load of the machine."""
        tries, actors = int(str(options["tries"])), int(str(options["actors"]))
        chosen = _chosen(options["pages"])
        self.stdout.write(
            f"{'page':<52}{'p50 ms':>8}{'p95 ms':>8}{'queries':>9}{'in ms':>8}"
            f"{'bare ms':>8}{'kB':>6}{'ratio':>7}"
        )
        try:
            with rolled_back():
                bench = prepare(actors=actors, seed=SEED)
                found = [self._one(measure(bench, page, tries=tries)) for page in chosen]
        except PageError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"load average {os.getloadavg()[0]:.1f}")
        self._refuse_slow(found, options["most"])

    def _one(self, each: Measured) -> Measured:
        queries = f"{each.fewest_queries}-{each.most_queries}"
        self.stdout.write(
            f"{each.title:<52}{each.p50:>8.1f}{each.p95:>8.1f}{queries:>9}{each.queries_p95:>8.1f}"
            f"{each.bare_p95:>8.1f}{each.size / 1000:>6.0f}{each.ratio:>7.2f}"
        )
        return each

    def _refuse_slow(self, found: list[Measured], most: object) -> None:
        slow = [each.title for each in found if isinstance(most, float) and each.ratio > most]
        if slow:
            raise CommandError(f"Above {most}: {', '.join(slow)}.")


def _chosen(names: object) -> list[BenchPage]:
    if not isinstance(names, list) or not names:
        return list(PAGES)
    chosen = [page for page in PAGES if page.url_name in names]
    unknown = sorted(set(names) - {page.url_name for page in chosen})
    if unknown:
        raise CommandError(f"[{', '.join(unknown)}] is not measured: add a line to PAGES.")
    return chosen
