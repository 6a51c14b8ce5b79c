"""Measure the search: speed and how often it finds, on invented people beside the real record."""

import os
import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import islice

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from offenders.management.search_bench.damage import Probe, probe_for
from offenders.management.search_bench.measuring import (
    Measured,
    fetch_by_key,
    measure,
    prepare_peer,
    recall,
    search_as_peer,
    search_by_name,
    search_with_birth_date,
    times,
)
from offenders.management.search_bench.population import Population, fill, scratch_tables

LEAST_PROBES = 20
WARM_UP = 20


class Command(BaseCommand):
    """Print median, p95, maximum and recall, beside the floor and the usual way in the same run."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the size, the number of searches and the seed."""
        parser.add_argument("--names", type=int, default=1_000_000, help="How many people.")
        parser.add_argument("--probes", type=int, default=300, help="How many searches.")
        parser.add_argument("--seed", type=int, default=1, help="Same seed, same people.")

    def handle(self, *, names: int, probes: int, seed: int, **_: object) -> None:
        """Make the people in tables of their own, search, print, and drop the tables."""
        if not LEAST_PROBES <= probes <= names:
            raise CommandError(f"[--probes] is [{probes}]: give {LEAST_PROBES} to [--names].")
        # Timing is not for query logs.
        connection.force_debug_cursor = False
        population = Population(names, seed)
        with scratch_tables():
            self.stdout.write(f"Inventing {names:,} people …")
            fill(population)
            self._measure(_probes(population, probes))

    def _measure(self, probes: list[Probe]) -> None:
        # Whatever else the machine does stands in the times.
        self.stdout.write(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        floor = self._run("floor: one person by key", fetch_by_key, probes)
        full = self._run("name and damaged birth date", search_with_birth_date, probes)
        self._by_kind("name", full, lambda each: each.probe.name_damage)
        self._by_kind("birth date", full, lambda each: each.probe.birth_damage)
        named = self._run("name alone", search_by_name, probes)
        self._by_kind("name", named, lambda each: each.probe.name_damage)
        prepare_peer()
        peer = self._run("peer: trigrams, born within 2 years", search_as_peer, probes)
        self.stdout.write(
            f"p95 is {times(full)[1] / times(floor)[1]:.0f} times the floor's "
            f"and {times(full)[1] / times(peer)[1]:.2f} times the peer's."
        )

    def _run(
        self, title: str, search: Callable[[Probe], list[int]], probes: list[Probe]
    ) -> list[Measured]:
        measure(search, probes[:WARM_UP])
        measured = measure(search, probes)
        middle, p95, most = times(measured)
        self.stdout.write(
            f"{title:<38} p50 {middle:6.1f} ms  p95 {p95:6.1f} ms  max {most:6.1f} ms  "
            f"recall@20 {recall(measured):.3f}  ({len(measured)} searches)"
        )
        return measured

    def _by_kind(
        self, what: str, measured: Iterable[Measured], kind: Callable[[Measured], str]
    ) -> None:
        groups: dict[str, list[Measured]] = defaultdict(list)
        for each in measured:
            groups[kind(each)].append(each)
        for name, group in sorted(groups.items()):
            self.stdout.write(
                f"    {what}: {name:<26} recall@20 {recall(group):.3f}  "
                f"max {max(each.milliseconds for each in group):6.1f} ms  ({len(group)})"
            )


def _probes(population: Population, number: int) -> list[Probe]:
    chance = random.Random(population.seed + 1)  # noqa: S311  invented people, not secrets
    chosen = set(chance.sample(range(1, population.size + 1), number))
    people = (person for person in population.people() if person.person_id in chosen)
    return [probe_for(person, chance) for person in islice(people, number)]
