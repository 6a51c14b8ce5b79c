"""The first page after signing in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from offenders.views.frame import reading_of
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from supervision.selectors.caseload import caseload_summary
from supervision.selectors.due import due_items


@page(Permission.HOME_VIEW)
def home(request: PageRequest) -> HttpResponse:
    """Show an agent or supervisor the caseload in numbers and what is due; others a search box."""
    today = timezone.localdate()
    context: dict[str, object] = {"today": today}
    if request.viewer.may(Permission.CASELOAD_VIEW):
        context["summary"] = caseload_summary(request.viewer)
        context["due"] = due_items(reading_of(request), today=today)
    return render(request, "supervision/home.html", context)
