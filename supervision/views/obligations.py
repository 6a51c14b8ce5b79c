"""What is due: of one person with the reasons, and of everybody an officer looks after."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from offenders.views.frame import reading_of, sent
from ots.access.lists import note_list
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.core.pagination import paginate
from supervision.forms.obligation import ObligationExcuseForm
from supervision.rules.policy import DUE_AHEAD, in_words
from supervision.selectors.due_list import kinds, people_with_due, with_lines
from supervision.selectors.obligations import (
    history_of,
    lines_of,
    obligation_at,
    what_is_due,
)
from supervision.services.obligations.excusing import ExcuseError, excuse, may_excuse
from supervision.views.frame import supervision_page

SECTION = "due"
SHOWS = (("", "Late or due soon"), ("overdue", "Overdue only"))


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def person_due(request: PageRequest, person: int) -> HttpResponse:
    """Show what is due of the person, why, and how it stands."""
    due = what_is_due(reading_of(request), person, today=timezone.localdate())
    lines = [(line, may_excuse(request.viewer, str(line.row.kind))) for line in due.lines]
    context = {"lines": lines, "pauses": due.pauses}
    template = "supervision/person_due.html"
    return supervision_page(request, template, person, section=SECTION, **context)


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def person_due_history(request: PageRequest, person: int) -> HttpResponse:
    """Show what was due before, and what became of it."""
    reading, today = reading_of(request), timezone.localdate()
    shown = paginate(request, history_of(reading, person, today=today))
    lines = lines_of(reading, shown, today=today)
    template = "supervision/person_due_history.html"
    return supervision_page(request, template, person, section=SECTION, lines=lines, page=shown)


@page(Permission.OBLIGATION_EXCUSE, scope=Scope.PERSON)
def obligation_excuse(request: PageRequest, person: int, obligation: int) -> HttpResponse:
    """Excuse one thing, with the reason."""
    reading = reading_of(request)
    row = obligation_at(reading, person, obligation)
    form = ObligationExcuseForm(sent(request), viewer=request.viewer)
    if form.is_valid() and _excused(request, form, row.pk):
        messages.success(request, f"{row.title} is excused.")
        return redirect("supervision:person-due", person=person)
    context = {"form": form, "obligation": reading.masked(row)}
    template = "supervision/obligation_excuse.html"
    return supervision_page(request, template, person, section=SECTION, **context)


@page(Permission.CASELOAD_VIEW)
def due_list(request: PageRequest) -> HttpResponse:
    """Show person by person what is late or falls due soon."""
    today, reading = timezone.localdate(), reading_of(request)
    show, kind = request.GET.get("show", ""), request.GET.get("kind", "")
    shown = paginate(request, people_with_due(reading, today=today, show=show, kind=kind))
    people = with_lines(reading, list(shown.object_list), today=today, show=show, kind=kind)
    note_list(request, (int(str(each.person.pk)) for each in people), list_name="due")
    context = {
        "people": people,
        "page": shown,
        "show": show,
        "shows": SHOWS,
        "kind": kind,
        "kinds": kinds(),
        "ahead": in_words(DUE_AHEAD, today),
    }
    return render(request, "supervision/due_people.html", context)


def _excused(request: PageRequest, form: ObligationExcuseForm, obligation: int) -> bool:
    try:
        excuse(request.viewer, obligation, reason=form.cleaned_data["excuse_reason"])
    except ExcuseError as error:
        form.add_error(None, str(error))
        return False
    return True
