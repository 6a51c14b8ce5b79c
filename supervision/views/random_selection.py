"""Groups called for tests, and the proof of each draw."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from offenders.views.frame import person_page, reading_of, sent
from ots.access.lists import note_list
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from supervision.forms.random_selection import GroupForm
from supervision.selectors.random_selection import called_today, proof_of, scheme_lines
from supervision.services.random_selection import join_group


@page(Permission.TEST_RECORD)
def call_groups(request: PageRequest) -> HttpResponse:
    """Show the groups of the own offices, what is called today, and every draw."""
    today = timezone.localdate()
    context = {
        "lines": scheme_lines(request.viewer, on=today),
        "called": called_today(request.viewer, on=today),
    }
    return render(request, "supervision/call_groups.html", context)


@page(Permission.TEST_DRAW)
def draw_proof(request: PageRequest, *, drawing: int) -> HttpResponse:
    """Draw again from the seed that was committed, and compare."""
    proof = proof_of(reading_of(request), drawing)
    note_list(request, (each.person_id for each in proof.selected), list_name="draw")
    return render(request, "supervision/draw_proof.html", {"proof": proof})


@page(Permission.TEST_RECORD, scope=Scope.PERSON)
def group_join(request: PageRequest, *, person: int) -> HttpResponse:
    """Put the person in a group that is called for tests."""
    viewer = request.viewer
    form = GroupForm(sent(request), viewer=viewer)
    if form.is_valid():
        made = form.carry_out(
            lambda: join_group(viewer, person, entry=form.entry(), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "The person is in the group from the next draw on.")
            return redirect("supervision:person-tests", person=person)
    return person_page(request, "supervision/group_join.html", person, form=form)
