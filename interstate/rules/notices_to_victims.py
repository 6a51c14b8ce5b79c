"""What of a compact case is told outside: to victims who asked for it, and on the public portal.

Which event is told of, and whether it presses, is dated data; a message never gives a reason or an
address.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from interstate.rules.case import Event
from interstate.rules.vocabulary import EventType
from interstate.rules.words import ABSCONDED, is_denial, violation_of
from timecomp.engine.calendar import EASTERN, eastern_moment
from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing


class Outcome(StrEnum):
    """Of which replies and reports it is told."""

    ANY = ""
    GRANTED = "granted"
    DENIED = "denied"
    ABSCONDED = "absconded"


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingRule:
    """An event is told of from a day on; ``tells`` is what victims are told."""

    id: int
    event: EventType
    outcome: Outcome
    tells: str
    presses: bool
    since: date
    until: date | None = None

    def is_of(self, event: Event) -> bool:
        """Whether the rule tells of the event on its day."""
        is_in_force = self.since <= event.day and (self.until is None or event.day < self.until)
        return is_in_force and self.event is event.type and self.outcome in _outcomes(event)


def told_by(event: Event, rules: Iterable[TellingRule]) -> TellingRule | None:
    """The rule by which the event is told of; one that names its outcome before any other."""
    found = [rule for rule in rules if rule.is_of(event)]
    return max(found, key=lambda rule: (bool(rule.outcome), rule.since), default=None)


def is_news(day: date, today: date) -> bool:
    """Whether something of the day is still told; histories that are imported are not."""
    return today - day <= timedelta(days=NEWS_DAYS.on(today).amount)


def times_to_tell(at: datetime, *, presses: bool) -> tuple[datetime, ...]:
    """When a message goes out: what presses at once and again until it is confirmed, other things
    once, not at night."""
    moment = eastern_moment(at)
    if not presses:
        return (_after_the_night(moment),)
    hours = _amount(REPEAT_HOURS, moment)
    times = range(0, _amount(REPEAT_FOR_HOURS, moment) + 1, hours)
    # Elapsed hours, also across a change of the clock.
    return tuple(
        datetime.fromtimestamp(moment.timestamp() + each * 3600, EASTERN) for each in times
    )


def text_of(label: str, offices: Iterable[tuple[str, str]], *, on: date) -> str:
    """The message: what happened, and whom to call; nobody's name, no reason, no address."""
    calls = ", ".join(f"{code} {telephone or 'compact office'}" for code, telephone in offices)
    return f"{label}. Questions: {calls}."[: LONGEST_TEXT.on(on).amount]


def _outcomes(event: Event) -> frozenset[Outcome]:
    if event.type in _REPLIES:
        return frozenset({Outcome.ANY, Outcome.DENIED if is_denial(event) else Outcome.GRANTED})
    if event.type is EventType.VIOLATION_REPORT and violation_of(event) == ABSCONDED:
        return frozenset({Outcome.ANY, Outcome.ABSCONDED})
    return frozenset({Outcome.ANY})


_REPLIES = frozenset(
    {
        EventType.TRANSFER_REPLY,
        EventType.REPORTING_INSTRUCTIONS_REPLY,
        EventType.RETURN_INSTRUCTIONS_REPLY,
    }
)


def _number(
    name: str, title: str, count: int, *, unit: str = "hours", of: str = "help article on triggers"
) -> Parameter[int]:
    source = f"Notification service of the commission, {of}"
    return parameter(
        f"compact.victim_{name}",
        title=title,
        unit=unit,
        module=__name__,
        values=[Value(None, count, source, Standing.VERIFIED)],
    )


REPEAT_HOURS = _number("repeat_hours", "Hours until a pressing message is said again", 2)
REPEAT_FOR_HOURS = _number("repeat_for_hours", "Hours for which it is said again", 24)
QUIET_FROM = _number(
    "quiet_from", "From when what does not press waits for the morning", 21, unit="o'clock"
)
QUIET_UNTIL = _number("quiet_until", "Until when it waits", 7, unit="o'clock")
LONGEST_TEXT = _number(
    "longest_text", "Letters of a message", 122, unit="letters", of="scripts of its messages"
)

NEWS_DAYS = parameter(
    "compact.victim_news_days",
    title="Days after which what happened is history and told nobody by itself",
    unit="days",
    module=__name__,
    values=[
        Value(
            None,
            30,
            "Default of the office; edit it",
            Standing.INFERRED,
            "The office's own number.",
        )
    ],
)


# What a page says of how it is told, each with its standing.
TERMS = (REPEAT_HOURS, REPEAT_FOR_HOURS, QUIET_FROM, QUIET_UNTIL, LONGEST_TEXT, NEWS_DAYS)


def _after_the_night(moment: datetime) -> datetime:
    morning = time(_amount(QUIET_UNTIL, moment))
    if moment.hour >= _amount(QUIET_FROM, moment):
        return datetime.combine(moment.date() + timedelta(days=1), morning, EASTERN)
    if moment.time() < morning:
        return datetime.combine(moment.date(), morning, EASTERN)
    return moment


def _amount(of: Parameter[int], moment: datetime) -> int:
    return of.on(moment.date()).amount
