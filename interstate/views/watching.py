"""Watching a case or an activity, and no longer."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from interstate.selectors.case_page import activity_in_scope, case_in_scope
from interstate.services.watching import watch_activity, watch_case
from offenders.views.frame import reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission


@require_POST
@page(Permission.COMPACT_VIEW, scope=Scope.PERSON)
def case_watch(request: PageRequest, person: int, transfer: int) -> HttpResponse:
    """Put the case on the viewer's list of watched cases, or take it off."""
    found = case_in_scope(reading_of(request), person, transfer)
    if found is None:
        raise Http404
    watch_case(request.viewer, found.pk, is_on=request.POST.get("watch") == "yes")
    return redirect("interstate:case", person=person, transfer=transfer)


@require_POST
@page(Permission.COMPACT_VIEW, scope=Scope.PERSON)
def activity_watch(request: PageRequest, person: int, transfer: int, activity: int) -> HttpResponse:
    """Put the activity on the viewer's list of what he watches, or take it off."""
    found = activity_in_scope(reading_of(request), transfer, activity)
    if found is None or found.case.person_id != person:
        raise Http404
    watch_activity(request.viewer, found.pk, is_on=request.POST.get("watch") == "yes")
    return redirect("interstate:activity", person=person, transfer=transfer, activity=activity)
