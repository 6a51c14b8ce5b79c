"""Searching for people."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from offenders.forms.search import PersonSearchForm
from offenders.selectors.search import export_people, find_people
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.access.searching import asked, searches
from ots.core.numbers import whole_number


@page(Permission.PERSON_SEARCH)
@searches()
def person_search(request: PageRequest) -> HttpResponse:
    """Show the search, and who was found if something was asked."""
    form = _form(request)
    results = None
    if form.is_valid():
        criteria = form.criteria(page=_page_number(request))
        if criteria.used():
            results = find_people(request.viewer, criteria, seen=request.seen)
    return render(request, "offenders/person_search.html", {"form": form, "results": results})


@page(Permission.PEOPLE_EXPORT)
@searches()
@asks_release(Outlet.LIST)
def person_search_export(request: PageRequest) -> HttpResponse:
    """Send the people found as a file; back to the search if it says nothing or is wrong."""
    form = _form(request)
    if not form.is_valid() or not form.criteria().used():
        return redirect(f"{reverse('offenders:person-search')}?{request.GET.urlencode()}")
    response = HttpResponse(
        export_people(request.viewer, form.criteria()), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="people.csv"'
    return response


def _form(request: PageRequest) -> PersonSearchForm:
    today = timezone.localdate()
    return PersonSearchForm(asked(request) or None, viewer=request.viewer, today=today)


def _page_number(request: PageRequest) -> int:
    return whole_number(request.GET.get("page", "")) or 1
