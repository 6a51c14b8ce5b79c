"""Certifying dates: one person's, and the worklists of all."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from offenders.services.refusals import RefusedError
from offenders.views.frame import person_page, reading_of, sent
from ots.access.lists import masked_page
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.core.numbers import whole_number
from timecomp.forms.certification import CertificationForm
from timecomp.selectors.changes import changes_since_official
from timecomp.selectors.dates import person_dates
from timecomp.selectors.releases import (
    DAYS_AHEAD,
    facilities_to_choose,
    flagged,
    releases,
    releases_csv,
)
from timecomp.selectors.worklists import LISTS, worklist
from timecomp.services.certifying import certify_dates, confirm_dates, send_back_dates


@page(Permission.COMPUTATION_CERTIFY, scope=Scope.PERSON)
def person_certify(request: PageRequest, *, person: int) -> HttpResponse:
    """Show official and computed dates side by side; certify, confirm or send back."""
    form = CertificationForm(sent(request))
    if form.is_valid() and _done(request, person, form):
        return redirect("timecomp:person-dates", person=person)
    reading = reading_of(request)
    return person_page(
        request,
        "timecomp/person_certify.html",
        person,
        form=form,
        dates=person_dates(reading, person),
        changes=changes_since_official(reading, person),
    )


def _done(request: PageRequest, person: int, form: CertificationForm) -> bool:
    entered = form.cleaned_data
    acts: dict[str, Callable[[], object]] = {
        "certify": lambda: certify_dates(
            request.viewer, person, computation_id=entered["about"], note=entered["note"]
        ),
        "confirm": lambda: confirm_dates(
            request.viewer, person, certification_id=entered["about"], note=entered["note"]
        ),
        "send_back": lambda: send_back_dates(
            request.viewer, person, certification_id=entered["about"], note=entered["note"]
        ),
    }
    try:
        acts[entered["act"]]()
    except RefusedError as refusal:
        for objection in refusal.objections:
            form.add_error(objection.field or None, objection.message)
        return False
    messages.success(request, DONE[entered["act"]])
    return True


DONE = {
    "certify": "You certified these dates. Below is what stands.",
    "confirm": "You confirmed these dates: they are official.",
    "send_back": "The dates are sent back with your reason.",
}


@page(Permission.COMPUTATION_CERTIFY)
def certification(request: PageRequest) -> HttpResponse:
    """List the people whose dates await a clerk."""
    name = request.GET.get("list", "certify")
    name = name if name in LISTS else "certify"
    found = masked_page(
        request, worklist(request.viewer, name), list_name=f"certification, {LISTS[name].lower()}"
    )
    context = {"found": found, "name": name, "lists": LISTS.items()}
    return render(request, "timecomp/certification.html", context)


@page(Permission.COMPUTATION_CERTIFY)
def release_list(request: PageRequest) -> HttpResponse:
    """List who is to be released soon, with what stands in the way."""
    facility = _facility(request)
    found = masked_page(request, releases(request.viewer, facility=facility), list_name="releases")
    flagged(found.page.object_list)
    context = {
        "found": found,
        "facility": facility,
        "facilities": facilities_to_choose(request.viewer),
        "days": DAYS_AHEAD.values[-1].amount,
        "query": request.GET.urlencode(),
    }
    return render(request, "timecomp/release_list.html", context)


@page(Permission.PEOPLE_EXPORT)
@asks_release(Outlet.LIST)
def release_export(request: PageRequest) -> HttpResponse:
    """Send the list of releases as CSV, only with the columns the viewer may see."""
    text = releases_csv(request.viewer, facility=_facility(request))
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="releases.csv"'
    return response


def _facility(request: PageRequest) -> int | None:
    return whole_number(request.GET.get("facility", ""))
