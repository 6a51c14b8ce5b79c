"""All reports of the office, and the rows of one."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from django.db.models import Count, DateTimeField, Model, Q, QuerySet

from interstate.models import CompactCase, SavedReport
from interstate.rules.vocabulary import OVER
from interstate.selectors.offices import Offices, cases_of_offices
from interstate.selectors.reports.counting import COUNTED
from interstate.selectors.reports.of_cases import OF_CASES
from interstate.selectors.reports.of_events import OF_EVENTS
from interstate.selectors.reports.of_limits import OF_LIMITS
from interstate.selectors.reports.of_posts import OF_POSTS
from interstate.selectors.reports.report import (
    Column,
    Counted,
    CountedRow,
    Listed,
    Report,
    ReportAsked,
    is_open,
    narrowing,
)
from ots.access.exports import export_csv, value_at
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer

_ALL: Final[tuple[Report, ...]] = (*OF_CASES, *OF_EVENTS, *OF_LIMITS, *COUNTED, *OF_POSTS)
REPORTS: Final = {each.slug: each for each in _ALL}

# Those that the office's page counts beside their names: each is asked by the state of a case.
FRONT: Final = (
    *("active", "departure", "arrival", "failed", "request", "closing", "ending", "tolled"),
    *("retaking", "returning", "rejected", "unassigned"),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A value under its column."""

    column: Column
    value: object


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a report as its page shows it."""

    person_id: object
    case_id: object
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Headed:
    """A line of counts, each value under its heading."""

    labels: tuple[tuple[str, str], ...]
    figures: tuple[tuple[str, int], ...]


def reports_by_group(viewer: Viewer) -> list[tuple[str, list[Report]]]:
    """Return the reports that are open to the viewer by group, both in their order."""
    order = list(dict.fromkeys(each.group for each in REPORTS.values()))
    shown = sorted(
        (each for each in REPORTS.values() if is_open(viewer, each)),
        key=lambda each: order.index(each.group),
    )
    return [(group, list(reports)) for group, reports in groupby(shown, lambda each: each.group)]


def report_of(viewer: Viewer, slug: str) -> Report | None:
    """Return the report of a name, if it is open to the viewer."""
    found = REPORTS.get(slug)
    return found if found and is_open(viewer, found) else None


def rows_of(viewer: Viewer, report: Listed, asked: ReportAsked) -> "QuerySet[Model]":
    """Return the rows that a report lists, as far as the viewer reaches them."""
    source = report.source
    rows = source.model._default_manager.alias(**source.worked_out).filter(
        narrowing(viewer, asked, source.to_case),
        source.keep(asked),
        report.keep(asked),
        _in_period(report, asked),
    )
    return (
        in_scope(viewer, rows, person=f"{source.to_case}person")
        .select_related(*source.related, *_links(report))
        .prefetch_related(*report.along)
        .order_by(*report.order)
    )


def line_of(report: Listed, row: object) -> Line:
    """Return a masked row as the page shows it: its cells, and which case it leads to."""
    case = row if report.source.model is CompactCase else value_at(row, "case")
    return Line(
        person_id=value_at(case, "person__pk"),
        case_id=value_at(case, "pk"),
        cells=tuple(Cell(each, value_at(row, each.path)) for each in report.columns),
    )


def counts_of(viewer: Viewer, report: Counted, asked: ReportAsked) -> list[CountedRow]:
    """Return the lines that a report counts."""
    return report.count(viewer, asked)


def headed(report: Counted, row: CountedRow) -> Headed:
    """Return a line of counts with the headings of its columns."""
    return Headed(
        labels=tuple(zip(report.labels, row.labels, strict=True)),
        figures=tuple(zip(report.figures, row.figures, strict=True)),
    )


def as_csv(viewer: Viewer, report: Listed, asked: ReportAsked) -> str:
    """Return what a report lists as CSV, hidden columns left out."""
    columns = [each.path for each in report.columns]
    rows = rows_of(viewer, report, asked)
    return export_csv(
        viewer, report.source.model, rows, columns, list_name=f"compact {report.slug}"
    )


def front_counts(viewer: Viewer, offices: Offices, *, today: date) -> list[tuple[Report, int]]:
    """Return the reports of the office's page with how many cases each lists; one query."""
    rows = CompactCase.objects.filter(cases_of_offices(offices)).exclude(state__in=OVER)
    asked = ReportAsked(offices=offices, today=today, since=today, until=today)
    reports = [REPORTS[slug] for slug in FRONT]
    counts = in_scope(viewer, rows, person="person").aggregate(
        **{
            each.slug: Count("pk", filter=each.keep(asked))
            for each in reports
            if isinstance(each, Listed)
        }
    )
    return [(each, counts[each.slug]) for each in reports]


def kept_reports(viewer: Viewer) -> "QuerySet[SavedReport]":
    """Return the reports that the viewer keeps by name."""
    return SavedReport.objects.filter(owner=viewer.user)


def kept_report(viewer: Viewer, key: int) -> SavedReport | None:
    """Return a report that the viewer keeps; nobody opens another's."""
    return kept_reports(viewer).filter(pk=key).first()


def _in_period(report: Listed, asked: ReportAsked) -> Q:
    if not report.dated:
        return Q()
    if not isinstance(report.source.model._meta.get_field(report.dated), DateTimeField):
        days = {f"{report.dated}__gte": asked.since, f"{report.dated}__lte": asked.until}
        return Q(**days)
    return Q(**{f"{report.dated}__gte": asked.began_at, f"{report.dated}__lt": asked.ended_at})


def _links(report: Listed) -> list[str]:
    """The links among the report's own columns."""
    names = {field.name for field in report.source.model._meta.fields if field.is_relation}
    return [each.path for each in report.more if each.path in names]
