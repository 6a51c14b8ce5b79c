"""``timecomp nightly`` in several processes, and ``timecomp rules`` with what it touched."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from tests import factories
from timecomp.law.rule_book import rule_book
from timecomp.models import Computation, NightlyRun


@pytest.fixture
def three_people(transactional_db: None) -> None:
    """Three people with a sentence each, committed for the processes to see."""
    for number in range(1, 4):
        case = factories.court_case(factories.person(f"Person{number}"))
        factories.add_sentence(factories.add_charge(case), minimum_years=number)


def call(*arguments: str) -> str:
    out = io.StringIO()
    call_command("timecomp", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.usefixtures("three_people")
def test_it_computes_everybody_and_sums_up_as_json() -> None:
    summary = json.loads(call("nightly", "--workers", "2", "--as-of", "2026-11-21", "--json"))
    assert summary["run"] == NightlyRun.objects.get().pk
    assert (summary["people"], summary["recomputed"], summary["changed"]) == (3, 3, 3)
    assert summary["as_of"] == "2026-11-21"
    assert set(summary["seconds"]) == {"read", "evaluate", "write", "total"}
    assert Computation.objects.count() == 3


@pytest.mark.usefixtures("three_people")
def test_a_second_run_stands_beside_the_first() -> None:
    call("nightly", "--workers", "1", "--as-of", "2026-11-20")
    summary = json.loads(call("nightly", "--workers", "1", "--as-of", "2026-11-20", "--json"))
    assert (summary["changed"], summary["previous"]["changed"]) == (0, 3)
    assert (summary["unexplained"], summary["previous"]["causes"]["first"]) == (0, 3)


@pytest.mark.usefixtures("three_people")
def test_it_tells_people_a_second_by_stage() -> None:
    told = call("nightly", "--workers", "1")
    assert "3 people computed" in told
    assert all(stage in told for stage in ("read", "evaluate", "write"))


@pytest.mark.usefixtures("three_people")
def test_the_rules_say_how_many_people_each_touched() -> None:
    call("nightly", "--workers", "1")
    rules = {rule["id"]: rule for rule in json.loads(call("rules", "--json"))}
    assert rules["start_single"]["people"] == 3
    assert rules["jail_release_date"]["people"] == 0
    assert set(rules) == {entry.id for entry in rule_book().rules}


@pytest.mark.django_db
def test_the_rules_name_law_module_status_and_what_they_read() -> None:
    rules = json.loads(call("rules", "--json"))
    keys = {"id", "citation", "from", "to", "module", "status", "parameters", "people"}
    assert all(keys <= set(rule) for rule in rules)
    assert {rule["status"] for rule in rules} <= {"verified", "recalled", "inferred"}


@pytest.mark.parametrize("arguments", [("--workers", "0"), ("--as-of", "tomorrow")])
def test_an_impossible_option_is_refused_by_name(arguments: tuple[str, str]) -> None:
    with pytest.raises(CommandError, match=r"\[.*\]"):
        call("nightly", *arguments)
