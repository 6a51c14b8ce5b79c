"""Files: no drawers, none too long, templates with one heading and nothing inline."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("ots", "offenders", "timecomp", "supervision", "interstate")
DRAWERS = {"utils", "helpers", "helper", "common", "misc", "base2", "tools", "shared", "lib"}
LONGEST_FILE = 300
LONGEST_FUNCTION = 45
LONGEST_TEMPLATE = 120


def sources():
    return sorted(
        path
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        if "migrations" not in path.parts
    )


def templates():
    return sorted((ROOT / "templates").rglob("*.html"))


def name_of(path):
    return str(path.relative_to(ROOT))


each_source = pytest.mark.parametrize("path", sources(), ids=name_of)
each_template = pytest.mark.parametrize("path", templates(), ids=name_of)


def test_no_file_is_a_drawer():
    assert [name_of(path) for path in sources() if path.stem in DRAWERS] == []


@each_source
def test_no_file_is_too_long(path):
    assert len(path.read_text().splitlines()) <= LONGEST_FILE


@each_source
def test_no_function_is_too_long(path):
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


@each_template
def test_a_template_holds_no_script_and_no_style_of_its_own(path):
    text = path.read_text()
    assert not re.search(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:", text)


@each_template
def test_a_template_asks_nothing_from_outside(path):
    assert not re.search(r"""(src|href)=["']\s*(https?:)?//""", path.read_text())


@each_template
def test_a_template_shows_values_escaped(path):
    assert not re.search(r"\|\s*safe\b|autoescape off|mark_safe", path.read_text())


@each_template
def test_a_template_is_short(path):
    assert len(path.read_text().splitlines()) <= LONGEST_TEMPLATE


def extends_something(path):
    return "{% extends" in path.read_text()


@pytest.mark.parametrize("path", list(filter(extends_something, templates())), ids=name_of)
def test_a_page_says_its_title(path):
    text = path.read_text()
    assert "layouts" in path.parts or "{% block title %}" in text
