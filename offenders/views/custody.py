"""Recording custody and release."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from offenders.forms.custody import CustodyForm, CustodyReleaseForm
from offenders.selectors.custody import stay_for
from offenders.services.custody import record_custody, release_from_custody
from offenders.views.frame import person_page, reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission


@page(Permission.CUSTODY_RECORD, scope=Scope.PERSON)
def custody_record(request: PageRequest, *, person: int) -> HttpResponse:
    """Record where the person is or was held."""
    viewer = request.viewer
    form = CustodyForm(sent(request), viewer=viewer, person_id=person)
    if form.is_valid():
        made = form.carry_out(
            lambda: record_custody(viewer, person, stay=form.stay(), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "The custody is recorded.")
            return redirect("offenders:person-custody", person=person)
    return person_page(request, "offenders/custody_record.html", person, form=form)


@page(Permission.CUSTODY_RECORD, scope=Scope.PERSON)
def custody_release(request: PageRequest, *, person: int, custody: int) -> HttpResponse:
    """Record the day on which the person left custody."""
    viewer = request.viewer
    stay = stay_for(reading_of(request), person, custody)
    form = CustodyReleaseForm(sent(request), viewer=viewer)
    if form.is_valid():
        entered, token = form.cleaned_data, form.sent_token
        made = form.carry_out(
            lambda: release_from_custody(
                viewer,
                custody,
                released_on=entered["released_on"],
                release_reason=entered["release_reason"],
                token=token,
            )
        )
        if made is not None:
            messages.success(request, "The release is recorded.")
            return redirect("offenders:person-custody", person=person)
    return person_page(request, "offenders/custody_release.html", person, form=form, stay=stay)
