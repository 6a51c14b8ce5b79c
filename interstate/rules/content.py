"""What each activity has to say and to bring with it, and what of it the clock reads.

Tables 2.1 to 2.6 of the activities; a field's category says who may see it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from interstate.rules.vocabulary import EventType

FIRST_VERSION: Final = "2026-04-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentField:
    """One thing an activity says."""

    name: str
    label: str
    type: str
    category: str
    is_required: bool = False
    is_document: bool = False
    may_follow: bool = False
    rule: str = ""


CONTENT: Final[dict[EventType, tuple[ContentField, ...]]] = {}


def version_on(_day: date) -> str:
    """Which form an activity begun on the day is written on."""
    return FIRST_VERSION


def missing(
    kind: EventType, content: Mapping[str, object], documents: set[str], *, on: date
) -> tuple[str, ...]:
    """What is still required before the activity may be sent, each in words."""
    _ = on
    return tuple(
        f"{each.label} ({each.rule})" if each.rule else each.label
        for each in CONTENT.get(kind, ())
        if each.is_required and not _is_given(each, content, documents)
    )


def event_data(kind: EventType, content: Mapping[str, object]) -> dict[str, object]:
    """What the rules read of the content."""
    _ = kind
    return {key: value for key, value in content.items() if isinstance(value, str | int | bool)}


def _is_given(field: ContentField, content: Mapping[str, object], documents: set[str]) -> bool:
    if field.is_document:
        return field.name in documents
    return content.get(field.name) not in (None, "", [])
