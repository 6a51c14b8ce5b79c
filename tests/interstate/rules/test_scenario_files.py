"""Scenarios beside the rules: where each leads, worked out once more from the papers' tables.

The second working shares nothing with the rules: the case machine, the limits and the holidays are
written out again (`paper`, `reckoner`), and times are brought to Eastern time by the change of the
clocks as the law of 2005 has it.
"""

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from interstate import rules
from interstate.rules.machine import replay
from interstate.rules.scenario_json import parse_scenarios, replay_to_json
from interstate.rules.vocabulary import EventType, State
from tests.interstate.rules import paper_asides, paper_endings, paper_transfers
from tests.interstate.rules.paper import TRANSITIONS, NotAllowedError, Owed, Paper, Told, after
from tests.interstate.rules.reckoner import PARAGRAPH, Reckoner, eastern_day, rule_set_on

FILES = sorted((Path(rules.__file__).parent / "scenarios").glob("*.json"))
SCENARIOS = [each for path in FILES for each in json.loads(path.read_text(encoding="utf-8"))]
# Each declares its events.
TABLE = (paper_transfers, paper_endings, paper_asides)

Scenario = Mapping[str, object]


def _of(told: Scenario) -> str:
    return str(told["id"])


@pytest.mark.parametrize("told", SCENARIOS, ids=_of)
def test_a_scenario_leads_where_its_file_says(told: Scenario) -> None:
    [scenario] = parse_scenarios(told)
    answer = replay_to_json(replay(scenario))
    expected = told["expected"]
    assert isinstance(expected, dict)
    assert {name: _as_told(answer[name], wanted) for name, wanted in expected.items()} == expected


@pytest.mark.parametrize("told", SCENARIOS, ids=_of)
def test_what_a_file_says_comes_out_of_the_papers_tables(told: Scenario) -> None:
    expected = told["expected"]
    assert isinstance(expected, dict)
    as_of = date.fromisoformat(str(told["as_of"]))
    case, refused = _worked_out(told, as_of)
    assert expected["state"] == case.state
    assert expected["supervising"] == case.supervising
    assert expected["rule_set"] == rule_set_on(as_of)
    assert [each["index"] for each in expected["refused"]] == refused
    worked_out = [_written(each, as_of) for each in case.owed]
    assert expected["obligations"] == worked_out


def test_the_files_bring_most_kinds_of_events() -> None:
    brought = {EventType(each["type"]) for told in SCENARIOS for each in told["events"]}
    assert len(brought) >= 25


def test_the_files_end_in_most_states_of_a_case() -> None:
    reached = {told["expected"]["state"] for told in SCENARIOS}
    assert {State.ACTIVE, State.CLOSED, State.RETAKING, State.REJECTED, State.DRAFT} <= reached


def test_the_table_was_written_out_for_every_kind_of_event() -> None:
    assert {each.value for each in EventType} == TRANSITIONS.keys()


def _as_told(answer: object, wanted: object) -> object:
    """Of each entry of the answer what the file speaks of."""
    if not isinstance(answer, list) or not isinstance(wanted, list):
        return answer
    names = {name for each in wanted for name in each}
    return [{name: each[name] for name in each if name in names} for each in answer]


def _worked_out(told: Scenario, as_of: date) -> tuple[Paper, list[int]]:
    """The case by the papers' table, and which events it does not allow."""
    events, facts = told["events"], told["facts"]
    assert isinstance(events, list)
    assert isinstance(facts, dict)
    ends = facts.get("supervision_ends_on")
    case = Paper(
        Reckoner(_closed(told["holidays"])),
        ends_on=date.fromisoformat(ends) if ends else None,
        is_sex_offender=bool(facts.get("sex_offender")),
        has_victims=bool(facts.get("victims")),
    )
    refused = []
    for number, each in enumerate(events):
        day = eastern_day(datetime.fromisoformat(each["at"]))
        if day > as_of:
            continue
        try:
            case = after(case, Told(number, day, each["type"], each["by"], _data(each["data"])))
        except NotAllowedError:
            refused.append(number)
    case.calendar(as_of)
    return case, refused


def _data(given: Mapping[str, object]) -> dict[str, str | int | bool | date | None]:
    return {
        name: date.fromisoformat(str(value)) if name.endswith("_on") else value
        for name, value in given.items()
    }


def _closed(holidays: object) -> set[date] | None:
    if isinstance(holidays, list):
        return {date.fromisoformat(each) for each in holidays}
    return None if holidays == "federal" else set()


def _written(owed: Owed, as_of: date) -> dict[str, object]:
    ended = owed.met_on or as_of
    return {
        "key": owed.key,
        "rule": PARAGRAPH[owed.limit],
        "owed_by": owed.by,
        "started_on": owed.start.isoformat(),
        "due_on": owed.due.isoformat(),
        "satisfied_on": owed.met_on and owed.met_on.isoformat(),
        "void": owed.fell,
        "late": not owed.fell and ended > owed.due,
    }
