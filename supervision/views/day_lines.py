"""What the lines of the day's list lead to: one action each, and the way to mute it."""

from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from supervision.choices.mute import MuteSubject
from supervision.choices.obligation import ObligationKind as Kind
from supervision.selectors.day_list import DayLine
from supervision.selectors.day_things import Thing
from supervision.services.mutes import may_mute


@dataclass(frozen=True, slots=True)
class Action:
    """What to press, the page that opens, and the right that it asks."""

    label: str
    url_name: str
    asks: Permission = Permission.PERSON_VIEW


RECORD = Action("Record", "supervision:contact-record", Permission.VISIT_RECORD)
OPEN = Action("Open", "supervision:person-due")
OF_KIND: Final = {
    Kind.CONTACT: RECORD,
    Kind.HOME_VISIT: RECORD,
    Kind.COLLATERAL: RECORD,
    Kind.REPORT: RECORD,
    Kind.TEST: Action("Test", "supervision:person-tests"),
    Kind.ASSESSMENT: Action("Assess", "supervision:risk", Permission.RISK_VIEW),
    Kind.PAYMENT: Action("Payments", "supervision:person-money"),
}
OF_SUBJECT: Final = {
    MuteSubject.APPOINTMENT: RECORD,
    MuteSubject.HEARING: Action("Cases", "offenders:person-legal"),
    MuteSubject.TERM: Action("Discharge", "supervision:recommendations"),
    MuteSubject.WARRANT: Action("Warrant", "offenders:person-orders"),
    MuteSubject.ORDER: Action("Order", "offenders:person-orders"),
}


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line as the page shows it."""

    line: DayLine
    label: str
    address: str
    about: str
    missed: str = ""
    mute: str = ""


def lines_shown(viewer: Viewer, lines: tuple[DayLine, ...]) -> list[LineShown]:
    """Return the lines with what to press."""
    return [_shown(viewer, line) for line in lines]


def _shown(viewer: Viewer, line: DayLine) -> LineShown:
    if line.thing is None:
        return _decision(line)
    thing = line.thing
    action = _action(viewer, thing)
    address = reverse(action.url_name, args=[thing.person_id])
    missed = ""
    if thing.subject is MuteSubject.APPOINTMENT:
        asked = f"?appointment={thing.number}"
        missed = reverse("supervision:contact-missed", args=[thing.person_id]) + asked
        address += asked
    about = f"{thing.what} {line.person.full_name if line.person is not None else ''}"
    return LineShown(line, action.label, address, about, missed, _mute(viewer, thing))


def _decision(line: DayLine) -> LineShown:
    if line.decision is None:
        raise ValueError("A line is about a thing to do or about decisions that wait.")
    return LineShown(line, "Decide", reverse(line.decision.url_name), line.decision.label)


def _action(viewer: Viewer, thing: Thing) -> Action:
    if thing.subject is MuteSubject.OBLIGATION:
        action = OF_KIND.get(Kind(thing.kind), OPEN)
    else:
        action = OF_SUBJECT[thing.subject]
    return action if viewer.may(action.asks) else OPEN


def _mute(viewer: Viewer, thing: Thing) -> str:
    if not may_mute(viewer, is_critical=thing.is_critical):
        return ""
    address = reverse("supervision:line-mute", args=[thing.person_id])
    return f"{address}?of={thing.subject.value}-{thing.number}"
