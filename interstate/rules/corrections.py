"""Notices of departure and arrival that another notice corrects (rule 4.105).

A notice goes at once and stays as it was sent. A correction is a notice of its own that names the
one it corrects and the day on which the person really left or arrived; the history is then read as
if the first had said so. No rule says how clocks follow: here the time to report begins on the
later of the notice's day and the day of departure that stands, the office's own reading.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from interstate.rules.case import Event
from interstate.rules.turn import Turn, on
from interstate.rules.vocabulary import EventType, Side

CORRECTED: Final = "corrected_on"
MAY_BE_CORRECTED: Final = frozenset({EventType.NOTICE_OF_DEPARTURE, EventType.NOTICE_OF_ARRIVAL})
# Under which name a notice itself tells its day.
TOLD: Final = {
    EventType.NOTICE_OF_DEPARTURE: "departed_on",
    EventType.NOTICE_OF_ARRIVAL: "arrived_in_on",
}


def as_corrected(events: Iterable[Event]) -> list[Event]:
    """The events in their order, each corrected notice with the day that stands."""
    # By the moment, not by the clock on the wall: in autumn one hour of it comes twice.
    ordered = sorted(events, key=lambda each: (each.at.timestamp(), each.index))
    notices: dict[int, int] = {}
    for place, event in enumerate(ordered):
        if event.type in MAY_BE_CORRECTED:
            notices[event.index] = place
        elif event.type is EventType.NOTICE_CORRECTED:
            _correct(ordered, notices, event)
    return ordered


def day_that_stands(event: Event) -> date | None:
    """The day to which a later notice corrected this one."""
    return event.day_of(CORRECTED)


@on(EventType.NOTICE_CORRECTED, Side.SENDING, Side.RECEIVING, Side.THIRD, rule="4.105")
def notice_corrected(turn: Turn) -> None:
    """A state corrects the day of a departure or arrival of which it sent a notice."""
    number, day = turn.event.number("index"), turn.event.day_of(CORRECTED)
    named = next((each for each in turn.case.notices if each.index == number), None)
    if named is None or day is None:
        turn.require(False, "4.105", "a correction names the notice that it corrects and a day")
        return
    turn.require(named.by is turn.event.by, "4.105", "only the state that sent it corrects it")
    turn.require(day <= turn.event.day, "4.105", "the day lies after the notice that tells of it")
    departed_on = turn.case.departed_on
    is_arrival = named.type is EventType.NOTICE_OF_ARRIVAL
    if is_arrival and departed_on is not None and day < departed_on:
        turn.warn("4.105", "the arrival lies before the departure: look at both notices")


def _correct(ordered: list[Event], notices: dict[int, int], event: Event) -> None:
    number, day = event.number("index"), event.day_of(CORRECTED)
    place = notices.get(number) if number is not None else None
    if place is None or day is None or day > event.day or ordered[place].by is not event.by:
        return
    ordered[place] = replace(ordered[place], data={**ordered[place].data, CORRECTED: day})
