"""Recording an order on a person's time."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from offenders.forms.time_orders import TimeOrderForm
from offenders.services.time_orders import record_time_order
from offenders.views.frame import person_page, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission


@page(Permission.SENTENCE_AMEND, scope=Scope.PERSON)
def time_order_record(request: PageRequest, *, person: int) -> HttpResponse:
    """Record an order; the dates that hang on it are computed again."""
    viewer = request.viewer
    form = TimeOrderForm(sent(request), viewer=viewer, person_id=person)
    if form.is_valid():
        made = form.carry_out(
            lambda: record_time_order(viewer, person, entry=form.entry(), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "The order is recorded and the dates are computed again.")
            return redirect("offenders:person-legal", person=person)
    return person_page(request, "offenders/time_order_record.html", person, form=form)
