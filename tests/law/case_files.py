"""Reads the case files that stand beside the statutes and puts each case to the law."""

import dataclasses
import enum
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import yaml

import timecomp.law
from timecomp.engine.parameters import Value, amended, parameters_of
from timecomp.engine.rules import AnyRule, ManualComputation, rules_of, versions_of
from timecomp.law.case_json import parse_cases, result_to_json, to_plain
from timecomp.law.computation import compute
from timecomp.law.rule_book import load_law

PACKAGE = "timecomp.law"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LAW = Path(timecomp.law.__path__[0])
load_law()
RULES = {
    id: [rule for rule in rules_of(PACKAGE) if rule.id == id]
    for id in {rule.id for rule in rules_of(PACKAGE)}
}
VERSIONS = {question.id: question for question in versions_of(PACKAGE)}
PARAMETERS = {each.id: each for each in parameters_of(PACKAGE)}


@dataclass(frozen=True)
class LawCase:
    """A case of a case file: the rule, parameter or whole case it asks, and what must come out."""

    name: str
    file: str
    source: str
    asks: Mapping[str, object]

    @property
    def on(self) -> date | None:
        """The governing day, if the case names one."""
        return self.asks.get("day")

    def __str__(self) -> str:
        return f"{self.file}: {self.name}"


def all_cases() -> list[LawCase]:
    """Every case of every file of the law."""
    return [case for path in sorted(LAW.rglob("*.cases.yaml")) for case in _cases_in(path)]


def versions_asked(case: LawCase) -> list[AnyRule]:
    """The versions of a rule that the case bears on."""
    id = case.asks.get("rule")
    if id in VERSIONS:
        return list(VERSIONS[id].rules)
    return RULES.get(id, [])


def answer(case: LawCase) -> object:
    """What the law says, as plain values; "manual: …" where it leaves the case to a person."""
    try:
        with amended(_what_if(case)):
            return _answer(case)
    except ManualComputation as error:
        return f"manual: {error.reason}"


def _what_if(case: LawCase) -> dict[str, list[Value[object]]]:
    """The other values that the case puts in force: an amount, or amounts each with its first
    day."""
    asked = case.asks.get("amended", {})
    return {id: [_value(id, each) for each in _listed(held)] for id, held in asked.items()}


def _listed(held: object) -> list[Mapping[str, object]]:
    return held if isinstance(held, list) else [{"since": None, "amount": held}]


def _value(id: str, given: Mapping[str, object]) -> Value[object]:
    enacted = PARAMETERS[id].values[0].amount
    amount = type(enacted)(given["amount"]) if isinstance(enacted, enum.Enum) else given["amount"]
    return Value(given["since"], amount, "A what-if")


def check(case: LawCase) -> None:
    """Put the case to the law and hold the answer against what its source says."""
    given = answer(case)
    if "manual" in case.asks:
        assert str(given).startswith("manual: ")
        assert str(case.asks["manual"]) in str(given)
    else:
        assert_holds(iso(case.asks["result"]), given)
    if "applied" in case.asks or "unapplied" in case.asks:
        check_rules(case)


def check_rules(case: LawCase) -> None:
    """By which rules the last sentence came to a date, and by which it did not."""
    (parsed,) = parse_cases(iso(case.asks["case"]))
    last = parsed.sentences[-1].id
    found = {(step.topic, step.rule.id) for step in compute(parsed).trace if step.sentence == last}
    assert set(case.asks.get("applied", {}).items()) <= found
    assert found.isdisjoint(case.asks.get("unapplied", {}).items())


def assert_holds(expected: object, given: object) -> None:
    """Parts of an object and phrases of a text must be there; anything else must be the same."""
    if isinstance(expected, dict):
        assert isinstance(given, dict)
        for key, value in expected.items():
            assert_holds(value, given[key])
    elif isinstance(expected, list):
        assert isinstance(given, list)
        assert len(given) == len(expected), given
        for one, other in zip(expected, given, strict=True):
            assert_holds(one, other)
    elif isinstance(expected, str) and isinstance(given, str):
        assert expected in given
    else:
        assert given == expected


def _answer(case: LawCase) -> object:
    if "parameter" in case.asks:
        return to_plain(PARAMETERS[case.asks["parameter"]].on(case.on).amount)
    if "case" in case.asks:
        (parsed,) = parse_cases(iso(case.asks["case"]))
        result = compute(parsed)
        assert replace(result, trace=()) == compute(parsed, trace=False)
        return result_to_json(result)
    rule = _rule(case)
    return to_plain(rule(**_facts(rule, case.asks.get("facts", {}))))


def _rule(case: LawCase) -> AnyRule:
    id = case.asks["rule"]
    if id in VERSIONS:
        return VERSIONS[id].on(case.on)
    found = RULES[id]
    if case.on is None:
        return found[0]
    in_force = [rule for rule in found if rule.in_force(case.on)]
    return in_force[0] if in_force else found[0].on(case.on)


def _facts(rule: AnyRule, given: Mapping[str, object]) -> dict[str, object]:
    hints = typing.get_type_hints(rule.function)
    return {name: convert(value, hints[name]) for name, value in given.items()}


def convert(value: object, hint: object) -> object:
    """A plain value as the type that a rule asks for."""
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        return _convert_union(value, typing.get_args(hint))
    if origin in (tuple, Sequence, list):
        return tuple(convert(each, typing.get_args(hint)[0]) for each in value)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return hint(value)
    if dataclasses.is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return hint(**{name: convert(each, hints[name]) for name, each in value.items()})
    return value


def _convert_union(value: object, hints: tuple[object, ...]) -> object:
    if value is None or isinstance(value, str):
        return value
    return convert(value, next(hint for hint in hints if hint is not type(None)))


def _cases_in(path: Path) -> Iterator[LawCase]:
    document = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506  # safe, in C
    file = str(path.relative_to(LAW))
    for entry in document["cases"]:
        common = {key: value for key, value in entry.items() if key != "rows"}
        for row in entry.get("rows", [{}]):
            asks = {**common, **row, "facts": {**common.get("facts", {}), **row.get("facts", {})}}
            yield LawCase(asks["name"], file, asks.get("source", document["source"]), asks)


def iso(value: object) -> object:
    """Dates as a case file writes them."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: iso(held) for key, held in value.items()}
    return [iso(held) for held in value] if isinstance(value, list) else value
