"""The table of complaints: twenty lines, and every test that it names exists."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "complaints.md"
LINE = re.compile(r"^\| (\d+) \|(.+)\|$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
CELLS = 4


def lines() -> dict[int, list[str]]:
    """The cells of each line, by its number."""
    found = LINE.findall(PAGE.read_text(encoding="utf-8"))
    return {int(number): [cell.strip() for cell in rest.split("|")] for number, rest in found}


@cache
def names_in(path: str) -> frozenset[str]:
    """The functions of a file, without importing it."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(
        each.name
        for each in ast.walk(tree)
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def test_every_one_of_the_twenty_complaints_has_its_line() -> None:
    assert list(lines()) == list(range(1, 21))


@pytest.mark.parametrize("number", range(1, 21))
def test_a_complaint_is_answered_and_its_tests_exist(number: int) -> None:
    cells = lines()[number]
    named = NAMED.findall(cells[-1])
    assert len(cells) == CELLS
    assert all(cells)
    assert named
    missing = [f"{path}::{name}" for path, name in named if name not in names_in(path)]
    assert missing == []
