"""Michigan and Ohio, each with a system of its own: what one sends the other takes, and back."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from interstate.choices import Post
from interstate.models import Activity, CompactCase, CompactObligation, Member
from interstate.rules.routing import Move
from interstate.rules.vocabulary import EventType
from interstate.services.activities import Asked, move_activity, withdraw_what_is_due
from ots.access.viewer import system_viewer, viewer_for
from ots.audit.models import Disclosure
from ots.exchange.compact.receiving import receive
from ots.exchange.models import CompactIntake, CompactMessage
from ots.exchange.tasks import deliver_compact_messages, take_compact_messages
from tests import factories
from tests.exchange.compact.conftest import changed, filled, last_message, send, written
from tests.factories.compact import compact_case, post

E = EventType
VIEWER = system_viewer("tests")


class Abroad(Exception):  # noqa: N818  # not an error: what happened in the other state is undone
    """Leaves the other state's system."""


@pytest.fixture
def case(sender, known_dana, ohio):
    """Dana's case for Ohio, which has a system of its own; nothing sent yet."""
    return compact_case(sender, known_dana)


@pytest.fixture
def request_sent(sender, carla, case):
    return send(sender, carla, case, E.TRANSFER_REQUEST, {"reason": "resident"})


def reply_to(message, **more):
    """Ohio's acceptance of the request in the message."""
    return changed(
        message,
        message_id=str(uuid4()),
        sender="OH",
        receiver="MI",
        side="receiving",
        activity="transfer_reply",
        happened_at=timezone.now().isoformat(),
        attachments=[],
        answers=json.loads(message)["message_id"],
        content={"decision": "accept", "report_on": "2026-12-01", "report_to": "Toledo, 9 am"},
        **more,
    )


def took(raw, **more):
    intake, _ = receive(VIEWER, raw, **more)
    return intake


def obligations(case):
    rows = CompactObligation.objects.filter(case=case).order_by("key", "started_by")
    return [(each.key, each.due_on, each.satisfied_on, each.is_void) for each in rows]


def standing(case):
    case.refresh_from_db()
    activities = case.activities.order_by("sent_at").values_list("kind", "side", "status")
    return case.state, case.supervising, case.next_due_on, list(activities), obligations(case)


def in_ohio(request_message, case, settings):
    """Ohio's own system takes the request and answers it; its message is all that comes back."""
    try:
        with transaction.atomic():
            settings.COMPACT_PEERS = {"MI": settings.COMPACT_PEERS["OH"]}
            Member.objects.filter(code="MI").update(is_ours=False)
            Member.objects.filter(code="OH").update(is_ours=True)
            # Ohio knows neither Michigan's case nor its messages.
            CompactCase.objects.filter(pk=case.pk).update(
                number="elsewhere", person=factories.person("Somebody", last_name="Else")
            )
            intake = took(request_message, sender="MI")
            assert intake.outcome == "taken", intake.reason
            there = intake.case
            asked = Activity.objects.get(pk=intake.activity_id)
            otis = factories.user("Otis", role="Compact office")
            post(otis, "OH", Post.OFFICE)
            send(otis, otis, there, E.TRANSFER_REPLY, {"decision": "accept"}, asked)
            answer = last_message()
            raise Abroad
    except Abroad:
        settings.COMPACT_PEERS = {"OH": settings.COMPACT_PEERS["MI"]}
        return answer


def test_two_messages_there_and_back_end_as_through_pages(
    request_sent, case, otto, oprah, settings
):
    answer = in_ohio(last_message(), case, settings)
    with transaction.atomic():
        assert took(answer, sender="OH").outcome == "taken"
        by_message = standing(case)
        transaction.set_rollback(True)
    case.refresh_from_db()
    give = Asked(move=Move.ASSIGN, assignee=oprah.delegate)
    move_activity(viewer_for(otto), request_sent.pk, give)
    send(oprah, otto, case, E.TRANSFER_REPLY, {"decision": "accept"}, request_sent)
    assert by_message == standing(case)
    assert case.state == "ACCEPTED"


def test_the_other_state_has_every_word_and_document(request_sent):
    said = json.loads(last_message())
    assert said["content"] == request_sent.content
    assert {each["digest"] for each in said["attachments"]} == set(
        request_sent.attachments.values_list("digest", flat=True)
    )
    assert said["person"]["numbers"] == [{"kind": "sid", "issuer": "MI", "value": "MI1234567X"}]


def test_a_state_without_a_system_of_its_own_gets_no_message(sender, carla, known_dana):
    send(sender, carla, compact_case(sender, known_dana), E.TRANSFER_REQUEST)
    assert not CompactMessage.objects.exists()


def test_what_is_not_sent_leaves_no_message(sender, case):
    move_activity(
        viewer_for(sender), written(sender, case, E.TRANSFER_REQUEST).pk, Asked(move=Move.SUBMIT)
    )
    assert not CompactMessage.objects.exists()


def test_the_same_message_is_taken_once(request_sent, case):
    answer = reply_to(last_message())
    took(answer)
    intake, was_there = receive(VIEWER, answer)
    assert (intake.outcome, was_there, case.events.count()) == ("taken", True, 2)


def test_an_id_with_other_content_is_refused(request_sent, case):
    answer = reply_to(last_message())
    took(answer)
    again = took(changed(answer, content__report_to="Elsewhere"))
    assert (again.outcome, case.events.count()) == ("refused", 2)
    assert "[message_id]" in again.reason


def test_what_no_rule_allows_is_refused_with_the_rule_and_changes_nothing(request_sent, case):
    before = standing(case)
    early = changed(
        reply_to(last_message()),
        activity="notice_of_arrival",
        content=filled(E.NOTICE_OF_ARRIVAL),
        answers=None,
    )
    intake = took(early)
    assert (intake.outcome, standing(case)) == ("refused", before)
    assert intake.rule, intake.reason


def test_a_bad_document_takes_the_whole_message_down(request_sent, case):
    before = standing(case)
    answer = json.loads(reply_to(last_message()))
    answer["attachments"] = [
        {
            "label": "investigation",
            "name": "x.pdf",
            "media_type": "application/pdf",
            "digest": "9e6a5f0a24dbe9ed2c1b6ae1f2a5c1dbe3ea3f8f6a8c6b1c6c9c3b5d3ab1e0aa",
            "content": "AAAA",
        }
    ]
    intake = took(json.dumps(answer).encode())
    assert (intake.outcome, standing(case)) == ("refused", before)
    assert "attachments[0].digest" in intake.reason


def test_an_unknown_person_waits_for_a_clerk_who_says_who_it_is(known_dana, otto, ohio):
    waiting = took(opening())
    assert (waiting.outcome, CompactCase.objects.count()) == ("waiting", 0)
    call_command("compact_messages", "settle", str(waiting.pk), "--person", str(known_dana.pk))
    waiting.refresh_from_db()
    assert (waiting.outcome, waiting.case.person_id) == ("taken", known_dana.pk)
    assert (waiting.case.state, waiting.case.sending_id) == ("RI_PENDING", "OH")


def test_a_number_decides_who_it_is_and_a_birth_date_may_contradict(known_dana, ohio):
    numbers = [{"kind": "sid", "issuer": "MI", "value": "MI1234567X"}]
    other = took(opening(person__numbers=numbers, person__birth_date="1950-01-01"))
    same = took(opening(person__numbers=numbers, person__birth_date="1988-03-05"))
    assert (other.outcome, same.outcome) == ("waiting", "taken")
    assert same.person_id == known_dana.pk


def opening(**more):
    """Ohio asks Michigan to take somebody over."""
    request = {
        "format": "compact-message/1",
        "message_id": str(uuid4()),
        "sender": "OH",
        "receiver": "MI",
        "sent_at": "2026-06-01T09:00:00-04:00",
        "happened_at": "2026-06-01T09:00:00-04:00",
        "move": "send",
        "activity": "reporting_instructions_request",
        "side": "sending",
        "case": {
            "number": "OH-77",
            "sending": "OH",
            "receiving": "MI",
            "supervision": "parole",
            "supervision_ends_on": "2030-05-01",
        },
        "person": {"last_name": "Doe", "first_name": "Dana", "birth_date": "1988-03-05"},
        "content": {
            "reason": "expedited",
            "explanation": "The lease ends.",
            "intended_departure_on": "2026-06-10",
            "address": "1840 Maumee Ave",
            "offense": "Breaking and entering",
        },
        "attachments": [],
    }
    return changed(json.dumps(request).encode(), **more)


def test_who_sends_back_tells_the_sender_why(request_sent, case):
    back = changed(
        last_message(),
        message_id=str(uuid4()),
        sender="OH",
        receiver="MI",
        move="send_back",
        about=json.loads(last_message())["message_id"],
        reason="The photograph is of somebody else",
        content={},
        attachments=[],
    )
    assert took(back).outcome == "taken"
    request_sent.refresh_from_db()
    assert (request_sent.status, request_sent.assigned_to_id) == (
        "sent_back",
        request_sent.author_id,
    )


def test_what_is_sent_again_names_what_it_was_sent_as(request_sent, case, sender, carla):
    first = json.loads(last_message())["message_id"]
    Activity.objects.filter(pk=request_sent.pk).update(status="sent_back")
    move_activity(viewer_for(sender), request_sent.pk, Asked(move=Move.SUBMIT))
    move_activity(viewer_for(carla), request_sent.pk, Asked(move=Move.TRANSMIT))
    again = json.loads(last_message())
    assert (again["move"], again["about"]) == ("send_again", first)


def test_a_withdrawal_is_told_once_it_takes_effect(request_sent, sender, case):
    first = json.loads(last_message())["message_id"]
    taken = Asked(move=Move.WITHDRAW, reason="Sent for the wrong person")
    waiting = move_activity(viewer_for(sender), request_sent.pk, taken)
    assert CompactMessage.objects.count() == 1
    withdraw_what_is_due(now=waiting.undo_until)
    said = json.loads(last_message())
    assert (said["activity"], said["about"]) == ("withdraw_activity", first)


def test_the_worker_writes_to_the_folder_and_tells_to_whom_it_went(request_sent, ohio, known_dana):
    assert (deliver_compact_messages(), deliver_compact_messages()) == (1, 0)
    [file] = (ohio / "out").iterdir()
    assert json.loads(file.read_bytes())["receiver"] == "OH"
    gone = Disclosure.objects.latest("pk")
    assert (gone.people, gone.medium) == ([known_dana.pk], "message")


def test_a_folder_that_is_gone_leaves_the_message_waiting(request_sent, ohio):
    (ohio / "out").rmdir()
    assert deliver_compact_messages() == 0
    waits = CompactMessage.objects.get()
    assert (waits.delivered_at, waits.tries, bool(waits.trouble)) == (None, 1, True)
    assert not Disclosure.objects.exists()


def test_the_worker_takes_what_lies_in_the_folder(request_sent, ohio, case):
    (ohio / "in" / "1.json").write_bytes(reply_to(last_message()))
    assert (take_compact_messages(), take_compact_messages()) == (1, 0)
    case.refresh_from_db()
    assert case.state == "ACCEPTED"


def test_a_folder_brings_no_message_of_another_state(request_sent, case):
    intake = took(reply_to(last_message()), sender="KY")
    assert (intake.outcome, "[sender]" in intake.reason) == ("refused", True)


def test_a_message_is_kept_as_it_was(request_sent):
    message = CompactMessage.objects.get()
    with pytest.raises(IntegrityError, match="kept as it was"), transaction.atomic():
        CompactMessage.objects.filter(pk=message.pk).update(body={})
    with pytest.raises(IntegrityError, match="kept as it was"), transaction.atomic():
        message.delete()


def test_what_lies_in_the_future_is_refused(request_sent, case):
    tomorrow = (timezone.now() + timedelta(days=1)).isoformat()
    intake = took(changed(reply_to(last_message()), happened_at=tomorrow))
    assert "[happened_at]" in intake.reason
    assert CompactIntake.objects.get().outcome == "refused"
