"""The first page after signing in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from offenders.views.frame import reading_of
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from supervision.selectors.day_list import day_list
from supervision.selectors.own_people import own_people
from supervision.views.day_lines import lines_shown
from supervision.views.news import news_panel


@page(Permission.HOME_VIEW)
def home(request: PageRequest) -> HttpResponse:
    """Show an agent or supervisor what is to be done today; others a search box."""
    if not request.viewer.may(Permission.CASELOAD_VIEW):
        return render(request, "supervision/home.html")
    own = own_people(reading_of(request))
    found = day_list(own, today=timezone.localdate())
    context = {
        "lines": lines_shown(request.viewer, found.lines),
        "more": found.more,
        "muted": found.muted,
        "summary": own.summary,
        "news": news_panel(request, own),
    }
    return render(request, "supervision/home.html", context)
