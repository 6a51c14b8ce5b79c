"""Which reminders of what is owed fall due on a day, under dated rules.

A reminder is of something that is still owed: what was met, fell away or is about to be withdrawn
calls for none, whatever was planned before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from interstate.rules.limits import LIMITS, Unit
from interstate.rules.vocabulary import WARRANT_KEYS, Key
from timecomp.engine.calendar import FEDERAL, Calendar
from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing


class Recipient(StrEnum):
    """Who is reminded: of the state that owes it."""

    AGENT = "agent"
    SUPERVISOR = "supervisor"
    OFFICE = "office"


class Anchor(StrEnum):
    """From which day it is counted."""

    START = "start"
    DUE = "due"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """A rule: so many days from a day of what is owed, somebody is reminded.

    Without a key it holds for whatever has no rule of its own for the same recipient.
    """

    id: int
    key: Key | None
    anchor: Anchor
    days: int
    unit: Unit
    to: Recipient
    since: date
    until: date | None = None

    def falls_on(self, owed: "Owed", calendar: Calendar) -> date:
        """The day of the reminder."""
        start = owed.due_on if self.anchor is Anchor.DUE else owed.started_on
        if self.unit is Unit.CALENDAR_DAYS:
            return start + timedelta(days=self.days)
        if self.days >= 0:
            return calendar.after_business_days(start, self.days)
        return _business_days_before(start, -self.days, calendar)

    def is_in_force(self, day: date) -> bool:
        """Whether the rule counts on the day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """Something owed, as far as reminding of it goes."""

    id: int
    key: Key
    started_on: date
    due_on: date
    is_open: bool = True
    is_paused: bool = False


@dataclass(frozen=True, slots=True)
class Reminder:
    """Of what, whom, by which rule, for which day."""

    owed: int
    rule: int
    to: Recipient
    falls_on: date


CATCH_UP_DAYS = parameter(
    "compact.reminder_catch_up_days",
    title="Days for which a reminder that could not be sent is sent later",
    unit="days",
    module=__name__,
    values=[
        Value(
            None,
            3,
            "Default of the office; edit it",
            Standing.INFERRED,
            "The office's own number.",
        )
    ],
)

Sent = Mapping[tuple[int, Recipient], date]


def reminders_due(
    owed: Iterable[Owed],
    rules: Iterable[Offset],
    *,
    today: date,
    sent: Sent,
    calendar: Calendar = FEDERAL,
) -> list[Reminder]:
    """The reminders that go out on the day: of each thing one to each recipient, the latest.

    ``sent`` has the day of the last reminder of each thing to each recipient; none of that day or
    an earlier one is sent again.
    """
    known = tuple(rules)
    found = []
    for each in owed:
        if each.is_open and not each.is_paused:
            found += [
                reminder
                for to in Recipient
                if (reminder := _latest(each, _rules_for(each, known, to), today, calendar))
                and reminder.falls_on > sent.get((each.id, to), date.min)
            ]
    return found


def ahead_of_it(rules: Iterable[Offset], key: Key) -> tuple[Offset, ...]:
    """The rules by which somebody is told of it before its day, and so maybe before its start."""
    return tuple(
        each for each in rules if each.key is key and each.anchor is Anchor.DUE and each.days < 0
    )


def anchored_between(rule: Offset, today: date) -> tuple[date, date]:
    """Between which days that lies from which the rule counts, if a reminder is due; generous."""
    slack = CATCH_UP_DAYS.on(today).amount
    if rule.unit is Unit.CALENDAR_DAYS:
        return today - timedelta(days=rule.days + slack), today - timedelta(days=rule.days)
    # Two weekends and a holiday a week would be far more than any calendar has.
    reach = timedelta(days=2 * abs(rule.days) + 10 + slack)
    return today - reach, today + reach


def plain_words(key: Key) -> str:
    """What is owed, in words that tell nothing of the person or of victims outside the system."""
    return _PLAIN.get(key) or LIMITS[key].title


_PLAIN = {
    Key.RI_REPLY_SEX: LIMITS[Key.RI_REPLY].title,
    **dict.fromkeys(WARRANT_KEYS, "Warrant"),
    **{key: "What rule 3.108 asks" for key in Key if key.value.startswith("VICTIM_")},
}


def _rules_for(owed: Owed, rules: tuple[Offset, ...], to: Recipient) -> tuple[Offset, ...]:
    of_it = tuple(each for each in rules if each.to is to and each.key is owed.key)
    return of_it or tuple(each for each in rules if each.to is to and each.key is None)


def _latest(
    owed: Owed, rules: tuple[Offset, ...], today: date, calendar: Calendar
) -> Reminder | None:
    earliest = max(today - timedelta(days=CATCH_UP_DAYS.on(today).amount), owed.started_on)
    days = ((rule.falls_on(owed, calendar), rule.id) for rule in rules if rule.is_in_force(today))
    fallen = [(day, rule) for day, rule in days if earliest <= day <= today]
    if not fallen:
        return None
    day, rule = max(fallen)
    to = next(each.to for each in rules if each.id == rule)
    return Reminder(owed.id, rule, to, day)


def _business_days_before(start: date, count: int, calendar: Calendar) -> date:
    day = start
    while count:
        day -= timedelta(days=1)
        count -= calendar.is_business_day(day)
    return day
