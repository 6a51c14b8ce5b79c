"""The nightly runs."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from offenders.views.frame import reading_of
from ots.access.lists import masked_page
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from timecomp.selectors.law_moves import book_changes, moved_by_law, moved_by_law_csv, told
from timecomp.selectors.run_summary import ledger_of, masked_run, summary_of
from timecomp.selectors.runs import nightly_runs_shown


@page(Permission.COMPUTATION_RUN)
def nightly_runs(request: PageRequest) -> HttpResponse:
    """List the runs with their pace; one that is on shows how far it has come."""
    runs = nightly_runs_shown(reading_of(request))
    return render(request, "timecomp/nightly_runs.html", {"runs": runs})


@page(Permission.COMPUTATION_RUN)
def nightly_run(request: PageRequest, run: int) -> HttpResponse:
    """Show one run beside the one before it, and who did each of its stretches."""
    summary = summary_of(request.viewer, run)
    if summary is None:
        raise Http404
    context = {
        "run": masked_run(reading_of(request), summary),
        "summary": summary,
        "chunks": ledger_of(reading_of(request), run),
        "by_law": summary.run.causes.get("law", 0),
    }
    return render(request, "timecomp/nightly_run.html", context)


@page(Permission.COMPUTATION_RUN)
def nightly_law(request: PageRequest, run: int) -> HttpResponse:
    """List whose dates a run moved because the book changed, each with the rule or the value."""
    summary = summary_of(request.viewer, run)
    if summary is None:
        raise Http404
    rows = masked_page(
        request, moved_by_law(request.viewer, run), list_name="dates moved by the law"
    )
    told(request.viewer, rows.page.object_list)
    context = {
        "run": masked_run(reading_of(request), summary),
        "found": rows,
        "changes": book_changes(run),
        "may_export": request.viewer.may(Permission.PEOPLE_EXPORT),
    }
    return render(request, "timecomp/nightly_law.html", context)


@page(Permission.COMPUTATION_RUN)
@asks_release(Outlet.LIST)
def nightly_law_export(request: PageRequest, run: int) -> HttpResponse:
    """Send the same list as CSV, only with the columns the viewer may see."""
    if not request.viewer.may(Permission.PEOPLE_EXPORT):
        messages.error(request, "Your role may not download lists of people.")
        return redirect("timecomp:nightly-law", run=run)
    text = moved_by_law_csv(request.viewer, run)
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="law-of-run-{run}.csv"'
    return response
