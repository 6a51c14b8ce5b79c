"""Reading a scenario: every error names the file, the key and what to do."""

import dataclasses
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from timecomp.engine.parameters import ParameterError, named_parameter
from timecomp.law.facts import SentenceKind
from timecomp.law.mcl_800.s33_good_time import YearRate
from timecomp.law.proposals.registry import UnknownProposalError, proposal_named
from timecomp.law.proposals.scenario import (
    Applies,
    AppliesTo,
    Assumptions,
    OffenceGroup,
    ParameterChange,
    RuleUse,
    Scenario,
)
from timecomp.law.proposals.toml_table import ScenarioError, Table, code_of
from timecomp.law.rule_book import load_law

SHIPPED = Path(__file__).parent / "scenarios"
SUFFIX = ".toml"


def shipped_scenarios() -> list[Scenario]:
    """Every scenario that comes with the product, in the order of their names."""
    return [read_scenario(path) for path in sorted(SHIPPED.glob(f"*{SUFFIX}"))]


def scenario_of(name: str) -> Scenario:
    """The scenario of a file, or the shipped one of that id."""
    shipped = SHIPPED / f"{name}{SUFFIX}"
    if Path(name).name == name and shipped.is_file():
        return read_scenario(shipped)
    return read_scenario(Path(name))


def read_scenario(path: Path) -> Scenario:
    """The scenario that a file holds."""
    try:
        content = path.read_text(encoding="utf-8")
    except OSError as error:
        known = ", ".join(sorted(each.stem for each in SHIPPED.glob(f"*{SUFFIX}")))
        raise ScenarioError(
            f"{path}: cannot be read ({error.strerror}). Name a TOML file or one of: {known}."
        ) from error
    except UnicodeDecodeError as error:
        raise ScenarioError(f"{path}: is not UTF-8 text (byte {error.start}).") from error
    return parse_scenario(content, name=str(path), id=path.stem)


def parse_scenario(content: str, *, name: str, id: str) -> Scenario:
    """The scenario of a TOML text; `name` is what the errors call it."""
    try:
        values = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError(f"{name}: is not TOML: {error}.") from error
    return scenario_from(values, name=name, id=id)


def scenario_from(values: Mapping[str, object], *, name: str, id: str) -> Scenario:
    """The scenario of tables already read."""
    load_law()
    top = Table(f"{name}:", values)
    top.only(
        "title", "proposal", "summary", "source", "effective", "applies", "parameters", "rules",
        "assumptions",
    )  # fmt: skip
    scenario = Scenario(
        id=id,
        title=top.text("title"),
        proposal=top.text("proposal"),
        summary=top.text("summary"),
        source=top.text("source"),
        effective=top.optional("effective", Table.day),
        applies=_applies(top.table("applies")),
        parameters=tuple(map(_parameter_change, top.tables("parameters"))),
        rules=tuple(map(_rule_use, top.tables("rules"))),
        assumptions=_assumptions(top.table("assumptions")),
    )
    _refuse_twice(top, scenario)
    return scenario


def _refuse_twice(top: Table, scenario: Scenario) -> None:
    for key, ids in (
        ("parameters", [each.id for each in scenario.parameters]),
        ("rules", [each.proposal.id for each in scenario.rules]),
    ):
        twice = sorted({id for id in ids if ids.count(id) > 1})
        if twice:
            raise top.error(key, f"names [{twice[0]}] twice; keep one.")
    assumed = scenario.assumptions
    moves_parole = assumed.parole_percent != assumed.parole_today_percent
    if not scenario.parameters and not scenario.rules and not moves_parole:
        raise top.error("parameters", "and [rules] are both empty: say what the proposal changes.")


def _applies(table: Table) -> Applies:
    table.only(*(each.name for each in dataclasses.fields(Applies)))
    to = table.values.get("to", AppliesTo.EVERYONE.value)
    known = [each.value for each in AppliesTo]
    if to not in known:
        raise table.error("to", f"is [{to}]; use one of: {', '.join(known)}.")
    since = table.optional("since", Table.day)
    if to != AppliesTo.EVERYONE and since is None:
        raise table.error("since", f"is missing: give the first day of the {to} reached.")
    return Applies(
        to=AppliesTo(str(to)),
        since=since,
        codes=table.codes("codes"),
        except_codes=table.codes("except_codes"),
        groups=table.choices("groups", OffenceGroup),
        except_groups=table.choices("except_groups", OffenceGroup),
        kinds=frozenset(kind.value for kind in table.choices("kinds", SentenceKind)),
        age_from=table.optional("age_from", Table.number),
        age_to=table.optional("age_to", Table.number),
        minimum_months_from=table.optional("minimum_months_from", Table.number),
        minimum_months_to=table.optional("minimum_months_to", Table.number),
    )


def _assumptions(table: Table) -> Assumptions:
    table.only(*(each.name for each in dataclasses.fields(Assumptions)))
    given: dict[str, Any] = {}
    for key in ("granted_percent", "parole_today_percent", "parole_percent"):
        if key in table.values:
            given[key] = table.percent(key)
    if "deferral_months" in table.values:
        given["deferral_months"] = table.number("deferral_months")
    notes = table.list_of("notes")
    if not all(isinstance(note, str) for note in notes):
        raise table.error("notes", "must be a list of texts.")
    return Assumptions(**given, notes=tuple(map(str, notes)))


def _parameter_change(table: Table) -> ParameterChange:
    table.only("id", "value", "since")
    id = table.text("id")
    try:
        enacted = named_parameter(id).enacted_values
    except ParameterError as error:
        raise table.error("id", f"names none: {error}") from error
    if "value" not in table.values:
        raise table.error("value", f"is missing: give the new amount of {id}.")
    value = _amount(table, enacted[-1].amount, table.values["value"])
    return ParameterChange(id, value, table.optional("since", Table.day))


def _amount(table: Table, enacted: object, given: object) -> object:
    """The amount given, of the kind that the law has there."""
    if type(enacted) is int and type(given) is int and given >= 0:
        return given
    if isinstance(enacted, tuple) and isinstance(given, list):
        return _amounts(table, enacted, given)
    raise table.error("value", f"must be of the kind that the law has there, as {_shown(enacted)}.")


def _amounts(table: Table, enacted: tuple[object, ...], given: list[object]) -> object:
    first = enacted[0]
    if isinstance(first, YearRate):
        return tuple(_year_rate(each) for each in _rows(table, given))
    same_length = len(given) == len(enacted) or type(first) is date
    if same_length and all(type(each) is type(first) for each in given):
        return tuple(given)
    raise table.error("value", f"must be of the kind that the law has there, as {_shown(enacted)}.")


def _year_rate(row: Table) -> YearRate:
    row.only("through_year", "days_a_month")
    return YearRate(row.optional("through_year", Table.number), row.number("days_a_month"))


def _rows(table: Table, given: list[object]) -> list[Table]:
    rows = []
    for number, each in enumerate(given, start=1):
        if not isinstance(each, dict):
            raise table.error("value", "must be a list of rows in braces.")
        rows.append(Table(f"{table.place} row {number}:", each))
    return rows


def _shown(amount: object) -> str:
    if isinstance(amount, tuple):
        return "[" + ", ".join(map(_shown, amount)) + "]"
    return str(amount)


def _rule_use(table: Table) -> RuleUse:
    table.only("id", "settings")
    try:
        proposal = proposal_named(table.text("id"))
    except UnknownProposalError as error:
        raise table.error("id", f"names none: {error}") from error
    return RuleUse(proposal, _settings(table.table("settings"), proposal.settings))


def _settings(table: Table, kind: type[Any]) -> object:
    fields = [each.name for each in dataclasses.fields(kind)]
    table.only(*fields)
    hints = get_type_hints(kind)
    for name in fields:
        if name not in table.values:
            label = _label(kind, name)
            raise table.error(name, f"is missing: {label}. Every setting must be given.")
    return kind(**{name: _setting(table, name, hints[name]) for name in fields})


def _label(kind: type[Any], name: str) -> str:
    found = next(each for each in dataclasses.fields(kind) if each.name == name)
    return str(found.metadata.get("label", name))


def _setting(table: Table, name: str, hint: object) -> object:
    if hint is bool:
        return table.switch(name)
    if hint is int:
        return table.percent(name) if name.endswith("_percent") else table.number(name)
    if hint is date:
        return table.day(name)
    if hint is str:
        return code_of(table, name, table.text(name))
    if get_origin(hint) is tuple:
        return _tuple(table, name, get_args(hint)[0])
    raise TypeError(f"[{name}] is of a kind that no scenario file can hold: {hint}.")


def _tuple(table: Table, name: str, kind: Any) -> tuple[object, ...]:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return tuple(_settings(row, kind) for row in table.tables(name))
    if kind is str:
        return table.codes(name)
    given = table.list_of(name)
    if not all(type(each) is kind for each in given):
        raise table.error(name, "must be a list of days, as [2027-01-04].")
    return tuple(given)
