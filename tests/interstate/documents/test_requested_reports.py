"""A request for a progress report is met by any report sent after it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from interstate.models import Activity, CompactObligation
from interstate.rules.routing import Move
from interstate.rules.vocabulary import EventType, Side
from interstate.services.activities import Asked, move_activity
from interstate.services.drafts import start_activity
from interstate.services.events import Report, take_event
from ots.access.viewer import viewer_for
from tests.factories.compact import complete

E = EventType
COURSE = (
    (E.TRANSFER_REQUEST, Side.SENDING),
    (E.TRANSFER_REPLY, Side.RECEIVING),
    (E.NOTICE_OF_DEPARTURE, Side.SENDING),
    (E.NOTICE_OF_ARRIVAL, Side.RECEIVING),
)


@pytest.fixture
def arrived(sender, case):
    """Dana, in Ohio for some days."""
    began = timezone.now() - timedelta(days=10)
    for number, (kind, by) in enumerate(COURSE):
        report = Report(type=kind, by=by, at=began + timedelta(hours=number))
        taken = take_event(viewer_for(sender), case.pk, report)
        Activity.objects.create(
            case=case,
            kind=kind.value,
            side=by.value,
            status="completed",
            content_version="2026-04-01",
            event=taken.event,
            sent_at=report.at,
        )
    return case


def send(author, office, draft):
    complete(draft)
    move_activity(viewer_for(author), draft.pk, Asked(move=Move.SUBMIT))
    return move_activity(viewer_for(office), draft.pk, Asked(move=Move.TRANSMIT))


def ask(sender, carla, case):
    return send(
        sender, carla, start_activity(viewer_for(sender), case.pk, E.PROGRESS_REPORT_REQUEST)
    )


def test_a_report_begun_before_the_request_meets_it(sender, carla, otto, arrived):
    report = start_activity(viewer_for(otto), arrived.pk, E.PROGRESS_REPORT)
    asked = ask(sender, carla, arrived)
    send(otto, otto, report)
    asked.refresh_from_db()
    assert report.answers is None
    assert asked.status == "completed"
    assert CompactObligation.objects.get(case=arrived, key="PR_DUE").satisfied_on is not None


def test_one_report_meets_every_request(sender, carla, otto, arrived):
    requests = [ask(sender, carla, arrived), ask(sender, carla, arrived)]
    send(otto, otto, start_activity(viewer_for(otto), arrived.pk, E.PROGRESS_REPORT))
    for each in requests:
        each.refresh_from_db()
    assert [each.status for each in requests] == ["completed", "completed"]
    assert not CompactObligation.objects.filter(key="PR_DUE", satisfied_on=None).exists()


def test_a_draft_that_is_deleted_leaves_the_report_owed_once(sender, carla, otto, arrived):
    ask(sender, carla, arrived)
    draft = start_activity(viewer_for(otto), arrived.pk, E.PROGRESS_REPORT)
    move_activity(viewer_for(otto), draft.pk, Asked(move=Move.DELETE))
    send(otto, otto, start_activity(viewer_for(otto), arrived.pk, E.PROGRESS_REPORT))
    assert CompactObligation.objects.get(key="PR_DUE").satisfied_on is not None


def test_a_report_sent_before_the_request_does_not_meet_it(sender, carla, otto, arrived):
    send(otto, otto, start_activity(viewer_for(otto), arrived.pk, E.PROGRESS_REPORT))
    asked = ask(sender, carla, arrived)
    assert asked.status == "received"
    assert CompactObligation.objects.get(key="PR_DUE").satisfied_on is None
