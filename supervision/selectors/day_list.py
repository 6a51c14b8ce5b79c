"""The one list of the day: few things to do, the most urgent first."""

from dataclasses import dataclass
from datetime import date

from ots.access.fields import Masked
from ots.access.permissions import Permission
from supervision.choices.contact import Place
from supervision.choices.mute import MuteSubject
from supervision.choices.safety import VisitPolicy
from supervision.rules.policy import MOST_LINES
from supervision.rules.pressing import Press, places_on
from supervision.selectors.day_things import Thing, due, meetings, of_the_record
from supervision.selectors.mutes import muted_for
from supervision.selectors.own_people import OwnPeople
from supervision.selectors.safety import UNKNOWN, safety_of
from supervision.selectors.team import Waiting, approvals


@dataclass(frozen=True, slots=True)
class DayLine:
    """One line: a thing of somebody and what to look out for, or a decision that waits."""

    thing: Thing | None = None
    person: Masked | None = None
    caution: str = ""
    decision: Waiting | None = None


@dataclass(frozen=True, slots=True)
class DayList:
    """The lines, how many things more there are, and how many are muted."""

    lines: tuple[DayLine, ...]
    more: int
    muted: int


def day_list(own: OwnPeople, *, today: date) -> DayList:
    """Return what is to be done today: as many queries for many people as for few.

    Decisions that wait for a supervisor always have their place among the lines.
    """
    muted = muted_for(own, today=today)
    sources = [source(own, muted, today=today) for source in (due, meetings, of_the_record)]
    decisions, places = _decisions(own), places_on(today)
    things = sorted(
        (thing for source in sources for thing in source.things),
        key=lambda thing: (places[thing.press], thing.day, thing.person_id, thing.number),
    )
    shown = things[: MOST_LINES.on(today).amount - len(decisions)]
    before = [thing for thing in shown if places[thing.press] < places[Press.DECIDE]]
    lines = _lines(own, shown, today)
    return DayList(
        lines=(*lines[: len(before)], *decisions, *lines[len(before) :]),
        more=sum(source.total for source in sources) - len(shown),
        muted=len(muted.lines),
    )


def _decisions(own: OwnPeople) -> list[DayLine]:
    if not own.reading.viewer.may(Permission.TEAM_VIEW):
        return []
    return [DayLine(decision=each) for each in approvals(own.reading) if each.number]


def _lines(own: OwnPeople, things: list[Thing], today: date) -> list[DayLine]:
    people = own.named({thing.person_id for thing in things})
    cautions = _cautions(own, things, today)
    return [
        DayLine(thing, people[thing.person_id], cautions.get(thing.number, "")) for thing in things
    ]


def _cautions(own: OwnPeople, things: list[Thing], today: date) -> dict[int, str]:
    """Return what to look out for at each home visit: one query, none where nobody is visited."""
    visits = [
        thing
        for thing in things
        if thing.subject is MuteSubject.APPOINTMENT and thing.kind == Place.HOME
    ]
    if not visits:
        return {}
    known = safety_of(own.reading, {visit.person_id for visit in visits}, today=today)
    found = {visit.number: known.get(visit.person_id, UNKNOWN) for visit in visits}
    return {
        number: "Safety not reviewed" if not safety.is_known else safety.policy_label
        for number, safety in found.items()
        if not safety.is_known or safety.policy != VisitPolicy.SOLO
    }
