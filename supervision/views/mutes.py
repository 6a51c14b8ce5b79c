"""Muting a line of the day's list, and what is muted."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from offenders.views.frame import reading_of, sent
from ots.access.lists import note_list
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.core.numbers import whole_number
from ots.core.pagination import paginate
from supervision.forms.mute import MuteForm
from supervision.selectors.mute_subjects import LineNamed, line_named
from supervision.selectors.mutes import mute_at, mutes_in_reach, mutes_shown
from supervision.services.mutes import MuteEntry, may_mute, mute, show_again
from supervision.views.frame import supervision_page

SECTION = "due"


@page(Permission.CASELOAD_VIEW, scope=Scope.PERSON)
def line_mute(request: PageRequest, person: int) -> HttpResponse:
    """Leave a line out of the list for a time; the line is chosen on the first page."""
    if "of" not in request.GET:
        return redirect("supervision:person-due", person=person)
    today = timezone.localdate()
    line = line_named(reading_of(request), person, request.GET["of"], today=today)
    if not may_mute(request.viewer, is_critical=line.is_critical):
        raise PermissionDenied("Only a supervisor mutes what is critical.")
    form = MuteForm(sent(request), viewer=request.viewer)
    if form.is_valid():
        entry = _entry(form, line)
        made = form.carry_out(lambda: mute(request.viewer, person, entry, token=form.sent_token))
        if made is not None:
            messages.success(request, "Muted. What it asks for stays due.")
            return redirect("home")
    template = "supervision/line_mute.html"
    return supervision_page(request, template, person, section=SECTION, form=form, line=line)


@page(Permission.CASELOAD_VIEW)
def muted(request: PageRequest) -> HttpResponse:
    """Show what is muted, by whom and why; show one line again."""
    reading, today = reading_of(request), timezone.localdate()
    if request.method == "POST":
        number = whole_number(request.POST.get("mute", "")) or 0
        show_again(request.viewer, mute_at(reading, number, today=today))
        messages.success(request, "The line is on the list again.")
        return redirect("supervision:muted")
    shown = paginate(request, mutes_in_reach(reading, today=today))
    mutes = mutes_shown(reading, list(shown.object_list))
    note_list(request, (int(str(each.person.pk)) for each in mutes), list_name="muted")
    return render(request, "supervision/muted.html", {"mutes": mutes, "page": shown})


def _entry(form: MuteForm, line: LineNamed) -> MuteEntry:
    return MuteEntry(
        subject=line.subject,
        number=line.number,
        is_critical=line.is_critical,
        why=form.cleaned_data["why"],
        until=form.cleaned_data["until"],
    )
