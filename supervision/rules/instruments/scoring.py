"""Scoring an instrument: every score with its parts; a missing item leaves it provisional."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from supervision.rules.instruments.form import Answers, Instrument, Points, Value, banded


class AnswerError(ValueError):
    """An answer that the instrument does not allow; one line names item and value."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one item, or a pair of items, gave to one scale."""

    item: str
    scale: str
    value: Value | dict[str, Value]
    points: int


@dataclass(frozen=True, slots=True)
class Scored:
    """The scores of an assessment; with items missing, each scale's lowest and highest score.

    `level` is given only where no answer to the missing items could change it.
    """

    instrument: Instrument
    scores: dict[str, int]
    scaled: dict[str, int]
    flags: dict[str, bool]
    level: str | None
    missing: tuple[str, ...]
    parts: tuple[Part, ...]
    lowest: dict[str, int]
    highest: dict[str, int]

    @property
    def is_provisional(self) -> bool:
        """Whether an item is missing."""
        return bool(self.missing)


def score(instrument: Instrument, given: Mapping[str, object]) -> Scored:
    """Score the answers; raises ``AnswerError`` for an unknown item or an impossible value."""
    answers = _checked(instrument, given)
    missing = tuple(each.name for each in instrument.items if each.name not in answers)
    possible = [(each, _possible(instrument, answers, each)) for each in instrument.points]
    # What no missing answer could change counts already.
    parts = tuple(_part(each, answers, min(ways)) for each, ways in possible if len(ways) == 1)
    scores, lowest, highest = (dict.fromkeys(instrument.scales, 0) for _ in range(3))
    for part in parts:
        scores[part.scale] += part.points
    for each, ways in possible:
        lowest[each.scale] += min(ways)
        highest[each.scale] += max(ways)
    return Scored(
        instrument=instrument,
        scores=scores,
        scaled={
            scale: int(banded(scores[scale], table)) for scale, table in instrument.scaled.items()
        },
        flags={flag: scores[scale] >= least for flag, (scale, least) in instrument.flags.items()},
        level=_level(instrument, answers, missing, lowest, highest),
        missing=missing,
        parts=parts,
        lowest=lowest,
        highest=highest,
    )


def _checked(instrument: Instrument, given: Mapping[str, object]) -> dict[str, Value]:
    answers: dict[str, Value] = {}
    for name, value in given.items():
        item = instrument.item(name)
        if item is None:
            raise AnswerError(f"{name}: [{value}] is no item of {instrument.key}.")
        if value is None:
            continue
        if not item.allows(value):
            raise AnswerError(f"{name}: [{value}] is impossible; give {item.allowed}.")
        assert isinstance(value, bool | int | str)  # noqa: S101  # the item allows nothing else
        answers[name] = value
    return answers


def _part(points: Points, answers: Answers, given: int) -> Part:
    used = {name: answers[name] for name in points.items if name in answers}
    value = used if len(points.items) > 1 else used[points.items[0]]
    return Part(points.called, points.scale, value, given)


def _possible(instrument: Instrument, answers: Answers, points: Points) -> set[int]:
    """What the points come to, for each way of giving the answers that are missing."""
    names = [name for name in points.items if name not in answers]
    values = [item.every_value() for name in names if (item := instrument.item(name))]
    ways = (dict(zip(names, way, strict=True)) for way in product(*values))
    return {points.count({**answers, **way}) for way in ways}


def _level(
    instrument: Instrument,
    answers: Answers,
    missing: tuple[str, ...],
    lowest: dict[str, int],
    highest: dict[str, int],
) -> str | None:
    """The level, if whatever is missing can't change it."""
    found = {
        level for scores in (lowest, highest) for level in _levels(instrument, answers, scores)
    }
    return found.pop() if len(found) == 1 and (not missing or None not in found) else None


def _levels(
    instrument: Instrument, answers: Answers, scores: dict[str, int]
) -> Iterator[str | None]:
    """The level of the scores; each that it may be, where it asks for an item that is missing."""
    try:
        yield instrument.level(scores, answers)
    except KeyError as asked:
        [name] = asked.args
        item = instrument.item(str(name))
        if item is None:
            raise
        for value in item.every_value():
            yield from _levels(instrument, {**answers, item.name: value}, scores)
