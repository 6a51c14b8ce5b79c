"""Assessments and suggestions from the command line."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ASSESSMENT = {
    "id": "a-1",
    "as_of": "2026-05-01",
    "items": {
        "age_at_arrest": 27,
        "current_violent": False,
        "pending_charge": True,
        "prior_misdemeanor": True,
        "prior_felony": False,
        "prior_violent": 0,
        "fta_past_2_years": 1,
        "fta_older": False,
        "prior_incarceration": False,
    },
}
PERSON = {
    "id": "p-1",
    "as_of": "2026-05-01",
    "supervision": {"type": "probation", "offense_class": "felony", "started_on": "2026-02-01"},
    "violations": [{"code": "V401", "on": "2026-04-28", "state": "alleged"}],
    "technical_sanctions": [{"on": "2026-04-10", "jail_days": 15}],
}


def _answer(tmp_path: Path, document: object, *command: str) -> list[dict[str, object]]:
    path = tmp_path / "given.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    out = io.StringIO()
    call_command(*command, str(path), stdout=out)
    answers: list[dict[str, object]] = json.loads(out.getvalue())
    return answers


def test_an_assessment_is_answered_in_the_fixed_form(tmp_path: Path) -> None:
    [answer] = _answer(tmp_path, [ASSESSMENT], "assess", "score", "psa")
    assert answer["scores"] == {"fta": 4, "nca": 5, "nvca": 2}
    assert answer["scaled"] == {"fta": 4, "nca": 4}
    assert answer["flags"] == {"nvca": False}
    assert (answer["level"], answer["missing"], answer["standing"]) == (None, [], "read")
    assert {"item": "pending_charge", "scale": "fta", "value": True, "points": 1} in (
        answer["parts"] if isinstance(answer["parts"], list) else []
    )


def test_the_instruments_are_listed_with_their_items() -> None:
    out = io.StringIO()
    call_command("assess", "instruments", "--json", stdout=out)
    listed = {each["instrument"]: each for each in json.loads(out.getvalue())}
    assert set(listed) == {
        "psa",
        "oras_cst",
        "vprai_r",
        "pcra",
        "wisconsin",
        "salient_factor",
        "michigan_parole_guidelines",
    }
    assert all(
        set(item) >= {"name", "type", "allowed", "source", "standing"}
        for each in listed.values()
        for item in each["items"]
    )


def test_a_person_is_answered_with_caps_escalation_clocks_and_obligations(tmp_path: Path) -> None:
    [answer] = _answer(tmp_path, [PERSON], "supervision", "suggest")
    assert answer["caps"] == {
        "technical_violation_number": 2,
        "jail_days": 30,
        "citation": "MCL 771.4b",
        "reason": "",
    }
    assert set(answer) == {"id", "suggestions", "caps", "escalation", "clocks", "obligations"}


@pytest.mark.parametrize(
    ("command", "document", "place"),
    [
        (("assess", "score", "psa"), [{**ASSESSMENT, "items": {"age_at_arrest": 5}}], "[5]"),
        (("assess", "score", "psa"), [{**ASSESSMENT, "items": {"shoe": 5}}], "shoe"),
        (("assess", "score", "psa"), [{**ASSESSMENT, "items": 5}], "[0].items"),
        (("supervision", "suggest"), [{**PERSON, "as_of": "May"}], "[0].as_of"),
        (("supervision", "suggest"), [{**PERSON, "supervision": None}], "[0].supervision"),
        (
            ("supervision", "suggest"),
            [{**PERSON, "violations": [{"code": "V999", "on": "2026-04-28"}]}],
            "[0].violations[0].code",
        ),
    ],
)
def test_what_cannot_be_read_is_one_line_that_names_the_place(
    tmp_path: Path, command: tuple[str, ...], document: object, place: str
) -> None:
    with pytest.raises(CommandError) as raised:
        _answer(tmp_path, document, *command)
    assert place in str(raised.value)
    assert "\n" not in str(raised.value)
    assert raised.value.returncode == 2


def test_an_unknown_instrument_is_refused_with_the_list() -> None:
    with pytest.raises(CommandError, match="oras_cst") as raised:
        call_command("assess", "score", "compas", "-")
    assert raised.value.returncode == 2
