"""A scenario's figures equal those of computing everybody under both laws, one after the other."""

from collections.abc import Sequence
from datetime import date
from statistics import median

import pytest
from django.core.management import call_command

from ots.access.viewer import system_viewer
from timecomp.engine.parameters import Value, amended
from timecomp.law.proposals.figures import figures
from timecomp.law.proposals.scenario_file import scenario_of
from timecomp.selectors.cases import recorded_cases
from timecomp.selectors.evaluation import evaluate
from timecomp.selectors.impact import outcomes_of
from timecomp.selectors.impact_people import chunks_of, people_concerned, population
from timecomp.selectors.record_reading import Stretch
from timecomp.services.nightly import compute_next_chunk, start_run

AS_OF = date(2026, 11, 21)
PEOPLE = 500
Dates = dict[int, date | None]
CHANGES: dict[str, dict[str, Sequence[Value[object]]]] = {
    "ff_three_years": {"ff_len_first": [Value(date(1977, 1, 1), 3, "proposed")]},
    "wi_tis_85": {"tis_percent": [Value(date(1998, 12, 15), 85, "proposed")]},
    "wi_lifer_10": {"lifer_years": [Value(None, 10, "proposed")]},
}


@pytest.fixture
def generated(db: None) -> None:
    """Some hundred made-up people, computed once by night."""
    call_command("generate_population", str(PEOPLE), "--workers", "1", "--as-of", "2026-11-21")
    run = start_run(system_viewer("the test"), as_of=AS_OF)
    while compute_next_chunk(run.pk):
        pass


def releases() -> Dates:
    """Everybody's earliest release under the law in force now."""
    cases = recorded_cases(Stretch(0, 2**62), as_of=AS_OF)
    return {each.person_id: evaluate(each).offender.earliest_release_date for each in cases}


def within(days: int, before: Dates, after: Dates) -> int:
    """How many more are released within so many days, counted from the two lists alone."""

    def count(dates: Dates) -> int:
        return sum(day is not None and 0 <= (day - AS_OF).days <= days for day in dates.values())

    return count(after) - count(before)


@pytest.mark.usefixtures("generated")
@pytest.mark.parametrize("scenario_id", list(CHANGES))
def test_the_figures_equal_those_of_computing_everybody_twice(scenario_id: str) -> None:
    before = releases()
    with amended(CHANGES[scenario_id]):
        after = releases()
    shifts = [
        (new - old).days
        for person, old in before.items()
        if old is not None and (new := after[person]) is not None and new != old
    ]
    scenario = scenario_of(scenario_id)
    outcomes = [
        outcome
        for chunk in chunks_of(people_concerned(scenario), 100)
        for outcome in outcomes_of(chunk, scenario, as_of=AS_OF)
    ]
    found = figures(outcomes, as_of=AS_OF)
    assert shifts, "the scenario moves nobody here and proves nothing"
    assert population() == len(before)
    assert (found.bed_days, found.median_shift_days) == (sum(shifts), round(median(shifts)))
    assert found.released_within == {days: within(days, before, after) for days in (30, 365, 1825)}
    assert {o.person_id: o.after for o in outcomes if o.before != o.after} == {
        person: day for person, day in after.items() if day != before[person]
    }


@pytest.mark.usefixtures("generated")
def test_only_people_with_a_firearm_term_are_computed_again() -> None:
    concerned = people_concerned(scenario_of("ff_three_years"))
    assert 0 < len(concerned) < PEOPLE / 5


@pytest.mark.usefixtures("generated")
def test_nobody_outside_a_rule_that_was_added_moves() -> None:
    scenario = scenario_of("wi_dt_binding")
    everybody = tuple(case.person_id for case in recorded_cases(Stretch(0, 2**62), as_of=AS_OF))
    moved = {
        each.person_id for each in outcomes_of(everybody, scenario, as_of=AS_OF) if each.is_changed
    }
    assert moved
    assert moved <= set(people_concerned(scenario))
