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


def test_where_no_sentence_controls_the_first_gives_group_and_year() -> None:
    found = under("wi_tis_85", sentences=[{**TEN_YEARS, "vacated_on": "2021-01-01"}])
    assert (found.before, found.offence_group, found.sentence_year) == (None, "person", 2020)


def test_the_second_of_two_sentences_may_control() -> None:
    drugs = {"code": "333.7403(2)(a)(v)", "date": "2019-06-01"}
    short = {**TEN_YEARS, "id": "B", "offense": drugs, "minimum": {"years": 1}}
    found = under("wi_tis_85", sentences=[{**short, "maximum": {"years": 4}}, TEN_YEARS])
    assert found.offence_group == "person"


def test_dates_that_stay_under_a_change_that_reaches_are_no_change() -> None:
    assert not under("wi_second_look").is_changed
