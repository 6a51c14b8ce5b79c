"""The six measures over what was owed: by quarter, by member, and the rows behind a figure.

Counted by the database, a fixed number of queries for any number of cases.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import ExtractQuarter, ExtractYear

from interstate.models import CompactObligation, Member
from interstate.rules.measures import (
    MEASURES,
    Measure,
    Outcome,
    Quarter,
    Tally,
    quarters_until,
)
from interstate.selectors.offices import Offices, other_member, owed_by
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer

QUARTERS_SHOWN: Final = 5
_OF_KEY: Final = {key.value: each.slug for each in MEASURES.values() for key in each.keys}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is counted: whose debts in which offices' cases, up to which quarter, on which day."""

    offices: Offices
    whose: str
    last: Quarter
    today: date

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters that are shown, the oldest first."""
        return quarters_until(self.last, QUARTERS_SHOWN)


@dataclass(frozen=True, slots=True)
class Cell:
    """A measure in one quarter, beside the target of its first day."""

    quarter: Quarter
    tally: Tally
    # Nothing before the first day of a target.
    target: int | None

    @property
    def is_met(self) -> bool | None:
        """Whether the share reaches the target; None where nothing is decided or asked."""
        return self.tally.meets(self.target)


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure through the quarters."""

    measure: Measure
    cells: tuple[Cell, ...]

    @property
    def is_idle(self) -> bool:
        """Whether nothing fell due or waits in any of the quarters."""
        return not any(cell.tally.counted or cell.tally.waiting for cell in self.cells)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A measure of one quarter with one other member."""

    member: Member
    cell: Cell


def measure_rows(viewer: Viewer, asked: Asked) -> list[MeasureRow]:
    """Return all measures through the quarters shown; one query."""
    rows = (
        _fell_due(viewer, asked, tuple(MEASURES.values()), asked.quarters)
        .annotate(year=ExtractYear("due_on"), number=ExtractQuarter("due_on"))
        .values("key", "year", "number")
        .annotate(**_outcomes(asked.today))
        .order_by()
    )
    found: dict[tuple[str, Quarter], Tally] = {}
    for row in rows:
        place = _OF_KEY[row["key"]], Quarter(row["year"], row["number"])
        found[place] = _sum(found.get(place, Tally()), _tally(row))
    return [
        MeasureRow(
            measure,
            tuple(
                _cell(measure, quarter, found.get((slug, quarter), Tally()))
                for quarter in asked.quarters
            ),
        )
        for slug, measure in MEASURES.items()
    ]


def member_rows(viewer: Viewer, asked: Asked, measure: Measure) -> list[MemberRow]:
    """Return a measure of the last quarter by the other member, the lowest share first.

    Members of whom nothing is decided come last; two queries.
    """
    rows = (
        _fell_due(viewer, asked, (measure,), (asked.last,))
        .annotate(other=other_member(asked.offices, "case__"))
        .values("other")
        .annotate(**_outcomes(asked.today))
        .order_by()
    )
    found = {row["other"]: _tally(row) for row in rows}
    shown = [
        MemberRow(member, _cell(measure, asked.last, found[member.pk]))
        for member in Member.objects.filter(pk__in=found)
    ]
    return sorted(shown, key=_worst_first)


def behind(
    viewer: Viewer,
    asked: Asked,
    measure: Measure,
    *,
    outcome: Outcome | None = None,
    member: str = "",
) -> QuerySet[CompactObligation]:
    """Return the rows behind a figure of the last quarter, the first due first."""
    rows = _fell_due(viewer, asked, (measure,), (asked.last,))
    if outcome is not None:
        rows = rows.filter(_when(asked.today)[outcome])
    return with_case(rows, asked.offices, member)


def with_case(
    rows: QuerySet[CompactObligation], offices: Offices, member: str = ""
) -> QuerySet[CompactObligation]:
    """Return the rows with their cases, of one other member if asked, the first due first."""
    if member:
        rows = rows.annotate(other=other_member(offices, "case__")).filter(other=member)
    return rows.select_related(
        "case__person", "case__sending", "case__receiving", "owing_office"
    ).order_by("due_on", "pk")


def _fell_due(
    viewer: Viewer, asked: Asked, measures: tuple[Measure, ...], quarters: tuple[Quarter, ...]
) -> QuerySet[CompactObligation]:
    rows = CompactObligation.objects.filter(
        owed_by(asked.offices, asked.whose),
        key__in=[key.value for each in measures for key in each.keys],
        due_on__gte=quarters[0].first_day,
        due_on__lt=quarters[-1].after,
        is_void=False,
    )
    return in_scope(viewer, rows, person="case__person")


def _when(today: date) -> dict[Outcome, Q]:
    is_open = Q(satisfied_on__isnull=True)
    return {
        Outcome.ON_TIME: Q(satisfied_on__lte=F("due_on")),
        Outcome.LATE: Q(satisfied_on__gt=F("due_on")),
        Outcome.MISSED: is_open & Q(due_on__lt=today),
        Outcome.WAITING: is_open & Q(due_on__gte=today),
    }


def _outcomes(today: date) -> dict[str, Count]:
    return {
        outcome.value: Count("pk", filter=condition) for outcome, condition in _when(today).items()
    }


def _tally(row: dict[str, int]) -> Tally:
    return Tally(**{each.value: row[each.value] for each in Outcome})


def _worst_first(row: MemberRow) -> tuple[bool, float]:
    tally = row.cell.tally
    share = tally.on_time / tally.counted if tally.counted else 1.0
    return not tally.counted, share


def _sum(one: Tally, other: Tally) -> Tally:
    return Tally(
        **{each.value: getattr(one, each.value) + getattr(other, each.value) for each in Outcome}
    )


def _cell(measure: Measure, quarter: Quarter, tally: Tally) -> Cell:
    target = measure.target_on(quarter.first_day)
    return Cell(quarter, tally, target.amount if target else None)
