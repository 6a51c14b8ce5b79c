"""The commands give what a second reckoner gives, which was written from the paper alone."""

import io
import json
import os
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from django.core.management import call_command

from tests.supervision.rules import paper_instruments as short
from tests.supervision.rules import paper_long_instruments as long
from tests.supervision.rules import paper_rules, paper_state
from tests.supervision.rules.paper_instruments import Items, Table
from tests.supervision.rules.paper_people import people
from tests.supervision.rules.paper_person import Json, Told, told

SEED = int(os.environ.get("PAPER_SEED", "2026"))
PEOPLE, ASSESSMENTS = 1200, 120
TABLES = {
    "psa": short.PSA,
    "vprai_r": short.VPRAI,
    "pcra": short.PCRA,
    "salient_factor": short.SALIENT,
    "oras_cst": long.ORAS,
    "wisconsin": long.WISCONSIN,
    "michigan_parole_guidelines": long.GUIDELINES,
}


def answered(path: Path, document: object, *command: str) -> list[Json]:
    """What a command answers to a document."""
    path.write_text(json.dumps(document), encoding="utf-8")
    out = io.StringIO()
    call_command(*command, str(path), stdout=out)
    answers: list[Json] = json.loads(out.getvalue())
    return answers


def said(answer: Json, name: str) -> list[Json]:
    """The rows that an answer holds under a name."""
    rows = answer[name]
    assert isinstance(rows, list)
    return rows


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Told, Json]]:
    """People made up by chance, each with what the command says."""
    given = people(SEED, PEOPLE)
    path = tmp_path_factory.mktemp("people") / "given.json"
    answers = answered(path, given, "supervision", "suggest")
    return [(told(each), answer) for each, answer in zip(given, answers, strict=True)]


def test_the_same_rules_speak_and_ask_for_the_same_day(cases: list[tuple[Told, Json]]) -> None:
    for person, answer in cases:
        spoken = {each["rule"]: each["due_on"] for each in said(answer, "suggestions")}
        assert spoken == paper_rules.fired(person), person.given


def test_every_thing_due_stands_the_same(cases: list[tuple[Told, Json]]) -> None:
    for person, answer in cases:
        stand = sorted((e["kind"], e["due_on"], e["state"]) for e in said(answer, "obligations"))
        assert stand == paper_state.states(person), person.given


def test_caps_have_the_same_number_and_days(cases: list[tuple[Told, Json]]) -> None:
    for person, answer in cases:
        caps = answer["caps"]
        assert isinstance(caps, dict)
        number, days = paper_state.technical_number(person), paper_state.jail_days(person)
        assert (caps["technical_violation_number"], caps["jail_days"]) == (number, days), (
            person.given
        )


def test_the_escalation_index_its_trend_and_band_are_the_same(
    cases: list[tuple[Told, Json]],
) -> None:
    for person, answer in cases:
        told_of = answer["escalation"]
        assert isinstance(told_of, dict)
        now = paper_state.index(person, person.today)
        before = paper_state.index(person, person.within(30))
        assert told_of["index"] == pytest.approx(now, abs=1e-4), person.given
        assert told_of["trend"] == pytest.approx(now - before, abs=1e-3), person.given
        assert told_of["band"] == paper_state.band(now), person.given


def test_the_same_clocks_run(cases: list[tuple[Told, Json]]) -> None:
    for person, answer in cases:
        run = {(e["key"], e["started_on"], e["due_on"]) for e in said(answer, "clocks")}
        assert run == paper_rules.clocks(person), person.given


@pytest.mark.parametrize("name", TABLES)
def test_an_instrument_scores_the_same(name: str, tmp_path: Path) -> None:
    given = [_answers(TABLES[name], Random(SEED + n)) for n in range(ASSESSMENTS)]  # noqa: S311
    document = [{"id": str(n), "items": items} for n, items in enumerate(given)]
    answers = answered(tmp_path / "given.json", document, "assess", "score", name)
    for items, answer in zip(given, answers, strict=True):
        expected = _expected(name, TABLES[name], items)
        assert {key: answer[key] for key in expected} == expected, items
        earned = Counter[str]()
        for part in said(answer, "parts"):
            earned[str(part["scale"])] += int(str(part["points"]))
        assert {scale: earned[scale] for scale in TABLES[name].scales()} == answer["scores"], items


def _answers(table: Table, chance: Random) -> Items:
    """Answers to all items but, now and then, a few."""
    items = {name: chance.choice(values) for name, values in table.tried.items()}
    for name in chance.sample(list(items), chance.choice((0, 0, 0, 1, 2, 3))):
        del items[name]
    return items


def _expected(name: str, table: Table, items: Items) -> Json:
    scores, missing = table.scores(items), table.missing(items)
    completed = [(table.scores(each), each) for each in table.completed(items)]
    levels = {table.level(reached, each) for reached, each in completed}
    expected: Json = {
        "scores": scores,
        "missing": missing,
        "provisional": bool(missing),
        "lowest": {scale: min(reached[scale] for reached, _ in completed) for scale in scores},
        "highest": {scale: max(reached[scale] for reached, _ in completed) for scale in scores},
        "level": levels.pop() if len(levels) == 1 else None,
    }
    if name == "psa":
        expected["scaled"] = short.psa_scaled(scores)
        expected["flags"] = {"nvca": scores["nvca"] >= 4}
    return expected
