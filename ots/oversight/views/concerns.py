"""What users say is wrong: told from any page, answered by whom it concerns."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ots.access.fields import mask
from ots.access.lists import note_list
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.core.pagination import paginate
from ots.oversight.forms.concerns import AnswerForm, ConcernForm
from ots.oversight.models.concern import Concern, Desk
from ots.oversight.selectors.concerns import (
    ConcernRead,
    concern_read,
    concerns_to_answer,
    lines,
    own_concerns,
    own_lines,
    times_to_answer,
)
from ots.oversight.selectors.told_page import ToldPage, told_page
from ots.oversight.services.concerns import (
    ConcernRefusedError,
    kinds_for,
    move_concern,
    tell_concern,
)

ANSWERED = "answered"


@page(Permission.HOME_VIEW)
def concern_report(request: PageRequest) -> HttpResponse:
    """Take down what is wrong on the page that somebody came from."""
    come_from = told_page(request.viewer, request.GET.get("on", ""))
    kinds = kinds_for(request.viewer, come_from)
    form = ConcernForm(request.POST if request.method == "POST" else None, kinds=kinds)
    if kinds and form.is_valid() and _told(request, come_from, form):
        messages.success(request, "Thank you. What becomes of it stands in this list.")
        return redirect("oversight:concern-own")
    context = {"form": form, "come_from": come_from, "kinds": kinds}
    return render(request, "oversight/concern_report.html", context)


@page(Permission.HOME_VIEW)
def concern_own(request: PageRequest) -> HttpResponse:
    """Show the user what became of what he told."""
    shown = paginate(request, own_concerns(request.viewer))
    own = own_lines(request.viewer, shown.object_list)
    _note_list(request, "own concerns", (each.concern for each in own if each.is_open_to_viewer))
    context = {"lines": own, "page": shown, "times": times_to_answer(now=timezone.now())}
    return render(request, "oversight/concern_own.html", context)


@page(Permission.CONCERN_ANSWER)
def concern_list(request: PageRequest) -> HttpResponse:
    """List what waits for an answer of the viewer, or what was answered."""
    is_waiting = request.GET.get("show") != ANSWERED
    shown = paginate(request, concerns_to_answer(request.viewer, waiting=is_waiting))
    found = [(line, _person(request, line.concern)) for line in lines(shown.object_list)]
    _note_list(request, "concerns", (line.concern for line, person in found if person))
    context = {
        "found": found,
        "page": shown,
        "is_waiting": is_waiting,
        "times": times_to_answer(now=timezone.now()),
    }
    return render(request, "oversight/concern_list.html", context)


@page(Permission.CONCERN_ANSWER)
def concern_detail(request: PageRequest, *, concern: int) -> HttpResponse:
    """Show what is wrong on which page; by POST, take a step of answering it."""
    read = concern_read(request.viewer, concern)
    if read is None:
        raise Http404("There is no such report for you to answer.")
    form = AnswerForm(request.POST if request.method == "POST" else None, states=read.next_states)
    if form.is_valid() and _moved(request, read, form):
        return redirect("oversight:concern-list")
    person = _person(request, read.concern)
    _note_list(request, "concern", [read.concern] if person else [])
    context = {
        "read": read,
        "form": form,
        "person": person,
        "on": told_page(request.viewer, read.concern.address),
    }
    return render(request, "oversight/concern_detail.html", context)


def _told(request: PageRequest, come_from: ToldPage, form: ConcernForm) -> bool:
    said = form.cleaned_data
    try:
        tell_concern(
            request.viewer,
            come_from,
            kind=said["kind"],
            words=said["words"],
            token=form.sent_token,
        )
    except ConcernRefusedError as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _moved(request: PageRequest, read: ConcernRead, form: AnswerForm) -> bool:
    try:
        step = move_concern(request.viewer, read.concern.pk, **form.cleaned_data)
    except ConcernRefusedError as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, f"{step.get_state_display()}. Who told it sees that.")
    return True


def _person(request: PageRequest, concern: Concern) -> object:
    # At the desk that answers for pages nobody's record is in reach.
    if concern.person is None or concern.desk == Desk.SYSTEM:
        return None
    return mask(request.viewer, concern.person, seen=request.seen)


def _note_list(request: PageRequest, name: str, shown: Iterable[Concern]) -> None:
    people = (each.person_id for each in shown if each.person_id is not None)
    note_list(request, people, list_name=name)
