"""Recording a warrant."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from offenders.forms.orders import WarrantForm
from offenders.services.process import record_warrant
from offenders.views.frame import person_page, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission


@page(Permission.WARRANT_RECORD, scope=Scope.PERSON)
def warrant_record(request: PageRequest, *, person: int) -> HttpResponse:
    """Record a warrant for the person's arrest."""
    viewer = request.viewer
    form = WarrantForm(sent(request), viewer=viewer, person_id=person)
    if form.is_valid():
        made = form.carry_out(
            lambda: record_warrant(viewer, person, entry=form.entry(), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "The warrant is recorded as active.")
            return redirect("offenders:person-orders", person=person)
    return person_page(request, "offenders/warrant_record.html", person, form=form)
