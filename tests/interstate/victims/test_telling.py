"""Victims are told of a transfer, the portal too unless the case is kept off it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from interstate.models import CompactCase, PortalEvent, PortalExclusion
from interstate.rules.vocabulary import EventType, Side
from interstate.services.events import Report, take_event
from interstate.services.telling import Exclusion, keep_off_portal, show_on_portal
from ots.access.viewer import NotAllowedError, system_viewer, viewer_for
from supervision.models import VictimNotice
from supervision.services.victim_notices import (
    AttemptEntry,
    VictimEntry,
    record_attempt,
    record_victim,
)

E = EventType
OFF = Exclusion(ground="witness_protection", reason="Order of a court of June 1")


@pytest.fixture
def case_of_victims(case):
    """Dana's case, with victims."""
    CompactCase.objects.filter(pk=case.pk).update(has_victims=True)
    case.refresh_from_db()
    return case


@pytest.fixture
def victim(dana, vic):
    """A victim who asked to be told."""
    return record_victim(viewer_for(vic), dana.pk, VictimEntry(name="Vera Doe", channel="phone"))


def take(case, kind, by=Side.SENDING, *, at=None, **data):
    report = Report(type=kind, by=by, at=at or timezone.now(), data=data)
    return take_event(system_viewer("test"), case.pk, report)


def accept(case):
    asked = timezone.now() - timedelta(hours=2)
    take(case, E.TRANSFER_REQUEST, at=asked)
    take(case, E.TRANSFER_REPLY, Side.RECEIVING, at=asked + timedelta(hours=1), decision="accept")


def test_a_victim_is_to_be_told_that_a_transfer_is_asked_for_and_granted(case, victim):
    accept(case)
    told = VictimNotice.objects.filter(victim=victim).order_by("pk")
    assert [each.trigger for each in told] == ["transfer_asked", "transfer_granted"]


def test_the_portal_tells_of_it_without_a_name(case, dana):
    take(case, E.TRANSFER_REQUEST)
    told = PortalEvent.objects.get()
    assert (told.tells, told.presses) == ("transfer_asked", True)
    assert dana.last_name not in told.text


def test_what_no_rule_names_is_told_nobody(case, victim):
    take(case, E.SENTENCED)
    assert (PortalEvent.objects.count(), VictimNotice.objects.count()) == (0, 0)


def test_an_imported_history_is_told_nobody(case, victim):
    take(case, E.TRANSFER_REQUEST, at=datetime(2025, 3, 3, 15, tzinfo=UTC))
    assert (PortalEvent.objects.count(), VictimNotice.objects.count()) == (0, 0)


def test_a_case_kept_off_the_portal_is_told_to_victims_alone(case, victim, carla):
    keep_off_portal(viewer_for(carla), case.pk, OFF)
    take(case, E.TRANSFER_REQUEST)
    assert (PortalEvent.objects.count(), VictimNotice.objects.count()) == (0, 1)


def test_a_case_shown_again_is_told_of_again(case, carla):
    keep_off_portal(viewer_for(carla), case.pk, OFF)
    show_on_portal(viewer_for(carla), case.pk)
    take(case, E.TRANSFER_REQUEST)
    assert PortalEvent.objects.count() == 1
    assert PortalExclusion.objects.get().ended_on == timezone.localdate()


def test_an_agent_does_not_keep_a_case_off_the_portal(case, sender):
    with pytest.raises(NotAllowedError):
        keep_off_portal(viewer_for(sender), case.pk, OFF)


def test_the_right_to_be_heard_begins_when_the_victim_was_told(case_of_victims, victim, vic):
    accept(case_of_victims)
    notice = VictimNotice.objects.get(victim=victim, trigger="transfer_granted")
    attempt = AttemptEntry(made_at=timezone.now(), channel="phone", result="delivered")
    record_attempt(viewer_for(vic), notice.pk, attempt)
    open_keys = case_of_victims.obligations.filter(satisfied_on=None, is_void=False)
    assert set(open_keys.values_list("key", flat=True)) >= {"VICTIM_RECEIPT", "VICTIM_COMMENT"}


def test_a_call_that_nobody_answered_begins_nothing(case_of_victims, victim, vic):
    accept(case_of_victims)
    notice = VictimNotice.objects.get(victim=victim, trigger="transfer_granted")
    attempt = AttemptEntry(made_at=timezone.now(), channel="phone", result="no_answer")
    record_attempt(viewer_for(vic), notice.pk, attempt)
    assert not case_of_victims.events.filter(type=E.VICTIM_NOTICE_SENT).exists()
    assert case_of_victims.obligations.get(key="VICTIM_INITIAL").satisfied_on is None
