"""A person's violations: the list, reporting one, and all about one with the answer to it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offenders.views.frame import reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.core.pagination import paginate
from supervision.choices.incident import AllegationState
from supervision.forms.incident import AllegationForm, EvidenceForm, IncidentForm
from supervision.forms.response import AnswerForm
from supervision.selectors.answers import others_in_cell
from supervision.selectors.proceedings import proceedings_of
from supervision.selectors.suggestions import escalation_for, suggestions_of
from supervision.selectors.violation_choices import lightest_of_level
from supervision.selectors.violations import (
    IncidentPage,
    evidence_of,
    incident_for,
    incident_page,
    incidents_of,
    lines_of_incidents,
    ratio_of,
)
from supervision.services.incidents import add_evidence, report_incident, state_allegation
from supervision.services.responses import propose_response
from supervision.views.frame import supervision_page

SECTION = "violations"


@page(Permission.VIOLATION_VIEW, scope=Scope.PERSON)
def violations(request: PageRequest, *, person: int) -> HttpResponse:
    """Show what the person is alleged to have breached, what was answered, what is suggested."""
    reading, today = reading_of(request), timezone.localdate()
    shown = paginate(request, incidents_of(reading, person))
    return supervision_page(
        request,
        "supervision/violations.html",
        person,
        section=SECTION,
        page=shown,
        lines=lines_of_incidents(shown.object_list),
        ratio=ratio_of(reading, person, today=today),
        escalation=escalation_for(reading, person, today=today),
        suggestions=suggestions_of(reading, person, today=today),
        proceedings=proceedings_of(reading, person),
        may_report=request.viewer.may(Permission.VIOLATION_REPORT),
    )


@page(Permission.VIOLATION_REPORT, scope=Scope.PERSON)
def violation_report(request: PageRequest, *, person: int) -> HttpResponse:
    """Report what happened; the next page answers it."""
    viewer = request.viewer
    form = IncidentForm(sent(request), viewer=viewer, person_id=person)
    if form.is_valid():
        told = form.cleaned_data
        made = form.carry_out(
            lambda: report_incident(
                viewer,
                person_id=person,
                code=told["code"],
                occurred_at=told["occurred_at"],
                discovered_at=told["discovered_at"],
                circumstances=form.circumstances(),
                token=form.sent_token,
            )
        )
        if made is not None:
            messages.success(request, "The incident is recorded. Answer it now, or later.")
            return redirect("supervision:violation", person=person, violation=made.pk)
    template = "supervision/violation_report.html"
    return supervision_page(request, template, person, section=SECTION, form=form)


@page(Permission.VIOLATION_VIEW, scope=Scope.PERSON)
def violation(request: PageRequest, *, person: int, violation: int) -> HttpResponse:
    """Show one incident with the law, the grid and the answers; and answer it."""
    reading, viewer = reading_of(request), request.viewer
    found = incident_for(reading, person, violation)
    sheet = incident_page(reading, found)
    form = _answer_form(request, sheet)
    if form is not None and form.is_valid():
        made = form.carry_out(
            lambda: propose_response(
                viewer, person, incidents=[found], answer=form.answer(), token=form.sent_token
            )
        )
        if made is not None:
            waits = "It waits for a supervisor's approval." if made.needs_approval else ""
            messages.success(request, f"The answer is recorded. {waits}".strip())
            return redirect("supervision:response", person=person, response=made.pk)
    return supervision_page(
        request,
        "supervision/violation.html",
        person,
        section=SECTION,
        sheet=sheet,
        form=form,
        others=others_in_cell(
            sheet.presumed.cell if sheet.presumed else None, today=timezone.localdate()
        ),
        may_report=viewer.may(Permission.VIOLATION_REPORT),
    )


@page(Permission.VIOLATION_REPORT, scope=Scope.PERSON)
def allegation_state(request: PageRequest, *, person: int, violation: int) -> HttpResponse:
    """State how far a violation is shown."""
    viewer = request.viewer
    found = incident_for(reading_of(request), person, violation)
    initial = {"stated_on": timezone.localdate()}
    form = AllegationForm(sent(request), viewer=viewer, initial=initial)
    if form.is_valid():
        told = form.cleaned_data
        made = form.carry_out(
            lambda: state_allegation(
                viewer,
                found,
                state=AllegationState(told["state"]),
                on=told["stated_on"],
                reason=told["why"],
            )
        )
        if made is not None:
            messages.success(request, "That is recorded; what was stated before is kept.")
            return redirect("supervision:violation", person=person, violation=violation)
    template = "supervision/allegation_state.html"
    return supervision_page(request, template, person, section=SECTION, form=form, number=violation)


@page(Permission.VIOLATION_REPORT, scope=Scope.PERSON)
def evidence_add(request: PageRequest, *, person: int, violation: int) -> HttpResponse:
    """Add a picture or document that shows the incident."""
    viewer = request.viewer
    found = incident_for(reading_of(request), person, violation)
    files = request.FILES if request.method == "POST" else None
    form = EvidenceForm(sent(request), viewer=viewer, files=files)
    if form.is_valid():
        made = form.carry_out(
            lambda: add_evidence(
                viewer,
                found,
                title=form.cleaned_data["title"],
                upload=form.upload(),
                token=form.sent_token,
            )
        )
        if made is not None:
            messages.success(request, "The evidence is kept with the incident.")
            return redirect("supervision:violation", person=person, violation=violation)
    template = "supervision/evidence_add.html"
    return supervision_page(request, template, person, section=SECTION, form=form, number=violation)


@page(Permission.VIOLATION_VIEW, scope=Scope.PERSON)
def evidence(request: PageRequest, *, person: int, violation: int, evidence: int) -> HttpResponse:
    """Send a document or picture that shows the incident; nobody may keep a copy of it."""
    shown = evidence_of(reading_of(request), person, violation, evidence)
    answer = HttpResponse(shown.content, content_type=shown.content_type)
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Disposition"] = "inline"
    return answer


def _answer_form(request: PageRequest, sheet: IncidentPage) -> AnswerForm | None:
    """Return the form of an answer, filled in as the grid presumes; none where none may be."""
    may_answer = request.viewer.may(Permission.VIOLATION_REPORT)
    if not may_answer or not sheet.line.is_held_against or sheet.presumed is None:
        return None
    kind = lightest_of_level(sheet.presumed.level)
    initial = {"kind": kind.pk if kind else "", "effective_on": timezone.localdate()}
    return AnswerForm(sent(request), viewer=request.viewer, initial=initial)
