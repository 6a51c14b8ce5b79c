"""People out of touch: the search for one, and the list of an office."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from offenders.views.frame import reading_of, sent
from ots.access.lists import masked_page
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from supervision.forms.absconding import AttemptForm, EpisodeCloseForm, EpisodeForm
from supervision.rules.absconding import SILENT
from supervision.selectors.absconding import absconder_list, search_of, tried_for
from supervision.services.absconding import (
    AttemptEntry,
    EpisodeEntry,
    close_episode,
    open_episode,
    record_attempt,
)
from supervision.views.frame import supervision_page

SECTION = "absconding"


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def absconding(request: PageRequest, person: int) -> HttpResponse:
    """Show the search for a person: steps, attempts, where to look."""
    search = search_of(reading_of(request), person, today=timezone.localdate())
    return supervision_page(
        request, "supervision/absconding.html", person, section=SECTION, search=search
    )


@page(Permission.ABSCONDING_RECORD, scope=Scope.PERSON)
def absconding_open(request: PageRequest, person: int) -> HttpResponse:
    """Record that a person is out of touch."""
    form = EpisodeForm(sent(request), viewer=request.viewer)
    if form.is_valid():
        told = form.cleaned_data
        entry = EpisodeEntry(
            began_on=told["began_on"],
            last_contact_on=told["last_contact_on"],
            cautions=told["cautions"],
            vehicles=told["vehicles"],
        )
        made = form.carry_out(
            lambda: open_episode(request.viewer, person, entry, token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "Recorded as out of touch. Log each attempt below.")
            return redirect("supervision:absconding", person=person)
    template = "supervision/absconding_open.html"
    return supervision_page(request, template, person, section=SECTION, form=form)


@page(Permission.ABSCONDING_RECORD, scope=Scope.PERSON)
def attempt_record(request: PageRequest, person: int) -> HttpResponse:
    """Record one attempt to find the person."""
    search = search_of(reading_of(request), person, today=timezone.localdate())
    if not search.is_running:
        raise Http404("The person is not out of touch.")
    form = AttemptForm(sent(request), viewer=request.viewer)
    if form.is_valid():
        told = form.cleaned_data
        entry = AttemptEntry(
            made_at=told["made_at"],
            method=told["method"],
            result=told["result"],
            note=told["note"],
        )
        made = form.carry_out(
            lambda: record_attempt(request.viewer, person, entry, token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "The attempt is recorded.")
            return redirect("supervision:absconding", person=person)
    template = "supervision/attempt_record.html"
    return supervision_page(request, template, person, section=SECTION, form=form, search=search)


@page(Permission.ABSCONDING_RECORD, scope=Scope.PERSON)
def absconding_close(request: PageRequest, person: int) -> HttpResponse:
    """Record that the person was found, and how."""
    search = search_of(reading_of(request), person, today=timezone.localdate())
    if not search.is_running:
        raise Http404("The person is not out of touch.")
    form = EpisodeCloseForm(
        sent(request), viewer=request.viewer, initial={"ended_on": timezone.localdate()}
    )
    if form.is_valid():
        told = form.cleaned_data
        closed = form.carry_out(
            lambda: close_episode(
                request.viewer,
                person,
                ended_on=told["ended_on"],
                closing_reason=told["closing_reason"],
                note=told["note"],
            )
        )
        if closed is not None:
            messages.success(request, "The search is closed.")
            return redirect("supervision:absconding", person=person)
    template = "supervision/absconding_close.html"
    return supervision_page(request, template, person, section=SECTION, form=form, search=search)


@page(Permission.ABSCONDING_RECORD)
def absconders(request: PageRequest) -> HttpResponse:
    """List who is out of touch, the longest first; nobody looked for is marked."""
    neglected_only = request.GET.get("neglected") == "1"
    rows = absconder_list(request.viewer, neglected_only=neglected_only)
    people = masked_page(request, rows, list_name="absconders")
    keys = [row.person_id for row in people.page.object_list]
    tried = tried_for(keys)
    context = {
        "people": people,
        "rows": [(row, tried[key]) for row, key in zip(people.rows, keys, strict=True)],
        "neglected_only": neglected_only,
        "days": SILENT.on(timezone.localdate()).amount,
    }
    return render(request, "supervision/absconders.html", context)
