"""Security incidents: reported by anybody, handled by the security officer."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.core.documents import make_pdf
from ots.oversight.forms.incidents import IncidentForm, NoticeForm, StepForm, now_as_typed
from ots.oversight.printed import printed_incident
from ots.oversight.selectors.incidents import (
    IncidentRead,
    incident_read,
    incidents,
    reporting_hours,
)
from ots.oversight.services.incidents import (
    IncidentRefusedError,
    move_on,
    note_print,
    record_notice,
    report_incident,
)


@page(Permission.HOME_VIEW)
def incident_report(request: PageRequest) -> HttpResponse:
    """Take down what somebody noticed; the clock runs from then."""
    sent = request.POST if request.method == "POST" else None
    form = IncidentForm(sent, initial={"discovered_at": now_as_typed()})
    if form.is_valid():
        try:
            made = report_incident(request.viewer, form.noticed())
        except IncidentRefusedError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request,
                f"Incident {made.pk} is reported, and the security officer is told. "
                "Touch nothing that may show what happened.",
            )
            return redirect("home")
    context = {"form": form, "hours": reporting_hours(timezone.now())}
    return render(request, "oversight/incident_report.html", context)


@page(Permission.INCIDENT_HANDLE)
def incident_list(request: PageRequest) -> HttpResponse:
    """List the incidents, those to be handled first."""
    return render(request, "oversight/incident_list.html", {"lines": incidents(request.viewer)})


@page(Permission.INCIDENT_HANDLE)
def incident_detail(request: PageRequest, *, incident: int) -> HttpResponse:
    """Show one incident; by POST, take a step or record who was told."""
    read = _read(request, incident)
    is_step, is_notice = "step-state" in request.POST, "notice-told" in request.POST
    step = StepForm(request.POST if is_step else None, states=read.next_states)
    notice = NoticeForm(request.POST if is_notice else None, initial={"told_at": now_as_typed()})
    if is_step and step.is_valid():
        if _taken(step, lambda: move_on(request.viewer, read.incident, **step.cleaned_data)):
            return redirect(request.path)
    elif is_notice and notice.is_valid():
        told = notice.cleaned_data
        if _taken(notice, lambda: record_notice(request.viewer, read.incident, **told)):
            return redirect(request.path)
    context = {"read": read, "step": step, "notice": notice}
    return render(request, "oversight/incident_detail.html", context)


@page(Permission.INCIDENT_HANDLE)
def incident_print(request: PageRequest, *, incident: int) -> HttpResponse:
    """Give the incident with its steps and notices as a PDF."""
    read, now = _read(request, incident), timezone.now()
    content = make_pdf("incident", printed_incident(read, at=now), made_at=now)
    note_print(request.viewer, read.incident)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="incident-{incident}.pdf"'
    return response


def _read(request: PageRequest, number: int) -> IncidentRead:
    read = incident_read(request.viewer, number)
    if read is None:
        raise Http404("There is no such incident.")
    return read


def _taken(form: StepForm | NoticeForm, act: Callable[[], object]) -> bool:
    try:
        act()
    except IncidentRefusedError as error:
        form.add_error(None, str(error))
        return False
    return True
