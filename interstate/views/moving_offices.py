"""Giving a case to another office of the same member."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from interstate.forms.offices import OfficeForm
from interstate.selectors.case_page import case_in_scope
from interstate.selectors.members import offices_beside
from interstate.services.cases import CaseRefusedError
from interstate.services.moving_offices import move_to_office
from offenders.views.frame import reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission


@require_POST
@page(Permission.COMPACT_ROUTE, scope=Scope.PERSON)
def case_office(request: PageRequest, person: int, transfer: int) -> HttpResponse:
    """Move the case to the member's other office, or say why not."""
    found = case_in_scope(reading_of(request), person, transfer)
    offices = offices_beside(request.viewer, found) if found else []
    if found is None or not offices:
        raise Http404("No such case, or no other office to which it could go.")
    form = OfficeForm(request.POST, offices=offices)
    if not form.is_valid():
        messages.error(request, "Choose the office and say why the case goes there.")
        return redirect("interstate:case", person=person, transfer=transfer)
    try:
        move_to_office(request.viewer, found.pk, form.asked())
    except CaseRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The other office has the case: it gives it to somebody.")
    return redirect("interstate:person-cases", person=person)
