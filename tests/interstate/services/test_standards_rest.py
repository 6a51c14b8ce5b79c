"""While another state supervises, nothing is due here; when it is over, it is again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from interstate.models import CompactCase, CompactEvent
from interstate.rules.vocabulary import EventType, Side
from interstate.services.events import Report, take_event
from interstate.services.standards import standards_follow
from ots.access.viewer import viewer_for
from ots.audit.events import Event
from ots.audit.services import Happening
from supervision.models import StandardsPause
from supervision.services.obligations.absences import pause_what_stands

pytestmark = pytest.mark.django_db


def stands(case, *, supervising, state="ACTIVE", moved=True):
    """Let the case stand so, and an event of it be told."""
    CompactCase.objects.filter(pk=case.pk).update(supervising=supervising, state=state)
    event = CompactEvent(case=case, happened_at=timezone.now())
    details = {"moved_the_case": moved}
    standards_follow(Happening(Event.COMPACT_EVENT_TAKEN, case.person_id, event, details))


def running(case):
    return StandardsPause.objects.filter(
        person=case.person_id, kind="compact", ended_on=None, superseded_at=None
    )


def test_nothing_rests_while_the_sending_state_still_supervises(case):
    stands(case, supervising="sending", state="ACCEPTED")
    assert not running(case).exists()


def test_standards_rest_from_the_day_the_other_state_has_the_person(case):
    stands(case, supervising="receiving")
    assert running(case).get().began_on == timezone.localdate()


def test_an_event_that_leaves_the_case_where_it_was_asks_nothing(case, django_assert_num_queries):
    with django_assert_num_queries(1):  # the row of the case that the test itself changes
        stands(case, supervising="receiving", moved=False)


def test_they_run_again_once_the_case_has_come_back(case):
    stands(case, supervising="receiving")
    stands(case, supervising="sending", state="CLOSED")
    assert not running(case).exists()


def test_they_rest_on_while_a_second_case_is_still_away(case):
    stands(case, supervising="receiving")
    second = CompactCase.objects.create(
        **{
            field.attname: getattr(case, field.attname)
            for field in CompactCase._meta.concrete_fields
            if field.name not in ("id", "number")
        }
        | {"number": "MI-2", "state": "ACTIVE", "supervising": "receiving"}
    )
    stands(case, supervising="sending", state="CLOSED")
    assert running(second).exists()


def test_an_arrival_lets_them_rest_and_a_report_after_it_changes_nothing(sender, case):
    for kind, by, data in (
        (EventType.TRANSFER_REQUEST, Side.SENDING, {}),
        (EventType.TRANSFER_REPLY, Side.RECEIVING, {"decision": "accept"}),
        (EventType.NOTICE_OF_DEPARTURE, Side.SENDING, {}),
        (EventType.NOTICE_OF_ARRIVAL, Side.RECEIVING, {}),
    ):
        report = Report(type=kind, by=by, at=timezone.now(), data=data)
        take_event(viewer_for(sender), case.pk, report)
    rests = running(case).get()
    report = Report(type=EventType.PROGRESS_REPORT, by=Side.RECEIVING, at=timezone.now())
    take_event(viewer_for(sender), case.pk, report)
    assert running(case).get() == rests


def test_the_night_lets_them_rest_for_one_who_was_away_before(case):
    arrived_on = timezone.localdate() - timedelta(days=40)
    CompactCase.objects.filter(pk=case.pk).update(
        supervising="receiving", state="ACTIVE", arrived_on=arrived_on
    )
    assert pause_what_stands([case.person_id]) == 1
    assert pause_what_stands([case.person_id]) == 0
    assert running(case).get().began_on == arrived_on
