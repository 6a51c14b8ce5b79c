"""A person's compact cases: the list, opening one, and one case."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from interstate.forms.case import CaseForm
from interstate.forms.court_cases import CourtCasesForm
from interstate.forms.folding import WhyForm
from interstate.forms.offices import OfficeForm
from interstate.forms.record import RecordForm
from interstate.rules.content import form_of
from interstate.rules.routing import RECORDED
from interstate.rules.vocabulary import EventType
from interstate.selectors.case_page import (
    BEGUN_ELSEWHERE,
    CasePage,
    case_in_scope,
    case_page,
    cases_of,
)
from interstate.selectors.court_cases import may_be_named
from interstate.selectors.duplicates import duplicates_of
from interstate.selectors.eligibility import eligibility_of
from interstate.selectors.folding import twins_of
from interstate.selectors.members import offices_beside
from interstate.selectors.opening import supervised_as
from interstate.selectors.watching import is_watched
from interstate.services.cases import CaseRefusedError, open_case
from interstate.services.court_cases import name_court_cases
from interstate.services.drafts import start_activity
from interstate.services.events import RefusedByRuleError
from interstate.services.recording import record_event
from offenders.views.frame import person_page, reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError


@page(Permission.COMPACT_VIEW, scope=Scope.PERSON)
def person_cases(request: PageRequest, person: int) -> HttpResponse:
    """Show the person's cases, and the way to open one."""
    cases = cases_of(reading_of(request), person)
    return person_page(request, "interstate/person_cases.html", person, cases=cases)


@page(Permission.COMPACT_ACT, scope=Scope.PERSON)
def case_open(request: PageRequest, person: int) -> HttpResponse:
    """Open a case: eligibility as it is known, cases that stand, and the other state."""
    reading = reading_of(request)
    supervision = supervised_as(reading, person)
    form = CaseForm(
        sent(request),
        viewer=request.viewer,
        supervision=supervision,
        court_cases=may_be_named(request.viewer, person),
    )
    alike = None
    if form.is_valid():
        entry = form.entry()
        alike = duplicates_of(reading, person, entry.receiving_office.member_id)
        entry = replace(entry, searched_duplicates=True, people_alike=len(alike.people))
        try:
            case = open_case(request.viewer, person, entry)
        except (CaseRefusedError, NotAllowedError) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Case {case.number} is open: write the request next.")
            return redirect("interstate:case", person=person, transfer=case.pk)
    context = {
        "form": form,
        "alike": alike,
        "cases": cases_of(reading, person),
        "eligibility": eligibility_of(form.facts()) if form.asks_eligibility else None,
    }
    return person_page(request, "interstate/case_open.html", person, **context)


@page(Permission.COMPACT_VIEW, scope=Scope.PERSON)
def case(request: PageRequest, person: int, transfer: int) -> HttpResponse:
    """Show where the case stands, what is owed, what happened, and what may follow."""
    reading = reading_of(request)
    found = case_in_scope(reading, person, transfer)
    if found is None:
        raise Http404
    shown = case_page(reading, found, today=timezone.localdate())
    offices = (
        offices_beside(request.viewer, found)
        if request.viewer.may(Permission.COMPACT_ROUTE)
        else []
    )
    context = {
        "today": timezone.localdate(),
        "court_cases_form": _naming_form(shown),
        "twins": twins_of(reading, found),
        "why_form": WhyForm(),
        "is_watched": is_watched(request.viewer, found.pk),
        "office_form": OfficeForm(offices=offices) if offices else None,
    }
    return person_page(request, "interstate/case.html", person, shown=shown, **context)


@require_POST
@page(Permission.COMPACT_ACT, scope=Scope.PERSON)
def case_court_cases(request: PageRequest, person: int, transfer: int) -> HttpResponse:
    """Name the court cases that the transfer is for, or say why not."""
    found = case_in_scope(reading_of(request), person, transfer)
    if found is None:
        raise Http404
    form = CourtCasesForm(request.POST, offered=may_be_named(request.viewer, person))
    if not form.is_valid():
        messages.error(request, "Choose among the court cases that are shown.")
        return redirect("interstate:case", person=person, transfer=transfer)
    try:
        name_court_cases(request.viewer, found.pk, form.keys())
    except NotAllowedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Kept: the next message to the other state says so.")
    return redirect("interstate:case", person=person, transfer=transfer)


def _naming_form(shown: CasePage) -> CourtCasesForm | None:
    """The form in which the sending state names court cases, while the case goes on."""
    if not shown.may_name:
        return None
    return CourtCasesForm(offered=shown.may_name, named=shown.court_cases)


@page(Permission.COMPACT_RECORD, scope=Scope.PERSON)
def event_record(request: PageRequest, person: int, transfer: int, event: str) -> HttpResponse:
    """Record what happened to the case and is not sent: a warrant, custody, a hearing."""
    found = case_in_scope(reading_of(request), person, transfer)
    if found is None or event not in RECORDED - {*BEGUN_ELSEWHERE}:
        raise Http404
    form = RecordForm(sent(request), viewer=request.viewer, of=form_of(EventType(event)))
    if form.is_valid():
        try:
            record_event(request.viewer, found.pk, form.happened())
        except (RefusedByRuleError, NotAllowedError) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{form.of.title}: recorded.")
            return redirect("interstate:case", person=person, transfer=transfer)
    context = {"form": form, "of": form.of, "case_id": transfer}
    return person_page(request, "interstate/event_record.html", person, **context)


@require_POST
@page(Permission.COMPACT_ACT, scope=Scope.PERSON)
def activity_start(request: PageRequest, person: int, transfer: int) -> HttpResponse:
    """Begin an activity of the kind that was chosen, and go to its form."""
    found = case_in_scope(reading_of(request), person, transfer)
    kind = request.POST.get("kind", "")
    if found is None or kind not in set(EventType):
        raise Http404
    draft = start_activity(request.viewer, found.pk, EventType(kind))
    return redirect("interstate:activity", person=person, transfer=transfer, activity=draft.pk)
