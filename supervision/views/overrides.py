"""Levels beside the score: asked by an agent, decided by a supervisor."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from offenders.views.frame import reading_of, sent
from ots.access.lists import note_list
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from supervision.forms.risk import OverrideAskForm, OverrideDecideForm
from supervision.selectors.levels_of_scores import neighbors
from supervision.selectors.overrides import (
    override_rates,
    overrides_waiting,
    standing_override,
)
from supervision.selectors.scorings import scoring_shown, standing_scoring
from supervision.services.overrides import ask_override, decide_override
from supervision.views.frame import supervision_page

SECTION = "risk"


@page(Permission.RISK_ASSESS, scope=Scope.PERSON)
def override_ask(request: PageRequest, *, person: int, scoring: int) -> HttpResponse:
    """Ask for the next closer or lighter level."""
    today = timezone.localdate()
    reading = reading_of(request)
    offered = neighbors(standing_scoring(reading, person, scoring))
    form = OverrideAskForm(sent(request), viewer=request.viewer, offered=offered)
    if form.is_valid():
        made = form.carry_out(
            lambda: ask_override(
                request.viewer,
                person,
                scoring,
                form.entry(),
                today=today,
                token=form.sent_token,
            )
        )
        if made is not None:
            messages.success(request, "The supervisor will decide.")
            return redirect("supervision:scoring", person=person, scoring=scoring)
    return supervision_page(
        request,
        "supervision/override_ask.html",
        person,
        section=SECTION,
        form=form,
        offered=offered,
        shown=scoring_shown(reading, person, scoring, today=today),
    )


@page(Permission.RISK_DECIDE, scope=Scope.PERSON)
def override_decide(request: PageRequest, *, person: int, override: int) -> HttpResponse:
    """Approve or refuse, with the assessment in sight."""
    today = timezone.localdate()
    reading = reading_of(request)
    asked = standing_override(reading, person, override)
    if asked is None:
        raise Http404("No such request.")
    form = OverrideDecideForm(sent(request), viewer=request.viewer)
    if form.is_valid():
        made = form.carry_out(
            lambda: decide_override(
                request.viewer,
                person,
                override,
                state=form.cleaned_data["state"],
                note=form.cleaned_data["decision_note"],
                today=today,
            )
        )
        if made is not None:
            messages.success(request, "Decided; the agent sees it with the assessment.")
            return redirect("supervision:scoring", person=person, scoring=made.scoring_id)
    return supervision_page(
        request,
        "supervision/override_decide.html",
        person,
        section=SECTION,
        form=form,
        shown=scoring_shown(reading, person, asked, today=today),
    )


@page(Permission.RISK_DECIDE)
def overrides(request: PageRequest) -> HttpResponse:
    """List what waits for a decision, and how often each office overrides."""
    reading = reading_of(request)
    waiting = overrides_waiting(reading)
    people = (int(str(each.person.pk)) for each in waiting)
    note_list(request, people, list_name="overrides waiting")
    context = {
        "waiting": waiting,
        "rates": override_rates(reading, today=timezone.localdate()),
    }
    return render(request, "supervision/overrides.html", context)
