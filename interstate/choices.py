"""Closed code lists of the compact, beside those of its rules."""

from collections.abc import Iterable
from enum import StrEnum

from django.db import models

from interstate.rules.limits import Unit
from interstate.rules.notices_to_victims import Outcome
from interstate.rules.reminding import Anchor, Recipient
from interstate.rules.routing import Desk, Move, Status
from interstate.rules.vocabulary import EventType, Key, Side, State


class Region(models.TextChoices):
    """The regions of the commission."""

    EAST = "east", "East"
    MIDWEST = "midwest", "Midwest"
    SOUTH = "south", "South"
    WEST = "west", "West"


class OfficeKind(models.TextChoices):
    """Whose supervision a compact office looks after; some members keep two offices."""

    BOTH = "both", "Probation and parole"
    PROBATION = "probation", "Probation"
    PAROLE = "parole", "Parole"


class Post(models.TextChoices):
    """What a user is in the compact's work of a member."""

    AGENT = "agent", "Agent"
    SUPERVISOR = "supervisor", "Supervisor"
    OFFICE = "office", "Compact office"


class SupervisionKind(models.TextChoices):
    """What is transferred."""

    PROBATION = "probation", "Probation"
    PAROLE = "parole", "Parole"


class ExclusionGround(models.TextChoices):
    """On which grounds alone a case is kept off the portal."""

    WITNESS_PROTECTION = "witness_protection", "State or federal witness protection"
    STATE_LAW = "state_law", "State law forbids showing it"


def _labels(
    values: Iterable[StrEnum],
) -> list[tuple[str, str]]:
    return [(each.value, each.value.replace("_", " ").capitalize()) for each in values]


ACRONYMS = {
    EventType.TRANSFER_REQUEST: "TREQ",
    EventType.TRANSFER_REPLY: "TREP",
    EventType.REPORTING_INSTRUCTIONS_REQUEST: "RFRI",
    EventType.REPORTING_INSTRUCTIONS_REPLY: "R2RFRI",
    EventType.RETURN_INSTRUCTIONS_REQUEST: "R2SS-RFRI",
    EventType.NOTICE_OF_DEPARTURE: "NOD",
    EventType.NOTICE_OF_ARRIVAL: "NOA",
    EventType.NOTICE_OF_FAILURE_TO_ARRIVE: "NOFA",
    EventType.VIOLATION_REPORT: "OVR",
    EventType.VIOLATION_RESPONSE: "RVR",
    EventType.VIOLATION_ADDENDUM: "AVR",
    EventType.PROGRESS_REPORT: "PR",
    EventType.CASE_CLOSURE_NOTICE: "CCN",
}
EVENT_TYPES = _labels(EventType)
STATES = _labels(State)
STATUSES = _labels(Status)
SIDES = _labels(Side)
MOVES = _labels(Move)
DESKS = _labels(Desk)
KEYS = [(each.value, each.value) for each in Key]
ANCHORS = _labels(Anchor)
RECIPIENTS = _labels(Recipient)
UNITS = [(each.value, each.value) for each in Unit]
OUTCOMES = [(each.value, each.name.capitalize()) for each in Outcome if each]
