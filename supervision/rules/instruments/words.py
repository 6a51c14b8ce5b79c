"""Instruments in the words of a page: their groups of items, their choices and scales."""

from collections.abc import Iterator
from dataclasses import dataclass

from supervision.rules.instruments.form import Instrument, Item, Value

TOTAL = "total"
ABOUT = "about"
# Names of scales and answers that do not read as words.
_WORDS = {
    ABOUT: "About the person",
    "fta": "Failure to appear",
    "nca": "New criminal activity",
    "nvca": "New violent criminal activity",
    "salient": "Salient factor score",
    "1_2": "1 or 2",
    "3_or_more": "3 or more",
    "low_moderate": "Low to moderate",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Items that are asked together."""

    key: str
    title: str
    items: tuple[Item, ...]


def words(name: str) -> str:
    """Return a scale, a level or a choice in words."""
    if name.isdigit():
        return f"Level {name}"
    return _WORDS.get(name) or name.replace("_", " ").capitalize()


def said(value: object) -> str:
    """Return an answer in words."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dict):
        return ", ".join(said(each) for each in value.values())
    return words(str(value))


def label_of(instrument: Instrument, name: str) -> str:
    """Return the question of an item; a pair of items is shown under its own name."""
    item = instrument.item(name)
    return item.label if item else words(name)


def groups_of(instrument: Instrument) -> tuple[Group, ...]:
    """Return the items by the scale they feed; one group where items feed several."""
    scales = {item.name: _scales(instrument, item) for item in instrument.items}
    if any(len(each) > 1 for each in scales.values()):
        return (Group("all", "Items", instrument.items),)
    keys = dict.fromkeys(next(iter(each), ABOUT) for each in scales.values())
    if set(keys) <= {ABOUT, _only_scale(instrument)}:
        return (Group("all", "Items", instrument.items),)
    return tuple(Group(key, words(key), tuple(_in_group(instrument, scales, key))) for key in keys)


def _scales(instrument: Instrument, item: Item) -> set[str]:
    return {each.scale for each in instrument.points if item.name in each.items} - {TOTAL}


def _only_scale(instrument: Instrument) -> str:
    return instrument.scales[0] if len(instrument.scales) == 1 else ABOUT


def _in_group(instrument: Instrument, scales: dict[str, set[str]], key: str) -> Iterator[Item]:
    for item in instrument.items:
        if next(iter(scales[item.name]), ABOUT) == key:
            yield item


def choices_of(item: Item) -> tuple[tuple[str, Value], ...]:
    """Return the answers that are chosen rather than typed, in words."""
    if item.choices:
        return tuple((words(each), each) for each in item.choices)
    return (("Yes", True), ("No", False))
