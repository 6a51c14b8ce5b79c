"""What every rule and parameter of the law must carry."""

import ast
import inspect
import string
from datetime import date, timedelta
from pathlib import Path

import pytest

import timecomp.engine
import timecomp.law
from tests.law.case_files import (
    PACKAGE,
    PARAMETERS,
    LawCase,
    all_cases,
    answer,
    iso,
    versions_asked,
)
from timecomp.engine.parameters import Parameter, Value
from timecomp.engine.rules import AnyRule, check_rule_book, rules_of
from timecomp.law.case_json import parse_cases
from timecomp.law.computation import compute
from timecomp.law.rule_book import law_version, rule_book

FEWEST_CASES = 6
LONGEST_RULE = 20
LONGEST_FUNCTION = 45
LONGEST_FILE = 300
IMPURE = {
    "django",
    "ots",
    "offenders",
    "supervision",
    "interstate",
    "random",
    "time",
    "os",
    "logging",
}
CLOCKS = {"today", "now", "utcnow", "time"}

VERSIONS = rules_of(PACKAGE)
CASES = all_cases()
DATED_VALUES = [(p, v) for p in PARAMETERS.values() for v in p.values if v.since is not None]
SOURCES = [
    path
    for package in (timecomp.engine, timecomp.law)
    for folder in package.__path__
    for path in sorted(Path(folder).rglob("*.py"))
]


def cases_of(version: AnyRule) -> list[LawCase]:
    return [
        case
        for case in CASES
        if version in versions_asked(case) and (case.on is None or version.in_force(case.on))
    ]


def days_asked(version: AnyRule) -> set[date]:
    return {case.on for case in CASES if version in versions_asked(case) and case.on is not None}


def describe(thing: object) -> str:
    if isinstance(thing, Parameter):
        return thing.id
    return str(thing.since) if isinstance(thing, Value) else f"{thing.id}:{thing.function.__name__}"


@pytest.mark.parametrize("version", VERSIONS, ids=describe)
def test_a_version_names_its_law_and_says_what_it_promises(version: AnyRule) -> None:
    assert version.citation
    assert version.title
    assert version.function.__doc__


@pytest.mark.parametrize("version", VERSIONS, ids=describe)
def test_a_version_that_awaits_counsel_says_what_is_to_be_confirmed(version: AnyRule) -> None:
    assert bool(version.awaits) == version.standing.awaits_counsel


@pytest.mark.parametrize("version", VERSIONS, ids=describe)
def test_the_sentence_of_a_version_speaks_only_of_its_facts(version: AnyRule) -> None:
    spoken = {field for _, field, _, _ in string.Formatter().parse(version.prose) if field}
    assert spoken <= {*inspect.signature(version.function).parameters, "output"}


@pytest.mark.parametrize("version", VERSIONS, ids=describe)
def test_a_version_takes_its_facts_by_name(version: AnyRule) -> None:
    parameters = inspect.signature(version.function).parameters.values()
    assert all(each.kind is inspect.Parameter.KEYWORD_ONLY for each in parameters)


@pytest.mark.parametrize("version", VERSIONS, ids=describe)
def test_a_version_has_cases_beside_it(version: AnyRule) -> None:
    assert len(cases_of(version)) >= FEWEST_CASES


@pytest.mark.parametrize("version", [v for v in VERSIONS if v.since], ids=describe)
def test_a_version_has_a_case_on_its_first_day_and_on_the_day_before(version: AnyRule) -> None:
    assert version.since in days_asked(version)
    assert version.since - timedelta(days=1) in days_asked(version)


@pytest.mark.parametrize("version", [v for v in VERSIONS if v.until], ids=describe)
def test_a_version_has_a_case_on_its_last_day_and_on_the_day_after(version: AnyRule) -> None:
    assert version.until in days_asked(version)
    assert version.until - timedelta(days=1) in days_asked(version)


@pytest.mark.parametrize("parameter", PARAMETERS.values(), ids=describe)
def test_every_value_names_the_act_that_set_it(parameter: Parameter[object]) -> None:
    for value in parameter.values:
        assert value.citation
        assert bool(value.awaits) == value.standing.awaits_counsel


@pytest.mark.parametrize(("parameter", "value"), DATED_VALUES, ids=describe)
def test_a_dated_value_has_a_case_on_its_first_day_and_on_the_day_before(
    parameter: Parameter[object], value: Value[object]
) -> None:
    days = {case.on for case in CASES if case.asks.get("parameter") == parameter.id}
    assert value.since in days
    assert value.since - timedelta(days=1) in days


def test_every_version_is_applied_by_some_whole_case() -> None:
    applied = set()
    for case in CASES:
        if "case" in case.asks:
            applied |= compute(parse_cases(iso(case.asks["case"]))[0]).used
    unused = {version.id for version in VERSIONS} - applied - {"fraction_years"}
    assert not unused


def test_every_case_names_its_source() -> None:
    assert all(case.source for case in CASES)


def test_no_two_versions_answer_on_one_day() -> None:
    check_rule_book()


def test_the_book_lists_every_version_and_parameter() -> None:
    book = rule_book()
    assert len(book.rules) == len(VERSIONS)
    assert {entry.id for entry in book.parameters} == set(PARAMETERS)


def test_the_law_has_one_version_name_in_one_process() -> None:
    assert law_version() == law_version()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_the_law_knows_no_framework_and_no_clock(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            assert not {name.name.split(".")[0] for name in node.names} & IMPURE
        elif isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] not in IMPURE
        elif isinstance(node, ast.Attribute):
            assert node.attr not in CLOCKS


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_file_of_the_law_stays_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("version", VERSIONS, ids=describe)
def test_a_rule_is_short_enough_to_read_against_its_statute(version: AnyRule) -> None:
    lines = inspect.getsource(version.function).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("def "))
    assert len(lines) - start <= LONGEST_RULE + 5


def test_an_answer_is_the_law_s_and_not_the_case_s() -> None:
    wrong = LawCase(
        "wrong",
        "none",
        "none",
        {
            "rule": "rgt_cumulative",
            "facts": {"months": 12, "offense_date": date(1986, 1, 1)},
            "result": 61,
        },
    )
    assert answer(wrong) != 61
