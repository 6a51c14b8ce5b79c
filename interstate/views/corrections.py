"""Beginning the correction of a notice."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from interstate.rules.routing import MoveRefusedError
from interstate.selectors.case_page import activity_in_scope
from interstate.services.corrections import start_correction
from offenders.views.frame import reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError


@require_POST
@page(Permission.COMPACT_ACT, scope=Scope.PERSON)
def activity_correct(
    request: PageRequest, person: int, transfer: int, activity: int
) -> HttpResponse:
    """Begin a correction of the notice, and go to its form."""
    notice = activity_in_scope(reading_of(request), transfer, activity)
    if notice is None or notice.case.person_id != person:
        raise Http404("No such activity.")
    try:
        leads_to = start_correction(request.viewer, notice).pk
    except (MoveRefusedError, NotAllowedError) as refusal:
        messages.error(request, str(refusal))
        leads_to = activity
    return redirect("interstate:activity", person=person, transfer=transfer, activity=leads_to)
