"""Scenarios beside the rules: where each leads, and its days counted a second way by hand's table.

The second count shares nothing with the rules but the papers: limits are written out here again,
and business days are crossed off a printed calendar of holidays.
"""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from interstate import rules
from interstate.rules.machine import replay
from interstate.rules.scenario_json import parse_scenarios, replay_to_json
from interstate.rules.vocabulary import EventType, State

FILES = sorted((Path(rules.__file__).parent / "scenarios").glob("*.json"))
SCENARIOS = [each for path in FILES for each in json.loads(path.read_text(encoding="utf-8"))]

# As observed: 4 July is a Saturday and kept on the Friday.
FEDERAL_2026 = {
    date(2026, month, day)
    for month, day in (
        *((1, 1), (1, 19), (2, 16), (5, 25), (6, 19), (7, 3), (9, 7)),
        *((10, 12), (11, 11), (11, 26), (12, 25)),
    )
}
DAYS = {
    **dict.fromkeys(("TREP_DUE",), 45),
    **dict.fromkeys(("ACCEPTANCE_VALID",), 120),
    **dict.fromkeys(("OVR_DUE", "RETAKE", "PC_RETAKE", "PR_DUE", "DOCS_AFTER_ACCEPT"), 30),
}
BUSINESS_DAYS = {
    **dict.fromkeys(("VICTIM_INITIAL",), 1),
    **dict.fromkeys(("RI_REPLY", "RETURN_RI_REPLY"), 2),
    **dict.fromkeys(("NO_SHOW_WITHDRAW", "RI_REPLY_SEX", "VICTIM_RECEIPT"), 5),
    **dict.fromkeys(("RETURN_RFRI_AFTER_REJECT", "RETURN_RFRI_AFTER_RVR"), 7),
    **dict.fromkeys(("RVR_DUE", "PC_REPORT", "CCN_DUE", "CCN_REPLY"), 10),
    **dict.fromkeys(("TREQ_AFTER_RI", "RE_TREQ_INCOMPLETE", "UNAUTH_RETURN", "PC_DECISION"), 15),
    **dict.fromkeys(("WARRANT_RETAKE", "WARRANT_NEW_CRIME", "WARRANT_ABSCOND"), 15),
    **dict.fromkeys(("WARRANT_NO_RETURN", "DISCR_NOTIFY", "VICTIM_COMMENT"), 15),
}
# Where a limit depends on more than its key: the scenario says which.
SPECIAL = {
    ("living-there-2026", "RFRI_LIVING_DUE"): 10,
    ("living-there-before-2026-04", "RFRI_LIVING_DUE"): 7,
    ("expedited", "TREQ_AFTER_RI"): 7,
}

Told = Mapping[str, object]


def _of(told: Told) -> str:
    return str(told["id"])


@pytest.mark.parametrize("told", SCENARIOS, ids=_of)
def test_a_scenario_leads_where_its_file_says(told: Told) -> None:
    [scenario] = parse_scenarios(told)
    answer = replay_to_json(replay(scenario))
    expected = told["expected"]
    assert isinstance(expected, dict)
    assert {name: _as_told(answer[name], wanted) for name, wanted in expected.items()} == expected


@pytest.mark.parametrize("told", SCENARIOS, ids=_of)
def test_each_day_of_a_scenario_comes_out_of_a_second_count(told: Told) -> None:
    expected = told["expected"]
    assert isinstance(expected, dict)
    for owed in expected["obligations"]:
        started = date.fromisoformat(owed["started_on"])
        assert owed["due_on"] == _counted(told, owed["key"], started).isoformat(), owed["key"]


def test_the_files_bring_most_kinds_of_events() -> None:
    brought = {EventType(each["type"]) for told in SCENARIOS for each in told["events"]}
    assert len(brought) >= 25


def test_the_files_end_in_most_states_of_a_case() -> None:
    reached = {told["expected"]["state"] for told in SCENARIOS}
    assert {State.ACTIVE, State.CLOSED, State.RETAKING, State.REJECTED, State.DRAFT} <= reached


def _as_told(answer: object, wanted: object) -> object:
    """Of each entry of the answer what the file speaks of."""
    if not isinstance(answer, list) or not isinstance(wanted, list):
        return answer
    names = {name for each in wanted for name in each}
    return [{name: each[name] for name in each if name in names} for each in answer]


def _counted(told: Told, key: str, started: date) -> date:
    special = SPECIAL.get((str(told["id"]), key))
    if special is None and key in DAYS:
        return date.fromordinal(started.toordinal() + DAYS[key])
    closed = _closed(told["holidays"])
    ahead = (started + timedelta(days=n) for n in range(1, 60))
    working = [day for day in ahead if day.isoweekday() <= 5 and day not in closed]
    return working[(special or BUSINESS_DAYS[key]) - 1]


def _closed(holidays: object) -> set[date]:
    if isinstance(holidays, list):
        return {date.fromisoformat(each) for each in holidays}
    return FEDERAL_2026 if holidays == "federal" else set()
