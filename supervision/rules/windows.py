"""Which windows open: from the standards of the person's level and case type, never before them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from supervision.rules.life import Days, Life, Opening, Row, Standard, Turn
from supervision.rules.obligations import grace_until
from supervision.rules.settling import (
    FIXED,
    ONE_DAY,
    SPLIT_SHARE,
    closings,
    is_held,
    is_supervised,
)
from timecomp.engine.calendar import FEDERAL
from timecomp.engine.dates import Rounding, add_months
from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

REACH_BACK = parameter(
    "supervision.window_reaches_back",
    title="Days back to which a first window or something that sets one off is reckoned",
    unit="days",
    module=__name__,
    values=[
        Value(
            None,
            31,
            "Default of the agency; edit it",
            Standing.INFERRED,
            "What the record did not follow before is not held against anybody.",
        )
    ],
)
ROLLING, ONCE = "rolling", "once"
START, ADDRESS, RELEASE = "start", "address", "release"
BUSINESS_DAY, MONTH = "business_day", "month"
ANY = "any"
DAYS_A_MONTH, MONTHS_A_YEAR = 30, 12
UNASSIGNED = "unassigned"
# Excused up to the day it was due: the next is reckoned from that day.
DECIDED = frozenset({"decision", "absence"})


def turn_of(life: Life, standards: Sequence[Standard], today: date) -> Turn:
    """What becomes of a person's rows on a day: which close, and which open."""
    applying = standards_for(life, standards, today)
    closed = tuple(
        closings(
            life,
            fixed=frozenset(each.id for each in standards if each.cadence == FIXED),
            in_force=frozenset(each.id for each in applying),
            today=today,
        )
    )
    if not is_supervised(life, today) or is_held(life, today):
        return Turn(closed)
    gone = {each.row for each in closed if each.closed_on is not None}
    back = {each.row for each in closed if each.closed_on is None}
    live = [row for row in life.rows if (row.is_live and row.id not in gone) or row.id in back]
    return Turn(closed, tuple(_openings(life, applying, live, today)))


def standards_for(life: Life, standards: Iterable[Standard], today: date) -> list[Standard]:
    """The standards that the person is under: of several on one matter the strictest."""
    level = next((each.what for each in life.levels if each.covers(today)), UNASSIGNED)
    types = {each.what for each in life.supervised if each.covers(today)} | life.caseloads | {ANY}
    strictest: dict[tuple[str, str], Standard] = {}
    for each in standards:
        if each.case_type not in types or each.level not in {"", level}:
            continue
        if each.since > today or (each.until is not None and each.until <= today):
            continue
        key = (each.kind, each.trigger)
        other = strictest.get(key)
        if other is None or _days(each) < _days(other):
            strictest[key] = each
    return list(strictest.values())


def _days(standard: Standard) -> float:
    """About how many days one of them has."""
    unit = DAYS_A_MONTH if standard.unit == MONTH else 1
    return standard.per * unit / standard.count


def _openings(
    life: Life, standards: Iterable[Standard], live: Sequence[Row], today: date
) -> Iterator[Opening]:
    for each in standards:
        if each.cadence == ROLLING:
            yield from _rolling(life, each, live, today)
        elif each.cadence == FIXED:
            yield from _fixed(life, each, today)
        elif each.cadence == ONCE:
            yield from _once(life, each, live, today)
        else:
            raise ValueError(f"[{each.cadence}] is no way in which a standard comes round.")


def _rolling(life: Life, standard: Standard, live: Sequence[Row], today: date) -> Iterator[Opening]:
    if any(row.standard == standard.id for row in live):
        return
    base = _base(life, standard, today)
    last = _last_settled(life, standard)
    if last is None and (today - base).days > REACH_BACK.on(today).amount:
        base = today
    from_last = last is not None and last >= base
    anchor = last if from_last and last is not None else base
    opens_on = anchor + ONE_DAY if from_last else base
    if opens_on <= today + ONE_DAY:
        yield _opening(standard, opens_on, due_after(standard, anchor))


def _last_settled(life: Life, standard: Standard) -> date | None:
    """The last day on which the matter was done, or up to which it was excused by decision."""
    settled = [
        row.done_on or row.due_on
        for row in life.rows
        if row.kind == standard.kind
        and row.standard is not None
        and (row.done_on is not None or row.excuse in DECIDED)
    ]
    return max(settled, default=None)


def _fixed(life: Life, standard: Standard, today: date) -> Iterator[Opening]:
    first, last = period_of(standard, today)
    opens_on = max(first, _base(life, standard, today))
    whole, kept = (last - first).days + 1, (last - opens_on).days + 1
    if kept * 100 < whole * SPLIT_SHARE.on(today).amount:
        return
    taken = {row.slot for row in life.rows if row.standard == standard.id and row.due_on == last}
    for slot in range(1, standard.count + 1):
        if slot not in taken:
            yield _opening(standard, opens_on, last, slot=slot)


def period_of(standard: Standard, day: date) -> tuple[date, date]:
    """The first and last day of the calendar period that the day lies in."""
    number = (day.year * MONTHS_A_YEAR + day.month - 1) // standard.per * standard.per
    first = date(number // MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1, 1)
    after = add_months(first, standard.per, rounding=Rounding.LAST_DAY_OF_MONTH)
    return first, after - ONE_DAY


def _once(life: Life, standard: Standard, live: Sequence[Row], today: date) -> Iterator[Opening]:
    if any(row.standard == standard.id for row in live):
        return
    reach = today - timedelta(days=REACH_BACK.on(today).amount)
    rows = [row for row in life.rows if row.standard == standard.id]
    for day in sorted(_triggers(life, standard, today)):
        if not max(reach, standard.since) <= day <= today:
            continue
        if not any(row.opens_on >= day or (row.done_on or date.min) >= day for row in rows):
            yield _opening(standard, day, due_after(standard, day))
            return


def _triggers(life: Life, standard: Standard, today: date) -> set[date]:
    """The days within supervision on which what sets the standard off happened.

    A term that is over sets nothing off any more: the next one asks for its own.
    """
    terms = [each for each in _terms(life, standard) if each.covers(today)]
    began = {each.began_on for each in terms}
    if standard.trigger == START:
        return began
    if standard.trigger == RELEASE:
        happened = _ends(each for each in life.held if each.what == "custody")
    elif standard.trigger == ADDRESS:
        happened = set(life.addresses) - began
    else:
        raise ValueError(f"[{standard.trigger}] sets no standard off.")
    return {day for day in happened if any(each.covers(day) for each in terms)}


def _terms(life: Life, standard: Standard) -> list[Days]:
    """The terms of supervision that the standard is for."""
    own = [each for each in life.supervised if each.what == standard.case_type]
    return own or list(life.supervised)


def _ends(held: Iterable[Days]) -> set[date]:
    return {each.ended_on for each in held if each.ended_on is not None}


def _base(life: Life, standard: Standard, today: date) -> date:
    """The day from which the standard is reckoned for the person; never later than today."""
    began = (each.began_on for each in _terms(life, standard) if each.covers(today))
    starts = [standard.since, min(began, default=today)]
    if standard.level:
        starts += [each.began_on for each in life.levels if each.covers(today)]
    starts += [day for day in _ends(life.held) if day <= today]
    return min(max(starts), today)


def due_after(standard: Standard, anchor: date) -> date:
    """The day by which the standard asks for the next one, reckoned from a day."""
    if standard.unit == BUSINESS_DAY:
        return FEDERAL.after_business_days(anchor, standard.per)
    if standard.unit == MONTH and standard.count == 1:
        return add_months(anchor, standard.per, rounding=Rounding.LAST_DAY_OF_MONTH)
    return anchor + timedelta(days=max(1, int(_days(standard))))


def _opening(standard: Standard, opens_on: date, due_on: date, *, slot: int = 1) -> Opening:
    due_on = max(due_on, opens_on)
    return Opening(standard, slot, opens_on, due_on, grace_until(standard.kind, due_on))
