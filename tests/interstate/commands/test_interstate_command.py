"""The compact's clock and its eligibility from the command line."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

SCENARIO = {
    "id": "s-1",
    "sending": "TX",
    "receiving": "OK",
    "holidays": "federal",
    "facts": {"supervision_ends_on": "2028-05-01", "sex_offender": False},
    "events": [
        {
            "at": "2026-05-04T09:00",
            "type": "transfer_request",
            "by": "sending",
            "data": {"reason": "resident_family", "documents": [{"name": "photo"}]},
        }
    ],
    "as_of": "2026-06-25",
}
PERSON = {"id": "e-1", "offense": {"class": "felony"}, "monetary_only": True}


def _answer(tmp_path: Path, verb: str, document: object) -> list[dict[str, object]]:
    path = tmp_path / "given.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    out = io.StringIO()
    call_command("interstate", verb, str(path), stdout=out)
    answers: list[dict[str, object]] = json.loads(out.getvalue())
    return answers


def test_one_scenario_is_answered_in_the_fixed_form(tmp_path: Path) -> None:
    [answer] = _answer(tmp_path, "replay", SCENARIO)
    assert answer["state"] == "TR_PENDING"
    assert answer["obligations"] == [
        {
            "key": "TREP_DUE",
            "rule": "3.104(a)",
            "owed_by": "receiving",
            "started_on": "2026-05-04",
            "due_on": "2026-06-18",
            "satisfied_on": None,
            "void": False,
            "late": True,
            "rule_set": "2026-04-01",
            "standing": "verified",
        }
    ]


def test_a_list_is_answered_in_its_order(tmp_path: Path) -> None:
    answers = _answer(tmp_path, "replay", [SCENARIO, {**SCENARIO, "id": "s-2", "events": []}])
    assert [(each["id"], each["state"]) for each in answers] == [
        ("s-1", "TR_PENDING"),
        ("s-2", "DRAFT"),
    ]


def test_a_persons_facts_are_answered_with_decision_rule_and_reasons(tmp_path: Path) -> None:
    [answer] = _answer(tmp_path, "eligibility", PERSON)
    assert (answer["id"], answer["decision"], answer["rule"]) == ("e-1", "NOT_SUBJECT", "1.101")
    assert answer["reasons"]


@pytest.mark.parametrize(
    ("verb", "document", "place"),
    [
        ("replay", 5, "the document"),
        ("replay", [{}], "[0].id"),
        ("replay", {**SCENARIO, "as_of": "soon"}, "as_of"),
        ("replay", {**SCENARIO, "holidays": "lunar"}, "holidays"),
        ("replay", {**SCENARIO, "holidays": ["x"]}, "holidays.0"),
        ("replay", {**SCENARIO, "events": [{"at": "2026-05-04"}]}, "events[0].type"),
        (
            "replay",
            {**SCENARIO, "events": [{"at": "x", "type": "reopen", "by": "sending"}]},
            "events[0].at",
        ),
        (
            "replay",
            {**SCENARIO, "events": [{"at": "2026-05-04", "type": "reopen", "by": "me"}]},
            "events[0].by",
        ),
        ("eligibility", {**PERSON, "offense": {"class": "treason"}}, "offense.class"),
        ("eligibility", {**PERSON, "relocating_days": -1}, "relocating_days"),
        ("eligibility", {**PERSON, "special": "luck"}, "special"),
    ],
)
def test_what_cannot_be_read_is_one_line_that_names_the_place(
    tmp_path: Path, verb: str, document: object, place: str
) -> None:
    with pytest.raises(CommandError) as raised:
        _answer(tmp_path, verb, document)
    assert place in str(raised.value)
    assert "\n" not in str(raised.value)
    assert raised.value.returncode == 2


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read") as raised:
        call_command("interstate", "replay", str(tmp_path / "none.json"))
    assert raised.value.returncode == 2
