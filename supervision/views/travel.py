"""Leave to travel."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offenders.views.frame import reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from supervision.forms.travel import TravelDecisionForm, TravelForm, TravelReturnForm
from supervision.rules.traveling import COMPACT
from supervision.selectors.travel import Request, plain_checks, request_of, travel_of
from supervision.services.travel import (
    Decision,
    TravelEntry,
    ask_to_travel,
    decide_travel,
    report_back,
)
from supervision.views.frame import supervision_page

SECTION = "travel"
ASKED = (
    *("departs_on", "returns_on", "place", "state", "purpose", "transport"),
    *("address", "phone", "companions"),
)


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def travel(request: PageRequest, person: int) -> HttpResponse:
    """List a person's requests to travel."""
    today = timezone.localdate()
    shown = travel_of(reading_of(request), person, today=today)
    return supervision_page(
        request,
        "supervision/travel.html",
        person,
        section=SECTION,
        travel=shown,
        limit=COMPACT.on(today).amount,
    )


@page(Permission.TRAVEL_PERMIT, scope=Scope.PERSON)
def travel_ask(request: PageRequest, person: int) -> HttpResponse:
    """Record a request; the next page decides it."""
    form = TravelForm(sent(request), viewer=request.viewer)
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ASKED if name in form.cleaned_data}
        entry = TravelEntry(**told)
        made = form.carry_out(
            lambda: ask_to_travel(request.viewer, person, entry, token=form.sent_token)
        )
        if made is not None:
            return redirect("supervision:travel-decide", person=person, permit=made.pk)
    template = "supervision/travel_ask.html"
    return supervision_page(request, template, person, section=SECTION, form=form)


@page(Permission.TRAVEL_PERMIT, scope=Scope.PERSON)
def travel_decide(request: PageRequest, person: int, permit: int) -> HttpResponse:
    """Show what was found, and grant or deny."""
    asked = _request(request, person, permit)
    form = TravelDecisionForm(sent(request), viewer=request.viewer)
    if form.is_valid():
        told = form.cleaned_data
        decision = Decision(
            status=told["status"], decision=told["decision"], conditions=told["conditions"]
        )
        checks = plain_checks(person, permit)
        made = form.carry_out(
            lambda: decide_travel(request.viewer, permit, decision, checks=checks)
        )
        if made is not None:
            messages.success(request, f"Decided: {made.get_status_display().lower()}.")
            return redirect("supervision:travel", person=person)
    template = "supervision/travel_decide.html"
    return supervision_page(request, template, person, section=SECTION, form=form, asked=asked)


@page(Permission.TRAVEL_PERMIT, scope=Scope.PERSON)
def travel_return(request: PageRequest, person: int, permit: int) -> HttpResponse:
    """Record that the person is back."""
    asked = _request(request, person, permit)
    form = TravelReturnForm(
        sent(request), viewer=request.viewer, initial={"back_on": timezone.localdate()}
    )
    if form.is_valid():
        told = form.cleaned_data
        made = form.carry_out(
            lambda: report_back(
                request.viewer, permit, back_on=told["back_on"], report=told["return_report"]
            )
        )
        if made is not None:
            messages.success(request, "The return is recorded.")
            return redirect("supervision:travel", person=person)
    template = "supervision/travel_return.html"
    return supervision_page(request, template, person, section=SECTION, form=form, asked=asked)


def _request(request: PageRequest, person: int, permit: int) -> Request:
    found = request_of(reading_of(request), person, permit)
    if found is None:
        raise Http404("No such request.")
    return found
