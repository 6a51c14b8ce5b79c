"""How closely a person is supervised, and setting it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offenders.views.frame import reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from supervision.forms.levels import LevelForm
from supervision.selectors.levels import LevelHistory, level_history
from supervision.services.levels import set_level
from supervision.views.frame import supervision_page

SECTION = "levels"


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def levels(request: PageRequest, person: int) -> HttpResponse:
    """Show the level, why, and those before."""
    found = level_history(reading_of(request), person, today=timezone.localdate())
    return supervision_page(
        request, "supervision/levels.html", person, section=SECTION, levels=found
    )


@page(Permission.LEVEL_SET, scope=Scope.PERSON)
def level_set(request: PageRequest, person: int) -> HttpResponse:
    """Set the level; the one before ends that day."""
    viewer = request.viewer
    found = level_history(reading_of(request), person, today=timezone.localdate())
    form = LevelForm(sent(request), viewer=viewer, initial=_named(found))
    if form.is_valid():
        made = form.carry_out(
            lambda: set_level(viewer, person, form.entry(), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, f"The level is {made.get_level_display()}.")
            return redirect("supervision:levels", person=person)
    return supervision_page(
        request, "supervision/level_set.html", person, section=SECTION, form=form, levels=found
    )


def _named(found: LevelHistory) -> dict[str, object]:
    """Start from the level that the scores name."""
    if found.named is None:
        return {}
    basis = "default" if found.named.is_assumed else "assessment"
    return {"level": found.named.rule.level, "basis": basis}
