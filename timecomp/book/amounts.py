"""Amounts of the law as JSON and back, exactly: what comes back equals what went in."""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from timecomp.engine.parameters import Value
from timecomp.engine.standing import Standing

OWN_CLASSES = "timecomp."
Json = object


class UnreadableAmountError(Exception):
    """A kept amount that this release no longer knows how to read."""


def keep(amount: object) -> Json:
    """Return the amount as JSON holds it; numbers and words stay what they are."""
    if isinstance(amount, Enum):
        return {"enum": _path(amount), "value": amount.value}
    if amount is None or isinstance(amount, str | bool | int):
        return amount
    if isinstance(amount, date):
        return {"date": amount.isoformat()}
    if isinstance(amount, tuple):
        return [keep(each) for each in amount]
    if is_dataclass(amount) and not isinstance(amount, type):
        given = {each.name: keep(getattr(amount, each.name)) for each in fields(amount)}
        return {"class": _path(amount), "fields": given}
    raise UnreadableAmountError(f"[{amount!r}] is no kind of amount that can be kept.")


def read(kept: Json) -> object:
    """Return the amount that was kept."""
    if isinstance(kept, list):
        return tuple(map(read, kept))
    if not isinstance(kept, Mapping):
        return kept
    if "date" in kept:
        return date.fromisoformat(str(kept["date"]))
    if "enum" in kept:
        return _class(str(kept["enum"]))(kept["value"])
    given = kept.get("fields")
    if not isinstance(given, Mapping):
        raise UnreadableAmountError(f"[{kept!r}] is no kept amount.")
    return _class(str(kept.get("class")))(**{name: read(each) for name, each in given.items()})


def keep_value(value: Value[object]) -> dict[str, Json]:
    """Return a dated value as JSON holds it."""
    return {
        "since": value.since and value.since.isoformat(),
        "amount": keep(value.amount),
        "citation": value.citation,
        "standing": value.standing.value,
        "awaits": value.awaits,
    }


def read_value(kept: Mapping[str, Json]) -> Value[object]:
    """Return the dated value that was kept."""
    since = kept["since"]
    return Value(
        since=date.fromisoformat(str(since)) if since else None,
        amount=read(kept["amount"]),
        citation=str(kept["citation"]),
        standing=Standing(str(kept["standing"])),
        awaits=str(kept["awaits"]),
    )


def _path(amount: object) -> str:
    return f"{type(amount).__module__}:{type(amount).__qualname__}"


def _class(path: str) -> Callable[..., object]:
    """The class of our own of that name; kept text never names anybody else's."""
    module, _, name = path.partition(":")
    if not module.startswith(OWN_CLASSES):
        raise UnreadableAmountError(f"[{path}] is no class of the law.")
    try:
        found = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise UnreadableAmountError(f"[{path}] is no longer in the book.") from error
    if not isinstance(found, type):
        raise UnreadableAmountError(f"[{path}] is no class of the law.")
    return found
