"""An agent's calendar: the day, the week, the way to drive, and a file to take along."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date

from offenders.views.frame import reading_of
from ots.access.lists import note_list
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.core.numbers import whole_number
from supervision.rules.calendar_file import calendar_file
from supervision.selectors.calendar import (
    DAYS_OF_WEEK,
    CalendarDay,
    CalendarItem,
    agents_to_choose,
    calendar_days,
    calendar_entries,
    route_of_day,
    waiting_for_outcome,
)

WEEKS_IN_FILE = 8
WAYS = (
    ("supervision:calendar", "Day"),
    ("supervision:calendar-week", "Week"),
    ("supervision:calendar-route", "Home visits"),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """Whose calendar is shown, and of which day."""

    agent_id: int
    day: date

    @property
    def before(self) -> date:
        """Return the day before."""
        return self.day - timedelta(days=1)

    @property
    def after(self) -> date:
        """Return the day after."""
        return self.day + timedelta(days=1)

    @property
    def week_before(self) -> date:
        """Return the day a week before."""
        return self.day - timedelta(days=DAYS_OF_WEEK)

    @property
    def week_after(self) -> date:
        """Return the day a week later."""
        return self.day + timedelta(days=DAYS_OF_WEEK)


@page(Permission.VISIT_RECORD)
def calendar_day(request: PageRequest) -> HttpResponse:
    """Show the appointments of a day, and those of which nobody said what became of them."""
    shown, reading = _shown(request), reading_of(request)
    days = calendar_days(reading, shown.agent_id, first=shown.day, days=1)
    waiting = waiting_for_outcome(reading, now=timezone.now())
    _note(request, [item for day in days for item in day.items] + waiting, "calendar day")
    context = {"items": days[0].items, "waiting": waiting}
    return _calendar(request, "supervision/calendar_day.html", shown, **context)


@page(Permission.VISIT_RECORD)
def calendar_week(request: PageRequest) -> HttpResponse:
    """Show the appointments of the week in which the day lies."""
    shown, reading = _shown(request), reading_of(request)
    monday = shown.day - timedelta(days=shown.day.weekday())
    days = calendar_days(reading, shown.agent_id, first=monday, days=DAYS_OF_WEEK)
    _note(request, _all(days), "calendar week")
    return _calendar(request, "supervision/calendar_week.html", shown, days=days)


@page(Permission.VISIT_RECORD)
def calendar_route(request: PageRequest) -> HttpResponse:
    """Show the home visits of a day in an order to drive, with what to look out for."""
    shown = _shown(request)
    items = route_of_day(reading_of(request), shown.agent_id, day=shown.day)
    _note(request, items, "route of a day")
    return _calendar(request, "supervision/calendar_route.html", shown, items=items)


@page(Permission.VISIT_RECORD)
@asks_release(Outlet.LIST)
def calendar_download(request: PageRequest) -> HttpResponse:
    """Send the own appointments of the coming weeks as a calendar file."""
    reading, today = reading_of(request), timezone.localdate()
    days = WEEKS_IN_FILE * DAYS_OF_WEEK
    shown = calendar_days(reading, _own(request), first=today, days=days)
    _note(request, _all(shown), "calendar file")
    text = calendar_file(calendar_entries(_all(shown)), made_at=timezone.now())
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="appointments.ics"'
    return response


def _calendar(request: PageRequest, template: str, shown: Shown, **context: object) -> HttpResponse:
    today = timezone.localdate()
    agents = agents_to_choose(reading_of(request), today=today)
    frame = {"shown": shown, "agents": agents, "today": today, "ways": WAYS}
    return render(request, template, {**frame, **context})


def _shown(request: PageRequest) -> Shown:
    asked_agent = request.GET.get("agent", "")
    asked_day = request.GET.get("day", "")
    try:
        day = parse_date(asked_day) if asked_day else None
    except ValueError:
        day = None
    agent_id = whole_number(asked_agent) or _own(request)
    return Shown(agent_id, day or timezone.localdate())


def _own(request: PageRequest) -> int:
    user = request.viewer.user
    return user.pk if user is not None else 0


def _all(days: list[CalendarDay]) -> list[CalendarItem]:
    return [item for day in days for item in day.items]


def _note(request: PageRequest, items: list[CalendarItem], name: str) -> None:
    people = (int(str(item.person.pk)) for item in items)
    note_list(request, people, list_name=name, rows=len(items))
