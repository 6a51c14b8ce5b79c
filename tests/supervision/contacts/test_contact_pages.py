"""The pages of contacts, calendar and visits: who opens them, what they show, what they ask for."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from ots.access.viewer import viewer_for
from supervision.choices.contact import ContactStatus, Place
from supervision.choices.safety import Hazard, VisitPolicy
from supervision.models import Appointment, Contact, ContactPhoto, Incident, NearMiss, SafetyProfile
from supervision.services.contact_codes import create_missing_contact_codes
from supervision.services.safety import SafetyReview, review_safety
from tests import factories
from tests.factories import supervision_contact as made
from tests.wording import says

pytestmark = pytest.mark.django_db
MOST_BYTES = 50_000
WEEK = timedelta(days=7)


@pytest.fixture(autouse=True)
def codes(db):
    create_missing_contact_codes()


@pytest.fixture
def olivias(sign_in, olivia):
    return sign_in(olivia)


def address(name, person, **more):
    return reverse(f"supervision:{name}", kwargs={"person": person.pk, **more})


def text(answer):
    assert answer.status_code == 200, answer
    return answer.content.decode()


def picture():
    stored = BytesIO()
    Image.new("RGB", (200, 200)).save(stored, "JPEG")
    return SimpleUploadedFile("door.jpg", stored.getvalue(), content_type="image/jpeg")


PAGES = ("contacts", "contact-record", "contact-missed", "appointment-add", "safety")
MORE_PAGES = ("near-miss", "reminders")


@pytest.mark.parametrize("name", [*PAGES, *MORE_PAGES])
def test_a_page_is_small(olivias, dana, name):
    assert len(olivias.get(address(name, dana)).content) < MOST_BYTES


@pytest.mark.parametrize("name", [*PAGES, *MORE_PAGES, "visit-sheet"])
def test_an_agent_without_the_person_finds_nothing(sign_in, oscar, dana, name):
    assert sign_in(oscar).get(address(name, dana)).status_code == 404


@pytest.mark.parametrize("name", ["contacts", "safety"])
def test_the_police_do_not_read_contacts(sign_in, paula, dana, name):
    assert sign_in(paula).get(address(name, dana)).status_code == 403


def test_the_form_is_filled_in_from_the_appointment(olivias, dana):
    planned = made.appointment(dana, starts_at=timezone.now() - WEEK, place=Place.HOME)
    body = text(olivias.get(address("contact-record", dana), {"appointment": planned.pk}))
    assert '<option value="home" selected>' in body


def test_an_ambiguous_time_is_refused_with_both_readings(olivias, dana):
    sent = {"started": "yesterday 6", "setting": "office", "outcome": "ATTC"}
    more = {"contact_type": "direct", "next_setting": "office"}
    body = text(olivias.post(address("contact-record", dana), {**sent, **more}))
    assert "6:00 am or" in body
    assert "6:00 pm" in body


def test_what_was_read_is_told_after_recording(olivias, dana):
    sent = {"started": "yesterday 2 pm", "setting": "telephone", "outcome": "ATTC"}
    more = {"contact_type": "direct", "next_setting": "home", "next_starts": "in 2 weeks 9 am"}
    body = text(olivias.post(address("contact-record", dana), {**sent, **more}, follow=True))
    assert "9:00 am." in body
    assert Appointment.objects.get().place == Place.HOME


def test_a_picture_is_kept_with_the_contact_and_shown(olivias, dana):
    sent = {"started": "yesterday 2 pm", "setting": "home", "outcome": "ATTC"}
    more = {"contact_type": "direct", "next_setting": "home", "photo": picture()}
    answer = olivias.post(address("contact-record", dana), {**sent, **more})
    assert answer.status_code == 302, answer.content.decode().partition("usa-error-message")[2][
        :400
    ]
    photo = ContactPhoto.objects.get()
    shown = olivias.get(address("contact-photo", dana, photo=photo.pk))
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/jpeg")


def test_what_is_no_picture_is_refused_at_its_field(olivias, dana):
    sent = {"started": "yesterday 2 pm", "setting": "home", "outcome": "ATTC"}
    lie = SimpleUploadedFile("door.jpg", b"MZ not a picture", content_type="image/jpeg")
    more = {"contact_type": "direct", "next_setting": "home", "photo": lie}
    answer = olivias.post(address("contact-record", dana), {**sent, **more})
    assert list(answer.context["form"].errors) == ["photo"]
    assert not Contact.objects.exists()


def test_a_missed_appointment_leads_to_what_may_help_and_to_no_report(olivias, dana):
    planned = made.appointment(dana, starts_at=timezone.now() - WEEK)
    sent = {"started": "yesterday 2 pm", "setting": "office", "outcome": "UAAB"}
    more = {"barrier": "TRANSPORT", "next_setting": "office"}
    where = f"{address('contact-missed', dana)}?appointment={planned.pk}"
    body = text(olivias.post(where, {**sent, **more}, follow=True))
    assert "bus pass" in body
    assert not Incident.objects.exists()


def test_the_agent_reports_an_absence_with_one_button(olivias, dana):
    contact = made.contact(dana, status=ContactStatus.MISSED, outcome="UAAB")
    olivias.post(address("contact-report", dana, contact=contact.pk))
    assert Incident.objects.get().code_id == "V302"


def test_a_correction_says_what_was(olivias, dana):
    contact = made.contact(dana, note="As typed")
    sent = {"started": "yesterday 2 pm", "setting": "office", "outcome": "ATTC", "note": "Right"}
    where = address("contact-correct", dana, contact=contact.pk)
    body = text(olivias.post(where, {**sent, "why": "Typed wrong"}, follow=True))
    assert "As typed" in body
    assert "Right" in body


@pytest.mark.parametrize(
    "asked",
    [{"words": "pay stub"}, {"place": Place.OFFICE}, {"status": ContactStatus.COMPLETED}],
    ids=lambda asked: next(iter(asked)),
)
def test_the_log_is_narrowed(olivias, dana, asked):
    tried = {"status": ContactStatus.ATTEMPTED, "outcome": None, "place": Place.HOME}
    made.contact(dana, note="Asked about the bus pass", **tried)
    made.contact(dana, note="Showed a pay stub")
    found = text(olivias.post(address("contacts", dana), {"asks": "1", **asked}, follow=True))
    assert "Showed a pay stub" in found
    assert "bus pass" not in found


def test_a_sensitive_contact_is_not_on_the_timeline_of_the_police(sign_in, paula, dana):
    made.contact(dana, is_sensitive=True, method="telephone")
    body = text(sign_in(paula).get(reverse("offenders:person-timeline", args=[dana.pk])))
    assert "By telephone" not in body


def test_a_contact_is_on_the_timeline(olivias, dana):
    made.contact(dana, method="telephone")
    body = text(olivias.get(reverse("offenders:person-timeline", args=[dana.pk])))
    assert "By telephone" in body


def test_cancelling_asks_no_new_time(olivias, dana):
    planned = made.appointment(dana)
    where = address("appointment-move", dana, appointment=planned.pk)
    olivias.post(where, {"by": "staff", "is_off": "on", "why": "Office closed"})
    assert Contact.objects.get(appointment=planned).status == ContactStatus.CANCELLED_BY_STAFF


def test_moving_without_a_time_is_refused(olivias, dana):
    planned = made.appointment(dana)
    where = address("appointment-move", dana, appointment=planned.pk)
    assert "Type the new time" in text(olivias.post(where, {"by": "staff", "why": "x"}))


def test_a_near_miss_is_two_clicks(olivias, dana):
    page = text(olivias.get(address("near-miss", dana)))
    assert 'value="animal"' in page
    olivias.post(address("near-miss", dana), {"kind": "animal", "happened": "yesterday 2 pm"})
    assert NearMiss.objects.get().kind == "animal"


def test_the_visit_sheet_is_a_tagged_pdf(olivias, olivia, dana):
    factories.add_address(dana)
    made.contact(dana, note="Showed a pay stub")
    review = SafetyReview(policy=VisitPolicy.PAIR, hazards=(Hazard.DOGS,))
    review_safety(viewer_for(olivia), dana.pk, review, address_id=None)
    answer = olivias.get(address("visit-sheet", dana))
    assert answer.content.startswith(b"%PDF")
    assert b"/MarkInfo" in answer.content


def test_a_review_of_safety_replaces_the_one_before(olivias, dana):
    for hazard in ("dogs", "weapons"):
        olivias.post(address("safety", dana), {"policy": "pair", "hazards": [hazard]})
    standing = SafetyProfile.objects.get(person=dana, superseded_at=None)
    assert standing.hazards == ["weapons"]


def test_the_route_shows_how_to_go(olivias, olivia, dana):
    made.appointment(dana, starts_at=timezone.now(), place=Place.HOME)
    review_safety(
        viewer_for(olivia), dana.pk, SafetyReview(policy=VisitPolicy.POLICE), address_id=None
    )
    assert "Only with police" in text(olivias.get(reverse("supervision:calendar-route")))


def test_the_calendar_file_holds_no_name_and_no_address(olivias, dana):
    home = factories.add_address(dana)
    made.appointment(dana, place=Place.HOME)
    body = text(olivias.get(reverse("supervision:calendar-file")))
    assert "SUMMARY:In person: D.D." in body
    told = (dana.first_name, dana.last_name, home.street, home.city, home.postal_code)
    assert [each for each in told if each in body] == []


@pytest.mark.parametrize("name", ["calendar", "calendar-week", "calendar-route"])
def test_a_calendar_asks_as_often_for_many_as_for_few(olivias, olivia, lansing, name):
    def visits(number):
        for each in range(number):
            person = factories.person(f"Pat{name}{each}", agent=olivia, office=lansing)
            made.appointment(person, starts_at=timezone.now(), place=Place.HOME)

    def asked():
        with CaptureQueriesContext(connection) as captured:
            assert olivias.get(reverse(f"supervision:{name}")).status_code == 200
        return len(captured)

    visits(2)
    asked()
    few = asked()
    visits(6)
    assert asked() == few


def test_another_agent_s_calendar_shows_nobody_out_of_reach(sign_in, oscar, olivia, dana):
    made.appointment(dana, starts_at=timezone.now())
    body = text(sign_in(oscar).get(reverse("supervision:calendar"), {"agent": olivia.pk}))
    assert not says(body, "Doe")


def test_a_typed_time_is_read_back(olivias):
    where = reverse("supervision:moment-echo", args=["future"])
    assert "2:00 pm" in text(olivias.get(where, {"next_starts": "in 3 days 2 pm"}))


def test_the_first_page_shows_what_still_has_no_outcome(olivias, dana):
    planned = made.appointment(dana, starts_at=timezone.now() - WEEK)
    assert f"missed/?appointment={planned.pk}" in text(olivias.get(reverse("home")))
