"""The nightly runs."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from offenders.views.frame import reading_of
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
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
    }
    return render(request, "timecomp/nightly_run.html", context)
