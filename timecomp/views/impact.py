"""What a proposed law would do: choosing one, setting it, running it and reading the figures."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from offenders.views.frame import reading_of, sent
from ots.access.lists import masked_page
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.core.numbers import whole_number
from timecomp.forms.impact import ImpactForm
from timecomp.law.proposals.editing import shipped_values
from timecomp.selectors.impact_charts import charts_of, releases_chart, years_of
from timecomp.selectors.impact_runs import (
    compared,
    impact_run_of,
    impact_runs_shown,
    other_runs,
    people_csv,
    people_moved,
    scenario_run,
    scenarios_to_run,
    sees_people,
    within_of,
)
from timecomp.services.impact import start_impact_run


@page(Permission.IMPACT_VIEW)
def impact(request: PageRequest) -> HttpResponse:
    """List the proposed laws and the runs that were made."""
    context = {
        "scenarios": scenarios_to_run(request.viewer),
        "runs": impact_runs_shown(reading_of(request)),
        "may_run": request.viewer.may(Permission.IMPACT_RUN),
    }
    return render(request, "timecomp/impact.html", context)


@page(Permission.IMPACT_RUN)
def impact_start(request: PageRequest, *, scenario: str) -> HttpResponse:
    """Offer a proposed law's numbers to be set, and run it as set."""
    chosen = {each.id: each for each in scenarios_to_run(request.viewer)}.get(scenario)
    if chosen is None:
        raise Http404("No such proposed law.")
    form = ImpactForm(sent(request), values=shipped_values(scenario))
    if not form.is_valid():
        context = {"form": form, "scenario": chosen}
        return render(request, "timecomp/impact_start.html", context)
    run = start_impact_run(request.viewer, scenario_id=scenario, text=form.text)
    messages.success(request, "The run has begun. The figures appear here when it is done.")
    return redirect("timecomp:impact-run", law_run=run.pk)


@page(Permission.IMPACT_VIEW)
def impact_run(request: PageRequest, *, law_run: int) -> HttpResponse:
    """Show how far a run has come, or its figures with what was assumed."""
    found = impact_run_of(request.viewer, law_run)
    releases = releases_chart(found.figures)
    context = {
        "run": reading_of(request).masked(found),
        "scenario": scenario_run(found),
        "figures": found.figures,
        "within": within_of(found),
        "charts": charts_of(found.figures),
        "releases": releases,
        "years": years_of(releases),
        "sees_people": sees_people(request.viewer),
        "others": other_runs(reading_of(request), law_run),
    }
    return render(request, "timecomp/impact_run.html", context)


@page(Permission.IMPACT_VIEW)
def impact_people(request: PageRequest, *, law_run: int) -> HttpResponse:
    """List the people whom a run moves, for those who may see their dates."""
    found = impact_run_of(request.viewer, law_run)
    rows = masked_page(
        request, people_moved(request.viewer, law_run), list_name="people a law would move"
    )
    context = {
        "run": reading_of(request).masked(found),
        "found": rows,
        "sees_people": sees_people(request.viewer),
        "may_export": request.viewer.may(Permission.PEOPLE_EXPORT),
    }
    return render(request, "timecomp/impact_people.html", context)


@page(Permission.IMPACT_VIEW)
@asks_release(Outlet.LIST)
def impact_people_export(request: PageRequest, *, law_run: int) -> HttpResponse:
    """Send the same list as CSV, only with the columns the viewer may see."""
    if not request.viewer.may(Permission.PEOPLE_EXPORT):
        messages.error(request, "Your role may not download lists of people.")
        return redirect("timecomp:impact-people", law_run=law_run)
    text = people_csv(request.viewer, law_run)
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="impact-{law_run}.csv"'
    return response


@page(Permission.IMPACT_VIEW)
def impact_scenario_export(request: PageRequest, *, law_run: int) -> HttpResponse:
    """Send the scenario as it was run, in the form that the command reads."""
    found = impact_run_of(request.viewer, law_run)
    response = HttpResponse(found.scenario, content_type="text/plain; charset=utf-8")
    name = f"{found.scenario_id}-{law_run}.toml"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@page(Permission.IMPACT_VIEW)
def impact_compare(request: PageRequest, *, law_run: int) -> HttpResponse:
    """Show two runs side by side."""
    other = whole_number(request.GET.get("other", ""))
    if other is None:
        messages.info(request, "Choose the run to compare with, at the end of the page.")
        return redirect("timecomp:impact-run", law_run=law_run)
    one, two = impact_run_of(request.viewer, law_run), impact_run_of(request.viewer, other)
    reading = reading_of(request)
    context = {
        "one": reading.masked(one),
        "other": reading.masked(two),
        "rows": compared(one, two),
    }
    return render(request, "timecomp/impact_compare.html", context)
