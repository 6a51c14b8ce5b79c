"""A scenario that cannot be read says which file, which key, and what to do."""

import dataclasses
from pathlib import Path

import pytest

from timecomp.law.mcl_800.s33_good_time import YearRate
from timecomp.law.proposals.registry import proposal_named
from timecomp.law.proposals.scenario import AppliesTo
from timecomp.law.proposals.scenario_file import parse_scenario, read_scenario, scenario_of
from timecomp.law.proposals.toml_table import ScenarioError

HEAD = 'title = "T"\nproposal = "P"\nsummary = "S"\nsource = "Q"\n'
FIREARM = '[[parameters]]\nid = "ff_len_first"\nvalue = 3\n'
EMERGENCY = (
    '[[rules]]\nid = "emergency_powers"\n[rules.settings]\ndeclarations = [2027-01-04]\n'
    "days = 90\nsecond_cut = true\nsecond_after_days = 90\n"
)
GATES = '[[rules]]\nid = "disciplinary_credit_again"\n'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title = ", "law.toml: is not TOML"),
        ('proposal = "P"', r"law.toml: \[title\] must be a text"),
        (HEAD, r"law.toml: \[parameters\] and \[rules\] are both empty"),
        (HEAD + 'colour = "red"', r"law.toml: \[colour\] is not known here; use one of: title"),
        (HEAD + FIREARM + FIREARM, r"\[parameters\] names \[ff_len_first\] twice"),
        (
            HEAD + '[[parameters]]\nid = "nothing"\nvalue = 1',
            r"law.toml: parameters 1: \[id\] names none: \[nothing\] is no parameter",
        ),
        (
            HEAD + '[[parameters]]\nid = "ff_len_first"',
            r"parameters 1: \[value\] is missing: give the new amount of ff_len_first",
        ),
        (
            HEAD + '[[parameters]]\nid = "ff_len_first"\nvalue = "three"',
            r"parameters 1: \[value\] must be of the kind that the law has there, as 2",
        ),
        (
            HEAD + '[[parameters]]\nid = "tv_felony_caps"\nvalue = [1, 2]',
            r"\[value\] must be of the kind that the law has there, as \[15, 30, 45\]",
        ),
        (HEAD + '[[rules]]\nid = "nothing"', r"rules 1: \[id\] names none: \[nothing\] is no"),
        (HEAD + GATES, r"rules 1: settings: \[reopened_from\] is missing"),
        (
            HEAD + GATES + '[rules.settings]\nreopened_from = "2019"',
            r"settings: \[reopened_from\] must be a day written without quotes",
        ),
        (
            HEAD + FIREARM + '[applies]\nto = "some"',
            r"applies: \[to\] is \[some\]; use one of: offences, sentences, everyone",
        ),
        (HEAD + FIREARM + '[applies]\nto = "offences"', r"applies: \[since\] is missing"),
        (HEAD + FIREARM + '[applies]\ngroups = ["nice"]', r"\[groups\] knows no \[nice\]; use"),
        (HEAD + FIREARM + '[applies]\ncodes = ["x"]', r"\[codes\] names no section: \[x\]"),
        (
            HEAD + FIREARM + "[assumptions]\ngranted_percent = 101",
            r"assumptions: \[granted_percent\] must be a per cent from 0 to 100",
        ),
        (HEAD + FIREARM + "[applies]\nage_from = true", r"\[age_from\] must be a whole number"),
        (HEAD + FIREARM + "[assumptions]\nnotes = [1]", r"\[notes\] must be a list of texts"),
        (HEAD + FIREARM + '[applies]\ncodes = "750.529"', r"\[codes\] must be a list in brackets"),
        (HEAD + "applies = 1\n" + FIREARM, r"\[applies\] must be written \[applies\] with keys"),
        (HEAD + "parameters = [1]", r"\[parameters\] must be written \[\[parameters\]\]"),
        (
            HEAD + EMERGENCY.replace("second_cut = true", 'second_cut = "yes"'),
            r"\[second_cut\] must be true or false",
        ),
        (
            HEAD + EMERGENCY.replace("[2027-01-04]", "[1]"),
            r"\[declarations\] must be a list of days, as \[2027-01-04\]",
        ),
        (
            HEAD + '[[parameters]]\nid = "rgt_table"\nvalue = [1]',
            r"\[value\] must be a list of rows in braces",
        ),
    ],
)
def test_an_error_names_the_place_and_what_to_do(text: str, says: str) -> None:
    with pytest.raises(ScenarioError, match=says):
        parse_scenario(text, name="law.toml", id="law")


def test_a_file_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(ScenarioError, match="nothing: cannot be read .*wi_tis_85"):
        scenario_of("nothing")


def test_a_file_of_ones_own_is_read_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(HEAD + FIREARM, encoding="utf-8")
    assert scenario_of(str(path)).id == "mine"


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ScenarioError, match="is not UTF-8 text"):
        read_scenario(path)


def test_without_conditions_a_change_reaches_everyone() -> None:
    found = parse_scenario(HEAD + FIREARM, name="law.toml", id="law")
    assert found.applies.to is AppliesTo.EVERYONE


def test_a_new_value_from_a_day_leaves_those_before() -> None:
    text = HEAD + '[[parameters]]\nid = "lifer_years"\nvalue = 12\nsince = 2027-01-01\n'
    change = parse_scenario(text, name="law.toml", id="law").parameters[0]
    assert (change.amount, str(change.since)) == (12, "2027-01-01")


def test_a_table_of_rates_is_given_row_by_row() -> None:
    rows = "[{ through_year = 2, days_a_month = 6 }, { days_a_month = 9 }]"
    text = f'{HEAD}[[parameters]]\nid = "rgt_table"\nvalue = {rows}\n'
    change = parse_scenario(text, name="law.toml", id="law").parameters[0]
    assert change.amount == (YearRate(2, 6), YearRate(None, 9))


def test_a_setting_that_no_file_can_hold_is_the_programs_own_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    odd = dataclasses.make_dataclass("Odd", [("reopened_from", float)])
    asked = dataclasses.replace(proposal_named("disciplinary_credit_again"), settings=odd)
    monkeypatch.setattr(
        "timecomp.law.proposals.scenario_file.proposal_named", {asked.id: asked}.__getitem__
    )
    text = HEAD + GATES + "[rules.settings]\nreopened_from = 1.5"
    with pytest.raises(TypeError, match="of a kind that no scenario file can hold"):
        parse_scenario(text, name="law.toml", id="law")
