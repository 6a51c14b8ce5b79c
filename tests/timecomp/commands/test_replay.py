"""``timecomp replay``: lists, old computations, and how it ends."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from tests import factories
from timecomp.models import Computation
from timecomp.services import law_versions


@pytest.fixture
def two_people(transactional_db: None) -> None:
    """Two people with dates, committed for the processes to see."""
    law_versions._kept.clear()
    for number in (2, 3):
        case = factories.court_case(factories.person(f"Person{number}"))
        factories.add_sentence(factories.add_charge(case), minimum_years=number)
    call("nightly", "--workers", "1", "--as-of", "2026-11-20")


def call(*arguments: str) -> str:
    out = io.StringIO()
    call_command("timecomp", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.usefixtures("two_people")
def test_under_the_same_book_it_lists_nobody() -> None:
    told = json.loads(call("replay", "--workers", "2", "--as-of", "2026-11-20", "--json"))
    assert (told["people"], told["changed_by_law"], told["list"]) == (2, 0, [])


@pytest.mark.usefixtures("two_people")
def test_one_person_can_be_replayed_alone() -> None:
    person = str(Computation.objects.earliest("pk").person_id)
    told = json.loads(call("replay", "--workers", "1", "--person", person, "--json"))
    assert told["people"] == 1


@pytest.mark.usefixtures("two_people")
def test_those_who_used_a_rule_can_be_replayed_alone() -> None:
    told = call("replay", "--workers", "1", "--as-of", "2026-11-20", "--used", "start_single")
    assert "2 people replayed" in told
    assert "Nothing was written" in told


@pytest.mark.usefixtures("two_people")
def test_a_rule_that_nobody_used_leaves_nothing_to_replay() -> None:
    with pytest.raises(CommandError, match="Nobody of these") as refused:
        call("replay", "--used", "jail_release_date")
    assert refused.value.returncode == 2


@pytest.mark.usefixtures("two_people")
def test_an_old_computation_says_that_it_is_the_same_to_the_day() -> None:
    told = call("replay", "--computation", str(Computation.objects.earliest("pk").pk))
    assert "gives the stored result to the day" in told


@pytest.mark.usefixtures("two_people")
def test_an_old_computation_is_told_as_json() -> None:
    number = Computation.objects.earliest("pk").pk
    [told] = json.loads(call("replay", "--computation", str(number), "--json"))
    assert (told["computation"], told["same"], told["moved"]) == (number, True, [])


@pytest.mark.django_db
def test_a_computation_that_is_not_there_ends_the_command() -> None:
    with pytest.raises(CommandError, match=r"\[404\]") as refused:
        call("replay", "--computation", "404")
    assert refused.value.returncode == 2
