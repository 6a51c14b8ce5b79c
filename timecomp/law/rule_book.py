"""The book of rules: every rule and parameter with its law, its standing and what it reads."""

import ast
import hashlib
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import CodeType

import timecomp.engine
import timecomp.law
from timecomp.engine.parameters import Parameter, Value, parameters_of
from timecomp.engine.rules import AnyRule, GovernedBy, Rule, check_rule_book, rules_of
from timecomp.engine.standing import Standing
from timecomp.law.results import Result

PACKAGE = "timecomp.law"
# What is only proposed is no law: it is in no list of rules and in no version of the book.
PROPOSALS = "proposals"
PYTHON = "*.py"


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """One version of a rule, as the book lists it."""

    id: str
    title: str
    citation: str
    since: date | None
    until: date | None
    module: str
    function: str
    says: str
    standing: Standing
    awaits: str
    governed_by: GovernedBy
    parameters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParameterEntry:
    """One parameter with its dated values, as the book lists it."""

    id: str
    title: str
    unit: str
    module: str
    values: tuple[Value[object], ...]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Every rule and parameter, in the order of the compiled laws."""

    rules: tuple[RuleEntry, ...]
    parameters: tuple[ParameterEntry, ...]

    def rule(self, id: str) -> tuple[RuleEntry, ...]:
        """The versions of one rule."""
        return tuple(entry for entry in self.rules if entry.id == id)


def rule_book() -> RuleBook:
    """Read every module of the law, refuse versions that overlap, and list what stands."""
    load_law()
    check_rule_book()
    return RuleBook(
        rules=tuple(
            sorted(
                map(_rule_entry, rules_of(PACKAGE)), key=lambda e: (e.module, e.id, str(e.since))
            )
        ),
        parameters=tuple(
            sorted(map(_parameter_entry, parameters_of(PACKAGE)), key=lambda e: (e.module, e.id))
        ),
    )


def law_version() -> str:
    """A digest that changes when the text of a rule, an offense row or a value in force changes."""
    load_law()
    digest = hashlib.sha256(_source_digest().encode())
    for each in sorted(parameters_of(PACKAGE), key=lambda p: p.id):
        digest.update(repr((each.id, each.values)).encode())
    return digest.hexdigest()[:16]


def rules_touched(result: Result) -> tuple[str, ...]:
    """The ids of the rules and parameters that the computation used."""
    return tuple(sorted(result.used))


@cache
def load_law() -> None:
    """Import every module of the law, so that each rule is in the book."""
    for module in pkgutil.walk_packages(timecomp.law.__path__, f"{PACKAGE}."):
        if not module.name.startswith(f"{PACKAGE}.{PROPOSALS}"):
            importlib.import_module(module.name)


@cache
def _source_digest() -> str:
    """The law's own text, whatever its comments and layout, and its tables."""
    digest = hashlib.sha256()
    for package in (timecomp.engine, timecomp.law):
        for folder in package.__path__:
            for path in sorted(Path(folder).rglob(PYTHON)):
                if PROPOSALS in path.relative_to(folder).parts:
                    continue
                digest.update(ast.dump(ast.parse(path.read_text(encoding="utf-8"))).encode())
            for path in sorted(Path(folder).rglob("data/*.csv")):
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _rule_entry(rule: AnyRule) -> RuleEntry:
    return RuleEntry(
        id=rule.id,
        title=rule.title,
        citation=rule.citation,
        since=rule.since,
        until=rule.until,
        module=rule.module,
        function=rule.function.__name__,
        says=(rule.function.__doc__ or "").strip(),
        standing=rule.standing,
        awaits=rule.awaits,
        governed_by=rule.governed_by,
        parameters=tuple(sorted(set(_parameters_read(rule.function, set())))),
    )


def _parameter_entry(each: Parameter[object]) -> ParameterEntry:
    return ParameterEntry(each.id, each.title, each.unit, each.module, each.values)


def _parameters_read(function: Callable[..., object], seen: set[int]) -> Iterator[str]:
    """The parameters a function names, itself or through plain functions of the law that it
    calls."""
    function = getattr(function, "__wrapped__", function)
    code = getattr(function, "__code__", None)
    if id(function) in seen or not isinstance(code, CodeType):
        return
    seen.add(id(function))
    for name in _names(code):
        yield from _parameters_in(getattr(function, "__globals__", {}).get(name), seen)


def _parameters_in(value: object, seen: set[int]) -> Iterator[str]:
    if isinstance(value, Parameter):
        yield value.id
    elif isinstance(value, dict):
        for held in value.values():
            yield from _parameters_in(held, seen)
    elif isinstance(value, tuple):
        for held in value:
            yield from _parameters_in(held, seen)
    elif (
        callable(value)
        and getattr(value, "__module__", "").startswith(PACKAGE)
        and not isinstance(value, Rule)
    ):
        yield from _parameters_read(value, seen)


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)
