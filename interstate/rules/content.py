"""What each activity has to say and to bring with it, and what of it the clock reads.

The forms are data (``data/content.toml``), each field with the rule that asks for it and with the
category that says who may see it.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from interstate.rules.vocabulary import EventType

_TABLE: Final = Path(__file__).parent / "data" / "content.toml"
_OF_THE_CASE: Final = "case."


class ContentType(StrEnum):
    """How a field is written."""

    TEXT = "text"
    NOTE = "note"
    DAY = "day"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    DOCUMENT = "document"
    PICTURE = "picture"

    @property
    def is_attached(self) -> bool:
        """Whether it comes as a file."""
        return self in {ContentType.DOCUMENT, ContentType.PICTURE}


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentField:
    """One thing an activity says."""

    name: str
    label: str
    type: ContentType
    category: str
    required: bool = False
    may_follow: bool = False
    only_if: str = ""
    rule: str = ""
    hint: str = ""
    options: tuple[str, ...] = ()
    # Why a request copied for another state does not take it along; empty where it does.
    anew: str = ""

    def is_asked(self, content: Mapping[str, object], facts: Mapping[str, bool]) -> bool:
        """Whether it is asked for, given what else the activity says and what the case is."""
        if not self.only_if:
            return True
        if self.only_if.startswith(_OF_THE_CASE):
            return facts.get(self.only_if.removeprefix(_OF_THE_CASE), False)
        name, _, wanted = self.only_if.partition("=")
        said = content.get(name)
        return said in wanted.split("|") if wanted else bool(said)


@dataclass(frozen=True, slots=True)
class Form:
    """An activity's form."""

    kind: EventType
    title: str
    acronym: str
    says: str
    fields: tuple[ContentField, ...]

    def field(self, name: str) -> ContentField | None:
        """The field of a name, if the form has it."""
        return next((each for each in self.fields if each.name == name), None)


@dataclass(frozen=True, slots=True)
class Gaps:
    """What an activity still lacks: what it is not sent without, and what may be sent after it."""

    missing: tuple[ContentField, ...] = field(default=())
    may_follow: tuple[ContentField, ...] = field(default=())

    @property
    def words(self) -> tuple[str, ...]:
        """What is missing, each with the rule that asks for it."""
        return tuple(_words(each) for each in self.missing)


class ContentError(ValueError):
    """A value does not suit its field; the message names the field."""


def form_of(kind: EventType) -> Form:
    """The form on which an activity of the kind is written."""
    return _forms()[kind]


def version_on(_day: date) -> str:
    """Which version of the forms an activity begun on the day is written on."""
    return str(_document()["version"])


def gaps(
    kind: EventType,
    content: Mapping[str, object],
    documents: Iterable[str],
    facts: Mapping[str, bool],
) -> Gaps:
    """What an activity of the kind lacks, given the names of the documents that go with it."""
    brought = set(documents)
    lacking = [
        each
        for each in form_of(kind).fields
        if each.is_asked(content, facts) and not _is_given(each, content, brought)
    ]
    return Gaps(
        missing=tuple(each for each in lacking if each.required),
        may_follow=tuple(each for each in lacking if each.may_follow),
    )


def needs_documents(kind: EventType) -> bool:
    """Whether an activity of the kind may lack a document without which it is not sent."""
    return any(each.required and each.type.is_attached for each in form_of(kind).fields)


def event_data(kind: EventType, content: Mapping[str, object]) -> dict[str, object]:
    """What the rules read: choices, flags, days and numbers, never the words somebody wrote."""
    read = {ContentType.CHOICE, ContentType.FLAG, ContentType.DAY, ContentType.NUMBER}
    names = {each.name for each in form_of(kind).fields if each.type in read}
    return {
        name: value
        for name, value in content.items()
        if name in names and isinstance(value, str | int | bool)
    }


def check(kind: EventType, content: Mapping[str, object]) -> None:
    """Raise ``ContentError`` if a value is of no field of the form or does not suit it."""
    form = form_of(kind)
    for name, value in content.items():
        of = form.field(name)
        if of is None:
            raise ContentError(f"[{name}] is no field of the {form.title.lower()}.")
        if value not in (None, "") and not _suits(of, value):
            raise ContentError(f"[{of.label}] can't be [{value}]: {_asked(of)}.")


def _suits(of: ContentField, value: object) -> bool:
    if of.type is ContentType.FLAG:
        return isinstance(value, bool)
    if of.type is ContentType.NUMBER:
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    if not isinstance(value, str) or of.type.is_attached:
        return False
    if of.type is ContentType.DAY:
        return _is_day(value)
    return of.type is not ContentType.CHOICE or value in of.options


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _asked(of: ContentField) -> str:
    return {
        ContentType.FLAG: "answer yes or no",
        ContentType.NUMBER: "write a whole number",
        ContentType.DAY: "write a day",
        ContentType.CHOICE: "choose one of " + ", ".join(of.options),
    }.get(of.type, "attach it as a file" if of.type.is_attached else "write words")


def _is_given(of: ContentField, content: Mapping[str, object], documents: set[str]) -> bool:
    if of.type.is_attached:
        return of.name in documents
    return content.get(of.name) not in (None, "")


def _words(of: ContentField) -> str:
    return f"{of.label} (rule {of.rule})" if of.rule else of.label


@cache
def _document() -> dict[str, object]:
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))


@cache
def _forms() -> dict[EventType, Form]:
    given = _document()
    return {kind: _form(kind, given[kind.value]) for kind in EventType}


def _form(kind: EventType, given: object) -> Form:
    if not isinstance(given, dict):
        raise ContentError(f"The form [{kind.value}] is no table.")
    return Form(
        kind=kind,
        title=given["title"],
        acronym=given.get("acronym", ""),
        says=given["says"],
        fields=tuple(_field(each) for each in given["field"]),
    )


def _field(given: Mapping[str, object]) -> ContentField:
    values = {
        **given,
        "type": ContentType(str(given["type"])),
        "options": tuple(given.get("options", ())),  # type: ignore[arg-type]  # a TOML array
    }
    return ContentField(**values)  # type: ignore[arg-type]  # checked by the tests of the table
