"""A scenario as a form edits it: what may be set, and the text that comes of it."""

import tomllib
from datetime import date

import pytest

from timecomp.law.proposals.editing import KnobKind, as_toml, edited, knobs, shipped_values
from timecomp.law.proposals.scenario_file import parse_scenario, scenario_of, shipped_scenarios

SHIPPED = [each.id for each in shipped_scenarios()]
SETTINGS = ("rules", 0, "settings")


@pytest.mark.parametrize("id", SHIPPED)
def test_what_is_written_is_read_as_it_was(id: str) -> None:
    values = shipped_values(id)
    assert tomllib.loads(as_toml(values)) == values


@pytest.mark.parametrize("id", SHIPPED)
def test_a_scenario_that_nobody_touched_says_what_it_said(id: str) -> None:
    values = shipped_values(id)
    again = edited(values, {each.path: each.value for each in knobs(values)})
    read = parse_scenario(as_toml(again), name="form", id=id)
    shipped = scenario_of(id)
    assert (read.rules, read.parameters) == (shipped.rules, shipped.parameters)


def test_each_kind_of_setting_has_its_knob() -> None:
    found = {each.path: each.kind for each in knobs(shipped_values("wi_epa"))}
    assert found[*SETTINGS, "days"] is KnobKind.NUMBER
    assert found[*SETTINGS, "second_cut"] is KnobKind.SWITCH
    assert (*SETTINGS, "declarations") not in found


def test_a_day_and_a_list_of_numbers_may_be_set() -> None:
    days = {each.path: each.kind for each in knobs(shipped_values("wi_dc_restore_5_2"))}
    caps = {each.path: each.kind for each in knobs(shipped_values("wi_tv_caps"))}
    assert days[*SETTINGS, "reopened_from"] is KnobKind.DAY
    assert KnobKind.NUMBERS in caps.values()


def test_an_amount_is_shown_with_its_unit_and_what_it_is_today() -> None:
    first = knobs(shipped_values("ff_three_years"))[0]
    assert (first.name, first.value) == ("parameters-0-value", 3)
    assert first.hint.endswith("; today 2")


def test_an_amount_of_several_numbers_shows_them_all() -> None:
    first = knobs(shipped_values("wi_tv_caps"))[0]
    assert "today 15, 30, 45" in first.hint


def test_amounts_that_only_a_file_can_hold_are_no_knobs() -> None:
    table = {"id": "rgt_table", "value": [{"days_a_month": 5}]}
    values = {"parameters": [{"id": "ff_len_first", "value": 3}, table]}
    assert [each.path[1] for each in knobs(values) if each.path[0] == "parameters"] == [0]


def test_where_there_are_several_rules_each_knob_says_whose_it_is() -> None:
    hints = {each.path[1]: each.hint for each in knobs(two_rules()) if each.path[0] == "rules"}
    assert hints == {
        0: "A second look at long sentences",
        1: "Disciplinary time is added to the minimum",
    }


def two_rules() -> dict[str, object]:
    return {
        "rules": [
            {"id": "second_look", "settings": {"years": 10, "includes_life": True}},
            {"id": "disciplinary_time_binds", "settings": {"percent": 100}},
        ]
    }


def test_what_is_assumed_may_be_set_where_nothing_was() -> None:
    values = shipped_values("ff_three_years")
    changed = edited(values, {("assumptions", "granted_percent"): 40})
    assert "assumptions" not in values
    read = parse_scenario(as_toml(changed), name="form", id="x")
    assert read.assumptions.granted_percent == 40


def test_what_is_entered_changes_its_place_and_no_other() -> None:
    values = shipped_values("wi_dc_restore_5_2")
    changed = edited(values, {(*SETTINGS, "reopened_from"): date(2019, 1, 1)})
    assert changed["rules"][0]["settings"] == {"reopened_from": date(2019, 1, 1)}
    assert changed["parameters"] == values["parameters"]
    assert values["rules"][0]["settings"] == {"reopened_from": date(1998, 12, 15)}


def test_quotes_and_lines_of_a_text_are_written_so_that_they_can_be_read() -> None:
    values = {"title": 'a "bill"\nof \\ two lines', "empty": [], "flag": True}
    assert tomllib.loads(as_toml(values)) == values
