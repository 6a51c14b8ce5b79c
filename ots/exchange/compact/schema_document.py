"""The schema of a message: the file that is shipped, with the fields of each activity's form."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from interstate.rules.content import ContentField, ContentType, Form, form_of, version_on
from interstate.rules.form_words import words_of
from interstate.rules.vocabulary import EventType

Json = dict[str, object]

SHIPPED: Final = Path(__file__).parent / "schema" / "compact-message.schema.json"
_NOTE_LENGTH: Final = 20_000
# The limits are told as they stood when these forms came in.
_FORMS_OF: Final = date.fromisoformat(version_on(date.max))


@cache
def message_schema() -> Json:
    """Return the whole schema; one file is all that another system needs to check a message."""
    shipped: Json = json.loads(SHIPPED.read_text(encoding="utf-8"))
    properties, definitions = shipped["properties"], shipped["$defs"]
    if not isinstance(properties, dict) or not isinstance(definitions, dict):
        raise TypeError(f"[{SHIPPED.name}] is not the schema of an object.")
    kinds = [kind.value for kind in EventType]
    properties = {**properties, "activity": {**properties["activity"], "enum": kinds}}
    forms = {kind.value: _content(form_of(kind)) for kind in EventType}
    return {
        **shipped,
        "properties": properties,
        "allOf": [_rule(kind) for kind in kinds],
        "$defs": {**definitions, **forms},
    }


def _rule(kind: str) -> Json:
    return {
        "if": {"properties": {"activity": {"const": kind}}, "required": ["activity"]},
        "then": {"properties": {"content": {"$ref": f"#/$defs/{kind}"}}},
    }


def _content(form: Form) -> Json:
    said = [each for each in form.fields if not each.type.is_attached]
    documents = ", ".join(each.name for each in form.fields if each.type.is_attached)
    brings = f" Documents: {documents}." if documents else ""
    return {
        "title": form.title,
        "description": words_of(form, _FORMS_OF) + brings,
        "type": "object",
        "additionalProperties": False,
        "properties": {each.name: {**_value(each), "description": _told(each)} for each in said},
    }


def _value(field: ContentField) -> Json:
    if field.type is ContentType.CHOICE:
        return {"enum": list(field.options)}
    values: dict[ContentType, Json] = {
        ContentType.DAY: {"type": "string", "format": "date"},
        ContentType.FLAG: {"type": "boolean"},
        ContentType.NUMBER: {"type": "integer", "minimum": 0},
    }
    return values.get(field.type, {"type": "string", "maxLength": _NOTE_LENGTH})


def _told(field: ContentField) -> str:
    needed = " Needed." if field.required and not field.only_if else ""
    if field.required and field.only_if:
        needed = f" Needed where {field.only_if}."
    rule = f" Rule {field.rule}." if field.rule else ""
    return f"{field.label}.{needed}{rule}"
