"""Leaving for visits and coming back; the word for danger; who is told when."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from offenders.services.refusals import RefusedError
from ots.access.viewer import NotAllowedError, viewer_for
from supervision.models import DuressWord, EscalationEntry, OutgoingMessage, Outing, OutingAlarm
from supervision.services.outbox import send_due
from supervision.services.outings import (
    Leaving,
    agree_on_word,
    call_out_overdue,
    come_back,
    leave,
    stay_longer,
)

pytestmark = pytest.mark.django_db
AN_HOUR = timedelta(hours=1)


@pytest.fixture
def viewer(olivia):
    return viewer_for(olivia)


@pytest.fixture
def supervisor(sam):
    sam.email = "sam@agency.example"
    sam.save()
    return sam


def left(viewer, dana, *, minutes_ago):
    left_at = timezone.now() - AN_HOUR - timedelta(minutes=minutes_ago)
    return leave(viewer, Leaving(people=(dana.pk,), minutes=60), now=left_at)


def test_the_server_reckons_when_the_agent_is_due_back(viewer, dana):
    outing = leave(viewer, Leaving(people=(dana.pk,), minutes=90))
    assert outing.due_back_at - outing.left_at == timedelta(minutes=90)


def test_nobody_leaves_twice(viewer, dana):
    left(viewer, dana, minutes_ago=0)
    with pytest.raises(RefusedError, match="out already"):
        leave(viewer, Leaving(people=(), minutes=60))


def test_nobody_visits_a_person_out_of_reach(oscar, dana):
    with pytest.raises(NotAllowedError):
        leave(viewer_for(oscar), Leaving(people=(dana.pk,), minutes=60))


def test_who_is_back_is_not_called_out(viewer, dana):
    left(viewer, dana, minutes_ago=90)
    come_back(viewer, "fine")
    assert call_out_overdue(timezone.now()) == 0


def test_the_supervisor_is_told_after_fifteen_minutes_and_once(viewer, dana, supervisor):
    left(viewer, dana, minutes_ago=16)
    assert [call_out_overdue(timezone.now()) for _ in range(2)] == [1, 0]
    send_due(timezone.now())
    assert [message.to for message in mail.outbox] == [["sam@agency.example"]]


def test_the_message_names_nobody_under_supervision(viewer, dana, supervisor):
    left(viewer, dana, minutes_ago=61)
    call_out_overdue(timezone.now())
    assert not OutgoingMessage.objects.filter(body__contains="Doe").exists()


def test_the_office_s_list_is_told_after_thirty_minutes(viewer, dana, lansing):
    EscalationEntry.objects.create(office=lansing, name="Duty desk", phone="+15175550100")
    left(viewer, dana, minutes_ago=31)
    call_out_overdue(timezone.now())
    assert OutgoingMessage.objects.get().to == "+15175550100"


def test_who_stays_longer_is_overdue_later(viewer, dana):
    left(viewer, dana, minutes_ago=16)
    stay_longer(viewer, 30)
    assert call_out_overdue(timezone.now()) == 0


def test_the_word_is_sealed(viewer, olivia):
    agree_on_word(viewer, "Umbrella")
    assert "mbrella" not in DuressWord.objects.get(user=olivia).sealed


@pytest.mark.parametrize("typed", ["umbrella", "Umbrella!", "I left my umbrella there"])
def test_the_word_calls_for_help_at_once_and_closes_nothing(viewer, dana, typed):
    agree_on_word(viewer, "umbrella")
    outing = left(viewer, dana, minutes_ago=0)
    come_back(viewer, typed)
    outing.refresh_from_db()
    assert (outing.was_duress, outing.back_at) == (True, None)
    assert OutingAlarm.objects.get(outing=outing).step == "duress"


def test_the_page_looks_the_same_whatever_word_was_typed(viewer, dana, olivia, sign_in):
    agree_on_word(viewer, "umbrella")
    browser, bodies = sign_in(olivia), []
    for word in ("fine", "umbrella"):
        left(viewer, dana, minutes_ago=0)
        answer = browser.post("/visits/back/", {"word": word}, follow=True)
        bodies.append(answer.content.decode().partition("<main")[2].partition("csrf")[0])
    assert bodies[0] == bodies[1]
    assert "You are back." in bodies[1]


def test_a_supervisor_sees_who_is_out_and_another_office_s_does_not(
    viewer, dana, sam, ruth, sign_in
):
    left(viewer, dana, minutes_ago=0)
    assert "Olivia" in sign_in(sam).get("/visits/").content.decode()
    assert "Olivia" not in sign_in(ruth).get("/visits/").content.decode()


def test_a_supervisor_closes_the_outing_of_an_agent_found_safe(viewer, dana, sam, sign_in):
    outing = left(viewer, dana, minutes_ago=90)
    sign_in(sam).post(f"/visits/{outing.pk}/end/")
    assert Outing.objects.get().back_at is not None
