"""Replays: who a new book would move, as the night of that day finds them, and old days exactly."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from django.db import connection, transaction

from offenders.models import Sentence
from ots.access.viewer import system_viewer
from tests import factories
from timecomp.choices import Cause
from timecomp.engine.parameters import Value, amended, named_parameter
from timecomp.models import Computation, LawVersion
from timecomp.services import law_versions
from timecomp.services.evaluated import current_law
from timecomp.services.nightly import compute_next_chunk, finish_if_done, start_run
from timecomp.services.replaying import Replayed, replay_computations, replay_quickly

PROGRAM = system_viewer("tests")
BEFORE, NEW_DAY = date(2026, 12, 31), date(2027, 1, 1)
RATE = "dc_rate"


@pytest.fixture(autouse=True)
def nothing_is_remembered() -> Iterator[None]:
    """Each test writes its own books; the process forgets those of the test before."""
    law_versions._kept.clear()
    yield
    law_versions._kept.clear()
    current_law.cache_clear()


@pytest.fixture
def people(db: None) -> list[Sentence]:
    """Dee earns disciplinary credit, Eve serves under truth in sentencing."""
    return [sentenced("Dee", 1991), sentenced("Eve", 2019)]


def sentenced(name: str, year: int) -> Sentence:
    case = factories.court_case(factories.person(name))
    charge = factories.add_charge(case, offense_date=date(year, 3, 1))
    return factories.add_sentence(
        charge, sentenced_on=date(year, 9, 10), minimum_years=40, maximum_years=60
    )


@contextmanager
def new_book(parameter: str, amount: object) -> Iterator[None]:
    """A release with another dated value of one parameter."""
    values = named_parameter(parameter).values
    with amended({parameter: (*values, Value(NEW_DAY, amount, "a test act"))}):
        current_law.cache_clear()
        yield
    current_law.cache_clear()


def night(as_of: date) -> int:
    run = start_run(PROGRAM, as_of=as_of)
    while compute_next_chunk(run.pk):
        pass
    finish_if_done(PROGRAM, run.pk)
    return run.pk


def replay(people: list[Sentence], as_of: date = NEW_DAY) -> list[Replayed]:
    return replay_quickly(tuple(each.person_id for each in people), as_of=as_of)


def dated_anew(run: int) -> list[tuple[int, list[dict[str, str | None]]]]:
    stored = Computation.objects.filter(run=run, cause=Cause.LAW).order_by("person_id")
    return list(stored.values_list("person_id", "moved"))


def test_before_its_day_a_replay_lists_whom_the_new_value_moves(people: list[Sentence]) -> None:
    night(BEFORE)
    with new_book(RATE, 10):
        [found] = [each for each in replay(people) if each.cause is Cause.LAW]
    assert found.person_id == people[0].person_id
    assert ("A", "net_maximum") in {(each["sentence"], each["date"]) for each in found.moved}


def test_the_list_names_the_value_that_moves_the_dates(people: list[Sentence]) -> None:
    night(BEFORE)
    with new_book(RATE, 10):
        [found] = [each for each in replay(people) if each.cause is Cause.LAW]
    [why] = found.because
    assert why.id == RATE
    assert "10 from 2027-01-01 (a test act) is new" in why.words


def test_the_night_of_that_day_finds_the_same_list(people: list[Sentence]) -> None:
    night(BEFORE)
    with new_book(RATE, 10):
        told = [(e.person_id, list(e.moved)) for e in replay(people) if e.cause is Cause.LAW]
        found = dated_anew(night(NEW_DAY))
    assert told
    assert told == found


def test_a_replay_writes_nothing(people: list[Sentence]) -> None:
    night(BEFORE)
    with new_book(RATE, 10):
        replay(people)
    assert (Computation.objects.count(), LawVersion.objects.count()) == (2, 1)


def test_under_the_same_book_and_day_nobody_changes(people: list[Sentence]) -> None:
    night(NEW_DAY)
    assert replay(people) == []


def test_an_old_computation_replays_to_its_day_under_the_values_of_its_time(
    people: list[Sentence],
) -> None:
    night(BEFORE)
    old = Computation.objects.get(person=people[0].person)
    with new_book(RATE, 10):
        night(NEW_DAY)
        [found] = replay_computations([old.pk])
    assert (found.is_same, found.put_back, found.moved) == (True, (RATE,), ())


def test_every_stored_computation_replays_exactly(people: list[Sentence]) -> None:
    night(BEFORE)
    with new_book(RATE, 10):
        night(NEW_DAY)
        every = list(Computation.objects.values_list("pk", flat=True))
        found = replay_computations(every)
    assert (len(found), all(each.is_same for each in found)) == (3, True)


def test_a_book_that_was_not_kept_is_said_to_be_the_reason(people: list[Sentence]) -> None:
    night(BEFORE)
    old = Computation.objects.get(person=people[0].person)
    spoil("DELETE FROM timecomp_lawversion", "timecomp_lawversion")
    with new_book(RATE, 10):
        [found] = replay_computations([old.pk])
    assert (found.is_same, found.is_explained) == (False, True)
    assert "before books were kept" in found.because[0].words


def test_a_rule_of_another_text_is_named(people: list[Sentence]) -> None:
    night(BEFORE)
    old = Computation.objects.get(person=people[0].person)
    spoil(
        "UPDATE timecomp_computation SET results_digest = 'other', law_version = 'older'",
        "timecomp_computation",
    )
    spoil(
        """UPDATE timecomp_lawversion SET version = 'older',
        rules = jsonb_set(rules, '{start_single:start_single}', '"another"')""",
        "timecomp_lawversion",
    )
    [found] = replay_computations([old.pk])
    assert [why for why in found.because if why.id == "start_single"]


def test_the_book_is_kept_once(people: list[Sentence]) -> None:
    night(BEFORE)
    night(NEW_DAY)
    assert [each.pk for each in LawVersion.objects.all()] == [current_law()]


def spoil(statement: str, table: str) -> None:
    """Change what stands behind PostgreSQL's back: its own guard refuses it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement)
