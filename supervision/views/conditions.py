"""The conditions of a person: the list, one of them, and the sheet that is handed over."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offenders.views.frame import reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.core.documents import make_pdf
from supervision.selectors.condition_sheet import condition_sheet
from supervision.selectors.conditions import condition_shown, conditions_of, sees_conditions
from supervision.selectors.conditions_named import never_named
from supervision.selectors.zone_map import map_of
from supervision.services.conditions.printing import note_conditions_printed
from supervision.views.frame import supervision_page

SECTION = "conditions"


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def conditions(request: PageRequest, person: int) -> HttpResponse:
    """Show what binds the person, what waits for notice, and what is over."""
    reading = reading_of(request)
    found = conditions_of(reading, person, today=timezone.localdate())
    context = {"conditions": found, "unnamed": never_named(reading, person, found.active)}
    template = "supervision/conditions.html"
    return supervision_page(request, template, person, section=SECTION, **context)


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def condition(request: PageRequest, person: int, condition: int) -> HttpResponse:
    """Show one condition with its history and zones; the list says who may not see any."""
    reading = reading_of(request)
    if not sees_conditions(reading):
        return redirect("supervision:conditions", person=person)
    shown = condition_shown(reading, person, condition, today=timezone.localdate())
    return supervision_page(
        request,
        "supervision/condition.html",
        person,
        section=SECTION,
        condition=shown,
        drawing=map_of(shown.zones),
    )


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
@asks_release(Outlet.DOCUMENT)
def conditions_print(request: PageRequest, person: int) -> HttpResponse:
    """Send the person's conditions in plain words, to be handed over and signed."""
    now = timezone.localtime()
    reading = reading_of(request)
    data = condition_sheet(reading, person, today=now.date())
    content = make_pdf("conditions", data, made_at=now)
    note_conditions_printed(reading, person, content)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="conditions.pdf"'
    return response
