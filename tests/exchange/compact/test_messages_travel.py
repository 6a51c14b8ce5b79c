"""Michigan and Ohio, each with a system of its own: what one sends the other takes, and back."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from interstate.choices import Post
from interstate.models import Activity, CompactCase, Member
from interstate.rules.routing import Move
from interstate.rules.vocabulary import EventType
from interstate.services.activities import Asked, move_activity, withdraw_what_is_due
from interstate.services.court_cases import name_court_cases
from interstate.services.folding import Fold, fold_case
from ots.access.viewer import viewer_for
from ots.audit.models import Disclosure
from ots.exchange.models import CompactMessage
from ots.exchange.tasks import deliver_compact_messages
from tests import factories
from tests.exchange.compact.conftest import last_message, send, written
from tests.exchange.compact.said import opening, standing, took
from tests.factories.compact import compact_case, post

E = EventType


class Abroad(Exception):  # noqa: N818  # not an error: what happened in the other state is undone
    """Leaves the other state's system."""


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


def test_a_message_is_kept_as_it_was(request_sent):
    message = CompactMessage.objects.get()
    with pytest.raises(IntegrityError, match="kept as it was"), transaction.atomic():
        CompactMessage.objects.filter(pk=message.pk).update(body={})
    with pytest.raises(IntegrityError, match="kept as it was"), transaction.atomic():
        message.delete()


def test_a_message_says_for_which_court_case_the_transfer_is(sender, carla, case):
    count = factories.add_charge(factories.court_case(case.person, docket="24-17-FH"))
    name_court_cases(viewer_for(sender), case.pk, [count.case_id])
    send(sender, carla, case, E.TRANSFER_REQUEST)
    assert json.loads(last_message())["case"]["court_cases"] == [
        {
            "court": "30th Circuit Court",
            "docket_number": "24-17-FH",
            "offenses": ["Armed robbery"],
        }
    ]


def test_court_cases_that_stand_here_are_named_as_the_message_names_them(known_dana, ohio):
    robbery = factories.court_case(known_dana, docket="24-17-FH")
    told = [
        {"court": "30th Circuit Court", "docket_number": "24-17-FH"},
        {"court": "Franklin County", "docket_number": "9"},
    ]
    numbers = [{"kind": "sid", "issuer": "MI", "value": "MI1234567X"}]
    intake = took(opening(person__numbers=numbers, case__court_cases=told))
    assert [*intake.case.court_cases.all()] == [robbery]


def test_another_states_system_is_told_that_a_twin_was_folded(request_sent, carla, case):
    asked = {"position": 0, "type": "reporting_instructions_request", "by": "sending"}
    twin = CompactCase.objects.get(pk=case.pk)
    twin.pk, twin.number, twin.state, twin.events_counted = None, "IC-2020-000009", "RI_DENIED", 2
    twin.save(force_insert=True)
    at = timezone.now() - timedelta(hours=2)
    twin.events.create(happened_at=at, **asked)
    denied = {"position": 1, "type": "reporting_instructions_reply", "by": "receiving"}
    twin.events.create(happened_at=at + timedelta(hours=1), data={"decision": "deny"}, **denied)
    fold_case(viewer_for(carla), twin.pk, Fold(into=case.pk, reason="Imported twice."))
    said = json.loads(last_message())
    assert (said["activity"], said["case"]["number"]) == ("case_folded", "IC-2020-000009")
    assert said["content"] == {"into": case.number, "reason": "Imported twice."}
