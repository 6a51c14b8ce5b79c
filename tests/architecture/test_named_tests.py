"""Every test that a page of the documentation names exists."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import ots

ROOT = Path(ots.__file__).parents[1]
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
PAGES = sorted(
    page for page in (ROOT / "docs").rglob("*.md") if NAMED.search(page.read_text("utf-8"))
)


@cache
def names_in(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return frozenset(
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)
    )


def is_there(path: str, name: str) -> bool:
    return (ROOT / path).exists() and (not name or name in names_in(path))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_names_as_its_test_exists(page: Path) -> None:
    named = NAMED.findall(page.read_text("utf-8"))
    assert [f"{path}::{name}" for path, name in named if not is_there(path, name)] == []


@pytest.mark.parametrize(("page", "rows"), [("compact-wishes", 30)])
def test_every_line_of_the_table_is_answered(page: str, rows: int) -> None:
    text = (ROOT / "docs" / f"{page}.md").read_text("utf-8")
    lines = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \| (.*?) ?\|$", text, re.MULTILINE)
    assert [int(number) for number, *_ in lines] == list(range(1, rows + 1))
    # A line without a test says what is missing.
    silent = [number for number, _, here, shown in lines if not shown and "not built" not in here]
    assert silent == []
