"""Which single answer, given otherwise, would move the level."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from supervision.rules.instruments.form import Instrument, Item, Value
from supervision.rules.instruments.scoring import Scored, score

# What an assessment comes to: its level, the scaled scores and the flags.
Outcome = tuple[str | None, tuple[tuple[str, int], ...], tuple[tuple[str, bool], ...]]


@dataclass(frozen=True, slots=True)
class Move:
    """The nearest other answer to an item with which the outcome would be another."""

    item: str
    value: Value
    instead: Value
    level: str | None
    scaled: dict[str, int]
    flags: dict[str, bool]


def outcome_of(scored: Scored) -> Outcome:
    """Return what decides: two assessments with one outcome are treated alike."""
    return (
        scored.level,
        tuple(sorted(scored.scaled.items())),
        tuple(sorted(scored.flags.items())),
    )


def moves(instrument: Instrument, answers: Mapping[str, Value]) -> tuple[Move, ...]:
    """Return a move for each item that alone can change the outcome, in the order of the items."""
    now = outcome_of(score(instrument, answers))
    found = (_nearest(instrument, answers, item, now) for item in instrument.items)
    return tuple(each for each in found if each is not None)


def _nearest(
    instrument: Instrument, answers: Mapping[str, Value], item: Item, now: Outcome
) -> Move | None:
    if item.name not in answers:
        return None
    for value in _others(item, answers[item.name]):
        scored = score(instrument, {**answers, item.name: value})
        if outcome_of(scored) != now:
            return Move(
                item.name,
                answers[item.name],
                value,
                scored.level,
                scored.scaled,
                scored.flags,
            )
    return None


def _others(item: Item, value: Value) -> Iterator[Value]:
    """The other answers, the nearest first."""
    every = item.every_value()
    at = every.index(value)
    for place in sorted(range(len(every)), key=lambda place: (abs(place - at), place)):
        if place != at:
            yield every[place]
