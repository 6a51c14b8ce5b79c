"""Making an appointment, moving or cancelling one, and reading back what was typed as a time."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from offenders.views.frame import reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.core.moments import Towards
from supervision.choices.setting import setting_of
from supervision.forms.appointments import AppointmentForm, MoveForm
from supervision.forms.moments import moment_typed, typed_as
from supervision.selectors.contacts import appointment_of
from supervision.selectors.safety import homes_of
from supervision.services.appointments import make_appointment
from supervision.services.rescheduling import call_off, move_appointment
from supervision.views.frame import supervision_page

SECTION = "contacts"


@page(Permission.VISIT_RECORD)
def moment_echo(request: PageRequest, *, towards: str) -> HttpResponse:
    """Say as what a typed day and time is read, while it is typed."""
    if towards.upper() not in Towards.__members__:
        raise Http404("Towards the past or the future.")
    text = next((str(value) for value in request.GET.values() if value), "")
    context: dict[str, object] = {"text": text}
    try:
        read = moment_typed(text, Towards[towards.upper()]) if text else None
        context["meant"] = typed_as(read) if read else ""
    except ValidationError as error:
        context["refusal"] = error.messages[0]
    return render(request, "supervision/moment_echo.html", context)


@page(Permission.VISIT_RECORD, scope=Scope.PERSON)
def appointment_add(request: PageRequest, person: int) -> HttpResponse:
    """Make an appointment."""
    form = AppointmentForm(sent(request), viewer=request.viewer, person_id=person)
    if form.is_valid():
        home = homes_of(reading_of(request), [person]).get(person)
        plan = form.plan(address_id=home.pk if home else None)
        made = form.carry_out(
            lambda: make_appointment(request.viewer, person, plan, token=form.sent_token)
        )
        if made is not None:
            messages.success(request, f"Appointment: {typed_as(made.starts_at)}.")
            return redirect("supervision:contacts", person=person)
    return supervision_page(
        request, "supervision/appointment_add.html", person, section=SECTION, form=form
    )


@page(Permission.VISIT_RECORD, scope=Scope.PERSON)
def appointment_move(request: PageRequest, person: int, appointment: int) -> HttpResponse:
    """Put another time in its place, or cancel it; who asked and why stays in the log."""
    reading = reading_of(request)
    found = appointment_of(reading, person, appointment)
    form = MoveForm(sent(request), viewer=request.viewer, person_id=person)
    if form.is_valid() and _moved(request, form, person, appointment):
        return redirect("supervision:contacts", person=person)
    context = {
        "form": form,
        "appointment": reading.masked(found),
        "setting": setting_of(found.method, found.place).label,
    }
    return supervision_page(
        request, "supervision/appointment_move.html", person, section=SECTION, **context
    )


def _moved(request: PageRequest, form: MoveForm, person: int, number: int) -> bool:
    viewer, status, why = request.viewer, form.status(), form.cleaned_data["why"]
    starts_at = None if form.cleaned_data["is_off"] else form.cleaned_data["starts"]
    if starts_at is None:
        off = form.carry_out(lambda: call_off(viewer, person, number, status=status, reason=why))
        if off is not None:
            messages.success(request, "The appointment is cancelled.")
        return off is not None
    made = form.carry_out(
        lambda: move_appointment(
            viewer, person, number, starts_at=starts_at, status=status, reason=why
        )
    )
    if made is not None:
        messages.success(request, f"New time: {typed_as(starts_at)}.")
    return made is not None
