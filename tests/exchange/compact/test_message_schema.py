"""The schema of a message: it is one, it knows every form, and its faults name the field."""

import json
from base64 import b64encode
from hashlib import sha256

import pytest
from jsonschema import Draft202012Validator

from interstate.rules.vocabulary import EventType
from ots.exchange.compact.checking import MessageError, read_message
from ots.exchange.compact.schema_document import message_schema

MESSAGE = {
    "format": "compact-message/1",
    "message_id": "0f4c2ac1-7a2e-4c39-a9b3-6f0f4b9d2a11",
    "sender": "OH",
    "receiver": "MI",
    "sent_at": "2026-06-01T09:00:00-04:00",
    "happened_at": "2026-06-01T09:00:00-04:00",
    "move": "send",
    "activity": "transfer_reply",
    "side": "receiving",
    "case": {"number": "IC-1", "sending": "MI", "receiving": "OH", "supervision": "parole"},
    "person": {"last_name": "Doe"},
    "content": {"decision": "accept"},
    "attachments": [],
}
PAPER = b"%PDF-1.7 %%EOF"
FILE = {
    "label": "investigation",
    "name": "report.pdf",
    "media_type": "application/pdf",
    "digest": sha256(PAPER).hexdigest(),
    "content": b64encode(PAPER).decode(),
}


def test_the_schema_is_a_schema_and_knows_every_activity():
    schema = message_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["properties"]["activity"]["enum"] == [each.value for each in EventType]
    assert {each.value for each in EventType} <= schema["$defs"].keys()


def test_a_sound_message_is_read():
    read = read_message(json.dumps({**MESSAGE, "attachments": [FILE]}).encode())
    assert (read.activity, read.case.number) == (EventType.TRANSFER_REPLY, "IC-1")
    assert read.files[0].content == PAPER


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"message_id": "seven"}, "[message_id] can't be [seven]: write a uuid."),
        ({"sender": "Ohio"}, "[sender] can't be [Ohio]"),
        ({"happened_at": "2026-06-01T09:00"}, "[happened_at] can't be [2026-06-01T09:00]"),
        ({"activity": "phone_call"}, "[activity] can't be [phone_call]: give one of sentenced"),
        ({"case": {"number": "1"}}, "[case.sending] is missing."),
        ({"extra": 1}, "[extra] is no field: take it out."),
        (
            {"content": {"decision": "maybe"}},
            "[content.decision] can't be that: give one of accept",
        ),
        ({"content": {"report_on": "soon"}}, "[content.report_on] can't be that: write a date."),
        ({"content": {"mood": "good"}}, "[content.mood] is no field: take it out."),
        ({"attachments": [{**FILE, "digest": "0" * 64}]}, "[attachments[0].digest] is not"),
        ({"attachments": [{**FILE, "content": "?"}]}, "[attachments[0].content] is not base64."),
        ({"attachments": [{**FILE, "media_type": "text/html"}]}, "[attachments[0].media_type]"),
        ({"person": {"last_name": "D\x00e"}}, "NUL"),
    ],
)
def test_a_fault_names_the_field_and_what_to_give(more, words):
    with pytest.raises(MessageError) as refused:
        read_message(json.dumps({**MESSAGE, **more}).encode())
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\xff", "not UTF-8"),
        (b"{", "not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b"7", "[the message] can't be [7]"),
    ],
)
def test_what_is_no_message_says_so(raw, words):
    with pytest.raises(MessageError) as refused:
        read_message(raw)
    assert words in str(refused.value)
