"""Copying a transfer request for another state."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from interstate.forms.copying import CopyForm
from interstate.rules.content import form_of
from interstate.rules.vocabulary import EventType
from interstate.selectors.case_page import activity_in_scope
from interstate.selectors.duplicates import Duplicates, duplicates_of
from interstate.services.cases import CaseRefusedError
from interstate.services.copying import Copy, copy_request, left_out
from offenders.views.frame import person_page, reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError


@page(Permission.COMPACT_ACT, scope=Scope.PERSON)
def activity_copy(request: PageRequest, person: int, transfer: int, activity: int) -> HttpResponse:
    """Say what is taken along and what has to be fresh, and copy the request."""
    reading = reading_of(request)
    found = activity_in_scope(reading, transfer, activity)
    is_request = found is not None and found.kind == EventType.TRANSFER_REQUEST
    if found is None or found.case.person_id != person or not is_request:
        raise Http404("No such request.")
    case = found.case
    form = CopyForm(sent(request), sends=case.sending_office, asked=case.receiving_id)
    alike: Duplicates | None = None
    if form.is_valid():
        office = form.office()
        alike = duplicates_of(reading, person, office.member_id, but=case.pk)
        copy = Copy(
            to=office,
            people_alike=len(alike.people),
            opened_despite=form.cleaned_data["opened_despite"],
        )
        try:
            draft = copy_request(request.viewer, found, copy)
        except (CaseRefusedError, NotAllowedError) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Case {draft.case.number} is open: finish its request.")
            return redirect(
                "interstate:activity", person=person, transfer=draft.case_id, activity=draft.pk
            )
    context = {
        "form": form,
        "alike": alike,
        "of": form_of(EventType.TRANSFER_REQUEST),
        "left_out": left_out(found),
        "case_id": transfer,
        "activity_id": activity,
    }
    return person_page(request, "interstate/activity_copy.html", person, **context)
