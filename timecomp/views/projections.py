"""The population of the next ten years: stating the rates, and reading what comes of them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from offenders.views.frame import reading_of, sent
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from timecomp.forms.projection import ProjectionForm
from timecomp.selectors.projections import (
    admissions_of_late,
    drawn,
    months_csv,
    projection_of,
    projections_shown,
    runs_to_project,
)
from timecomp.services.projecting import make_projection


@page(Permission.IMPACT_VIEW)
def projections(request: PageRequest) -> HttpResponse:
    """List the projections; whoever may run one states the rates and makes it."""
    form = _form(request)
    if form is not None and form.is_valid():
        made = make_projection(request.viewer, rates=form.rates, run_id=form.cleaned_data["run"])
        messages.success(request, "Projected. The rates are kept with the figures.")
        return redirect("timecomp:projection", projection=made.pk)
    context = {"form": form, "projections": projections_shown(reading_of(request))}
    return render(request, "timecomp/projections.html", context)


@page(Permission.IMPACT_VIEW)
def projection(request: PageRequest, *, projection: int) -> HttpResponse:
    """Show both populations by month, with everything that was assumed."""
    found = projection_of(request.viewer, projection)
    context = {
        "projection": reading_of(request).masked(found),
        "run_id": found.run_id,
        "drawn": drawn(found),
        "assumed": found.figures.get("assumed", []),
    }
    return render(request, "timecomp/projection.html", context)


@page(Permission.IMPACT_VIEW)
def projection_export(request: PageRequest, *, projection: int) -> HttpResponse:
    """Send every figure of every month as CSV; no person is in it."""
    text = months_csv(projection_of(request.viewer, projection))
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="projection-{projection}.csv"'
    return response


def _form(request: PageRequest) -> ProjectionForm | None:
    viewer = request.viewer
    if not viewer.may(Permission.IMPACT_RUN):
        return None
    return ProjectionForm(
        sent(request),
        runs=runs_to_project(viewer),
        admissions=admissions_of_late(viewer),
        run=request.GET.get("run", ""),
    )
