"""Every test that a page of the documentation names exists; each line of its tables names one."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import ots

ROOT = Path(ots.__file__).parents[1]
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
# Tables of which each line is answered, and how many lines they have.
TABLES = {"compact-wishes": 30, "complaints": 20}
LINE = re.compile(r"^\| (\d+) \| (.+) \|$", re.MULTILINE)
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


def lines_of(page: str) -> dict[int, list[str]]:
    """Return the cells of each numbered line of the page's table."""
    text = (ROOT / "docs" / f"{page}.md").read_text("utf-8")
    found = LINE.findall(text)
    return {int(number): [cell.strip() for cell in rest.split("|")] for number, rest in found}


@pytest.mark.parametrize(("page", "count"), TABLES.items())
def test_the_table_has_all_its_lines(page: str, count: int) -> None:
    assert list(lines_of(page)) == list(range(1, count + 1))


@pytest.mark.parametrize(
    ("page", "number"), [(page, each) for page in TABLES for each in lines_of(page)]
)
def test_a_line_of_the_table_is_answered_and_names_what_shows_it(page: str, number: int) -> None:
    cells = lines_of(page)[number]
    assert all(cells)
    assert NAMED.search(cells[-1])
