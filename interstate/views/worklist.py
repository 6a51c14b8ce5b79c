"""What waits for the viewer in the compact's work, and the directory of its members."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from interstate.selectors.members import directory
from interstate.selectors.watching import watched
from interstate.selectors.worklist import how_many, tasks, urgencies, urgency_of, waiting
from interstate.selectors.worklist import owed as owed_by
from ots.access.fields import mask
from ots.access.lists import masked_page
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission

MOST_WAITING = 15


@page(Permission.COMPACT_VIEW)
def worklist(request: PageRequest) -> HttpResponse:
    """Show what is owed by urgency, what is to be moved on, and what the other state owes."""
    today, asked = timezone.localdate(), request.GET.get("urgency", "")
    counts = urgencies(request.viewer, today=today)
    found = masked_page(
        request,
        owed_by(request.viewer, today=today, urgency=asked),
        list_name="compact worklist",
        counted=how_many(counts, asked),
    )
    later = waiting(request.viewer)[:MOST_WAITING]
    context = {
        "found": found,
        "today": today,
        "asked": asked,
        "urgencies": counts,
        "tasks": mask(request.viewer, tasks(request.viewer), seen=request.seen),
        "waiting": mask(request.viewer, list(later), seen=request.seen),
        "urgency_of": urgency_of,
        "watched": mask(
            request.viewer, list(watched(request.viewer)[:MOST_WAITING]), seen=request.seen
        ),
    }
    return render(request, "interstate/worklist.html", context)


@page(Permission.COMPACT_VIEW)
def members(request: PageRequest) -> HttpResponse:
    """Show all members with their offices."""
    return render(request, "interstate/members.html", {"regions": directory()})
