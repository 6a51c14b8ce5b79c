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
    known = [each for each in instrument.points if all(name in answers for name in each.items)]
    unknown = [each for each in instrument.points if each not in known]
    parts = tuple(_part(each, answers) for each in known)
    scores = {
        scale: sum(part.points for part in parts if part.scale == scale)
        for scale in instrument.scales
    }
    lowest, highest = _reach(instrument, answers, scores, unknown)
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


def _part(points: Points, answers: Answers) -> Part:
    used = {name: answers[name] for name in points.items}
    value = used[points.items[0]] if len(used) == 1 else used
    return Part(points.called, points.scale, value, points.count(answers))


def _reach(
    instrument: Instrument, answers: Answers, scores: dict[str, int], unknown: list[Points]
) -> tuple[dict[str, int], dict[str, int]]:
    """The lowest and the highest score that the missing items leave possible, scale by scale."""
    lowest, highest = dict(scores), dict(scores)
    for each in unknown:
        possible = [each.count({**answers, **more}) for more in _ways(instrument, answers, each)]
        lowest[each.scale] += min(possible)
        highest[each.scale] += max(possible)
    return lowest, highest


def _ways(instrument: Instrument, answers: Answers, points: Points) -> Iterator[dict[str, Value]]:
    names = [name for name in points.items if name not in answers]
    values = [item.every_value() for name in names if (item := instrument.item(name))]
    for way in product(*values):
        yield dict(zip(names, way, strict=True))


def _level(
    instrument: Instrument,
    answers: Answers,
    missing: tuple[str, ...],
    lowest: dict[str, int],
    highest: dict[str, int],
) -> str | None:
    """The level, if whatever is missing can't change it."""
    try:
        found = {instrument.level(lowest, answers), instrument.level(highest, answers)}
    except KeyError:
        # The level itself asks for an item that is missing.
        return None
    return found.pop() if len(found) == 1 and (not missing or None not in found) else None
