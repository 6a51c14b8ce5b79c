"""A person's programs, and the list of a session."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from offenders.views.frame import person_page, reading_of, sent
from ots.access.lists import note_list
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from supervision.forms.programs import (
    ProgramSessionForm,
    ReferralForm,
    ReferralStepForm,
    SessionListForm,
    WhichSessionForm,
)
from supervision.selectors.programs import (
    participants_of,
    referral_sheet,
    referrals_of,
    treatment_is_open,
)
from supervision.services.programs import record_list, record_session, refer, take_step
from supervision.views.frame import supervision_page

SECTION = "programs"


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def person_programs(request: PageRequest, *, person: int) -> HttpResponse:
    """Show the person's programs and where each stands."""
    reading = reading_of(request)
    return supervision_page(
        request,
        "supervision/person_programs.html",
        person,
        section=SECTION,
        lines=referrals_of(reading, person),
        treatment_is_open=treatment_is_open(reading),
    )


@page(Permission.PROGRAM_RECORD, scope=Scope.PERSON)
def program_refer(request: PageRequest, *, person: int) -> HttpResponse:
    """Refer the person to a program."""
    viewer = request.viewer
    form = ReferralForm(sent(request), viewer=viewer, initial={"on": timezone.localdate()})
    if form.is_valid():
        made = form.carry_out(
            lambda: refer(viewer, person, entry=form.entry(), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "The referral is recorded.")
            return redirect("supervision:person-programs", person=person)
    return person_page(request, "supervision/program_refer.html", person, form=form)


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def person_program(request: PageRequest, *, person: int, referral: int) -> HttpResponse:
    """Show one referral: its steps, its sessions, the hours done."""
    sheet = referral_sheet(reading_of(request), person, referral)
    template = "supervision/person_program.html"
    return supervision_page(request, template, person, section=SECTION, sheet=sheet)


@page(Permission.PROGRAM_RECORD, scope=Scope.PERSON)
def program_step(request: PageRequest, *, person: int, referral: int) -> HttpResponse:
    """Move a referral on."""
    viewer = request.viewer
    sheet = referral_sheet(reading_of(request), person, referral)
    form = ReferralStepForm(sent(request), viewer=viewer, may_follow=sheet.may_follow)
    if form.is_valid():
        entry = form.entry()
        if form.carry_out(lambda: take_step(viewer, person, referral, entry=entry)) is not None:
            messages.success(request, "Recorded.")
            return redirect("supervision:person-program", person=person, referral=referral)
    context = {"form": form, "sheet": sheet}
    return person_page(request, "supervision/program_step.html", person, **context)


@page(Permission.PROGRAM_RECORD, scope=Scope.PERSON)
def session_record(request: PageRequest, *, person: int, referral: int) -> HttpResponse:
    """Record one session of one person."""
    viewer = request.viewer
    sheet = referral_sheet(reading_of(request), person, referral)
    initial = {"held_on": timezone.localdate()}
    form = ProgramSessionForm(sent(request), viewer=viewer, initial=initial)
    if form.is_valid():
        entry = form.entry()
        if form.carry_out(lambda: record_session(viewer, person, referral, entry=entry)):
            messages.success(request, "The session is recorded.")
            return redirect("supervision:person-program", person=person, referral=referral)
    context = {"form": form, "sheet": sheet}
    return person_page(request, "supervision/session_record.html", person, **context)


@page(Permission.PROGRAM_RECORD)
def session_list(request: PageRequest) -> HttpResponse:
    """Record a session of a program for all who take part, as the provider's list has it."""
    viewer, form, participants, program = request.viewer, None, [], None
    which = WhichSessionForm(request.GET if request.GET.get("program") else None)
    if which.is_valid():
        program = int(which.cleaned_data["program"])
        participants = participants_of(reading_of(request), program)
        note_list(request, (each.person_id for each in participants), list_name="session")
        form = SessionListForm(sent(request), viewer=viewer, participants=participants)
        if form.is_valid():
            entries = form.entries()
            count = form.carry_out(lambda: record_list(viewer, program, entries=entries))
            if count is not None:
                messages.success(request, f"Recorded for {count} people.")
                return redirect("supervision:session-list")
    context = {"which": which, "form": form, "participants": participants}
    return render(request, "supervision/session_list.html", context)
