"""The log of contacts of a person, and recording what happened with the next appointment."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils import timezone

from offenders.selectors.reading import Reading
from offenders.views.frame import reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.searching import asked, searches
from ots.core.numbers import whole_number
from ots.core.pagination import paginate
from supervision.choices.contact import ContactStatus
from supervision.choices.setting import Setting, setting_of
from supervision.forms.contact_filter import ContactFilterForm
from supervision.forms.contacts import ATTEMPTED, ContactForm, CorrectionForm, MissedForm, NextForm
from supervision.forms.moments import typed_as
from supervision.selectors.calendar import coming_appointments, waiting_of
from supervision.selectors.contacts import (
    appointment_of,
    compliance,
    contact_log,
    current_contact,
    is_unexcused,
    one_contact,
    photo_bytes,
)
from supervision.selectors.safety import homes_of
from supervision.services.contacts import (
    Entry,
    correct_contact,
    entry_of,
    record_contact,
)
from supervision.services.reported_absence import report_absence
from supervision.views.frame import supervision_page

FIRST_OUTCOME = "ATTC"
SECTION = "contacts"
FILTERS = ("status", "effect", "place")


@page(Permission.VISIT_RECORD, scope=Scope.PERSON)
@searches(*FILTERS)
def contacts(request: PageRequest, person: int) -> HttpResponse:
    """Show the log, what it adds up to, and what is planned."""
    reading, now = reading_of(request), timezone.now()
    form = ContactFilterForm(asked(request))
    form.is_valid()
    shown = paginate(request, contact_log(reading, person, asked=form.cleaned_data))
    context = {
        "form": form,
        "page": shown,
        "contacts": [reading.masked(row) for row in shown.object_list],
        "coming": coming_appointments(reading, person, now=now),
        "waiting": waiting_of(reading, person, now=now),
        "compliance": compliance(reading, person, today=timezone.localdate()),
    }
    return supervision_page(
        request, "supervision/contacts.html", person, section=SECTION, **context
    )


@page(Permission.VISIT_RECORD, scope=Scope.PERSON)
def contact_record(request: PageRequest, person: int) -> HttpResponse:
    """Record a contact and, in the same step, the next appointment."""
    initial = {"outcome": FIRST_OUTCOME, **_prefilled(request, person)}
    form = ContactForm(
        sent(request),
        viewer=request.viewer,
        person_id=person,
        initial=initial,
        files=request.FILES if request.method == "POST" else None,
    )
    if form.is_valid():
        done = _record(request, person, form, form.entry(address_id=_home(request, person)))
        if done is not None:
            return done
    return supervision_page(
        request, "supervision/contact_record.html", person, section=SECTION, form=form
    )


@page(Permission.VISIT_RECORD, scope=Scope.PERSON)
def contact_missed(request: PageRequest, person: int) -> HttpResponse:
    """Record that the person did not come, what stood in the way, and the next appointment."""
    form = MissedForm(
        sent(request),
        viewer=request.viewer,
        person_id=person,
        initial=_prefilled(request, person),
    )
    if form.is_valid():
        done = _record(request, person, form, form.entry(address_id=_home(request, person)))
        if done is not None:
            return done
    return supervision_page(
        request, "supervision/contact_missed.html", person, section=SECTION, form=form
    )


@page(Permission.VISIT_RECORD, scope=Scope.PERSON)
def contact_one(request: PageRequest, person: int, contact: int) -> HttpResponse:
    """Show one contact with its pictures, its corrections and what it may ask for."""
    one = one_contact(reading_of(request), person, contact)
    return supervision_page(
        request, "supervision/contact_one.html", person, section=SECTION, one=one
    )


@page(Permission.VISIT_RECORD, scope=Scope.PERSON)
def contact_correct(request: PageRequest, person: int, contact: int) -> HttpResponse:
    """Correct a contact; the row before stays readable."""
    found = current_contact(reading_of(request), person, contact)
    initial = {
        "started": typed_as(found.started_at),
        "setting": setting_of(found.method, found.place),
        "outcome": found.outcome_id or ATTEMPTED,
        "barrier": found.barrier_id or "",
        "collateral": found.collateral,
        "note": found.note,
    }
    form = CorrectionForm(sent(request), viewer=request.viewer, person_id=person, initial=initial)
    if form.is_valid():
        told = form.cleaned_data
        made = form.carry_out(
            lambda: correct_contact(
                request.viewer, found, form.entry(entry_of(found)), reason=told["why"]
            )
        )
        if made is not None:
            messages.success(request, "The contact is corrected.")
            return redirect("supervision:contact-one", person=person, contact=made.pk)
    context = {"form": form, "contact_id": contact}
    return supervision_page(
        request, "supervision/contact_correct.html", person, section=SECTION, **context
    )


@page(Permission.VIOLATION_REPORT, scope=Scope.PERSON)
def contact_report(request: PageRequest, person: int, contact: int) -> HttpResponse:
    """Report an absence that is not excused, because the agent says so; once."""
    if request.method == "POST":
        found = current_contact(reading_of(request), person, contact)
        if is_unexcused(found):
            report_absence(request.viewer, found)
            messages.success(request, "Reported as a violation, with what stood in the way.")
    return redirect("supervision:contact-one", person=person, contact=contact)


@page(Permission.VISIT_RECORD, scope=Scope.PERSON)
def contact_photo(request: PageRequest, person: int, photo: int) -> HttpResponse:
    """Send a picture taken at a contact; nobody may keep a copy of it."""
    content = photo_bytes(reading_of(request), person, photo)
    response = HttpResponse(content, content_type="image/jpeg")
    response["Cache-Control"] = "private, no-store"
    return response


def _record(request: PageRequest, person: int, form: NextForm, entry: Entry) -> HttpResponse | None:
    then = form.plan()
    photo = form.cleaned_data.get("photo")
    number = request.GET.get("appointment")
    appointment_id = whole_number(number or "")
    made = form.carry_out(
        lambda: record_contact(
            request.viewer,
            person,
            entry,
            appointment_id=appointment_id,
            then=then,
            photo=photo,
            token=form.sent_token,
        )
    )
    if made is None:
        return None
    said = f"Recorded: {typed_as(entry.started_at)}."
    following = f" Next appointment: {typed_as(then.starts_at)}." if then else ""
    messages.success(request, said + following)
    return _where_next(person, made.pk, entry)


def _where_next(person: int, contact: int, entry: Entry) -> HttpResponseRedirect:
    if entry.status == ContactStatus.MISSED:
        return redirect("supervision:contact-one", person=person, contact=contact)
    return redirect("supervision:contacts", person=person)


def _prefilled(request: PageRequest, person: int) -> dict[str, object]:
    """What the appointment says already, so that nobody types it twice."""
    number = request.GET.get("appointment")
    if not number:
        setting = request.GET.get("setting", Setting.OFFICE)
        known = setting if setting in Setting.values else Setting.OFFICE
        now = typed_as(timezone.now())
        return {"started": now, "setting": known, "next_setting": known}
    if request.method == "POST":
        return {}
    found = appointment_of(reading_of(request), person, number)
    setting = setting_of(found.method, found.place)
    return {
        "started": typed_as(found.starts_at),
        "setting": setting,
        "next_setting": setting,
        "minutes": found.minutes,
        "is_unannounced": found.is_unannounced,
    }


def _home(request: PageRequest, person: int) -> int | None:
    home = homes_of(Reading(request.viewer), [person]).get(person)
    return home.pk if home is not None else None
