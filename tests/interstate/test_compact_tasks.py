"""The compact's tasks with a real broker and a real worker."""

from datetime import timedelta

import pytest
from django.utils import timezone

from interstate import tasks
from interstate.models import Activity, CompactCase, CompactObligation, SentReminder
from interstate.rules.routing import Move
from interstate.rules.vocabulary import EventType, Side
from interstate.services.activities import Asked, move_activity
from interstate.services.drafts import start_activity
from interstate.services.events import Report, take_event
from ots.access.viewer import system_viewer, viewer_for
from tests.factories.compact import compact_case, complete
from tests.timecomp.test_tasks import worker  # noqa: F401  a fixture
from timecomp.engine.calendar import eastern_day

SECONDS_TO_WAIT = 120
E = EventType
BOTH_WAYS = (
    (E.TRANSFER_REQUEST, Side.SENDING),
    (E.TRANSFER_REPLY, Side.RECEIVING),
    (E.NOTICE_OF_DEPARTURE, Side.SENDING),
    (E.NOTICE_OF_ARRIVAL, Side.RECEIVING),
)


@pytest.mark.usefixtures("worker")
def test_a_worker_lets_a_withdrawal_take_effect(sender, carla, case):
    sent = complete(start_activity(viewer_for(sender), case.pk, E.TRANSFER_REQUEST))
    move_activity(viewer_for(sender), sent.pk, Asked(move=Move.SUBMIT))
    move_activity(viewer_for(carla), sent.pk, Asked(move=Move.TRANSMIT))
    wrong = Asked(move=Move.WITHDRAW, reason="Sent for the wrong person")
    move_activity(viewer_for(sender), sent.pk, wrong)
    past = timezone.now() - timedelta(minutes=1)
    Activity.objects.filter(pk=sent.pk).update(undo_until=past)
    assert tasks.withdraw.delay().get(timeout=SECONDS_TO_WAIT) == 1
    assert Activity.objects.get(pk=sent.pk).status == "withdrawn"


@pytest.mark.usefixtures("worker")
def test_a_worker_turns_the_day(sender, dana):
    today = eastern_day(timezone.now())
    case = compact_case(sender, dana, supervision_ends_on=today + timedelta(days=1))
    begun = timezone.now() - timedelta(days=120)
    for days, (kind, by) in enumerate(BOTH_WAYS):
        at = begun + timedelta(days=days)
        take_event(system_viewer("test"), case.pk, Report(type=kind, by=by, at=at))
    CompactCase.objects.filter(pk=case.pk).update(supervision_ends_on=today, turns_on=today)
    assert tasks.turn_the_day.delay().get(timeout=SECONDS_TO_WAIT) == 1
    assert case.obligations.get(key="CCN_DUE").started_on == today


@pytest.mark.usefixtures("worker")
def test_a_worker_puts_the_day_s_reminders_in_the_outbox(sender, case):
    CompactCase.objects.filter(pk=case.pk).update(sending_user=sender)
    today = eastern_day(timezone.now())
    CompactObligation.objects.create(
        case=case,
        key="RETURN_RI_REPLY",
        rule="4.111",
        rule_set="2026-04-01",
        standing="verified",
        owed_by="sending",
        owing_office=case.sending_office,
        started_by=0,
        started_on=today - timedelta(days=2),
        due_on=today,
    )
    assert tasks.remind.delay().get(timeout=SECONDS_TO_WAIT) == 1
    assert tasks.remind.delay().get(timeout=SECONDS_TO_WAIT) == 0
    assert SentReminder.objects.get().user == sender
