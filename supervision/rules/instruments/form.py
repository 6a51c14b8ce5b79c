"""The form of an instrument: items, the points they give, scales and levels."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from timecomp.engine.standing import Standing

Value = bool | int | str
Answers = Mapping[str, Value]


class ItemType(StrEnum):
    """How an item is answered."""

    YES_NO = "yes_no"
    COUNT = "count"
    CHOICE = "choice"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Item:
    """One question; a count or score lies from `least` to `most`, a choice is one of `choices`."""

    name: str
    label: str
    type: ItemType
    source: str
    standing: Standing = Standing.VERIFIED
    least: int = 0
    most: int = 0
    choices: tuple[str, ...] = ()

    def allows(self, value: object) -> bool:
        """Whether the value may stand as an answer."""
        if self.type is ItemType.YES_NO:
            return isinstance(value, bool)
        if self.type is ItemType.CHOICE:
            return isinstance(value, str) and value in self.choices
        return (
            isinstance(value, int)
            and not isinstance(value, bool)
            and self.least <= value <= self.most
        )

    @property
    def allowed(self) -> str:
        """What may stand as an answer, in words."""
        if self.type is ItemType.YES_NO:
            return "true or false"
        if self.type is ItemType.CHOICE:
            return "one of " + ", ".join(self.choices)
        return f"a whole number from {self.least} to {self.most}"

    def every_value(self) -> tuple[Value, ...]:
        """Every answer there is, to find the lowest and highest score of a missing item."""
        if self.type is ItemType.YES_NO:
            return (False, True)
        if self.type is ItemType.CHOICE:
            return self.choices
        return tuple(range(self.least, self.most + 1))


@dataclass(frozen=True, slots=True)
class Points:
    """What an answer, or several together, adds to a scale."""

    scale: str
    items: tuple[str, ...]
    count: Callable[[Answers], int]
    name: str = ""

    @property
    def called(self) -> str:
        """The item the points are shown under."""
        return self.name or self.items[0]


@dataclass(frozen=True, slots=True)
class Band:
    """Scores up to and including a bound, and what they mean."""

    upto: int
    means: str | int


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument in one version; a score once given stays what it was."""

    key: str
    title: str
    version: str
    source: str
    standing: Standing
    items: tuple[Item, ...]
    points: tuple[Points, ...]
    scales: tuple[str, ...]
    scaled: Mapping[str, tuple[Band, ...]]
    level: Callable[[Mapping[str, int], Answers], str | None]
    flags: Mapping[str, tuple[str, int]]
    reassess_days: int | None = None
    awaits: str = ""
    # Why it may not be scored; empty where it may.
    disabled: str = ""

    @property
    def is_confirmed(self) -> bool:
        """Whether its tables were read in their source."""
        return not self.standing.awaits_counsel

    def item(self, name: str) -> Item | None:
        """The item of that name."""
        return next((each for each in self.items if each.name == name), None)


def yes(scale: str, item: str, points: int = 1) -> Points:
    """Points for a yes."""
    return Points(scale, (item,), lambda answers: points if answers[item] else 0)


def no(scale: str, item: str, points: int = 1) -> Points:
    """Points for a no."""
    return Points(scale, (item,), lambda answers: 0 if answers[item] else points)


def bands(scale: str, item: str, *steps: tuple[int, int], above: int) -> Points:
    """Points for a count or an age: up to each bound so many, above the last one `above`."""

    def count(answers: Answers) -> int:
        value = answers[item]
        assert isinstance(value, int)  # noqa: S101  # the item allows nothing else
        return next((points for bound, points in steps if value <= bound), above)

    return Points(scale, (item,), count)


def choice(scale: str, item: str, points: Mapping[str, int]) -> Points:
    """Points for each choice."""
    return Points(scale, (item,), lambda answers: points[str(answers[item])])


def banded(score: int, table: tuple[Band, ...]) -> str | int:
    """What a score means; the last band has no upper bound."""
    return next((band.means for band in table if score <= band.upto), table[-1].means)


def no_level(_scores: Mapping[str, int], _answers: Answers) -> str | None:
    """An instrument that gives no level of its own."""
    return None


def level_by(scale: str, table: tuple[Band, ...]) -> Callable[[Mapping[str, int], Answers], str]:
    """A level that hangs on one scale."""
    return lambda scores, _answers: str(banded(scores[scale], table))


def yes_no(name: str, label: str, source: str, standing: Standing = Standing.VERIFIED) -> Item:
    """A question of yes or no."""
    return Item(name, label, ItemType.YES_NO, source, standing)


def counted(  # noqa: PLR0913  # each says what the item is
    name: str,
    label: str,
    source: str,
    standing: Standing = Standing.VERIFIED,
    *,
    least: int = 0,
    most: int = 99,
) -> Item:
    """A question answered by a number."""
    return Item(name, label, ItemType.COUNT, source, standing, least, most)


def chosen(
    name: str,
    label: str,
    source: str,
    *choices: str,
    standing: Standing = Standing.VERIFIED,
) -> Item:
    """A question answered by one of a closed list."""
    return Item(name, label, ItemType.CHOICE, source, standing, choices=choices)
