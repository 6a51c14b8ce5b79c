"""The clerks' queue: what is to be settled, who has it in hand, and the list as a file."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from offenders.views.frame import reading_of
from ots.access.lists import masked_page
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.access.viewer import NotAllowedError
from ots.core.numbers import whole_number
from timecomp.selectors.queue import (
    AGES,
    WHOSE,
    QueueFilter,
    colleagues,
    counts_by_rule,
    offices_to_choose,
    queue,
    queue_csv,
)
from timecomp.selectors.runs import latest_run, requests_waiting
from timecomp.services.assignment import (
    Moved,
    give_back_questions,
    give_questions,
    take_questions,
)

# Older than any question; a larger number of days reaches before the calendar.
MOST_DAYS = 36_500


@page(Permission.COMPUTATION_RUN)
def overview(request: PageRequest) -> HttpResponse:
    """Show what computations leave to a clerk, those of people soon to be released first."""
    asked = asked_for(request.GET)
    found = masked_page(request, queue(request.viewer, asked), list_name="questions to settle")
    context = {
        "found": found,
        "asked": asked,
        "query": request.GET.urlencode(),
        "ages": AGES,
        "whose": WHOSE.items(),
        "offices": offices_to_choose(),
        "clerks": colleagues(request.viewer),
        "counts": counts_by_rule(request.viewer),
        "run": latest_run(reading_of(request)),
        "waiting": requests_waiting(request.viewer),
    }
    return render(request, "timecomp/overview.html", context)


@page(Permission.PEOPLE_EXPORT)
@asks_release(Outlet.LIST)
def queue_export(request: PageRequest) -> HttpResponse:
    """Send the questions asked for as CSV, only with the columns the viewer may see."""
    text = queue_csv(request.viewer, asked_for(request.GET))
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="questions.csv"'
    return response


@require_POST
@page(Permission.COMPUTATION_SETTLE)
def questions_assign(request: PageRequest) -> HttpResponse:
    """Take, give or give back the questions that were ticked, and say what became of them."""
    ticked = [number for each in request.POST.getlist("question") if (number := whole_number(each))]
    if not ticked:
        messages.warning(request, "Tick at least one question first.")
    else:
        _say(request, _assigned(request, ticked))
    return redirect(f"{reverse('timecomp:overview')}?{request.POST.get('query', '')}")


def _assigned(request: PageRequest, ticked: list[int]) -> Moved:
    act, viewer = request.POST.get("act", ""), request.viewer
    if act == "take":
        return take_questions(viewer, ticked)
    if act == "back":
        return give_back_questions(viewer, ticked)
    clerk = whole_number(request.POST.get("clerk", ""))
    if act != "give" or clerk is None:
        raise BadRequest("Choose the clerk to give the questions to.")
    try:
        return give_questions(viewer, ticked, clerk_id=clerk)
    except NotAllowedError as error:
        raise BadRequest("That user may not settle questions.") from error


def _say(request: PageRequest, moved: Moved) -> None:
    if moved.moved:
        plural = "" if moved.moved == 1 else "s"
        messages.success(request, f"{moved.moved} question{plural} changed hands.")
    if moved.left:
        messages.warning(request, f"{moved.left} stayed where they are: another clerk has them.")


def asked_for(query: QueryDict) -> QueueFilter:
    """Read what the clerk asked to see; what cannot be read is not asked."""
    return QueueFilter(
        rule=query.get("rule", ""),
        whose=query.get("whose", ""),
        office=whole_number(query.get("office", "")),
        older_than=_days(query.get("older_than", "")),
    )


def _days(text: str) -> int | None:
    number = whole_number(text)
    return None if number is None else min(number, MOST_DAYS)
