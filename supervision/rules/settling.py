"""Which rows of what is due close: rest while a person is held, end with the level or the term."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from supervision.rules.life import Closing, Days, Life, Row
from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

SPLIT_SHARE = parameter(
    "supervision.split_share",
    title="Share of its period that must lie within one level for a thing to stay due",
    unit="percent",
    module=__name__,
    values=[
        Value(
            None,
            50,
            "Default of the agency; edit it",
            Standing.INFERRED,
            "A level that changes within a period splits it.",
        )
    ],
)
HELD_KINDS = ("custody", "warrant", "pause")
LEVEL, ENDED, CORRECTED = "level", "ended", "corrected"
FIXED, PAYMENT = "fixed", "payment"
ONE_DAY = timedelta(days=1)


def closings(
    life: Life, *, fixed: frozenset[int], in_force: frozenset[int], today: date
) -> Iterator[Closing]:
    """Yield what becomes of the rows that are there.

    `fixed` are the standards by calendar period, `in_force` those that the person is under today.
    """

    def settle(row: Row) -> Closing | None:
        return _closing(life, row, today) or (
            _by_standard(life, row, fixed=fixed, in_force=in_force, today=today)
            if row.is_live
            else None
        )

    for row in life.rows:
        found = settle(row)
        if found is not None and found.closed_on is None:
            # Set free, it is live again: what then closes it counts the same day.
            found = settle(replace(row, excuse="", closed_on=None)) or found
        if found is not None and (found.closed_on, found.excuse) != (row.closed_on, row.excuse):
            yield found


def is_held(life: Life, today: date) -> bool:
    """Whether custody, a warrant or a pause keeps the standards at rest."""
    return any(each.covers(today) for each in life.held)


def is_supervised(life: Life, today: date) -> bool:
    """Whether a term of supervision runs."""
    return any(each.covers(today) for each in life.supervised)


def _closing(life: Life, row: Row, today: date) -> Closing | None:
    if row.done_on is not None:
        return None
    if row.excuse:
        return _set_free(life, row, today) if row.excuse in HELD_KINDS else None
    held = _holding(life, row, today)
    if held is not None:
        return Closing(row.id, row.closed_on or today, held.what)
    if row.is_live:
        return _closing_live(life, row, today)
    return None


def _holding(life: Life, row: Row, today: date) -> Days | None:
    """Return what held the person on the day it was due, or holds him before it is."""
    for each in life.held:
        if row.due_on <= today and each.covers(row.due_on):
            return each
        if (
            row.standard is not None
            and row.is_live
            and each.covers(today)
            and each.began_on <= row.due_on
        ):
            return each
    return None


def _set_free(life: Life, row: Row, today: date) -> Closing | None:
    if any(each.touches(row.opens_on, row.due_on) for each in life.held):
        return None
    if _holding(life, replace(row, excuse="", closed_on=None), today):
        return None
    others = (each for each in life.rows if each.id != row.id and _same_matter(each, row))
    if any(each.is_live or each.due_on > row.due_on for each in others):
        return Closing(row.id, row.closed_on, CORRECTED)
    return Closing(row.id, None)


def _same_matter(one: Row, other: Row) -> bool:
    return (one.standard, one.kind, one.slot) == (other.standard, other.kind, other.slot)


def _closing_live(life: Life, row: Row, today: date) -> Closing | None:
    if not is_supervised(life, today):
        ended = [each.ended_on for each in life.supervised if each.ended_on is not None]
        last = max((day for day in ended if day <= today), default=None)
        if last is None or row.kind == PAYMENT:
            return None
        return Closing(row.id, last, ENDED if row.due_on >= last else "")
    if row.standard is not None and is_held(life, today):
        began = min(each.began_on for each in life.held if each.covers(today))
        return Closing(row.id, max(began, row.opens_on))
    return None


def _by_standard(
    life: Life, row: Row, *, fixed: frozenset[int], in_force: frozenset[int], today: date
) -> Closing | None:
    if row.standard is None:
        return None
    if row.standard in fixed and today > row.grace_until:
        return Closing(row.id, row.grace_until + ONE_DAY)
    if row.standard in in_force:
        return None
    changed = level_since(life, today)
    if row.due_on < changed:
        return Closing(row.id, today)
    whole = (row.due_on - row.opens_on).days + 1
    kept = max(0, (changed - row.opens_on).days)
    if kept * 100 < whole * SPLIT_SHARE.on(today).amount:
        return Closing(row.id, today, LEVEL)
    return None


def level_since(life: Life, today: date) -> date:
    """The day since which the level of today runs; today itself where none is set."""
    running = [each.began_on for each in life.levels if each.covers(today)]
    return max(running, default=today)
