"""Giving cases to somebody of the own office: those ticked, or all that somebody has."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from interstate.selectors.members import own_offices, posts_of_office
from interstate.selectors.worklist import holders, own_cases
from interstate.services.cases import CaseRefusedError, give_cases
from ots.access.lists import masked_page
from ots.access.models import User
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.core.numbers import whole_number


@page(Permission.COMPACT_ROUTE)
def cases_give(request: PageRequest) -> HttpResponse:
    """Show the own office's open cases, of one holder if asked; those meant go to one person."""
    posts = [post for office in own_offices(request.viewer) for post in posts_of_office(office.pk)]
    of = whole_number(request.GET.get("of", ""))
    cases = own_cases(request.viewer, of=of)
    if request.method == "POST":
        chosen = whole_number(request.POST.get("to", ""))
        is_all = of is not None and request.POST.get("all") == "yes"
        ticked = [key for each in request.POST.getlist("case") if (key := whole_number(each))]
        meant = list(cases.values_list("pk", flat=True)) if is_all else ticked
        to = next((post for post in posts if post.pk == chosen), None)
        if to is None or not meant:
            messages.warning(request, "Tick at least one case, and choose to whom it goes.")
        else:
            _give(request, meant, to.user)
        return redirect(reverse("interstate:cases-give") + (f"?of={of}" if of else ""))
    context = {
        "found": masked_page(request, cases, list_name="compact cases to give"),
        "posts": posts,
        "holders": holders(request.viewer),
        "of": of,
    }
    return render(request, "interstate/cases_give.html", context)


def _give(request: PageRequest, meant: list[int], to: User) -> None:
    try:
        given = give_cases(request.viewer, meant, to)
    except CaseRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        plural = "" if given == 1 else "s"
        messages.success(request, f"{given} case{plural} given to {to}.")
