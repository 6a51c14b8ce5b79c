"""Substance-use treatment and the consents without which nobody is told of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offenders.forms.treatment import ConsentRecordForm, ConsentRevokeForm, TreatmentForm
from offenders.selectors.treatment import treatment_of
from offenders.services.treatment import record_consent, record_treatment, revoke_consent
from offenders.views.frame import person_page, reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission


@page(Permission.CONSENT_RECORD, scope=Scope.PERSON)
def person_treatment(request: PageRequest, *, person: int) -> HttpResponse:
    """Show treatment where a consent opens it, and the consents."""
    today = timezone.localdate()
    treatment = treatment_of(reading_of(request), person, today=today)
    return person_page(request, "offenders/person_treatment.html", person, treatment=treatment)


@page(Permission.CONSENT_RECORD, scope=Scope.PERSON)
def treatment_record(request: PageRequest, *, person: int) -> HttpResponse:
    """Record treatment."""
    viewer = request.viewer
    form = TreatmentForm(sent(request), viewer=viewer)
    if form.is_valid():
        made = form.carry_out(lambda: record_treatment(viewer, person, entry=form.entry()))
        if made is not None:
            messages.success(request, "The treatment is recorded.")
            return redirect("offenders:person-treatment", person=person)
    return person_page(request, "offenders/treatment_record.html", person, form=form)


@page(Permission.CONSENT_RECORD, scope=Scope.PERSON)
def consent_record(request: PageRequest, *, person: int) -> HttpResponse:
    """Record a written consent."""
    viewer = request.viewer
    form = ConsentRecordForm(sent(request), viewer=viewer)
    if form.is_valid():
        made = form.carry_out(lambda: record_consent(viewer, person, form=form.consent()))
        if made is not None:
            messages.success(request, "The consent is recorded.")
            return redirect("offenders:person-treatment", person=person)
    return person_page(request, "offenders/consent_record.html", person, form=form)


@page(Permission.CONSENT_RECORD, scope=Scope.PERSON)
def consent_revoke(request: PageRequest, *, person: int, consent: int) -> HttpResponse:
    """Record that the person took a consent back."""
    viewer = request.viewer
    form = ConsentRevokeForm(sent(request), viewer=viewer)
    if form.is_valid():
        entered = form.cleaned_data
        made = form.carry_out(
            lambda: revoke_consent(
                viewer,
                person,
                consent,
                revoked_on=entered["revoked_on"],
                reason=entered["reason"],
            )
        )
        if made is not None:
            messages.success(request, "The consent no longer counts.")
            return redirect("offenders:person-treatment", person=person)
    return person_page(request, "offenders/consent_revoke.html", person, form=form)
