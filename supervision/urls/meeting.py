"""Meeting people: contacts, appointments, safety, reminders, the calendar."""

from django.urls import path

from supervision.views import (
    appointments,
    calendar,
    contacts,
    safety,
    visits,
)

urlpatterns = [
    # Contacts and appointments
    path("people/<int:person>/supervision/contacts/", contacts.contacts, name="contacts"),
    path(
        "people/<int:person>/supervision/contacts/record/",
        contacts.contact_record,
        name="contact-record",
    ),
    path(
        "people/<int:person>/supervision/contacts/missed/",
        contacts.contact_missed,
        name="contact-missed",
    ),
    path(
        "people/<int:person>/supervision/contacts/<int:contact>/",
        contacts.contact_one,
        name="contact-one",
    ),
    path(
        "people/<int:person>/supervision/contacts/<int:contact>/correct/",
        contacts.contact_correct,
        name="contact-correct",
    ),
    path(
        "people/<int:person>/supervision/contacts/<int:contact>/report/",
        contacts.contact_report,
        name="contact-report",
    ),
    path(
        "people/<int:person>/supervision/contacts/pictures/<int:photo>/",
        contacts.contact_photo,
        name="contact-photo",
    ),
    path(
        "people/<int:person>/supervision/appointments/add/",
        appointments.appointment_add,
        name="appointment-add",
    ),
    path(
        "people/<int:person>/supervision/appointments/<int:appointment>/move/",
        appointments.appointment_move,
        name="appointment-move",
    ),
    # Safety of visits, and reminders
    path("people/<int:person>/supervision/safety/", safety.safety, name="safety"),
    path("people/<int:person>/supervision/safety/near-miss/", safety.near_miss, name="near-miss"),
    path(
        "people/<int:person>/supervision/safety/visit-sheet/",
        safety.visit_sheet,
        name="visit-sheet",
    ),
    path("people/<int:person>/supervision/reminders/", safety.reminders, name="reminders"),
    path("visits/", visits.visits, name="visits"),
    path("visits/back/", visits.visits_back, name="visits-back"),
    path("visits/longer/", visits.visits_longer, name="visits-longer"),
    path("visits/word/", visits.visits_word, name="visits-word"),
    path("visits/<int:outing>/seen/", visits.visits_seen, name="visits-seen"),
    path("visits/<int:outing>/end/", visits.visits_end, name="visits-end"),
    # The calendar of an agent
    path("calendar/", calendar.calendar_day, name="calendar"),
    path("calendar/week/", calendar.calendar_week, name="calendar-week"),
    path("calendar/route/", calendar.calendar_route, name="calendar-route"),
    path("calendar/appointments.ics", calendar.calendar_download, name="calendar-file"),
    path("calendar/read/<str:towards>/", appointments.moment_echo, name="moment-echo"),
]
