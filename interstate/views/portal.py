"""What the public portal tells of a case, and keeping the case off it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from interstate.forms.portal import ExclusionForm
from interstate.selectors.case_page import case_in_scope
from interstate.selectors.portal import portal_page
from interstate.services.telling import keep_off_portal, show_on_portal
from offenders.views.frame import person_page, reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError


@page(Permission.COMPACT_ROUTE, scope=Scope.PERSON)
def case_portal(request: PageRequest, person: int, transfer: int) -> HttpResponse:
    """Show what the portal tells of the case; keep the case off it."""
    reading = reading_of(request)
    found = case_in_scope(reading, person, transfer)
    if found is None:
        raise Http404
    form = ExclusionForm(sent(request))
    if form.is_valid():
        try:
            keep_off_portal(request.viewer, found.pk, form.exclusion())
        except NotAllowedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "The portal no longer shows this case.")
            return redirect("interstate:case-portal", person=person, transfer=transfer)
    context = {"form": form, "shown": portal_page(reading, found, today=timezone.localdate())}
    return person_page(request, "interstate/case_portal.html", person, **context)


@require_POST
@page(Permission.COMPACT_ROUTE, scope=Scope.PERSON)
def case_portal_show(request: PageRequest, person: int, transfer: int) -> HttpResponse:
    """Let the portal show the case again."""
    found = case_in_scope(reading_of(request), person, transfer)
    if found is None:
        raise Http404
    try:
        show_on_portal(request.viewer, found.pk)
    except NotAllowedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The portal shows this case again.")
    return redirect("interstate:case-portal", person=person, transfer=transfer)
