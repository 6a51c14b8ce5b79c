"""Bars and lines of a run's figures, ready to be drawn: every number a place on the paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH, ROW, LEFT, RIGHT = 420, 26, 190, 80
HEIGHT, TOP, BASE = 220, 14, 24


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar that lies, with its words before it and its number after."""

    label: str
    value: int
    x: int
    y: int
    width: int
    is_minus: bool

    @property
    def baseline(self) -> int:
        """Where its words stand."""
        return self.y + ROW * 2 // 3

    @property
    def after(self) -> int:
        """Where its number stands."""
        return self.x + self.width + 6


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars below each other."""

    id: str
    title: str
    unit: str
    bars: tuple[Bar, ...]
    width: int = WIDTH

    @property
    def height(self) -> int:
        """How high the paper is."""
        return ROW * len(self.bars) + 8


@dataclass(frozen=True, slots=True)
class Month:
    """Releases of one month under both laws."""

    name: str
    today: int
    proposed: int


@dataclass(frozen=True, slots=True)
class LineChart:
    """Two lines over the months, and the years written under them."""

    today: str
    proposed: str
    years: tuple[tuple[int, str], ...]
    highest: int
    months: tuple[Month, ...]
    width: int = WIDTH
    height: int = HEIGHT


def bars(id: str, title: str, unit: str, values: Mapping[str, int]) -> BarChart:
    """Return a chart of the values, the longest bar as wide as the paper allows."""
    longest = max((abs(value) for value in values.values()), default=0) or 1
    room = WIDTH - LEFT - RIGHT
    drawn = tuple(
        Bar(label, value, LEFT, 4 + ROW * place, round(room * abs(value) / longest), value < 0)
        for place, (label, value) in enumerate(values.items())
    )
    return BarChart(id, title, unit, drawn)


def charts_of(figures: Mapping[str, object]) -> list[BarChart]:
    """Return the bar charts of a run."""
    years = {f"Year {year}": days for year, days in _numbers(figures, "bed_days_by_year").items()}
    shifts = {name: people for name, people in _numbers(figures, "by_shift").items() if people}
    return [
        bars("bed-days", "Bed days in each of the next ten years", "days", years),
        bars("shifts", "By how much release moves", "people", shifts),
    ]


def releases_chart(figures: Mapping[str, object]) -> LineChart:
    """Return the releases of the next ten years by month, both laws."""
    found = figures.get("releases_by_month")
    months = tuple(
        Month(name, int(pair[0]), int(pair[1]))
        for name, pair in (found.items() if isinstance(found, Mapping) else ())
    )
    return lines(months)


def lines(months: tuple[Month, ...]) -> LineChart:
    """Return the months drawn as one line for each law."""
    highest = max((max(each.today, each.proposed) for each in months), default=0) or 1
    years = tuple(
        (_x(place, len(months)), each.name[:4])
        for place, each in enumerate(months)
        if each.name.endswith("-01")
    )
    return LineChart(
        today=_line([each.today for each in months], highest),
        proposed=_line([each.proposed for each in months], highest),
        years=years,
        highest=highest,
        months=months,
    )


def years_of(chart: LineChart) -> list[Month]:
    """Return the same releases by calendar year, for the table."""
    sums: dict[str, list[int]] = {}
    for each in chart.months:
        pair = sums.setdefault(each.name[:4], [0, 0])
        pair[0] += each.today
        pair[1] += each.proposed
    return [Month(year, *pair) for year, pair in sums.items()]


def _line(values: Sequence[int], highest: int) -> str:
    room = HEIGHT - TOP - BASE
    return " ".join(
        f"{_x(place, len(values))},{TOP + room - round(room * value / highest)}"
        for place, value in enumerate(values)
    )


def _x(place: int, places: int) -> int:
    left = 40
    return left + round((WIDTH - left - 8) * place / max(1, places - 1))


def _numbers(figures: Mapping[str, object], key: str) -> dict[str, int]:
    found = figures.get(key)
    return {str(k): int(v) for k, v in found.items()} if isinstance(found, Mapping) else {}
