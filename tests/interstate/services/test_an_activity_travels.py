"""From the agent's draft to the other state and back; nothing leaves without the office."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, InternalError, connection, transaction
from django.utils import timezone

from interstate.choices import Post
from interstate.models import Activity, CompactObligation
from interstate.rules.routing import Move, MoveRefusedError
from interstate.rules.vocabulary import EventType
from interstate.selectors.replaying import standing_of
from interstate.services.activities import (
    Asked,
    IncompleteError,
    move_activity,
    withdraw_what_is_due,
)
from interstate.services.cases import CaseRefusedError
from interstate.services.drafts import ChangedMeanwhileError, save_draft, start_activity
from interstate.services.events import RefusedByRuleError
from ots.access.scopes import reaches
from ots.access.viewer import NotAllowedError, viewer_for
from tests import factories
from tests.factories.compact import compact_case, complete, post

E = EventType


def send(author, office, case, kind, content=None, answers=None):
    """Write, submit and transmit through the author's compact office."""
    draft = start_activity(viewer_for(author), case.pk, kind, content=content, answers=answers)
    complete(draft)
    move_activity(viewer_for(author), draft.pk, Asked(move=Move.SUBMIT))
    return move_activity(viewer_for(office), draft.pk, Asked(move=Move.TRANSMIT))


def notify(author, case, kind, content=None):
    draft = complete(start_activity(viewer_for(author), case.pk, kind, content=content))
    return move_activity(viewer_for(author), draft.pk, Asked(move=Move.NOTIFY))


@pytest.fixture
def request_sent(sender, carla, case):
    return send(sender, carla, case, E.TRANSFER_REQUEST, {"reason": "resident"})


@pytest.fixture
def accepted(request_sent, oprah, otto, case):
    give = Asked(move=Move.ASSIGN, assignee=oprah.delegate)
    move_activity(viewer_for(otto), request_sent.pk, give)
    return send(oprah, otto, case, E.TRANSFER_REPLY, {"decision": "accept"}, answers=request_sent)


def owed(case, key):
    return CompactObligation.objects.get(case=case, key=key)


def test_a_request_waits_in_its_own_state_until_the_office_sends_it(sender, case):
    draft = complete(start_activity(viewer_for(sender), case.pk, E.TRANSFER_REQUEST))
    sent = move_activity(viewer_for(sender), draft.pk, Asked(move=Move.SUBMIT))
    assert (sent.status, sent.sent_at, case.events.count()) == ("with_office", None, 0)


def test_what_is_missing_is_said_in_words_before_it_is_sent(sender, case):
    draft = start_activity(viewer_for(sender), case.pk, E.TRANSFER_REQUEST)
    with pytest.raises(IncompleteError, match="Photograph") as refused:
        move_activity(viewer_for(sender), draft.pk, Asked(move=Move.SUBMIT))
    assert "Presentence report" not in str(refused.value)


def test_an_agent_does_not_send_past_the_office(sender, case):
    draft = complete(start_activity(viewer_for(sender), case.pk, E.TRANSFER_REQUEST))
    move_activity(viewer_for(sender), draft.pk, Asked(move=Move.SUBMIT))
    with pytest.raises(MoveRefusedError, match="office"):
        move_activity(viewer_for(sender), draft.pk, Asked(move=Move.TRANSMIT))


def test_an_agent_with_a_supervisor_reports_to_him_first(case, sender, sam):
    sender.delegate.reports_to = post(sam, "MI", Post.SUPERVISOR)
    sender.delegate.save()
    draft = complete(start_activity(viewer_for(sender), case.pk, E.TRANSFER_REQUEST))
    waiting = move_activity(viewer_for(sender), draft.pk, Asked(move=Move.SUBMIT))
    assert (waiting.status, waiting.assigned_to) == ("with_supervisor", sam)
    passed = move_activity(viewer_for(sam), draft.pk, Asked(move=Move.APPROVE))
    assert passed.status == "with_office"


def test_a_request_sent_starts_the_reply_s_clock(request_sent, case):
    case.refresh_from_db()
    due = owed(case, "TREP_DUE")
    assert (case.state, request_sent.status) == ("TR_PENDING", "received")
    assert (due.due_on - due.started_on).days == 45
    assert due.owing_office == case.receiving_office


def test_an_acceptance_answers_the_request(accepted, request_sent, case):
    request_sent.refresh_from_db()
    case.refresh_from_db()
    assert (case.state, request_sent.status) == ("ACCEPTED", "completed")
    assert owed(case, "TREP_DUE").satisfied_on is not None


def test_the_state_flips_with_departure_and_arrival(accepted, sender, oprah, case):
    notify(sender, case, E.NOTICE_OF_DEPARTURE)
    notify(oprah, case, E.NOTICE_OF_ARRIVAL)
    case.refresh_from_db()
    assert (case.state, case.supervising) == ("ACTIVE", "receiving")


def test_what_is_kept_is_what_the_rules_answer(accepted, sender, case):
    notify(sender, case, E.NOTICE_OF_DEPARTURE)
    case.refresh_from_db()
    stands = standing_of(case, case.events.all(), as_of=case.last_event_at.date())
    kept = {(each.key, each.due_on, each.is_void) for each in case.obligations.all()}
    assert case.state == stands.state
    assert kept == {(each.key.value, each.due_on, each.is_void) for each in stands.obligations}


def test_a_refused_notice_changes_nothing(sender, case):
    draft = complete(start_activity(viewer_for(sender), case.pk, E.NOTICE_OF_DEPARTURE))
    with pytest.raises(RefusedByRuleError):
        move_activity(viewer_for(sender), draft.pk, Asked(move=Move.NOTIFY))
    draft.refresh_from_db()
    assert (draft.status, case.events.count(), draft.steps.count()) == ("draft", 0, 0)


def test_the_other_state_reaches_the_person_once_something_was_sent(otto, dana, sender, carla):
    case = compact_case(sender, dana)
    start_activity(viewer_for(sender), case.pk, E.TRANSFER_REQUEST)
    assert not reaches(viewer_for(otto), dana.pk)
    send(sender, carla, case, E.REPORTING_INSTRUCTIONS_REQUEST, {"reason": "expedited"})
    assert reaches(viewer_for(otto), dana.pk)


def test_a_third_state_does_not_reach_the_person(case, dana):
    kay = factories.user("Kay", role="Other state's compact office")
    post(kay, "KY", Post.OFFICE)
    assert not reaches(viewer_for(kay), dana.pk)
    with pytest.raises(NotAllowedError):
        start_activity(viewer_for(kay), case.pk, E.PROGRESS_REPORT)


def test_two_writers_do_not_overwrite_each_other(sender, carla, case):
    draft = start_activity(viewer_for(sender), case.pk, E.TRANSFER_REQUEST)
    save_draft(viewer_for(sender), draft.pk, {"reason": "resident"}, version=0)
    with pytest.raises(ChangedMeanwhileError):
        save_draft(viewer_for(carla), draft.pk, {"reason": "military"}, version=0)
    draft.refresh_from_db()
    assert draft.content == {"reason": "resident"}


def test_a_withdrawal_may_be_undone(request_sent, sender, case):
    taken = Asked(move=Move.WITHDRAW, reason="Sent for the wrong person")
    move_activity(viewer_for(sender), request_sent.pk, taken)
    undone = move_activity(viewer_for(sender), request_sent.pk, Asked(move=Move.UNDO))
    case.refresh_from_db()
    assert (undone.status, case.state) == ("received", "TR_PENDING")


def test_a_withdrawal_takes_effect_when_the_time_to_undo_has_passed(request_sent, sender, case):
    taken = Asked(move=Move.WITHDRAW, reason="Sent for the wrong person")
    waiting = move_activity(viewer_for(sender), request_sent.pk, taken)
    assert withdraw_what_is_due() == 0
    assert withdraw_what_is_due(now=waiting.undo_until) == 1
    case.refresh_from_db()
    request_sent.refresh_from_db()
    assert (request_sent.status, case.state) == ("withdrawn", "DRAFT")
    assert owed(case, "TREP_DUE").is_void


def test_what_was_answered_meanwhile_stays_and_holds_up_no_other(request_sent, sender, otto, case):
    taken = Asked(move=Move.WITHDRAW, reason="Sent for the wrong person")
    reply = complete(
        start_activity(
            viewer_for(otto),
            case.pk,
            E.TRANSFER_REPLY,
            content={"decision": "accept"},
            answers=request_sent,
        )
    )
    waiting = move_activity(viewer_for(sender), request_sent.pk, taken)
    move_activity(viewer_for(otto), reply.pk, Asked(move=Move.SUBMIT))
    move_activity(viewer_for(otto), reply.pk, Asked(move=Move.TRANSMIT))
    assert withdraw_what_is_due(now=waiting.undo_until) == 0
    request_sent.refresh_from_db()
    case.refresh_from_db()
    assert (request_sent.status, case.state) == ("completed", "ACCEPTED")
    assert "answered" in request_sent.steps.latest("pk").reason


def test_each_step_names_the_desk_that_made_it(request_sent, sender, carla):
    desks = [(each.move, each.desk) for each in request_sent.steps.all()]
    assert desks == [("submit", "author"), ("transmit", "office")]


def test_sending_back_leaves_the_clock_running(request_sent, otto, sender, carla, case):
    back = Asked(move=Move.SEND_BACK, reason="The photograph is missing")
    move_activity(viewer_for(otto), request_sent.pk, back)
    before = owed(case, "TREP_DUE").due_on
    move_activity(viewer_for(sender), request_sent.pk, Asked(move=Move.SUBMIT))
    again = move_activity(viewer_for(carla), request_sent.pk, Asked(move=Move.TRANSMIT))
    assert (again.status, owed(case, "TREP_DUE").due_on) == ("received", before)
    assert case.events.count() == 1


def test_what_was_sent_is_not_rewritten_even_past_the_services(request_sent):
    with pytest.raises(IntegrityError, match="send a correction"), transaction.atomic():
        Activity.objects.filter(pk=request_sent.pk).update(content={"reason": "military"})


def test_an_event_is_never_deleted(request_sent, case):
    with (
        pytest.raises((IntegrityError, InternalError)),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM interstate_compactevent WHERE case_id = %s", [case.pk])


def test_a_second_open_case_between_the_two_states_is_refused(sender, dana, case):
    with pytest.raises(CaseRefusedError, match=case.number):
        compact_case(sender, dana)


def test_who_covers_for_the_office_acts_for_it(sender, case, carla):
    stand_in = factories.user("Cleo", role="Compact office")
    covering = post(stand_in, "MI")
    today = timezone.localdate()
    carla.delegate.away_from, carla.delegate.away_until = today, today + timedelta(days=3)
    carla.delegate.covered_by = covering
    carla.delegate.save()
    sent = send(sender, stand_in, case, E.TRANSFER_REQUEST)
    assert sent.status == "received"
