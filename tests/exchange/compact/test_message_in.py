"""The address for other states' systems: who may, what is taken, and what each answer says."""

import json
from datetime import date

import pytest
from django.test import Client, override_settings

from interstate.models import CompactCase
from offenders.models import PersonClosure
from ots.access.viewer import system_viewer
from ots.audit.models import AuditEntry
from ots.exchange.compact.keys import end_key, make_key
from ots.exchange.identity import Described, Number, UnknownPersonError, who_is
from ots.exchange.models import CompactIntake, CompactKey
from ots.exchange.views import machine
from tests.exchange.compact.conftest import changed
from tests.exchange.compact.said import opening

ADDRESS = "/exchange/compact/messages/"
# As on a server.
EXEMPT = [r"^exchange/compact/messages/$"]
KNOWN = [{"kind": "sid", "issuer": "MI", "value": "MI1234567X"}]


@pytest.fixture
def key(db) -> str:
    """Ohio's key."""
    return make_key(system_viewer("tests"), "OH")[1]


def handed_over(raw: bytes, key: str, **more: str):
    browser = Client(enforce_csrf_checks=True)
    asked = {"content_type": "application/json", **more}
    return browser.post(ADDRESS, raw, headers={"authorization": f"Bearer {key}"}, **asked)


def test_a_message_with_the_states_key_is_taken_into_its_case(key, known_dana):
    answer = handed_over(opening(person__numbers=KNOWN), key)
    assert (answer.status_code, answer.json()["outcome"]) == (200, "taken")
    assert CompactIntake.objects.get().came_from_id == "OH"


def test_the_same_message_sent_again_is_answered_alike_and_changes_nothing(key, known_dana):
    raw = opening(person__numbers=KNOWN)
    handed_over(raw, key)
    again = handed_over(raw, key).json()
    assert (again["outcome"], again["was_there"]) == ("taken", True)
    assert CompactIntake.objects.get().case.events.count() == 1


def test_what_waits_for_a_clerk_is_accepted_and_says_so(key, known_dana):
    answer = handed_over(opening(), key)
    assert (answer.status_code, answer.json()["outcome"]) == (202, "waiting")


@pytest.mark.parametrize("numbers", [KNOWN, []])
def test_whose_record_is_sealed_is_nobody_to_another_state(numbers, key, known_dana):
    unknown = handed_over(opening(person__last_name="Nobody", person__numbers=[]), key)
    PersonClosure.objects.create(person=known_dana, kind=PersonClosure.SEALING)
    answer = handed_over(opening(person__numbers=numbers), key)
    assert (answer.status_code, answer.json()["outcome"]) == (unknown.status_code, "waiting")
    waiting = CompactIntake.objects.values_list("reason", flat=True)
    assert len(set(waiting)) == 1
    assert not CompactCase.objects.exists()


def test_no_record_is_begun_anew_for_one_whose_record_is_sealed(known_dana):
    number = Number("sid", "MI", KNOWN[0]["value"])
    described = Described(last_name="Elsewhere", birth_date=date(1990, 1, 1), numbers=(number,))
    PersonClosure.objects.create(person=known_dana, kind=PersonClosure.SEALING)
    with pytest.raises(UnknownPersonError) as doubt:
        who_is(described)
    assert not doubt.value.is_new


def test_a_fault_is_a_problem_that_names_its_field(key, known_dana):
    answer = handed_over(opening(side="middle"), key)
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert "[side]" in answer.json()["detail"]


def test_what_is_no_message_is_a_bad_request(key):
    answer = handed_over(b"{", key)
    assert (answer.status_code, "not JSON" in answer.json()["detail"]) == (400, True)


def test_the_key_of_one_state_brings_no_message_of_another(key, known_dana):
    _, kentucky = make_key(system_viewer("tests"), "KY")
    answer = handed_over(opening(person__numbers=KNOWN), kentucky)
    assert (answer.status_code, "[sender]" in answer.json()["detail"]) == (422, True)


def test_without_a_key_nothing_is_taken_or_kept(key):
    answer = handed_over(opening(), "guessed")
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert not CompactIntake.objects.exists()


def test_a_guessed_key_is_in_the_trail(key):
    handed_over(opening(), "guessed")
    entry = AuditEntry.objects.latest("pk")
    assert (entry.event, entry.additional_data["why"]) == ("ACCESS_DENIED", "no such key")


def test_a_key_that_was_ended_opens_nothing(key):
    end_key(system_viewer("tests"), CompactKey.objects.get().pk)
    assert handed_over(opening(), key).status_code == 401


def test_a_key_is_kept_as_its_digest_alone(key):
    kept = CompactKey.objects.get()
    assert key not in {str(value) for value in vars(kept).values()}


def test_what_is_too_large_is_refused_unread(key, monkeypatch):
    monkeypatch.setattr(machine, "LARGEST_POSTED", 100)
    assert handed_over(opening(), key).status_code == 413


def test_what_does_not_say_that_it_is_json_is_refused(key):
    assert handed_over(opening(), key, content_type="text/plain").status_code == 415


def test_what_comes_openly_is_refused_in_words_and_not_sent_on(key, settings):
    settings.SECURE_SSL_REDIRECT, settings.SECURE_REDIRECT_EXEMPT = True, EXEMPT
    answer = handed_over(opening(), key)
    assert (answer.status_code, "sent openly" in answer.json()["detail"]) == (403, True)
    assert not CompactIntake.objects.exists()
    assert Client().get("/sign-in/").status_code == 301


def test_it_answers_no_other_method(key):
    answer = Client().get(ADDRESS)
    assert (answer.status_code, answer["Allow"]) == (405, "POST")


@override_settings(RATELIMIT_ENABLE=True)
def test_too_many_requests_are_told_when_to_come_again(key, settings):
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "machine": "1/d"}
    handed_over(b"{", key, REMOTE_ADDR="192.0.2.77")
    answer = handed_over(b"{", key, REMOTE_ADDR="192.0.2.77")
    assert (answer.status_code, int(answer["Retry-After"]) > 0) == (429, True)


def test_a_message_too_large_for_a_form_is_taken(key, known_dana, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    raw = changed(opening(person__numbers=KNOWN), content__explanation="long " * 100)
    assert len(json.loads(raw)["content"]["explanation"]) == 500
    assert handed_over(raw, key).status_code == 200
