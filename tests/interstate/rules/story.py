"""Telling a compact case in a few lines."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from interstate.rules.case import Case, Datum, Event, Facts, Obligation, Replay, Scenario
from interstate.rules.machine import replay
from interstate.rules.vocabulary import EventType, Key, Side
from timecomp.engine.calendar import FEDERAL, Calendar, eastern_day, eastern_moment

S, R, T = Side.SENDING, Side.RECEIVING, Side.THIRD
Told = tuple[str, Side, str] | tuple[str, Side, str, Mapping[str, Datum]]


def story(
    *told: Told,
    as_of: str | None = None,
    calendar: Calendar = FEDERAL,
    facts: Facts | None = None,
) -> Replay:
    """Replay events given as (day or time, side, kind, data)."""
    events = tuple(_event(n, each) for n, each in enumerate(told))
    last = max((each.day for each in events), default=date(2026, 5, 1))
    day = date.fromisoformat(as_of) if as_of else last
    return replay(Scenario("s", "MI", "OH", calendar, facts or Facts(), events, day))


def arrived() -> tuple[Told, ...]:
    """A transfer accepted and arrived in: asked 4 May, accepted 10 June, there 24 June 2026."""
    return (
        ("2026-05-04", S, "transfer_request"),
        ("2026-06-10", R, "transfer_reply", {"decision": "accept"}),
        ("2026-06-22", S, "notice_of_departure"),
        ("2026-06-24", R, "notice_of_arrival"),
    )


def owed(answer: Replay | Case, key: Key) -> Obligation:
    """The only obligation under the key."""
    case = answer.case if isinstance(answer, Replay) else answer
    [found] = [each for each in case.obligations if each.key is key]
    return found


def due(answer: Replay, key: Key) -> str:
    """The day on which it is due."""
    return owed(answer, key).due_on.isoformat()


def refusals(answer: Replay) -> list[tuple[int, str]]:
    """Which events were refused, and under which rule."""
    return [(each.index, each.rule) for each in answer.refused]


def _event(index: int, told: Told) -> Event:
    when, by, kind = told[0], told[1], told[2]
    moment = datetime.fromisoformat(when)
    if len(when) <= len("2026-01-01"):
        # Events of one day keep the order in which they are told.
        moment += timedelta(hours=9, minutes=index)
    data = told[3] if len(told) == 4 else {}  # noqa: PLR2004  # the length tells the kinds apart
    return Event(
        index, eastern_moment(moment), eastern_day(moment), EventType(kind), by, dict(data)
    )
