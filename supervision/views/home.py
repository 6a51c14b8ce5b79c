"""The first page after signing in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from offenders.views.frame import reading_of
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from supervision.rules.policy import DUE_AHEAD, ENDINGS_AHEAD, HEARINGS_AHEAD, in_words
from supervision.selectors.day_list import day_list
from supervision.selectors.own_people import own_people
from supervision.views.day_lines import lines_shown
from supervision.views.news import news_panel


@page(Permission.HOME_VIEW)
def home(request: PageRequest) -> HttpResponse:
    """Show an agent or supervisor what is to be done today; others a search box."""
    if not request.viewer.may(Permission.CASELOAD_VIEW):
        return render(request, "supervision/home.html")
    own, today = own_people(reading_of(request)), timezone.localdate()
    found = day_list(own, today=today)
    context = {
        "lines": lines_shown(request.viewer, found.lines),
        "more": found.more,
        "muted": found.muted,
        "ahead": {
            "hearings": in_words(HEARINGS_AHEAD, today),
            "endings": in_words(ENDINGS_AHEAD, today),
            "due": f"{DUE_AHEAD.on(today).amount} days",
        },
        "summary": own.summary,
        "of_offices": bool(request.viewer.office_ids),
        "news": news_panel(request, own),
    }
    return render(request, "supervision/home.html", context)
