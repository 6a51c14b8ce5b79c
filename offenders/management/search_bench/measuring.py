"""Timing searches and counting how often the person looked for is among the first twenty."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median, quantiles

from django.db import connection

from offenders.management.search_bench.damage import Probe
from offenders.selectors.search import SearchCriteria, find_people
from ots.access.viewer import system_viewer

FIRST = 20
_VIEWER = system_viewer("search bench")
_PEER_INDEX = """
    CREATE INDEX peer ON offenders_personname
    USING gin (lower(last_name || ' ' || first_name) gin_trgm_ops);
    ANALYZE offenders_personname;
    SET pg_trgm.similarity_threshold = 0.45
"""
_PEER = """
    SELECT person_id FROM offenders_personname AS name
    JOIN offenders_person AS person ON person.id = name.person_id
    WHERE lower(name.last_name || ' ' || name.first_name) %% lower(%(typed)s)
      AND abs(person.birth_date - %(born)s) <= 731
    ORDER BY similarity(lower(name.last_name || ' ' || name.first_name), lower(%(typed)s)) DESC
    LIMIT 20
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One search: how long it took and whether the person was among the first twenty."""

    probe: Probe
    milliseconds: float
    is_found: bool


def search_with_birth_date(probe: Probe) -> list[int]:
    """Search as the page does, by name and date of birth."""
    return _found(SearchCriteria(name=probe.typed_name, born=probe.born))


def search_by_name(probe: Probe) -> list[int]:
    """Search as the page does, by name alone."""
    return _found(SearchCriteria(name=probe.typed_name))


def _found(criteria: SearchCriteria) -> list[int]:
    results = find_people(_VIEWER, criteria)
    return [int(str(row.person.pk)) for row in results.page.object_list]


def prepare_peer() -> None:
    """Build the index of the usual way: trigrams over the whole name."""
    with connection.cursor() as cursor:
        cursor.execute(_PEER_INDEX)


def search_as_peer(probe: Probe) -> list[int]:
    """Search the usual way: names that share trigrams, born within two years."""
    with connection.cursor() as cursor:
        cursor.execute(_PEER, {"typed": probe.typed_name, "born": probe.born})
        return [row[0] for row in cursor.fetchall()]


def fetch_by_key(probe: Probe) -> list[int]:
    """Do the least a search could do: fetch one person by number."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM offenders_person WHERE id = %s", [probe.person_id])
        return [row[0] for row in cursor.fetchall()]


def measure(search: Callable[[Probe], list[int]], probes: Iterable[Probe]) -> list[Measured]:
    """Run the searches one after the other."""
    measured = []
    for probe in probes:
        began = time.perf_counter()
        found = search(probe)
        took = (time.perf_counter() - began) * 1000
        measured.append(Measured(probe, took, probe.person_id in found[:FIRST]))
    return measured


def recall(measured: Iterable[Measured]) -> float:
    """Return the share of searches that found the person among the first twenty."""
    found = [each.is_found for each in measured]
    return sum(found) / len(found) if found else 0.0


def times(measured: Iterable[Measured]) -> tuple[float, float, float]:
    """Return median, 95th percentile and maximum in milliseconds."""
    took = [each.milliseconds for each in measured]
    return median(took), quantiles(took, n=20)[-1], max(took)
