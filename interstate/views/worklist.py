"""What waits for the viewer in the compact's work, and the directory of its members."""

from collections.abc import Sequence
from itertools import chain
from typing import Final

from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from interstate.selectors import worklist as work
from interstate.selectors.members import directory
from interstate.selectors.posts import seats_of
from interstate.selectors.watching import watched, watched_activities, watches
from ots.access.fields import mask
from ots.access.lists import masked_page, note_list, people_of
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission

MOST_WAITING: Final = 15
MOST_TASKS: Final = 10
TO_MOVE_ON: Final = "move"


@page(Permission.COMPACT_VIEW)
def worklist(request: PageRequest) -> HttpResponse:
    """Show what is owed by urgency, what is to be moved on, and what the other state owes."""
    viewer, seats, today = request.viewer, seats_of(request.viewer), timezone.localdate()
    asked = request.GET.get("urgency", "")
    rows = work.open_obligations(viewer)
    counts = work.urgencies(rows, seats, today=today)
    context = {
        "today": today,
        "asked": asked,
        "to_move_on": TO_MOVE_ON,
        "urgencies": counts,
        "urgency_of": work.urgency_of,
    }
    if asked == TO_MOVE_ON:
        context["found"] = masked_page(
            request, work.tasks(viewer, seats), list_name="compact activities to move on"
        )
        return render(request, "interstate/worklist_tasks.html", context)
    owed = work.owed(rows, seats, today=today, urgency=asked)
    context["found"] = masked_page(
        request, owed, list_name="compact worklist", counted=work.how_many(counts, asked)
    )
    first = list(work.first_tasks(viewer, seats, MOST_TASKS + 1))
    has_cases, has_activities = watches(viewer)
    beside: dict[str, Sequence[Model]] = {
        "tasks": first[:MOST_TASKS],
        "waiting": list(work.waiting(rows, seats)[:MOST_WAITING]),
        "watched": list(watched(viewer)[:MOST_WAITING]) if has_cases else [],
        "watched_activities": list(watched_activities(viewer, seats)[:MOST_WAITING])
        if has_activities
        else [],
    }
    context |= {key: mask(viewer, rows, seen=request.seen) for key, rows in beside.items()}
    if people := people_of(chain.from_iterable(beside.values())):
        note_list(request, people, list_name="compact worklist, beside it")
    context["has_more_tasks"] = len(first) > MOST_TASKS
    return render(request, "interstate/worklist.html", context)


@page(Permission.COMPACT_VIEW)
def members(request: PageRequest) -> HttpResponse:
    """Show all members with their offices."""
    return render(request, "interstate/members.html", {"regions": directory()})
