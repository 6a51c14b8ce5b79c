"""What the assumptions make of a person's release."""

from collections.abc import Callable
from datetime import date
from typing import Any

from timecomp.law.case_json import parse_cases
from timecomp.law.computation import compute
from timecomp.law.proposals.outcomes import Outcome, outcome
from timecomp.law.proposals.scenario_file import scenario_of
from timecomp.law.proposals.scenario_law import in_force
from timecomp.law.results import Result

Facts = dict[str, Any]
TEN_YEARS = {
    "id": "A",
    "offense": {"code": "750.84", "date": "2019-06-01"},
    "sentenced_on": "2020-01-01",
    "kind": "indeterminate",
    "minimum": {"years": 10},
    "maximum": {"years": 20},
}


def under(scenario_id: str, **facts: object) -> Outcome:
    given = {"id": "one", "as_of": "2026-11-21", "sentences": [TEN_YEARS], **facts}
    case = parse_cases(given)[0]
    scenario, today = scenario_of(scenario_id), compute(case, trace=False)

    def again() -> Result:
        return compute(case, trace=False)

    answer: Callable[[], Result] = again
    with in_force(scenario) as law:
        proposed = law.evaluate(case, answer, today=today)
    return outcome(1, case, today=today, proposed=proposed, assumed=scenario.assumptions)


def test_three_in_ten_wait_a_year_today() -> None:
    assert under("wi_presumptive_2015").before == date(2030, 4, 21)


def test_one_in_ten_waits_a_year_under_the_presumption() -> None:
    assert under("wi_presumptive_2015").after == date(2030, 2, 7)


def test_without_a_rate_release_is_the_earliest_day() -> None:
    assert under("wi_tis_85").before == date(2030, 1, 1)


def test_the_crime_that_controls_gives_the_group() -> None:
    assert under("wi_tis_85").offence_group == "person"


def test_an_open_stay_in_prison_is_held() -> None:
    stay = {"kind": "prison", "from": "2020-01-01"}
    assert under("wi_tis_85", custody=[stay]).is_held


def test_who_left_prison_is_not_held() -> None:
    stay = {"kind": "prison", "from": "2020-01-01", "to": "2026-11-21"}
    assert not under("wi_tis_85", custody=[stay]).is_held
