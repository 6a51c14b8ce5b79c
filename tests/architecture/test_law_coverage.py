"""The catalogue of rules and the law say the same."""

import importlib
from pathlib import Path

import pytest
import yaml

import timecomp.law
from tests.law.case_files import PARAMETERS, RULES

COVERAGE = Path(timecomp.law.__path__[0]) / "coverage.yaml"
GROUPS = yaml.safe_load(COVERAGE.read_text(encoding="utf-8"))
ROWS = {id: row for group in GROUPS.values() for id, row in group.items()}
OFFENCES = "timecomp.law.offences"


def of_kind(kind: str) -> list[str]:
    return [id for id, row in ROWS.items() if row["kind"] == kind]


def source_of(id: str) -> str:
    module = importlib.import_module(ROWS[id]["module"])
    return Path(module.__file__).read_text(encoding="utf-8")


def test_a_row_stands_once() -> None:
    assert len(ROWS) == sum(len(group) for group in GROUPS.values())


def test_every_row_is_of_a_known_kind() -> None:
    assert {row["kind"] for row in ROWS.values()} == {"rule", "parameter", "check", "decision"}


@pytest.mark.parametrize("id", of_kind("rule"))
def test_a_rule_of_the_catalogue_is_in_its_module(id: str) -> None:
    assert {rule.module for rule in RULES[id]} == {ROWS[id]["module"]}


@pytest.mark.parametrize("id", of_kind("parameter"))
def test_a_parameter_of_the_catalogue_is_in_its_module(id: str) -> None:
    if ROWS[id]["module"] == OFFENCES:
        assert "is_proposal_b" in source_of(id)
    elif id in PARAMETERS:
        assert PARAMETERS[id].module == ROWS[id]["module"]
    else:
        assert f'"{id}"' in source_of(id)


@pytest.mark.parametrize("id", of_kind("check"))
def test_a_check_of_the_catalogue_is_made_in_its_module(id: str) -> None:
    assert f'"{id}"' in source_of(id)


@pytest.mark.parametrize("id", of_kind("decision"))
def test_a_decision_says_why_and_where(id: str) -> None:
    assert len(ROWS[id]["note"]) > 20
    importlib.import_module(ROWS[id]["module"])


def test_every_rule_of_the_book_is_in_the_catalogue() -> None:
    assert not set(RULES) - set(ROWS)
