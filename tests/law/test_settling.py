"""Every question that the law can leave to a clerk says what would settle it."""

import ast
import typing
from collections.abc import Iterator
from pathlib import Path

import timecomp.engine
import timecomp.law
from timecomp.engine.rules import rules_of
from timecomp.law.rule_book import load_law
from timecomp.law.settlement import REVIEW, WITHOUT_OBJECT
from timecomp.law.settling import BOOK_SILENT, SETTLED_BY, settled_by

load_law()
# Asked by the reading of the record, above the law.
OF_THE_RECORD = {"facts_missing", "computation_failed"}
# Named by the shortening of a term from the award's own rule.
OF_AWARDS = {"sgt_cap_50", "sdc_rate"}
# Handed over under the rule of the span where dead time has no end yet.
OF_DEAD_TIME = {"pv_dead_time", "esc_time_dead"}
BY_NAME = OF_THE_RECORD | OF_AWARDS | OF_DEAD_TIME | {REVIEW, WITHOUT_OBJECT}
SOURCES = (*timecomp.law.__path__, *timecomp.engine.__path__)


def checks() -> set[str]:
    """The rules that answer with a question or nothing."""
    return {
        each.id
        for each in rules_of("timecomp.law")
        if typing.get_type_hints(each.function).get("return") == (str | None)
    }


def calls() -> Iterator[ast.Call]:
    for folder in SOURCES:
        for path in Path(folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call):
                    yield node


def noted() -> set[str]:
    """The rules named where the law notes a question or hands a case over."""
    named = set()
    for call in calls():
        called = getattr(call.func, "attr", getattr(call.func, "id", ""))
        asked = [*call.args[:1]] if called == "note" else []
        if called == "ManualComputation":
            asked = [each.value for each in call.keywords if each.arg == "rule"]
        named |= {each.value for each in asked if isinstance(each, ast.Constant)}
    return {each for each in named if isinstance(each, str)}


def test_every_rule_that_asks_says_what_would_settle_it() -> None:
    asked = checks() | noted() | BY_NAME
    assert asked - SETTLED_BY.keys() == set()


def test_nothing_is_said_of_a_rule_that_never_asks() -> None:
    asked = checks() | noted() | BY_NAME
    assert SETTLED_BY.keys() - asked == set()


def test_where_the_book_is_silent_counsel_is_asked() -> None:
    assert settled_by("regime_r1") == BOOK_SILENT
