"""Two people of two offices act on one activity or one case at the same moment.

Each has a connection of his own, and both have read what stands before either may write. Exactly
one of two that exclude each other comes about; the other is told why, and nothing of his is kept.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from interstate.choices import Post
from interstate.models import Activity, CompactObligation
from interstate.rules.routing import Move, MoveRefusedError
from interstate.rules.vocabulary import EventType, Side
from interstate.services.activities import Asked, move_activity, withdraw_what_is_due
from interstate.services.drafts import ChangedMeanwhileError, save_draft, start_activity
from interstate.services.events import RefusedByRuleError, Report, take_event
from ots.access.models import User
from ots.access.viewer import viewer_for
from tests import factories
from tests.factories.compact import complete, eastern, post
from tests.interstate.services.at_once import at_once, won_and_refused

pytestmark = pytest.mark.django_db(transaction=True)

E = EventType
SUBMIT, TRANSMIT, WITHDRAW = (
    Asked(move=each, reason="Wrong state" * (each is Move.WITHDRAW))
    for each in (Move.SUBMIT, Move.TRANSMIT, Move.WITHDRAW)
)


@pytest.fixture
def cora(transactional_db: None) -> User:
    """Carla's colleague in Michigan's compact office."""
    made = factories.user("Cora", role="Compact office")
    post(made, "MI", Post.OFFICE)
    return made


@pytest.fixture
def written(sender, case) -> Activity:
    """A request for transfer that lacks nothing."""
    return complete(start_activity(viewer_for(sender), case.pk, E.TRANSFER_REQUEST))


@pytest.fixture
def sent(written, sender, carla) -> Activity:
    """The request, sent to Ohio."""
    move_activity(viewer_for(sender), written.pk, SUBMIT)
    return move_activity(viewer_for(carla), written.pk, TRANSMIT)


def moving(who: User, activity: Activity, asked: Asked):
    viewer = viewer_for(who)
    return lambda: move_activity(viewer, activity.pk, asked)


def taking(who: User, case, kind: EventType, by: Side):
    viewer, report = viewer_for(who), Report(type=kind, by=by, at=timezone.now())
    return lambda: take_event(viewer, case.pk, report)


def writing(who: User, activity: Activity, justification: str):
    viewer, content = viewer_for(who), {"justification": justification}
    return lambda: save_draft(viewer, activity.pk, content, version=activity.version)


def test_whatever_two_do_with_one_activity_is_done_once(written, case, sender, carla, cora):
    submitted = at_once(case, moving(sender, written, SUBMIT), moving(carla, written, SUBMIT))
    _, refused = won_and_refused(submitted, MoveRefusedError)
    assert str(refused) == "The transfer request is with office: it can't submit from there."
    won_and_refused(
        at_once(case, moving(carla, written, TRANSMIT), moving(cora, written, TRANSMIT)),
        MoveRefusedError,
    )
    assert [each.type for each in case.events.all()] == ["transfer_request"]
    assert [each.key for each in case.obligations.all()] == ["TREP_DUE"]
    won_and_refused(
        at_once(case, moving(sender, written, WITHDRAW), moving(carla, written, WITHDRAW)),
        MoveRefusedError,
    )
    assert list(written.steps.order_by("pk").values_list("move", flat=True)) == [
        *("submit", "transmit", "withdraw")
    ]


def test_a_withdrawal_that_takes_effect_and_the_answer_exclude_each_other(
    sent, case, sender, oprah, otto
):
    viewer = viewer_for(oprah)
    reply = start_activity(viewer, case.pk, E.TRANSFER_REPLY, content={"decision": "accept"})
    complete(reply)
    move_activity(viewer, reply.pk, SUBMIT)
    move_activity(viewer_for(sender), sent.pk, WITHDRAW)
    later = timezone.now() + timedelta(hours=1)
    at_once(case, lambda: withdraw_what_is_due(now=later), moving(otto, reply, TRANSMIT))
    sent.refresh_from_db()
    case.refresh_from_db()
    stands = (str(case.state), sent.status, case.events.count())
    assert stands in {("DRAFT", "withdrawn", 2), ("ACCEPTED", "completed", 2)}
    due = CompactObligation.objects.get(case=case, key="TREP_DUE")
    assert due.is_void is (stands[0] == "DRAFT")


def test_a_draft_saved_by_two_keeps_one_whole(written, sender, carla):
    both = at_once(
        written,
        writing(sender, written, "Her sister lives there"),
        writing(carla, written, "There is work for her"),
    )
    won, refused = won_and_refused(both, ChangedMeanwhileError)
    written.refresh_from_db()
    assert (written.content, written.version) == (won.content, 1)
    assert "meanwhile" in str(refused)


@pytest.fixture
def supervised(case, sender):
    """Dana's case, accepted and arrived in."""
    viewer = viewer_for(sender)
    for day, kind, by, data in (
        ("2026-05-04", E.TRANSFER_REQUEST, Side.SENDING, {}),
        ("2026-05-20", E.TRANSFER_REPLY, Side.RECEIVING, {"decision": "accept"}),
        ("2026-05-26", E.NOTICE_OF_DEPARTURE, Side.SENDING, {}),
        ("2026-05-27", E.NOTICE_OF_ARRIVAL, Side.RECEIVING, {}),
    ):
        take_event(viewer, case.pk, Report(type=kind, by=by, at=eastern(day), data=data))
    return case


def test_events_of_both_states_at_once_are_read_one_after_the_other(supervised, sender, carla):
    asking = taking(sender, supervised, E.PROGRESS_REPORT_REQUEST, Side.SENDING)
    wanting = taking(carla, supervised, E.DOCUMENTS_REQUEST, Side.RECEIVING)
    at_once(supervised, asking, wanting)
    assert set(supervised.events.values_list("position", flat=True)) == set(range(6))
    both = supervised.obligations.filter(started_by__in=[4, 5])
    assert set(both.values_list("key", flat=True)) == {"PR_DUE", "DOCS_AFTER_ACCEPT"}
    reporting = taking(carla, supervised, E.VIOLATION_REPORT, Side.RECEIVING)
    retaking = taking(sender, supervised, E.DISCRETIONARY_RETAKING, Side.SENDING)
    won, refused = won_and_refused(at_once(supervised, reporting, retaking), RefusedByRuleError)
    assert supervised.events.count() == 7
    started = set(supervised.obligations.filter(started_by=6).values_list("key", flat=True))
    assert (won.event.type, refused.rule, started) in (
        ("violation_report", "5.101", {"RVR_DUE", "WARRANT_RETAKE"}),
        # The report, told later, happened before: with it the retaking could not have begun.
        ("discretionary_retaking", "5.101", {"DISCR_NOTIFY"}),
    )
