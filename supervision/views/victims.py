"""Victims of a person and what they are told, for those who may know."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from offenders.views.frame import person_page, reading_of, sent
from ots.access.lists import masked_page
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from supervision.forms.victim import COLUMNS, NoticeAttemptForm, VictimCorrectForm, VictimForm
from supervision.selectors.victims import has_notice, notice_list, victim_of, victims_of
from supervision.services.victim_notices import (
    AttemptEntry,
    VictimEntry,
    correct_victim,
    record_attempt,
    record_victim,
)


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def victims(request: PageRequest, person: int) -> HttpResponse:
    """Say whether a victim is protected; who, and the notices, only to those who may know."""
    shown = victims_of(reading_of(request), person, today=timezone.localdate())
    return person_page(request, "supervision/victims.html", person, shown=shown)


@page(Permission.VICTIM_NOTIFY, scope=Scope.PERSON)
def victim_record(request: PageRequest, person: int) -> HttpResponse:
    """Record a victim."""
    form = VictimForm(sent(request), viewer=request.viewer)
    if form.is_valid():
        made = form.carry_out(
            lambda: record_victim(request.viewer, person, _entry(form), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "The victim is recorded.")
            return redirect("supervision:victims", person=person)
    return person_page(request, "supervision/victim_record.html", person, form=form)


@page(Permission.VICTIM_NOTIFY, scope=Scope.PERSON)
def victim_correct(request: PageRequest, person: int, victim: int) -> HttpResponse:
    """Change how a victim is reached."""
    old = victim_of(reading_of(request), person, victim)
    if old is None:
        raise Http404("No such victim.")
    initial = {name: getattr(old, name) for name in COLUMNS}
    form = VictimCorrectForm(sent(request), viewer=request.viewer, initial=initial)
    if form.is_valid():
        reason = form.cleaned_data["why"]
        made = form.carry_out(
            lambda: correct_victim(request.viewer, victim, _entry(form), reason=reason)
        )
        if made is not None:
            messages.success(request, "The change is recorded.")
            return redirect("supervision:victims", person=person)
    return person_page(request, "supervision/victim_correct.html", person, form=form)


@page(Permission.VICTIM_NOTIFY, scope=Scope.PERSON)
def notice_attempt(request: PageRequest, person: int, notice: int) -> HttpResponse:
    """Record an attempt to tell a victim."""
    if not has_notice(person, notice):
        raise Http404("No such notice.")
    form = NoticeAttemptForm(sent(request), viewer=request.viewer)
    if form.is_valid():
        told = form.cleaned_data
        entry = AttemptEntry(
            made_at=told["made_at"],
            channel=told["channel"],
            result=told["result"],
            note=told["note"],
        )
        made = form.carry_out(lambda: record_attempt(request.viewer, notice, entry))
        if made is not None:
            messages.success(request, "The attempt is recorded.")
            return redirect("supervision:victims", person=person)
    return person_page(request, "supervision/notice_attempt.html", person, form=form)


@page(Permission.VICTIM_NOTIFY)
def victim_notices(request: PageRequest) -> HttpResponse:
    """List the notices not settled; to whom stands on the person's own page."""
    people = masked_page(request, notice_list(request.viewer), list_name="victim notices")
    context = {"people": people, "today": timezone.localdate()}
    return render(request, "supervision/victim_notices.html", context)


def _entry(form: VictimForm) -> VictimEntry:
    return VictimEntry(**{name: form.cleaned_data[name] for name in COLUMNS})
