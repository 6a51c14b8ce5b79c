"""Measuring the search on invented people."""

import random
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from jellyfish import damerau_levenshtein_distance

from offenders.management.search_bench.damage import one_mistake, probe_for
from offenders.management.search_bench.population import SCHEMA, Invented, Name, Population
from offenders.models import NameKey, Person
from tests import factories


def schemas() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace")
        return {row[0] for row in cursor.fetchall()}


@pytest.mark.django_db(transaction=True)
def test_it_prints_speed_and_recall_and_leaves_the_record_as_it_was() -> None:
    dana = factories.person()
    keys = NameKey.objects.count()
    printed = StringIO()
    call_command("bench_search", names=400, probes=40, stdout=printed)
    for expected in ("p50", "p95", "max", "recall@20", "name: typo", "floor", "peer", "load"):
        assert expected in printed.getvalue()
    assert list(Person.objects.all()) == [dana]
    assert NameKey.objects.count() == keys
    assert SCHEMA not in schemas()


@pytest.mark.django_db
def test_too_few_searches_are_refused() -> None:
    with pytest.raises(CommandError, match=r"\[--probes\] is \[3\]"):
        call_command("bench_search", names=400, probes=3)


def test_the_same_seed_invents_the_same_people() -> None:
    assert list(Population(50, seed=3).people()) == list(Population(50, seed=3).people())
    assert list(Population(50, seed=3).people()) != list(Population(50, seed=4).people())


@given(st.text("abcdefgh", min_size=2, max_size=12), st.integers())
def test_one_mistake_is_at_most_one(word: str, seed: int) -> None:
    damaged = one_mistake(word, random.Random(seed))  # noqa: S311
    assert damerau_levenshtein_distance(word, damaged) <= 1


@given(st.integers(), st.dates(min_value=date(1940, 1, 1), max_value=date(2007, 1, 1)))
def test_every_damage_gives_something_to_search_for(seed: int, born: date) -> None:
    person = Invented(7, Name("Schultz", "Robert", "Lee"), born, Name("Roe", "Bob"))
    probe = probe_for(person, random.Random(seed))  # noqa: S311
    assert probe.person_id == 7
    assert probe.typed_name.strip(" ,")
