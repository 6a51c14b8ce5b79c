"""The office's reports: all of them, one with its filter, as a file, and those kept by name."""

import csv
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from interstate.forms.reports import KeepForm, ReportForm
from interstate.selectors.offices import offices_for
from interstate.selectors.reports import book
from interstate.selectors.reports.report import Counted, Listed, Report, ReportAsked
from interstate.services.reports import NameTakenError, forget_report, keep_report
from ots.access.exports import spreadsheet_cell
from ots.access.lists import masked_page
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.core.numbers import whole_number
from ots.core.pagination import paginate


@page(Permission.COMPACT_ROUTE)
def office_reports(request: PageRequest) -> HttpResponse:
    """Show which reports there are, those that the viewer keeps first."""
    context = {
        "groups": book.reports_by_group(request.viewer),
        "kept": kept_with_addresses(request),
    }
    return render(request, "interstate/office_reports.html", context)


@page(Permission.COMPACT_ROUTE)
def office_report(request: PageRequest, report: str) -> HttpResponse:
    """Show what a report lists or counts, narrowed as asked."""
    found = _report(request, report)
    form = ReportForm(request.GET, viewer=request.viewer, report=found)
    asked = _asked(request, form)
    context = {
        "report": found,
        "form": form,
        "asked": asked,
        "own": found.days.on(asked.today) if found.days else None,
        "days": asked.days_of(found.days).days if found.days else None,
        "query": request.GET.urlencode(),
        "may_export": isinstance(found, Counted) or request.viewer.may(Permission.PEOPLE_EXPORT),
        "keep": KeepForm(),
        **_results(request, found, asked),
    }
    return render(request, "interstate/office_report.html", context)


@page(Permission.COMPACT_ROUTE)
@asks_release(Outlet.LIST)
def office_report_export(request: PageRequest, report: str) -> HttpResponse:
    """Send a report as CSV, only with the columns the viewer may see."""
    found = _report(request, report)
    form = ReportForm(request.GET, viewer=request.viewer, report=found)
    asked = _asked(request, form)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="compact-{found.slug}.csv"'
    if isinstance(found, Listed):
        if not request.viewer.may(Permission.PEOPLE_EXPORT):
            messages.error(request, "Your role may not download lists of people.")
            return redirect("interstate:office-report", report=found.slug)
        response.write(book.as_csv(request.viewer, found, asked))
        return response
    writer = csv.writer(response)
    writer.writerow([*found.labels, *found.figures])
    for row in book.counts_of(request.viewer, found, asked):
        writer.writerow([*map(spreadsheet_cell, row.labels), *row.figures])
    return response


@require_POST
@page(Permission.COMPACT_ROUTE)
def report_keep(request: PageRequest, report: str) -> HttpResponse:
    """Keep a report with the filter of the address under the name that was written."""
    found = _report(request, report)
    form = ReportForm(request.GET, viewer=request.viewer, report=found)
    one = _asked(request, form).offices.one
    terms = {**form.terms(), **({"office": str(one.pk)} if one else {})}
    keep = KeepForm(request.POST)
    if not keep.is_valid():
        messages.error(request, "Write a name of at most 60 letters.")
        return HttpResponseRedirect(_address(found.slug, terms))
    try:
        keep_report(request.viewer, found.slug, name=keep.cleaned_data["name"], terms=terms)
    except NameTakenError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Kept among your lists: it stands first among the reports.")
    return HttpResponseRedirect(_address(found.slug, terms))


@require_POST
@page(Permission.COMPACT_ROUTE)
def report_forget(request: PageRequest, kept: int) -> HttpResponse:
    """Delete a report that the viewer keeps."""
    found = book.kept_report(request.viewer, kept)
    if found is None:
        raise Http404
    forget_report(request.viewer, found)
    messages.success(request, "Deleted.")
    return redirect("interstate:office-reports")


def kept_with_addresses(request: PageRequest) -> list[dict[str, object]]:
    """Return the reports that the viewer keeps, each with the address that shows it."""
    return [
        {"pk": each.pk, "name": each.name, "address": _address(each.report, each.terms)}
        for each in book.kept_reports(request.viewer)
        if book.report_of(request.viewer, each.report)
    ]


def _report(request: PageRequest, slug: str) -> Report:
    found = book.report_of(request.viewer, slug)
    if found is None:
        raise Http404("There is no such report.")
    return found


def _asked(request: PageRequest, form: ReportForm) -> ReportAsked:
    offices = offices_for(request.viewer, whole_number(request.GET.get("office", "")))
    return form.asked(offices, today=timezone.localdate())


def _results(request: PageRequest, report: Report, asked: ReportAsked) -> dict[str, object]:
    if isinstance(report, Counted):
        counted = paginate(request, book.counts_of(request.viewer, report, asked))
        return {"page": counted, "counts": [book.headed(report, row) for row in counted]}
    rows = book.rows_of(request.viewer, report, asked)
    found = masked_page(request, rows, list_name=f"compact {report.slug}")
    return {"page": found.page, "lines": [book.line_of(report, row) for row in found.rows]}


def _address(slug: str, terms: dict[str, str]) -> str:
    address = reverse("interstate:office-report", kwargs={"report": slug})
    return f"{address}?{urlencode(terms)}" if terms else address
