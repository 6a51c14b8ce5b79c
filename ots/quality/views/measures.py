"""Rates and measures, on the page and as CSV; nothing in them is about one person."""

import csv
from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.quality.selectors import measures as selectors
from ots.quality.selectors.measures import GROUPS, Measure


@page(Permission.QUALITY_VIEW)
def rates_page(request: PageRequest) -> HttpResponse:
    """Show how often fields match, by court, county, clerk or field, quarter by quarter."""
    by = _by(request)
    context = {
        "rates": selectors.rates(request.viewer, by=by),
        "by": by,
        "group": GROUPS[by][0],
        "groups": [(key, words) for key, (words, _) in GROUPS.items()],
        "second": selectors.second_readings(request.viewer),
    }
    return render(request, "quality/rates.html", context)


@page(Permission.QUALITY_VIEW)
def rates_export(request: PageRequest) -> HttpResponse:
    """Send the rates as CSV."""
    by = _by(request)
    header = [GROUPS[by][0], "quarter", "compared", "match", "percent", "low", "high", "weighted"]
    rows = (
        [
            each.group,
            each.quarter,
            each.share.number,
            each.share.right,
            *_shown(each.share.percent),
            *_shown(each.share.low),
            *_shown(each.share.high),
            *_shown(each.weighted),
        ]
        for each in selectors.rates(request.viewer, by=by)
    )
    return _csv("rates", header, rows)


@page(Permission.QUALITY_VIEW)
def measures_page(request: PageRequest) -> HttpResponse:
    """Show completeness and timeliness over everybody, and accuracy of what was compared."""
    context = {"measures": _measures(request)}
    return render(request, "quality/measures.html", context)


@page(Permission.QUALITY_VIEW)
def measures_export(request: PageRequest) -> HttpResponse:
    """Send the measures as CSV."""
    header = ["measure", "number", "right", "percent", "low", "high", "green", "amber", "color"]
    rows = (
        [
            each.label,
            each.share.number,
            each.share.right,
            *_shown(each.share.percent),
            *_shown(each.share.low if each.is_sample else None),
            *_shown(each.share.high if each.is_sample else None),
            each.target.green if each.target else "",
            each.target.amber if each.target else "",
            each.colour,
        ]
        for each in _measures(request)
    )
    return _csv("measures", header, rows)


def _measures(request: PageRequest) -> list[Measure]:
    return selectors.measures(request.viewer, today=timezone.localdate())


def _by(request: PageRequest) -> str:
    asked = request.GET.get("by", "court")
    return asked if asked in GROUPS else "court"


def _shown(percent: float | None) -> tuple[str]:
    return ("" if percent is None else f"{percent:.2f}",)


def _csv(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    writer = csv.writer(response)
    writer.writerow(header)
    # A spreadsheet runs what begins like a formula; names are typed by people.
    writer.writerows(
        [f"'{cell}" if str(cell)[:1] in "=+-@" and str(cell) else cell for cell in row]
        for row in rows
    )
    return response
