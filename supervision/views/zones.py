"""Zones: the map, drawing one, ending one, and looking for a place in them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offenders.views.frame import reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.searching import asked, searches
from supervision.forms.zones import PlaceForm, WindowForm, ZoneEndForm, ZoneForm
from supervision.rules.conditions.coordinates import told_place
from supervision.rules.conditions.drawing import Drawing, Window, drawing_of
from supervision.rules.conditions.zones import Place
from supervision.selectors.conditions import condition_at, condition_shown
from supervision.selectors.zone_map import map_of, where_is, zone_at, zones_of
from supervision.services.conditions.zones import draw_zone, end_zone
from supervision.views.frame import supervision_page

SECTION = "conditions"
# Where an empty sheet begins: the State Capitol in Lansing, three kilometers around.
CAPITOL = Place(42.733635, -84.555328)
FIRST_WIDTH = "3000"


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
@searches()
def zones(request: PageRequest, person: int) -> HttpResponse:
    """Show the zones on one sheet, and whether a place lies in them."""
    reading = reading_of(request)
    found = zones_of(reading, person)
    shown = [reading.masked(zone) for zone in found]
    form = PlaceForm(asked(request) or None)
    answers = None
    if form.is_bound and form.is_valid():
        answers = where_is(reading, found, form.cleaned_data["place"], at=timezone.localtime())
    return supervision_page(
        request,
        "supervision/zones.html",
        person,
        section=SECTION,
        zones=shown,
        drawing=map_of(shown),
        form=form,
        answers=answers,
    )


@page(Permission.CONDITION_RECORD, scope=Scope.PERSON)
@searches()
def zone_draw(request: PageRequest, person: int, condition: int) -> HttpResponse:
    """Draw a zone of a condition, by typing its points or by clicking on the sheet."""
    viewer = request.viewer
    reading = reading_of(request)
    found = condition_at(reading, person, condition)
    shown = condition_shown(reading, person, condition, today=timezone.localdate())
    form = ZoneForm(sent(request), viewer=viewer, initial=_first_values(shown.details))
    if form.is_valid():
        made = form.carry_out(lambda: draw_zone(viewer, found, form.entry(), token=form.sent_token))
        if made is not None:
            messages.success(request, f"The zone {made.label} is drawn.")
            return redirect("supervision:condition", person=person, condition=condition)
    window_form = WindowForm(_window_asked(request))
    return supervision_page(
        request,
        "supervision/zone_draw.html",
        person,
        section=SECTION,
        form=form,
        condition=shown,
        window_form=window_form,
        drawing=_sheet(window_form),
    )


@page(Permission.CONDITION_RECORD, scope=Scope.PERSON)
def zone_end(request: PageRequest, person: int, zone: int) -> HttpResponse:
    """Record that a zone no longer holds."""
    viewer = request.viewer
    reading = reading_of(request)
    found = zone_at(reading, person, zone)
    form = ZoneEndForm(sent(request), viewer=viewer, initial={"on": timezone.localdate()})
    if form.is_valid():
        entered = form.cleaned_data
        ended = form.carry_out(
            lambda: end_zone(viewer, found, ended_on=entered["on"], reason=entered["reason"])
        )
        if ended is not None:
            messages.success(request, "The zone no longer holds.")
            return redirect("supervision:zones", person=person)
    shown = reading.masked(found)
    template = "supervision/zone_end.html"
    return supervision_page(
        request, template, person, section=SECTION, form=form, zone=shown, drawing=map_of([shown])
    )


def _first_values(details: tuple[object, ...]) -> dict[str, object]:
    named = [getattr(each, "told", "") for each in details]
    return {"label": named[0][:80] if named else "", "kind": "exclusion", "shape": "circle"}


def _window_asked(request: PageRequest) -> dict[str, str]:
    said = asked(request)
    return {
        "center": said.get("center", told_place(CAPITOL)),
        "width": said.get("width", FIRST_WIDTH),
    }


def _sheet(form: WindowForm) -> Drawing:
    if not form.is_valid():
        return drawing_of([], Window(CAPITOL, float(FIRST_WIDTH)))
    return drawing_of([], Window(form.cleaned_data["center"], float(form.cleaned_data["width"])))
