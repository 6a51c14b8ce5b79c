"""The list of people an agent supervises, on screen and as a file."""

from django.http import HttpResponse
from django.shortcuts import render

from ots.access.lists import masked_page
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from supervision.selectors.caseload import SORT_READS, caseload, may_sort
from supervision.selectors.caseload_export import caseload_csv

SORT_LABELS = {"name": "Name", "status": "Status", "ends": "Supervision ends first"}


@page(Permission.CASELOAD_VIEW)
def caseload_list(request: PageRequest) -> HttpResponse:
    """Show the caseload, sorted as asked."""
    sort = request.GET.get("sort", "name")
    people = masked_page(request, caseload(request.viewer, sort=sort), list_name="caseload")
    sorts = [(key, SORT_LABELS[key]) for key in SORT_READS if may_sort(request.viewer, key)]
    return render(
        request, "supervision/caseload.html", {"people": people, "sort": sort, "sorts": sorts}
    )


@page(Permission.PEOPLE_EXPORT)
@asks_release(Outlet.LIST)
def caseload_export(request: PageRequest) -> HttpResponse:
    """Send the caseload as CSV, only with the columns the viewer may see."""
    response = HttpResponse(caseload_csv(request.viewer), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="caseload.csv"'
    return response
