"""Giving cases to somebody of the own office, many at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from interstate.selectors.members import own_offices, posts_of_office
from interstate.selectors.worklist import own_cases
from interstate.services.cases import CaseRefusedError, give_cases
from ots.access.lists import masked_page
from ots.access.models import User
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.core.numbers import whole_number


@page(Permission.COMPACT_ROUTE)
def cases_give(request: PageRequest) -> HttpResponse:
    """Show the own office's open cases; those ticked go to whom was chosen."""
    posts = [post for office in own_offices(request.viewer) for post in posts_of_office(office.pk)]
    if request.method == "POST":
        chosen = whole_number(request.POST.get("to", ""))
        ticked = [key for each in request.POST.getlist("case") if (key := whole_number(each))]
        to = next((post for post in posts if post.pk == chosen), None)
        if to is None or not ticked:
            messages.warning(request, "Tick at least one case, and choose to whom it goes.")
        else:
            _give(request, ticked, to.user)
        return redirect("interstate:cases-give")
    found = masked_page(request, own_cases(request.viewer), list_name="compact cases to give")
    return render(request, "interstate/cases_give.html", {"found": found, "posts": posts})


def _give(request: PageRequest, ticked: list[int], to: User) -> None:
    try:
        given = give_cases(request.viewer, ticked, to)
    except CaseRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        plural = "" if given == 1 else "s"
        messages.success(request, f"{given} case{plural} given to {to}.")
