"""A message's bytes checked against the schema and read; every fault names its field."""

import binascii
import json
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from typing import Final
from uuid import UUID

from jsonschema import Draft202012Validator, FormatChecker

from interstate.rules.vocabulary import EventType, Side
from ots.exchange.compact.faults import in_words, shortened
from ots.exchange.compact.schema_document import message_schema
from ots.exchange.identity import Described, Number

LARGEST_MESSAGE: Final = 200 * 1024 * 1024
MOST_FAULTS: Final = 10
SEND: Final = "send"
SEND_AGAIN: Final = "send_again"
SEND_BACK: Final = "send_back"

Json = Mapping[str, object]


class MessageError(ValueError):
    """The bytes are no such message; the text names each field and what to give."""


@dataclass(frozen=True, slots=True)
class File:
    """An attachment."""

    label: str
    name: str
    media_type: str
    digest: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSaid:
    """The case as a message tells of it."""

    number: str
    sending: str
    receiving: str
    supervision: str
    supervision_ends_on: date | None = None
    is_indefinite: bool = False
    is_sex_offender: bool = False
    has_victims: bool = False
    has_pending_charge: bool = False
    # Court and docket number of each.
    court_cases: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message that was read."""

    message_id: UUID
    sender: str
    receiver: str
    sent_at: datetime
    happened_at: datetime
    move: str
    activity: EventType
    side: Side
    case: CaseSaid
    person: Described
    content: dict[str, object]
    files: tuple[File, ...]
    reason: str = ""
    answers: UUID | None = None
    corrects: UUID | None = None
    about: UUID | None = None


def read_message(raw: bytes) -> Message:
    """Return the message; raises ``MessageError`` that names every field at fault."""
    return _message(_checked(_parsed(raw)))


def id_in(raw: bytes) -> UUID | None:
    """Return the message's id if one can be read at all, for the evidence of what is refused."""
    try:
        found = _parsed(raw)
    except MessageError:
        return None
    value = found.get("message_id") if isinstance(found, dict) else None
    try:
        return UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _parsed(raw: bytes) -> object:
    if len(raw) > LARGEST_MESSAGE:
        raise MessageError("The message is larger than 200 MB: send its documents apart.")
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise MessageError(f"The message is not UTF-8 text (byte {error.start}).") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise MessageError(f"The message is not JSON: {error.msg} at {where}.") from error
    except RecursionError:
        raise MessageError("The message is nested too deeply to be read.") from None


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(message_schema(), format_checker=FormatChecker(["date", "uuid"]))


def _checked(document: object) -> Json:
    found = sorted(_validator().iter_errors(document), key=lambda each: [*map(str, each.path)])
    if found:
        raise MessageError(" ".join(in_words(each) for each in found[:MOST_FAULTS]))
    if not isinstance(document, Mapping):
        raise MessageError("The message is no JSON object.")
    if has_nul(document):
        raise MessageError("The message holds a NUL character, which no text has.")
    return document


def has_nul(value: object) -> bool:
    """Say whether a text anywhere within holds what the database keeps in no text."""
    if isinstance(value, str):
        return "\x00" in value
    if isinstance(value, Mapping):
        return any(has_nul(each) for pair in value.items() for each in pair)
    return isinstance(value, list) and any(has_nul(each) for each in value)


def _message(given: Json) -> Message:
    files = given["attachments"]
    content = given["content"]
    return Message(
        message_id=UUID(str(given["message_id"])),
        sender=str(given["sender"]),
        receiver=str(given["receiver"]),
        sent_at=_moment(given, "sent_at"),
        happened_at=_moment(given, "happened_at"),
        move=str(given["move"]),
        activity=EventType(str(given["activity"])),
        side=Side(str(given["side"])),
        case=_case(_part(given, "case")),
        person=_person(_part(given, "person")),
        content=dict(content) if isinstance(content, Mapping) else {},
        files=tuple(_file(n, each) for n, each in enumerate(files))
        if isinstance(files, list)
        else (),
        reason=str(given.get("reason") or ""),
        answers=_id(given, "answers"),
        corrects=_id(given, "corrects"),
        about=_id(given, "about"),
    )


def _part(given: Json, name: str) -> Json:
    part = given[name]
    return part if isinstance(part, Mapping) else {}


def _id(given: Json, name: str) -> UUID | None:
    value = given.get(name)
    return UUID(str(value)) if value else None


def _moment(given: Json, name: str) -> datetime:
    value = given[name]
    try:
        moment = datetime.fromisoformat(str(value))
        if moment.tzinfo is None or moment.utcoffset() is None:
            raise ValueError
        # The compact's clock is Eastern time: the first and last days of the calendar have none.
        return moment if date.min.year < moment.year < date.max.year else _fault(name, value)
    except ValueError:
        return _fault(name, value)


def _fault(name: str, value: object) -> datetime:
    raise MessageError(
        f"[{name}] can't be [{shortened(value)}]: write a moment with its offset, as "
        "2026-05-04T09:00:00-04:00."
    )


def _case(given: Json) -> CaseSaid:
    ends_on, court_cases = given.get("supervision_ends_on"), given.get("court_cases")
    rows = court_cases if isinstance(court_cases, list) else []
    return CaseSaid(
        number=str(given["number"]),
        sending=str(given["sending"]),
        receiving=str(given["receiving"]),
        supervision=str(given["supervision"]),
        supervision_ends_on=date.fromisoformat(str(ends_on)) if ends_on else None,
        is_indefinite=bool(given.get("is_indefinite")),
        is_sex_offender=bool(given.get("is_sex_offender")),
        has_victims=bool(given.get("has_victims")),
        has_pending_charge=bool(given.get("has_pending_charge")),
        court_cases=tuple((str(each["court"]), str(each["docket_number"])) for each in rows),
    )


def _person(given: Json) -> Described:
    born, numbers = given.get("birth_date"), given.get("numbers")
    rows = numbers if isinstance(numbers, list) else []
    return Described(
        last_name=str(given["last_name"]),
        first_name=str(given.get("first_name") or ""),
        middle_name=str(given.get("middle_name") or ""),
        suffix=str(given.get("suffix") or ""),
        birth_date=date.fromisoformat(str(born)) if born else None,
        numbers=tuple(
            Number(str(each["kind"]), str(each.get("issuer") or ""), str(each["value"]))
            for each in rows
        ),
    )


def _file(place: int, given: Json) -> File:
    try:
        content = b64decode(str(given["content"]), validate=True)
    except (binascii.Error, ValueError):
        raise MessageError(f"[attachments[{place}].content] is not base64.") from None
    if sha256(content).hexdigest() != given["digest"]:
        raise MessageError(
            f"[attachments[{place}].digest] is not the SHA-256 of the content: it was changed "
            "or cut off on its way; send it again."
        )
    return File(
        label=str(given["label"]),
        name=str(given["name"]),
        media_type=str(given["media_type"]),
        digest=str(given["digest"]),
        content=content,
    )
