"""What a scenario comes to over everybody: counts, bed days and how they are spread.

All functions are pure and take people's outcomes; a projection may use them as they stand.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import TypeVar

from timecomp.engine.dates import Rounding, add_days, add_years, month_number
from timecomp.law.proposals.months import ALL
from timecomp.law.proposals.outcomes import Outcome

HORIZONS = (30, 365, 1825)
YEARS_AHEAD = 10
MONTHS_AHEAD = 120
# Upper ends of the groups in which shifts are shown, in days.
SHIFT_GROUPS = (-3650, -1825, -730, -365, -180, -90, -30, -1, 30, 90, 180, 365, 730, 1825, 3650)
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Spread:
    """People whose release moves, and the bed days that come to, under one heading."""

    people: int
    bed_days: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one run.

    `changed` counts people of whom any date differs, `earlier` and `later` those whose release
    moves (or, on probation or in jail only, whose sentences end sooner or later). `bed_days` is
    the sum of the shifts of release; what moves from a day to none or from none to a day has no
    length and is counted apart as `closed` and `opened`.
    """

    changed: int
    earlier: int
    later: int
    opened: int
    closed: int
    released_within: Mapping[int, int]
    bed_days: int
    median_shift_days: int
    end_days: int
    questions: int
    by_shift: Mapping[str, int]
    releases_by_month: Mapping[str, tuple[int, int]]
    bed_days_by_year: Mapping[int, int]
    by_offence_group: Mapping[str, Spread]
    by_sentence_year: Mapping[str, Spread]


def figures(outcomes: Sequence[Outcome], *, as_of: date, granted_percent: int = ALL) -> Figures:
    """Every figure of the outcomes.

    With `granted_percent` below a hundred each person counts as that share: expected values.
    """
    whole = _Share(granted_percent)
    moved = [each for each in outcomes if each.before != each.after]
    shifts = [shift for each in moved if (shift := each.shift_days) is not None]
    return Figures(
        changed=sum(each.is_changed for each in outcomes),
        earlier=sum(_is_earlier(each) for each in outcomes),
        later=sum(_is_later(each) for each in outcomes),
        opened=sum(each.before is None for each in moved),
        closed=sum(each.after is None for each in moved),
        released_within={days: whole.of(_within(moved, as_of, days)) for days in HORIZONS},
        bed_days=whole.of(sum(shifts)),
        median_shift_days=round(median(shifts)) if shifts else 0,
        end_days=whole.of(sum(each.end_shift_days for each in outcomes)),
        questions=sum(each.questions for each in outcomes),
        by_shift=shift_histogram(shifts),
        releases_by_month=releases_by_month(outcomes, as_of=as_of, granted_percent=granted_percent),
        bed_days_by_year={
            year: whole.of(days) for year, days in bed_days_by_year(moved, as_of=as_of).items()
        },
        by_offence_group=spread_by(moved, lambda each: each.offence_group, whole.percent),
        by_sentence_year=spread_by(moved, lambda each: str(each.sentence_year), whole.percent),
    )


@dataclass(frozen=True, slots=True)
class _Share:
    percent: int

    def of(self, total: int) -> int:
        return round(total * self.percent / ALL)


def spread_by(
    moved: Iterable[Outcome], key: Callable[[Outcome], K], granted_percent: int = ALL
) -> dict[K, Spread]:
    """People and bed days under each heading, in the order of the headings."""
    people: Counter[K] = Counter()
    days: Counter[K] = Counter()
    for each in moved:
        people[key(each)] += 1
        days[key(each)] += each.shift_days or 0
    share = _Share(granted_percent)
    return {
        heading: Spread(people[heading], share.of(days[heading]))
        for heading in sorted(people, key=str)
    }


def shift_histogram(shifts: Iterable[int]) -> dict[str, int]:
    """How many people move by how many days, in groups; every group is there."""
    found = Counter(_shift_group(shift) for shift in shifts)
    headings = [_heading(place) for place in range(len(SHIFT_GROUPS) + 1)]
    return {heading: found[place] for place, heading in enumerate(headings)}


def releases_by_month(
    outcomes: Iterable[Outcome], *, as_of: date, granted_percent: int = ALL
) -> dict[str, tuple[int, int]]:
    """Releases of people now in prison in each month of the next ten years: today's law, the
    change."""
    today: Counter[int] = Counter()
    changed: Counter[int] = Counter()
    for each in outcomes:
        if each.is_held:
            today[_month_from(as_of, each.before)] += 1
            changed[_month_from(as_of, each.after)] += 1
    share, first = _Share(granted_percent), month_number(as_of)
    return {
        _month_name(first + ahead): (
            today[ahead],
            today[ahead] + share.of(changed[ahead] - today[ahead]),
        )
        for ahead in range(MONTHS_AHEAD)
    }


def bed_days_by_year(moved: Iterable[Outcome], *, as_of: date) -> dict[int, int]:
    """Days in prison more (or fewer) in each of the next ten years, for people now in prison."""
    edges = [_anniversary(as_of, years) for years in range(YEARS_AHEAD + 1)]
    days = dict.fromkeys(range(1, YEARS_AHEAD + 1), 0)
    for each in moved:
        if not each.is_held:
            continue
        for year in days:
            begins, ends = edges[year - 1], edges[year]
            days[year] += _held(each.after, begins, ends) - _held(each.before, begins, ends)
    return days


def _is_earlier(each: Outcome) -> bool:
    """Release comes sooner; for who never has a day of release, the end of everything."""
    if each.before is None and each.after is None:
        return each.end_shift_days < 0
    return (each.after or date.max) < (each.before or date.max)


def _is_later(each: Outcome) -> bool:
    if each.before is None and each.after is None:
        return each.end_shift_days > 0
    return (each.after or date.max) > (each.before or date.max)


def _within(moved: Iterable[Outcome], as_of: date, days: int) -> int:
    last = add_days(as_of, days)
    return sum(_falls(each.after, as_of, last) - _falls(each.before, as_of, last) for each in moved)


def _falls(day: date | None, first: date, last: date) -> bool:
    return day is not None and first <= day <= last


def _held(release: date | None, begins: date, ends: date) -> int:
    """Days of the year that a person who leaves on that day spends in prison."""
    if release is None or release >= ends:
        return (ends - begins).days
    return max(0, (release - begins).days)


def _month_from(as_of: date, day: date | None) -> int:
    """How many months ahead the day falls; a past day or none falls outside the months shown."""
    if day is None or day < as_of:
        return -1
    return month_number(day) - month_number(as_of)


def _month_name(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02d}"


def _anniversary(day: date, years: int) -> date:
    return add_years(day, years, rounding=Rounding.LAST_DAY_OF_MONTH)


def _shift_group(shift: int) -> int:
    return sum(shift > end for end in SHIFT_GROUPS)


def _heading(place: int) -> str:
    if place == 0:
        return f"{-SHIFT_GROUPS[0]:,} days or more earlier"
    if place == len(SHIFT_GROUPS):
        return f"more than {SHIFT_GROUPS[-1]:,} days later"
    low, high = SHIFT_GROUPS[place - 1] + 1, SHIFT_GROUPS[place]
    if high < 0:
        return f"{-high:,} to {-low:,} days earlier"
    return f"{max(low, 1):,} to {high:,} days later"
