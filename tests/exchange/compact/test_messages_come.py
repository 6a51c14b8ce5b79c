"""Messages that come: taken once and whole, or refused with the reason, and nothing changed."""

import json
from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from interstate.rules.vocabulary import EventType
from ots.exchange.compact.receiving import receive
from ots.exchange.models import CompactIntake
from ots.exchange.tasks import take_compact_messages
from tests.exchange.compact.conftest import changed, filled, last_message
from tests.exchange.compact.said import VIEWER, opening, reply_to, standing, took

E = EventType


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


def test_the_worker_takes_what_lies_in_the_folder(request_sent, ohio, case):
    (ohio / "in" / "1.json").write_bytes(reply_to(last_message()))
    assert (take_compact_messages(), take_compact_messages()) == (1, 0)
    case.refresh_from_db()
    assert case.state == "ACCEPTED"


def test_a_folder_brings_no_message_of_another_state(request_sent, case):
    intake = took(reply_to(last_message()), sender="KY")
    assert (intake.outcome, "[sender]" in intake.reason) == ("refused", True)


def test_what_lies_in_the_future_is_refused(request_sent, case):
    tomorrow = (timezone.now() + timedelta(days=1)).isoformat()
    intake = took(changed(reply_to(last_message()), happened_at=tomorrow))
    assert "[happened_at]" in intake.reason
    assert CompactIntake.objects.get().outcome == "refused"


def test_what_an_activity_says_is_not_repeated_in_a_refusal(known_dana, ohio):
    bad = took(opening(content__intended_departure_on="Her name is Vera"))
    assert (bad.outcome, "Vera" in bad.reason) == ("refused", False)
    assert "[content.intended_departure_on]" in bad.reason
