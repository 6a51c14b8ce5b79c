"""Leaving for visits and coming back, and looking after those who are out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from offenders.services.refusals import RefusedError
from offenders.views.frame import reading_of, sent
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from supervision.forms.safety import BackForm, DuressWordForm, LeaveForm, LongerForm
from supervision.selectors.calendar import people_to_visit
from supervision.selectors.outings import (
    current_outing,
    escalation_list,
    has_word,
    outings_seen_by,
    supervised_outing,
)
from supervision.services.outings import (
    agree_on_word,
    come_back,
    end_by_supervisor,
    leave,
    see_alarms,
    stay_longer,
)


@page(Permission.VISIT_RECORD)
def visits(request: PageRequest) -> HttpResponse:
    """Leave for visits, or come back; supervisors see who is out."""
    viewer, now = request.viewer, timezone.now()
    outing = current_outing(viewer)
    form = LeaveForm(sent(request))
    form.offer_people(people_to_visit(reading_of(request), now=now))
    if form.is_valid():
        try:
            made = leave(viewer, form.leaving())
        except RefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"You are due back at {_clock(made.due_back_at)}.")
            return redirect("supervision:visits")
    context = {
        "form": form,
        "outing": outing,
        "is_late": outing is not None and outing.due_back_at < now,
        "back_form": BackForm(),
        "longer_form": LongerForm(),
        "has_word": has_word(viewer),
        "out": outings_seen_by(reading_of(request), now=now),
        "calls": escalation_list(viewer),
    }
    return render(request, "supervision/visits.html", context)


@page(Permission.VISIT_RECORD)
def visits_back(request: PageRequest) -> HttpResponse:
    """Come back. The answer is the same whatever word was typed."""
    form = BackForm(sent(request))
    if form.is_valid():
        come_back(request.viewer, form.cleaned_data["word"])
        messages.success(request, "You are back.")
    return redirect("supervision:visits")


@page(Permission.VISIT_RECORD)
def visits_longer(request: PageRequest) -> HttpResponse:
    """Stay longer."""
    form = LongerForm(sent(request))
    outing = stay_longer(request.viewer, form.cleaned_data["minutes"]) if form.is_valid() else None
    if outing is not None:
        messages.success(request, f"You are due back at {_clock(outing.due_back_at)}.")
    return redirect("supervision:visits")


@page(Permission.VISIT_RECORD)
def visits_word(request: PageRequest) -> HttpResponse:
    """Agree on the word that calls for help."""
    form = DuressWordForm(sent(request))
    if form.is_valid():
        try:
            agree_on_word(request.viewer, form.cleaned_data["word"])
        except RefusedError as refusal:
            form.add_error("word", str(refusal))
        else:
            messages.success(request, "The word is kept. Type it when you come back to call help.")
            return redirect("supervision:visits")
    return render(request, "supervision/visits_word.html", {"form": form})


@page(Permission.VISIT_RECORD)
def visits_seen(request: PageRequest, *, outing: int) -> HttpResponse:
    """Take up the alarms of an agent of the own offices."""
    if request.method == "POST":
        see_alarms(request.viewer, supervised_outing(request.viewer, outing))
        messages.success(request, "You have taken it up.")
    return redirect("supervision:visits")


@page(Permission.VISIT_RECORD)
def visits_end(request: PageRequest, *, outing: int) -> HttpResponse:
    """Close the outing of an agent who was found safe."""
    if request.method == "POST":
        end_by_supervisor(request.viewer, supervised_outing(request.viewer, outing))
        messages.success(request, "The agent is back and safe.")
    return redirect("supervision:visits")


def _clock(moment: object) -> str:
    local = timezone.localtime(moment)  # type: ignore[arg-type]  # a moment of the database
    return local.strftime("%I:%M %p").lstrip("0").lower()
