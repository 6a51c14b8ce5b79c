"""A person's dates, the why of each, and computing them again."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from offenders.views.frame import person_page, reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from timecomp.selectors.changes import changes_since_official
from timecomp.selectors.dates import person_dates as dates_of
from timecomp.selectors.history import computation_history
from timecomp.selectors.questions import decisions_of
from timecomp.selectors.sheets import person_drawing
from timecomp.selectors.worksheets import date_worksheet
from timecomp.services.computing import compute_person


@page(Permission.COMPUTATION_VIEW, scope=Scope.PERSON)
def person_dates(request: PageRequest, *, person: int) -> HttpResponse:
    """Show what stands, sentence by sentence, and how it came about."""
    reading, chosen = reading_of(request), request.GET.get("sentence", "")
    dates = dates_of(reading, person)
    return person_page(
        request,
        "timecomp/person_dates.html",
        person,
        dates=dates,
        whole=dates.whole(chosen) if dates else (),
        drawing=person_drawing(reading, person, chosen=chosen),
        history=computation_history(reading, person),
        changes=changes_since_official(reading, person),
        decisions=decisions_of(reading, person),
    )


@page(Permission.COMPUTATION_VIEW, scope=Scope.PERSON)
def person_date_worksheet(request: PageRequest, *, person: int, key: str) -> HttpResponse:
    """Show the steps that led to one date, each with its law."""
    sheet = date_worksheet(reading_of(request), person, key)
    if sheet is None:
        raise Http404("No such date.")
    return person_page(request, "timecomp/person_date_worksheet.html", person, sheet=sheet)


@require_POST
@page(Permission.COMPUTATION_RUN, scope=Scope.PERSON)
def person_compute(request: PageRequest, *, person: int) -> HttpResponse:
    """Compute the person now and say whether anything is different."""
    before = dates_of(reading_of(request), person)
    compute_person(request.viewer, person, event="asked for by hand")
    after = dates_of(reading_of(request), person)
    if before is not None and after is not None and before.days == after.days:
        messages.info(request, "Computed again: every date is as it was.")
    else:
        messages.success(request, "Computed.")
    return redirect("timecomp:person-dates", person=person)
