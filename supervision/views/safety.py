"""Safety of visits to a person, near misses, the sheet to take along, and reminders."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offenders.views.frame import reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.audit.events import Event
from ots.audit.services import record
from ots.core.documents import make_pdf
from supervision.choices.safety import VisitPolicy
from supervision.forms.moments import typed_as
from supervision.forms.safety import NearMissForm, ReminderWishForm, SafetyForm
from supervision.selectors.reminders import messages_of, wish_of
from supervision.selectors.safety import (
    UNKNOWN,
    current_profile,
    homes_of,
    near_misses_of,
    profiles_of,
    safety_of,
)
from supervision.selectors.visit_sheet import visit_sheet_data
from supervision.services.reminders import wish_reminders
from supervision.services.safety import report_near_miss, review_safety
from supervision.views.frame import supervision_page

SECTION = "safety"


@page(Permission.VISIT_RECORD, scope=Scope.PERSON)
def safety(request: PageRequest, person: int) -> HttpResponse:
    """Show what is known of visits to the person, and review it."""
    reading, today = reading_of(request), timezone.localdate()
    home = homes_of(reading, [person]).get(person)
    known = current_profile(reading, person, home)
    initial = {"policy": VisitPolicy.SOLO} if known is None else _as_typed(known)
    form = SafetyForm(sent(request), viewer=request.viewer, person_id=person, initial=initial)
    if form.is_valid():
        address_id = home.pk if home is not None else None
        made = form.carry_out(
            lambda: review_safety(request.viewer, person, form.review(), address_id=address_id)
        )
        if made is not None:
            messages.success(request, "Reviewed today.")
            return redirect("supervision:safety", person=person)
    context = {
        "form": form,
        "home": None if home is None else reading.masked(home),
        "safety": safety_of(reading, [person], today=today).get(person, UNKNOWN),
        "profiles": profiles_of(reading, person),
        "near_misses": near_misses_of(reading, person),
    }
    return supervision_page(request, "supervision/safety.html", person, section=SECTION, **context)


@page(Permission.VISIT_RECORD, scope=Scope.PERSON)
def near_miss(request: PageRequest, person: int) -> HttpResponse:
    """Report what nearly went wrong: the kind, and done."""
    initial = {"happened": typed_as(timezone.now())}
    form = NearMissForm(sent(request), viewer=request.viewer, person_id=person, initial=initial)
    if form.is_valid():
        home = homes_of(reading_of(request), [person]).get(person)
        told = form.cleaned_data
        made = form.carry_out(
            lambda: report_near_miss(
                request.viewer,
                person,
                kind=told["kind"],
                happened_at=told["happened"],
                what=told["what"],
                address_id=home.pk if home is not None else None,
                token=form.sent_token,
            )
        )
        if made is not None:
            messages.success(request, "Reported. Look at the safety of this visit now.")
            return redirect("supervision:safety", person=person)
    return supervision_page(
        request, "supervision/near_miss.html", person, section=SECTION, form=form
    )


@page(Permission.VISIT_RECORD, scope=Scope.PERSON)
@asks_release(Outlet.DOCUMENT)
def visit_sheet(request: PageRequest, person: int) -> HttpResponse:
    """Print what to know at the door: address, safety, conditions, the last contacts."""
    now = timezone.now()
    data = visit_sheet_data(reading_of(request), person, now=now)
    content = make_pdf("visit_sheet", data, made_at=now)
    record(Event.VISIT_SHEET_PRINTED, actor=request.viewer.user, person_id=person)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="visit-sheet.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


@page(Permission.VISIT_RECORD, scope=Scope.PERSON)
def reminders(request: PageRequest, person: int) -> HttpResponse:
    """Show and change how the person is reminded, and what went out."""
    reading = reading_of(request)
    initial = wish_of(reading, person)
    form = ReminderWishForm(sent(request), viewer=request.viewer, person_id=person, initial=initial)
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in form.writes}
        made = form.carry_out(lambda: wish_reminders(request.viewer, person, **told))
        if made is not None:
            messages.success(request, "Recorded.")
            return redirect("supervision:reminders", person=person)
    context = {"form": form, "sent": messages_of(reading, person)}
    return supervision_page(
        request, "supervision/reminders.html", person, section="reminders", **context
    )


def _as_typed(known: object) -> dict[str, object]:
    names = ("policy", "hazards", "cautions", "advice", "latitude", "longitude")
    return {name: getattr(known, name) for name in names}
