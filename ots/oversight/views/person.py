"""Who looked at a person's record."""

from django.http import HttpResponse
from django.shortcuts import render

from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.oversight.selectors.trail import Before, trail_of_person


@page(Permission.PERSON_TRAIL, scope=Scope.PERSON)
def person_trail(request: PageRequest, person: int) -> HttpResponse:
    """Show who looked at the record or changed it, what was shown, and why."""
    before = Before.read(request.GET.get("before", ""))
    found = trail_of_person(request.viewer, person, before=before)
    context = {"found": found, "person_id": person}
    return render(request, "oversight/person_trail.html", context)
