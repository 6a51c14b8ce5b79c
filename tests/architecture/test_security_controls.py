"""The table of security controls: each row answers, each test it names exists, the page is current.

To write the page anew: ``python -m tests.architecture.test_security_controls``.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
ROWS = ROOT / "docs" / "security-controls.yaml"
PAGE = ROOT / "docs" / "security-controls.md"
Row = dict[str, str | list[str]]
# How a row may answer, in the words of the page.
ANSWERS = {
    "met": "",
    "deployment": "Deployment: ",
    "not_applicable": "Not applicable: ",
    "not_met": "**Not met:** ",
}
INTRODUCTION = """\
# Security controls

What the FBI CJIS Security Policy and OWASP ASVS ask of a web application, how OTS meets it, and
the test that proves it. *Deployment* says what an installation has to set; *not met* says so.
Controls are told in our own words; the policy's own text decides. Written from
`docs/security-controls.yaml`; do not edit it. To write it anew:
`python -m tests.architecture.test_security_controls`.
"""


@cache
def controls() -> dict[str, dict[str, Row]]:
    """Every row, by the standard and its number."""
    loaded: dict[str, dict[str, Row]] = yaml.safe_load(ROWS.read_text(encoding="utf-8"))
    return loaded


def all_rows() -> list[tuple[str, Row]]:
    return [(id, row) for rows in controls().values() for id, row in rows.items()]


def page() -> str:
    """The whole page as it must stand."""
    parts = [INTRODUCTION, "\n".join(_summary())]
    for standard, rows in controls().items():
        head = "| control | asks | answer | proved by |\n|---|---|---|---|"
        parts.append("\n".join([f"## {standard}\n", head, *map(_line, rows.items()), ""]))
    return "\n".join(parts)


def _summary() -> Iterator[str]:
    yield "| standard | rows | met | deployment | not applicable | not met |"
    yield "|---|---:|---:|---:|---:|---:|"
    for standard, rows in controls().items():
        counts = Counter(answer for row in rows.values() for answer in ANSWERS if answer in row)
        figures = " | ".join(str(counts[answer]) for answer in ANSWERS)
        yield f"| {standard} | {len(rows)} | {figures} |"
    yield ""


def _line(item: tuple[str, Row]) -> str:
    id, row = item
    answer = ". ".join(f"{words}{row[key]}" for key, words in ANSWERS.items() if key in row)
    proof = "<br>".join(f"`tests/{test}`" for test in row.get("tests", []))
    return f"| {id} | {row['asks']} | {answer} | {proof} |"


@cache
def names_in(path: str) -> frozenset[str]:
    """The names of the tests of a file."""
    tree = ast.parse((TESTS / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize(("id", "row"), all_rows(), ids=[id for id, _ in all_rows()])
def test_a_control_is_answered_and_what_is_met_is_proved(id: str, row: Row) -> None:
    assert set(row) <= {"asks", "tests", *ANSWERS}
    assert set(row) & set(ANSWERS)
    if "met" in row:
        assert row.get("tests"), "name the test that proves it"


@pytest.mark.parametrize(("id", "row"), all_rows(), ids=[id for id, _ in all_rows()])
def test_every_test_that_a_control_names_exists(id: str, row: Row) -> None:
    named = [str(test).split("::") for test in row.get("tests", [])]
    missing = [f"{path}::{name}" for path, name in named if not (TESTS / path).exists()]
    assert missing == []
    assert [f"{path}::{name}" for path, name in named if name not in names_in(path)] == []


def test_the_page_says_what_the_rows_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "Write it anew; see the top of this file."


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
