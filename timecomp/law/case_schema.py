"""The form of a case file as JSON Schema, read from the facts themselves so that it cannot fall
behind them.

It says what a file must look like. That a day exists, that spans do not end before they begin and
that a name stands for a sentence of the case only the reader of the file can say.
"""

import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from timecomp.law.case_fields import LONGEST_DAYS, LONGEST_YEARS
from timecomp.law.case_json import HABITUAL_LEVELS, JSON_NAMES
from timecomp.law.facts import Case, CreditAward, Forfeiture, Offense, Restoration, Sentence, Term

Schema = dict[str, object]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
DAY: Schema = {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}

# Where the reader of a file asks for less, or for other numbers, than the fact's type says.
_MAY_BE_MISSING = {(Forfeiture, "days"), (Restoration, "days")}
_NUMBERS: dict[tuple[type, str], Schema] = {
    (Sentence, "habitual"): {"enum": list(HABITUAL_LEVELS)},
    (CreditAward, "days"): {
        "type": "integer",
        "minimum": -LONGEST_DAYS,
        "maximum": LONGEST_DAYS,
    },
    (Term, "years"): {
        "type": "number",
        "minimum": 0,
        "exclusiveMaximum": LONGEST_YEARS,
        "description": "Whole years or twelfths of a year.",
    },
}
_WORDS = {
    (Case, "id"): "The name by which the answer is found.",
    (Case, "as_of"): "What was decided after this day is not known yet.",
    (Offense, "code"): "The MCL section, as 750.529 or 333.7401(2)(a)(iv).",
    (Offense, "flags"): "Words that a rule asks for, as dwelling; docs/law-coverage.md lists them.",
    (Sentence, "consecutive_to"): "The sentences after which this one is served.",
}


def case_schema() -> Schema:
    """The schema of a case file: one case, or an array of cases."""
    definitions: dict[str, Schema] = {}
    case = _object(Case, definitions)
    return {
        "$schema": DIALECT,
        "title": "A case of time computation",
        "anyOf": [case, {"type": "array", "items": case}],
        "$defs": definitions,
    }


def _object(kind: type, definitions: dict[str, Schema]) -> Schema:
    """A reference to the definition of a record, made when first asked for."""
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}
        hints = get_type_hints(kind)
        held = fields(kind)
        definitions[kind.__name__] = {
            "type": "object",
            "description": " ".join((kind.__doc__ or "").split()),
            "properties": {
                _name(each): _property(kind, each, hints[each.name], definitions) for each in held
            },
            "required": [_name(each) for each in held if _is_required(kind, each)],
        }
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _name(each: "Field[Any]") -> str:
    return JSON_NAMES.get(each.name, each.name)


def _is_required(kind: type, each: "Field[Any]") -> bool:
    has_default = each.default is not MISSING or each.default_factory is not MISSING
    return not has_default and (kind, each.name) not in _MAY_BE_MISSING


def _property(
    kind: type, each: "Field[Any]", hint: object, definitions: dict[str, Schema]
) -> Schema:
    told = _NUMBERS.get((kind, each.name)) or _type(hint, definitions)
    may_be_empty: Schema = {"anyOf": [told, {"type": "null"}]}
    told = _not_empty(told) if _is_required(kind, each) else may_be_empty
    words = _WORDS.get((kind, each.name))
    return told if words is None else {**told, "description": words}


def _not_empty(told: Schema) -> Schema:
    least = {"string": "minLength", "array": "minItems"}.get(str(told.get("type")))
    return told if least is None or told == DAY else {**told, least: 1}


_PLAIN: dict[object, Schema] = {
    date: DAY,
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0, "maximum": LONGEST_DAYS},
    types.NoneType: {"type": "null"},
}


def _type(hint: object, definitions: dict[str, Schema]) -> Schema:
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_type(each, definitions) for each in inner]}
    if origin is Literal:
        return {"enum": list(inner)}
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _type(inner[0], definitions)}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"enum": [each.value for each in hint]}
    if isinstance(hint, type) and is_dataclass(hint):
        return _object(hint, definitions)
    raise TypeError(f"[{hint!r}] has no form in a case file; give it one here.")
