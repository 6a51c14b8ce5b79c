"""Walking one case through the rules: what they refuse does not happen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

from interstate.rules.case import Case, Datum, Event, Refusal, Scenario
from interstate.rules.content import ContentField, ContentType, event_data, form_of
from interstate.rules.machine import advance, opening, step
from interstate.rules.vocabulary import EventType, Side
from timecomp.engine.calendar import EASTERN

Content = dict[str, object]
FIRST_HOUR, LAST_HOUR, MINUTES = 8, 16, 60
SATURDAY, DAYS_A_WEEK = 5, 7


@dataclass(frozen=True, slots=True)
class Step:
    """An event that is to come: what, by whom, saying what, so many days after the one before."""

    type: EventType
    by: Side
    fewest: int
    most: int
    said: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Happened:
    """An event that the rules took, with all that was written about it."""

    event: Event
    content: Content


class Walk:
    """A case from its beginning, event by event."""

    def __init__(self, random: Random, scenario: Scenario, begins_on: date) -> None:
        self.random = random
        self.scenario = scenario
        self.case: Case = opening(scenario)
        self.happened: list[Happened] = []
        self.moment = datetime.combine(begins_on, time(FIRST_HOUR), EASTERN)

    def go(self, *steps: Step) -> bool:
        """Let the steps happen one after the other; whether all of them could."""
        return all(self._happens(each) for each in steps)

    def wait_until(self, day: date) -> None:
        """Let time pass to a day, if it is still to come."""
        if day > self.moment.date():
            self.moment = datetime.combine(day, time(FIRST_HOUR), EASTERN)

    def ended(self) -> Case:
        """The case on the day on which it is looked at."""
        return advance(self.case, self.scenario, self.scenario.as_of)

    def _happens(self, asked: Step) -> bool:
        moment = self._later(asked)
        if moment.date() >= self.scenario.as_of:
            return False
        content = written(asked.type, asked.said, moment.date(), self._traits)
        event = Event(
            index=len(self.happened),
            at=moment,
            day=moment.date(),
            type=asked.type,
            by=asked.by,
            data=_data(asked.type, content),
        )
        after = step(self.case, event, self.scenario)
        if isinstance(after, Refusal):
            return False
        self.case, self.moment = after, moment
        self.happened.append(Happened(event, content))
        return True

    def _later(self, asked: Step) -> datetime:
        """A working hour so many days later, never before what happened last."""
        day = self.moment.date() + timedelta(days=self.random.randint(asked.fewest, asked.most))
        if day.weekday() >= SATURDAY:
            day += timedelta(days=DAYS_A_WEEK - day.weekday())
        hour, minute = self.random.randint(FIRST_HOUR, LAST_HOUR), self.random.randrange(MINUTES)
        return max(
            datetime.combine(day, time(hour, minute), EASTERN), self.moment + timedelta(minutes=1)
        )

    @property
    def _traits(self) -> dict[str, bool]:
        facts = self.scenario.facts
        return {"is_sex_offender": facts.is_sex_offender, "has_victims": facts.has_victims}


def written(
    kind: EventType, said: Mapping[str, object], day: date, traits: Mapping[str, bool]
) -> Content:
    """What stands on the form of the kind: what is said, and some words where more is required."""
    content: Content = dict(said)
    for each in _required(kind):
        if each.name not in content and each.is_asked(content, traits):
            content[each.name] = _some(each, day)
    return content


@cache
def _required(kind: EventType) -> tuple[ContentField, ...]:
    asked = form_of(kind).fields
    return tuple(each for each in asked if each.required and not each.type.is_attached)


def _some(of: ContentField, day: date) -> object:
    if of.type is ContentType.CHOICE:
        return of.options[0]
    if of.type is ContentType.DAY:
        return (day + timedelta(days=DAYS_A_WEEK)).isoformat()
    return {ContentType.FLAG: True, ContentType.NUMBER: 12}.get(of.type, "Made up")


def _data(kind: EventType, content: Content) -> dict[str, Datum]:
    return {name: _datum(name, value) for name, value in event_data(kind, content).items()}


def _datum(name: str, value: object) -> Datum:
    if isinstance(value, str) and name.endswith("_on"):
        return date.fromisoformat(value)
    return value if isinstance(value, str | int | bool) else None
