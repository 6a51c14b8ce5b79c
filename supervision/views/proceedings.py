"""A violation on its way to court or board: the report, its steps, findings, what was decided."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offenders.selectors.people import person_header
from offenders.views.frame import reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.audit.models import Medium
from ots.core.documents import make_pdf
from supervision.choices.proceeding import ClockMove
from supervision.forms.proceeding import (
    ASKED,
    ClockForm,
    DispositionForm,
    FindingForm,
    StepForm,
    ViolationReportForm,
)
from supervision.rules.proceeding import Move, State
from supervision.selectors.answers import answers_so_far
from supervision.selectors.packets import packet
from supervision.selectors.proceedings import (
    ProceedingPage,
    proceeding_for,
    proceeding_page,
)
from supervision.services.hearings import record_disposition, record_finding
from supervision.services.packets import note_packet
from supervision.services.proceedings import (
    mark_clock,
    may_take,
    open_proceeding,
    take_step,
    write_report,
)
from supervision.views.frame import supervision_page

SECTION = "violations"
# Done on a form of its own.
NOT_A_BARE_STEP = frozenset({Move.DISPOSE})


@page(Permission.VIOLATION_REPORT, scope=Scope.PERSON)
def proceeding_open(request: PageRequest, *, person: int) -> HttpResponse:
    """Write the report that opens a proceeding."""
    viewer = request.viewer
    initial = {
        "incidents": request.GET.getlist("incident"),
        "route": "local",
        **answers_so_far(reading_of(request), person),
    }
    form = ViolationReportForm(sent(request), viewer=viewer, person_id=person, initial=initial)
    if form.is_valid():
        made = form.carry_out(
            lambda: open_proceeding(
                viewer,
                person,
                incidents=form.incidents_chosen,
                text=form.text(),
                token=form.sent_token,
            )
        )
        if made is not None:
            messages.success(request, "The draft is kept. Submit it when it is ready.")
            return redirect("supervision:proceeding", person=person, proceeding=made.pk)
    template = "supervision/proceeding_report.html"
    return supervision_page(request, template, person, section=SECTION, form=form)


@page(Permission.VIOLATION_REPORT, scope=Scope.PERSON)
def proceeding_report(request: PageRequest, *, person: int, proceeding: int) -> HttpResponse:
    """Change the draft of a report."""
    reading, viewer = reading_of(request), request.viewer
    found = proceeding_for(reading, person, proceeding)
    sheet = proceeding_page(reading, found, now=timezone.now())
    if sheet.state is not State.DRAFT:
        return redirect("supervision:proceeding", person=person, proceeding=proceeding)
    form = ViolationReportForm(
        sent(request), viewer=viewer, person_id=person, initial=_as_written(sheet)
    )
    if form.is_valid():
        made = form.carry_out(
            lambda: write_report(viewer, found, incidents=form.incidents_chosen, text=form.text())
        )
        if made is not None:
            messages.success(request, "The draft is changed; what it said before is kept.")
            return redirect("supervision:proceeding", person=person, proceeding=proceeding)
    template = "supervision/proceeding_report.html"
    return supervision_page(request, template, person, section=SECTION, form=form)


@page(Permission.VIOLATION_VIEW, scope=Scope.PERSON)
def proceeding(request: PageRequest, *, person: int, proceeding: int) -> HttpResponse:
    """Show where a proceeding stands, its clocks, and the steps that may follow."""
    reading = reading_of(request)
    found = proceeding_for(reading, person, proceeding)
    sheet = proceeding_page(reading, found, now=timezone.now())
    return supervision_page(
        request,
        "supervision/proceeding.html",
        person,
        section=SECTION,
        sheet=sheet,
        ways=[
            each
            for each in sheet.ways
            if each.move not in NOT_A_BARE_STEP
            and may_take(request.viewer, found, each.move, sheet.state)
        ],
        may_hear=request.viewer.may(Permission.VIOLATION_HEAR),
        may_report=request.viewer.may(Permission.VIOLATION_REPORT),
    )


@page(Permission.VIOLATION_VIEW, scope=Scope.PERSON)
def proceeding_step(
    request: PageRequest, *, person: int, proceeding: int, move: str
) -> HttpResponse:
    """Take one step, with what that step asks for."""
    reading, viewer = reading_of(request), request.viewer
    found = proceeding_for(reading, person, proceeding)
    sheet = proceeding_page(reading, found, now=timezone.now())
    way = next((each for each in sheet.ways if each.move == move), None)
    if way is None or way.move in NOT_A_BARE_STEP:
        messages.info(request, "That step cannot follow any more.")
        return redirect("supervision:proceeding", person=person, proceeding=proceeding)
    form = StepForm(sent(request), viewer=viewer, initial={"move": move})
    if form.is_valid():
        told = form.cleaned_data
        made = form.carry_out(
            lambda: take_step(
                viewer,
                found,
                move=way.move,
                at=told["at"],
                details=form.details(),
                token=form.sent_token,
            )
        )
        if made is not None:
            messages.success(request, f"{way.title}: recorded.")
            return redirect("supervision:proceeding", person=person, proceeding=proceeding)
    return supervision_page(
        request,
        "supervision/proceeding_step.html",
        person,
        section=SECTION,
        form=form,
        way=way,
        number=proceeding,
        asked=[form[name] for name in ASKED.get(way.move, ()) if name in form.fields],
    )


@page(Permission.VIOLATION_HEAR, scope=Scope.PERSON)
def finding(request: PageRequest, *, person: int, proceeding: int, violation: int) -> HttpResponse:
    """Record what was found about one violation of the report."""
    reading, viewer = reading_of(request), request.viewer
    found = proceeding_for(reading, person, proceeding)
    sheet = proceeding_page(reading, found, now=timezone.now())
    count = next((each for each in sheet.report.incidents.all() if each.pk == violation), None)
    if count is None:
        raise Http404("The report does not name that violation.")
    initial = {"found_on": timezone.localdate()}
    form = FindingForm(sent(request), viewer=viewer, initial=initial)
    if form.is_valid():
        told = form.cleaned_data
        made = form.carry_out(
            lambda: record_finding(
                viewer, found, count, outcome=told["outcome"], on=told["found_on"]
            )
        )
        if made is not None:
            messages.success(request, "The finding is recorded.")
            return redirect("supervision:proceeding", person=person, proceeding=proceeding)
    return supervision_page(
        request,
        "supervision/finding.html",
        person,
        section=SECTION,
        form=form,
        count=count,
        number=proceeding,
    )


@page(Permission.VIOLATION_HEAR, scope=Scope.PERSON)
def disposition(request: PageRequest, *, person: int, proceeding: int) -> HttpResponse:
    """Record what was decided; the page then shows which dates moved."""
    viewer = request.viewer
    found = proceeding_for(reading_of(request), person, proceeding)
    initial = {"decided_on": timezone.localdate()}
    form = DispositionForm(sent(request), viewer=viewer, initial=initial)
    if form.is_valid():
        made = form.carry_out(lambda: record_disposition(viewer, found, form.entry()))
        if made is not None:
            messages.success(request, "What was decided is recorded.")
            return redirect("supervision:proceeding", person=person, proceeding=proceeding)
    template = "supervision/disposition.html"
    return supervision_page(
        request, template, person, section=SECTION, form=form, number=proceeding
    )


@page(Permission.VIOLATION_HEAR, scope=Scope.PERSON)
def clock_mark(request: PageRequest, *, person: int, proceeding: int) -> HttpResponse:
    """Record that a time limit was started by hand, stands still, runs on or was met."""
    viewer = request.viewer
    found = proceeding_for(reading_of(request), person, proceeding)
    form = ClockForm(sent(request), viewer=viewer, initial={"clock": request.GET.get("clock", "")})
    if form.is_valid():
        told = form.cleaned_data
        made = form.carry_out(
            lambda: mark_clock(
                viewer,
                found,
                clock=told["clock"],
                move=ClockMove(told["move"]),
                at=told["at"],
                standstill=told["standstill"],
            )
        )
        if made is not None:
            messages.success(request, "The time limit is marked.")
            return redirect("supervision:proceeding", person=person, proceeding=proceeding)
    template = "supervision/clock_mark.html"
    return supervision_page(
        request, template, person, section=SECTION, form=form, number=proceeding
    )


@page(Permission.VIOLATION_VIEW, scope=Scope.PERSON)
@asks_release(Outlet.DOCUMENT)
def proceeding_packet(request: PageRequest, *, person: int, proceeding: int) -> HttpResponse:
    """Give the packet for court or board as a PDF."""
    reading, now = reading_of(request), timezone.now()
    found = proceeding_for(reading, person, proceeding)
    header = person_header(reading, person, today=timezone.localdate())
    sheet = proceeding_page(reading, found, now=now)
    data = packet(reading, sheet, name=str(header.person.full_name), person_id=person, at=now)
    content = make_pdf("violation_packet", data, made_at=now)
    note_packet(reading, person, found, medium=Medium.PDF, content=content)
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="violation-packet-{proceeding}.pdf"'
    return answer


def _as_written(sheet: ProceedingPage) -> dict[str, object]:
    report = sheet.report
    return {
        "incidents": [str(each.incident_id) for each in sheet.counts],
        "route": report.route,
        "what_led": report.what_led,
        "response_so_far": report.response_so_far,
        "alternatives": report.alternatives,
        "alternatives_note": report.alternatives_note,
        "recommendation": report.recommendation,
        "vulnerabilities": report.vulnerabilities,
        "arrest_note": report.arrest_note,
        "is_immediate_danger": report.is_immediate_danger,
        "left_treatment": report.left_treatment,
        "is_swift_and_sure": report.is_swift_and_sure,
        "asks_revocation": report.asks_revocation,
    }
