"""Reminders are planned once, go out by their channel, and are withdrawn when not needed."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from offenders.models import Phone
from ots.access.viewer import viewer_for
from supervision.choices.contact import ContactStatus, Purpose
from supervision.models import OutgoingMessage
from supervision.services.outbox import send_due
from supervision.services.reminders import plan_reminders, wish_reminders
from supervision.services.rescheduling import call_off
from tests.factories import supervision_contact as made

pytestmark = pytest.mark.django_db


@pytest.fixture
def phone(dana):
    return Phone.objects.create(
        person=dana, kind="mobile", number="+15175550123", began_on="2020-01-02"
    )


@pytest.fixture
def planned(dana, phone):
    return made.appointment(dana, starts_at=timezone.now() + timedelta(hours=73))


def to_person():
    return OutgoingMessage.objects.filter(user=None)


def wish(olivia, dana, **more):
    values = {"opted_out": False, "channel": "sms", "email": "", "phone": "", "language": "en"}
    wish_reminders(viewer_for(olivia), dana.pk, **{**values, **more})


def test_the_person_is_reminded_twice_by_text(planned):
    plan_reminders(timezone.now())
    assert [row.hours_before for row in to_person()] == [72, 24]


def test_planning_again_says_nothing_twice(planned):
    for _ in range(2):
        plan_reminders(timezone.now())
    assert to_person().count() == 2


def test_the_agent_is_reminded_by_mail_without_a_name(planned, olivia):
    olivia.email = "olivia@agency.example"
    olivia.save()
    plan_reminders(timezone.now())
    send_due(timezone.now() + timedelta(hours=2))
    assert [message.to for message in mail.outbox] == [["olivia@agency.example"]]
    assert "Doe" not in mail.outbox[0].body


def test_who_opts_out_gets_nothing(planned, dana, olivia):
    plan_reminders(timezone.now())
    wish(olivia, dana, opted_out=True)
    plan_reminders(timezone.now())
    assert not to_person().exists()


def test_who_opts_in_again_is_reminded_again(planned, dana, olivia):
    wish(olivia, dana, opted_out=True)
    wish(olivia, dana)
    plan_reminders(timezone.now())
    assert to_person().count() == 2


def test_the_language_is_the_person_s(planned, dana, olivia):
    wish(olivia, dana, language="es")
    plan_reminders(timezone.now())
    assert all(row.body.startswith("Recordatorio") for row in to_person())


def test_an_unannounced_visit_is_not_announced(dana, phone):
    made.appointment(dana, starts_at=timezone.now() + timedelta(hours=30), is_unannounced=True)
    plan_reminders(timezone.now())
    assert not to_person().exists()


def test_a_test_is_called_to_mind_as_an_appointment(dana, phone):
    made.appointment(dana, starts_at=timezone.now() + timedelta(hours=30), purpose=Purpose.TEST)
    plan_reminders(timezone.now())
    assert "a test" not in to_person().get().body.casefold()


def test_what_is_cancelled_is_not_called_to_mind(planned, dana, olivia):
    plan_reminders(timezone.now())
    call_off(
        viewer_for(olivia),
        dana.pk,
        planned.pk,
        status=ContactStatus.CANCELLED_BY_STAFF,
        reason="Office closed",
    )
    plan_reminders(timezone.now())
    assert {row.state for row in to_person()} == {"withdrawn"}


def test_a_text_waits_for_the_gateway(planned):
    plan_reminders(timezone.now())
    send_due(timezone.now() + timedelta(hours=2))
    assert sorted(row.state for row in to_person()) == ["handed_over", "planned"]


def test_a_mail_server_that_does_not_answer_is_asked_again(planned, olivia, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    olivia.email = "olivia@agency.example"
    olivia.save()
    plan_reminders(timezone.now())
    send_due(timezone.now() + timedelta(hours=2))
    late = OutgoingMessage.objects.get(user=olivia, hours_before=72)
    assert (late.state, late.tries) == ("planned", 1)


def test_reminders_ask_as_often_for_many_as_for_few(dana, phone, django_assert_max_num_queries):
    for hours in range(30, 50):
        made.appointment(dana, starts_at=timezone.now() + timedelta(hours=hours))
    with django_assert_max_num_queries(12):
        plan_reminders(timezone.now())
