"""What the schema finds wrong with a message, in words that name the field."""

from collections.abc import Iterable, Mapping
from typing import Final

from jsonschema.exceptions import ValidationError

LONGEST_QUOTE: Final = 60


def in_words(fault: ValidationError) -> str:
    """Return what is wrong with which field, and what to give; an activity's words stay out."""
    place = _place(fault.path)
    # What an activity says is not repeated: a refusal is read by more people than the case.
    is_said = place.startswith(("content", "attachments"))
    quoted = " that" if is_said else f" [{shortened(fault.instance)}]"
    said = fault.instance if isinstance(fault.instance, Mapping) else {}
    if fault.validator == "required":
        names = [each for each in _texts(fault.validator_value) if each not in said]
        return " ".join(f"[{_joined(place, name)}] is missing." for name in names)
    if fault.validator == "additionalProperties":
        known = fault.schema.get("properties", {}) if isinstance(fault.schema, Mapping) else {}
        names = [shortened(each) for each in said if each not in known]
        return " ".join(f"[{_joined(place, name)}] is no field: take it out." for name in names)
    if fault.validator == "enum":
        offered = ", ".join(_texts(fault.validator_value))
        return f"[{place}] can't be{quoted}: give one of {offered}."
    return f"[{place}] can't be{quoted}: {_asked(fault)}."


def _asked(fault: ValidationError) -> str:
    wanted = " or ".join(_texts(fault.validator_value))
    return {
        "format": f"write a {wanted}",
        "type": f"give a value of type {wanted}",
        "const": f"give [{wanted}]",
        "pattern": f"it has to match {wanted}",
        "maxLength": f"at most {wanted} characters fit",
        "minLength": "it must not be empty",
        "maxItems": f"at most {wanted} fit",
        "minimum": f"give {wanted} or more",
    }.get(str(fault.validator), fault.message)


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def _place(path: Iterable[str | int]) -> str:
    place = ""
    for part in path:
        place = f"{place}[{part}]" if isinstance(part, int) else _joined(place, part)
    return place or "the message"


def _joined(place: str, name: str) -> str:
    return name if place in {"", "the message"} else f"{place}.{name}"


def shortened(value: object) -> str:
    """Return the value's beginning."""
    text = str(value)
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"
