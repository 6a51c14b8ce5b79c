"""Victims, walled off, and what they are told."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from offenders.services.custody import Stay, record_custody, record_movement
from offenders.services.refusals import RefusedError
from ots.access.viewer import NotAllowedError, viewer_for
from ots.audit.events import Event
from ots.audit.services import Happening
from supervision.models import Proceeding, ProceedingStep, VictimNotice, VictimParticulars
from supervision.services.victim_notices import (
    AttemptEntry,
    VictimEntry,
    correct_victim,
    make_notices_due,
    record_attempt,
    record_victim,
    trigger_of,
    unmet_before_carrying_out,
)
from tests.factories.person import RECORDER
from tests.factories.supervision_recommendations import day, out_of_touch, victim

pytestmark = pytest.mark.django_db
ENTRY = VictimEntry(name="Vera Walledoff", channel="phone", phone="517-555-0199")


def attempt(result):
    return AttemptEntry(made_at=timezone.now(), channel="phone", result=result)


def victims_page(client, person):
    return client.get(reverse("supervision:victims", kwargs={"person": person.pk}))


def test_who_may_not_know_learns_only_that_somebody_is_protected(dana, paula, sign_in):
    victim(dana, name="Vera Walledoff")
    shown = victims_page(sign_in(paula), dana).content.decode()
    assert "A victim is protected: <strong>yes</strong>" in shown
    assert "Walledoff" not in shown


def test_victim_services_sees_and_records_victims(dana, vic, sign_in):
    record_victim(viewer_for(vic), dana.pk, ENTRY)
    assert "Vera Walledoff" in victims_page(sign_in(vic), dana).content.decode()


def test_an_agent_records_no_victim(dana, olivia):
    with pytest.raises(NotAllowedError):
        record_victim(viewer_for(olivia), dana.pk, ENTRY)


def test_what_changed_of_a_victim_is_a_newer_fact(dana, vic):
    made = record_victim(viewer_for(vic), dana.pk, ENTRY)
    newer = VictimEntry(name="Vera Walledoff", channel="mail", city="Flint")
    correct_victim(viewer_for(vic), made.pk, newer, reason="Moved")
    assert VictimParticulars.objects.filter(victim=made).count() == 2
    assert VictimParticulars.objects.get(victim=made, superseded_at=None).city == "Flint"


def test_losing_touch_makes_a_notice_due(dana):
    victim(dana)
    out_of_touch(dana)
    notice = VictimNotice.objects.get(person=dana)
    assert (notice.trigger, notice.due_on) == ("absconded", day(1))


@pytest.mark.parametrize("kind", ["escape", "transfer", "death"])
def test_a_movement_that_a_victim_is_told_of_makes_a_notice_due(dana, kind):
    victim(dana)
    record_movement(RECORDER, dana.pk, kind=kind, occurred_on=day(-1))
    assert VictimNotice.objects.get(person=dana).trigger == kind


def test_an_escape_entered_from_an_old_record_is_no_news(dana):
    victim(dana)
    record_movement(RECORDER, dana.pk, kind="escape", occurred_on=day(-31))
    assert not VictimNotice.objects.filter(person=dana).exists()


def test_an_escape_recorded_as_custody_makes_a_notice_due(dana):
    victim(dana)
    stay = Stay(kind="escape", began_on=day(0))
    record_custody(RECORDER, dana.pk, stay=stay)
    assert VictimNotice.objects.get(person=dana).trigger == "escape"


@pytest.mark.parametrize(("kind", "trigger"), [("parole", "parole_hearing"), ("probation", None)])
def test_a_parole_hearing_that_is_set_is_told_and_a_court_s_is_not(dana, kind, trigger):
    step = ProceedingStep(move="set_hearing", proceeding=Proceeding(kind=kind))
    happening = Happening(Event.PROCEEDING_STEPPED, person_id=dana.pk, target=step)
    assert trigger_of(happening) == trigger


def test_a_victim_is_told_once_of_one_event(dana):
    victim(dana)
    assert make_notices_due(dana.pk, "release", on=day(0)) == 1
    assert make_notices_due(dana.pk, "release", on=day(0)) == 0


def test_one_who_does_not_want_to_be_told_gets_no_notice(dana):
    victim(dana, wants_notice=False)
    assert make_notices_due(dana.pk, "release", on=day(0)) == 0


@pytest.mark.parametrize(
    ("result", "left"), [("no_answer", 1), ("returned", 1), ("delivered", 0), ("declined", 0)]
)
def test_only_what_reached_or_was_declined_settles_a_notice(dana, vic, result, left):
    victim(dana)
    make_notices_due(dana.pk, "early_discharge", on=day(0))
    record_attempt(viewer_for(vic), VictimNotice.objects.get().pk, attempt(result))
    assert unmet_before_carrying_out(dana.pk) == left


def test_an_attempt_still_to_come_is_refused(dana, vic):
    victim(dana)
    make_notices_due(dana.pk, "release", on=day(0))
    entry = AttemptEntry(
        made_at=timezone.now() + timedelta(hours=1), channel="phone", result="delivered"
    )
    with pytest.raises(RefusedError, match="still to come"):
        record_attempt(viewer_for(vic), VictimNotice.objects.get().pk, entry)


def test_the_work_list_names_no_victim(dana, vic, sign_in):
    victim(dana, name="Vera Walledoff")
    make_notices_due(dana.pk, "release", on=day(0))
    shown = sign_in(vic).get(reverse("supervision:victim-notices")).content.decode()
    assert dana.full_name in shown
    assert "Walledoff" not in shown


def test_an_attempt_is_recorded_on_its_page(dana, vic, sign_in):
    victim(dana)
    make_notices_due(dana.pk, "release", on=day(0))
    notice = VictimNotice.objects.get()
    url = reverse("supervision:notice-attempt", kwargs={"person": dana.pk, "notice": notice.pk})
    told = {"channel": "phone", "result": "delivered", "made_at": "yesterday 2 pm", "note": ""}
    sign_in(vic).post(url, told)
    assert notice.attempts.get().result == "delivered"
