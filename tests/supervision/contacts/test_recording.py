"""Recording a contact, what it meets, and the next appointment in the same step."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from offenders.services.refusals import RefusedError
from ots.access.viewer import NotAllowedError, viewer_for
from supervision.choices.contact import ContactStatus, ContactType, Place
from supervision.choices.obligation import ObligationKind
from supervision.models import Appointment, Contact, Incident
from supervision.services.appointments import Plan
from supervision.services.contact_codes import create_missing_contact_codes
from supervision.services.contacts import Entry, correct_contact, entry_of, record_contact
from supervision.services.obligations.opening import open_obligation
from supervision.services.reported_absence import report_absence
from supervision.services.rescheduling import call_off, move_appointment
from tests import factories
from tests.factories import supervision_contact as made

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def codes(db):
    create_missing_contact_codes()


@pytest.fixture
def viewer(olivia):
    return viewer_for(olivia)


def kept(**more):
    values = {"started_at": timezone.now() - HOUR, "status": ContactStatus.COMPLETED}
    return Entry(**{**values, "outcome": "ATTC", **more})


def missed(**more):
    return kept(**{"status": ContactStatus.MISSED, "outcome": "UAAB", "barrier": "WORK", **more})


def soon(**more):
    return Plan(starts_at=timezone.now() + timedelta(days=7), **more)


def test_the_next_appointment_is_made_in_the_same_step(viewer, dana):
    record_contact(viewer, dana.pk, kept(), then=soon(place=Place.HOME))
    assert Appointment.objects.get(person=dana).place == Place.HOME


def test_a_next_appointment_in_the_past_is_refused_and_nothing_is_recorded(viewer, dana):
    with pytest.raises(RefusedError, match="in the past"):
        record_contact(viewer, dana.pk, kept(), then=Plan(starts_at=timezone.now() - HOUR))
    assert not Contact.objects.exists()


def test_a_form_sent_twice_is_one_contact_and_one_appointment(viewer, dana):
    token = uuid4()
    for _ in range(2):
        record_contact(viewer, dana.pk, kept(), then=soon(), token=token)
    assert (Contact.objects.count(), Appointment.objects.count()) == (1, 1)


def test_a_home_visit_meets_what_is_due(viewer, dana, olivia):
    today = timezone.localdate()
    due = open_obligation(
        person_id=dana.pk, kind=ObligationKind.HOME_VISIT, due_on=today, source=dana
    )
    entry = kept(place=Place.HOME, started_at=timezone.now())
    record_contact(viewer, dana.pk, entry)
    due.refresh_from_db()
    assert due.done_on == today


def test_an_attempt_meets_nothing(viewer, dana):
    due = open_obligation(
        person_id=dana.pk,
        kind=ObligationKind.HOME_VISIT,
        due_on=timezone.localdate(),
        source=dana,
    )
    entry = kept(
        place=Place.HOME, status=ContactStatus.ATTEMPTED, outcome="", started_at=timezone.now()
    )
    record_contact(viewer, dana.pk, entry)
    due.refresh_from_db()
    assert due.done_on is None


def test_a_contact_with_both_meets_the_collateral_too(viewer, dana):
    due = open_obligation(
        person_id=dana.pk,
        kind=ObligationKind.COLLATERAL,
        due_on=timezone.localdate(),
        source=dana,
    )
    entry = kept(contact_type=ContactType.BOTH, started_at=timezone.now())
    record_contact(viewer, dana.pk, entry)
    due.refresh_from_db()
    assert due.done_on is not None


def test_a_contact_still_to_come_is_refused(viewer, dana):
    with pytest.raises(RefusedError, match="still to come"):
        record_contact(viewer, dana.pk, kept(started_at=timezone.now() + HOUR))


def test_an_absence_that_is_not_excused_asks_what_stood_in_the_way(viewer, dana):
    with pytest.raises(RefusedError, match="kept the person from coming"):
        record_contact(viewer, dana.pk, missed(barrier=""))


def test_an_acceptable_absence_asks_nothing_more(viewer, dana):
    assert record_contact(viewer, dana.pk, missed(outcome="AAME", barrier="")).pk


def test_the_first_failure_is_acceptable_only_once(viewer, dana):
    record_contact(viewer, dana.pk, missed())
    with pytest.raises(RefusedError, match="not the first failure"):
        record_contact(viewer, dana.pk, missed(outcome="CO10"))


def test_an_appointment_has_one_outcome(viewer, dana):
    planned = made.appointment(dana)
    record_contact(viewer, dana.pk, kept(), appointment_id=planned.pk)
    with pytest.raises(RefusedError, match="recorded already"):
        record_contact(viewer, dana.pk, missed(), appointment_id=planned.pk)


def test_another_person_s_appointment_is_refused(viewer, dana, olivia, lansing):
    other = factories.person("Eli", agent=olivia, office=lansing)
    planned = made.appointment(other)
    with pytest.raises(RefusedError, match="not this person's"):
        record_contact(viewer, dana.pk, kept(), appointment_id=planned.pk)


def test_an_agent_without_the_person_records_nothing(oscar, dana):
    with pytest.raises(NotAllowedError):
        record_contact(viewer_for(oscar), dana.pk, kept())


def test_a_moved_appointment_names_the_one_it_replaces(viewer, dana):
    planned = made.appointment(dana)
    later = timezone.now() + timedelta(days=3)
    moved = move_appointment(
        viewer,
        dana.pk,
        planned.pk,
        starts_at=later,
        status=ContactStatus.MOVED_BY_PERSON,
        reason="Works that day",
    )
    assert moved.instead_of == planned
    assert Contact.objects.get(appointment=planned).status == ContactStatus.MOVED_BY_PERSON


def test_a_cancelled_appointment_says_by_whom(viewer, dana):
    planned = made.appointment(dana)
    call_off(
        viewer, dana.pk, planned.pk, status=ContactStatus.CANCELLED_BY_STAFF, reason="Agent ill"
    )
    told = Contact.objects.get(appointment=planned)
    assert (told.status, told.note) == (ContactStatus.CANCELLED_BY_STAFF, "Agent ill")


def test_a_corrected_contact_no_longer_meets_what_it_met(viewer, dana):
    due = open_obligation(
        person_id=dana.pk,
        kind=ObligationKind.HOME_VISIT,
        due_on=timezone.localdate(),
        source=dana,
    )
    contact = record_contact(viewer, dana.pk, kept(place=Place.HOME, started_at=timezone.now()))
    entry = entry_of(contact)
    correct_contact(
        viewer,
        contact,
        Entry(
            started_at=entry.started_at,
            status=ContactStatus.ATTEMPTED,
            place=Place.HOME,
        ),
        reason="Nobody was there",
    )
    due.refresh_from_db()
    assert due.done_on is None


def test_a_correction_keeps_the_row_before(viewer, dana):
    contact = record_contact(viewer, dana.pk, kept(note="As typed"))
    correct_contact(viewer, contact, kept(note="As it was"), reason="Typed wrong")
    rows = Contact.objects.filter(entry=contact.entry).order_by("pk")
    assert [row.note for row in rows] == ["As typed", "As it was"]


def test_a_missed_appointment_is_no_violation_by_itself(viewer, dana):
    record_contact(viewer, dana.pk, missed())
    assert not Incident.objects.exists()


def test_a_reported_absence_takes_along_what_stood_in_the_way(viewer, dana):
    contact = record_contact(viewer, dana.pk, missed())
    for _ in range(2):
        report_absence(viewer, contact)
    incident = Incident.objects.get(person=dana)
    assert incident.mitigators == ["barrier"]
    assert "Work shift" in incident.notes
