"""A scenario's numbers, days and switches as a form can offer them, and the text they make."""

import dataclasses
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from timecomp.engine.parameters import named_parameter
from timecomp.law.proposals.registry import proposal_named
from timecomp.law.proposals.scenario_file import SHIPPED, SUFFIX
from timecomp.law.rule_book import load_law

Place = tuple[str | int, ...]
ASSUMED = {
    "granted_percent": "Granted by court or board, in per cent of those who could be",
    "parole_today_percent": "Paroled on the earliest day today, in per cent",
    "parole_percent": "Paroled on the earliest day under the change, in per cent",
    "deferral_months": "Months that the others wait",
}
ASSUMED_AT_FIRST = {
    "granted_percent": 100,
    "parole_today_percent": 100,
    "parole_percent": 100,
    "deferral_months": 0,
}


class KnobKind(StrEnum):
    """What may be entered."""

    NUMBER = "number"
    SWITCH = "switch"
    DAY = "day"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True)
class Knob:
    """One thing that may be set: where it stands, its words, and what it is now."""

    path: Place
    label: str
    kind: KnobKind
    value: object
    hint: str = ""

    @property
    def name(self) -> str:
        """A name for a form."""
        return "-".join(map(str, self.path))


def shipped_values(id: str) -> dict[str, Any]:
    """The tables of a shipped scenario as its file has them."""
    path = SHIPPED / f"{Path(id).name}{SUFFIX}"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def knobs(values: Mapping[str, Any]) -> list[Knob]:
    """Everything that may be set in a scenario, in the order of its file."""
    load_law()
    return [*_parameter_knobs(values), *_rule_knobs(values), *_assumed_knobs(values)]


def edited(values: Mapping[str, Any], entered: Mapping[Place, object]) -> dict[str, Any]:
    """The same tables with what was entered in its places."""
    changed = deepcopy(dict(values))
    for path, value in entered.items():
        place: Any = changed
        for step in path[:-1]:
            place = place.setdefault(step, {}) if isinstance(place, dict) else place[step]
        place[path[-1]] = value
    return changed


def as_toml(values: Mapping[str, Any]) -> str:
    """The tables as the text of a scenario file."""
    return "\n".join(_lines(values)) + "\n"


def _parameter_knobs(values: Mapping[str, Any]) -> Iterator[Knob]:
    for number, change in enumerate(values.get("parameters", ())):
        parameter = named_parameter(change["id"])
        kind = _kind(change["value"])
        if kind is not None:
            today = parameter.enacted_values[-1].amount
            hint = f"{parameter.unit}; today {_said(today)}"
            path = ("parameters", number, "value")
            yield Knob(path, parameter.title, kind, change["value"], hint)


def _rule_knobs(values: Mapping[str, Any]) -> Iterator[Knob]:
    rules = values.get("rules", ())
    for number, use in enumerate(rules):
        proposal = proposal_named(use["id"])
        for each in dataclasses.fields(proposal.settings):
            value = use["settings"][each.name]
            kind = _kind(value)
            if kind is not None:
                path = ("rules", number, "settings", each.name)
                hint = proposal.title if len(rules) > 1 else ""
                yield Knob(path, str(each.metadata["label"]), kind, value, hint)


def _assumed_knobs(values: Mapping[str, Any]) -> Iterator[Knob]:
    given = values.get("assumptions", {})
    for key, label in ASSUMED.items():
        value = given.get(key, ASSUMED_AT_FIRST[key])
        yield Knob(("assumptions", key), label, KnobKind.NUMBER, value)


def _kind(value: object) -> KnobKind | None:
    """How a value is entered; None for what only a file can hold."""
    if isinstance(value, bool):
        return KnobKind.SWITCH
    if isinstance(value, int):
        return KnobKind.NUMBER
    if isinstance(value, date):
        return KnobKind.DAY
    if isinstance(value, list) and value and all(type(each) is int for each in value):
        return KnobKind.NUMBERS
    return None


def _said(amount: object) -> str:
    if isinstance(amount, Sequence) and not isinstance(amount, str):
        return ", ".join(map(str, amount))
    return str(amount)


def _lines(values: Mapping[str, Any], heading: str = "") -> Iterator[str]:
    for key, value in values.items():
        if not _is_table(value):
            yield f"{key} = {_written(value)}"
    for key, value in values.items():
        name = f"{heading}{key}"
        if isinstance(value, dict):
            yield from ("", f"[{name}]", *_lines(value, f"{name}."))
        elif _is_table(value):
            for each in value:
                yield from ("", f"[[{name}]]", *_lines(each, f"{name}."))


def _is_table(value: object) -> bool:
    """A table, or a list of tables that hold more than one line may."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(each, dict) for each in value)
    return isinstance(value, dict)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"'
    return str(value)
