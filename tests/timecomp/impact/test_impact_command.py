"""``timecomp impact`` and ``timecomp scenarios`` from the command line."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests import factories
from timecomp.models import Computation

CONTRACT = {
    "scenario",
    "population",
    "recomputed",
    "changed",
    "earlier",
    "later",
    "released_within",
    "bed_days",
    "median_shift_days",
    "seconds",
}


@pytest.fixture
def three_people(transactional_db: None) -> None:
    """Three people with a sentence each, committed for the processes to see."""
    for number in range(1, 4):
        case = factories.court_case(factories.person(f"Person{number}"))
        factories.add_sentence(factories.add_charge(case), minimum_years=number)
    call_command("timecomp", "nightly", "--workers", "1", stdout=io.StringIO())


def call(*arguments: str) -> str:
    out = io.StringIO()
    call_command("timecomp", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.usefixtures("three_people")
def test_the_answer_holds_every_key_of_the_contract() -> None:
    answer = json.loads(call("impact", "wi_tis_85", "--json", "--workers", "2"))
    assert set(answer) >= CONTRACT


@pytest.mark.usefixtures("three_people")
def test_everybody_whom_it_concerns_is_counted() -> None:
    answer = json.loads(call("impact", "wi_tis_85", "--json", "--workers", "2"))
    assert (answer["population"], answer["recomputed"], answer["earlier"]) == (3, 3, 3)


@pytest.mark.usefixtures("three_people")
def test_a_change_that_concerns_nobody_computes_nobody() -> None:
    answer = json.loads(call("impact", "ff_three_years", "--json", "--workers", "1"))
    assert (answer["recomputed"], answer["bed_days"]) == (0, 0)


@pytest.mark.usefixtures("three_people")
def test_nothing_is_written_to_the_record() -> None:
    before = list(Computation.objects.values())
    call("impact", "wi_tis_85", "--workers", "1")
    assert list(Computation.objects.values()) == before


@pytest.mark.usefixtures("three_people")
def test_the_page_prints_what_is_assumed() -> None:
    told = call("impact", "wi_epa", "--workers", "1")
    assert "Assumed: The prisons are above 100 per cent" in told


def test_an_unknown_scenario_ends_with_status_2_and_one_line() -> None:
    with pytest.raises(CommandError, match="nothing: cannot be read") as caught:
        call("impact", "nothing")
    assert (caught.value.returncode, "\n" in str(caught.value)) == (2, False)


def test_a_wrong_key_is_named_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('title = "T"\nproposal = "P"\nsummary = "S"\nsource = "Q"\nkolour = 1\n')
    with pytest.raises(CommandError, match=r"mine\.toml: \[kolour\] is not known here"):
        call("impact", str(path))


def test_the_scenarios_are_listed_with_their_proposals() -> None:
    listed = {each["id"]: each for each in json.loads(call("scenarios", "--json"))}
    assert listed["wi_tis_85"]["parameters"] == ["tis_percent"]
