"""What a step of a computation serves: one of the dates, or the reading of the judgment."""

from enum import StrEnum


class Topic(StrEnum):
    """The heading under which a step stands on the worksheet."""

    JUDGMENT = "judgment"
    REGIME = "regime"
    START = "start"
    CALENDAR_MINIMUM = "calendar_minimum"
    CALENDAR_MAXIMUM = "calendar_maximum"
    NET_MINIMUM = "net_minimum"
    NET_MAXIMUM = "net_maximum"
    PROJECTED_MINIMUM = "projected_minimum"
    PROJECTED_MAXIMUM = "projected_maximum"
    PAROLE_ELIGIBILITY = "parole_eligibility"
    HALF_TERM_DATE = "half_term_date"
    DISCIPLINARY_TIME = "disciplinary_time"
    EARLIEST_RELEASE_DATE = "earliest_release_date"
    MAXIMUM_DISCHARGE_DATE = "maximum_discharge_date"
    PAROLE_DISCHARGE_DATE = "parole_discharge_date"
    DEADLINE = "deadline"


class End(StrEnum):
    """The two ends of a sentence, each with its own chain."""

    MINIMUM = "minimum"
    MAXIMUM = "maximum"


CALENDAR_TOPIC = {End.MINIMUM: Topic.CALENDAR_MINIMUM, End.MAXIMUM: Topic.CALENDAR_MAXIMUM}
NET_TOPIC = {End.MINIMUM: Topic.NET_MINIMUM, End.MAXIMUM: Topic.NET_MAXIMUM}
PROJECTED_TOPIC = {End.MINIMUM: Topic.PROJECTED_MINIMUM, End.MAXIMUM: Topic.PROJECTED_MAXIMUM}
