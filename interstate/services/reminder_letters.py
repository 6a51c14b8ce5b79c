"""The words of a reminder: they leave the system, and name no person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.conf import settings
from django.urls import reverse

from interstate.models import CompactObligation
from interstate.rules.reminding import Recipient, plain_words
from interstate.rules.vocabulary import Key

LONGEST_SUBJECT: Final = 120
HIGHER_UP: Final = "You are told beside the agent because it stays overdue."


@dataclass(frozen=True, slots=True)
class Words:
    """What a message says."""

    subject: str
    body: str


def words_of_one(owed: CompactObligation, to: Recipient, *, today: date) -> Words:
    """Return the message about one thing owed."""
    what = plain_words(Key(owed.key))
    subject = f"{owed.case.number}: {what}, due {_day(owed.due_on)}"
    is_higher = to is not Recipient.AGENT and owed.due_on < today
    parts = [_line(owed, today), *([HIGHER_UP] if is_higher else []), _foot()]
    return Words(subject[:LONGEST_SUBJECT], "\n\n".join(parts))


def words_ahead(owed: CompactObligation, *, today: date) -> Words:
    """Return the message about what will be owed once supervision has ended."""
    ends = _day(owed.started_on)
    subject = f"{owed.case.number}: supervision ends {ends}"
    first = f"Supervision in case {owed.case.number} ends {ends}, {_when(owed.started_on, today)}."
    return Words(subject[:LONGEST_SUBJECT], "\n\n".join([first, _line(owed, today), _foot()]))


def words_of_many(owed: Sequence[CompactObligation], *, today: date) -> Words:
    """Return the message of a day about all that is owed, the soonest first."""
    late = sum(each.due_on < today for each in owed)
    subject = f"Interstate compact: {len(owed)} due, {late} of them overdue"
    lines = [_line(each, today) for each in sorted(owed, key=lambda each: each.due_on)]
    return Words(subject, "\n\n".join([*lines, _foot()]))


def _line(owed: CompactObligation, today: date) -> str:
    case = owed.case
    link = _address(reverse("interstate:case", args=[case.person_id, case.pk]))
    what = f"Case {case.number}: {plain_words(Key(owed.key))}"
    return f"{what}, due {_day(owed.due_on)} ({_when(owed.due_on, today)}).\n{link}"


def _day(value: date) -> str:
    return f"{value:%B} {value.day}, {value.year}"


def _when(due_on: date, today: date) -> str:
    days = (due_on - today).days
    if not days:
        return "today"
    count = f"{abs(days)} day" + ("" if abs(days) == 1 else "s")
    return f"in {count}" if days > 0 else f"{count} overdue"


def _foot() -> str:
    return "How you get these messages: " + _address(reverse("interstate:reminders"))


def _address(path: str) -> str:
    host = next((name.lstrip(".") for name in settings.ALLOWED_HOSTS if name != "*"), "localhost")
    return f"https://{host}{path}"
