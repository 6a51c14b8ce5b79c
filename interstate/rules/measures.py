"""How well a member keeps to the compact's limits: six measures, each a share of what fell due.

What fell due in a period is what the rules set a day for in it and nothing made void; it counts as
met if it was brought by that day. What is not yet brought and not yet due is no failing: it waits.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from interstate.rules.limits import FIRST
from interstate.rules.vocabulary import Key
from timecomp.engine.manual import ManualComputation
from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

PASS_MARK: Final = parameter(
    "compact.measure_pass_mark",
    title="Share of what fell due that has to be brought in time",
    unit="percent",
    module=__name__,
    values=[
        Value(
            FIRST,
            80,
            "Commission's compliance dashboards",
            Standing.RECALLED,
            "The passing mark was told, not read; confirm it with the commission.",
        )
    ],
)
MONTHS_A_QUARTER: Final = 3


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: what falls due, and who is to bring it."""

    slug: str
    title: str
    acronym: str
    keys: tuple[Key, ...]
    owed_by: str
    definition: str

    def target_on(self, day: date) -> Value[int] | None:
        """Return the share that has to be met on a day, with where it is from; none before it."""
        try:
            return PASS_MARK.on(day)
        except ManualComputation:
            return None


MEASURES: Final = {
    each.slug: each
    for each in (
        Measure(
            "closure-notice",
            "Case closure notices",
            "CCN",
            (Key.CCN_DUE,),
            "the receiving state",
            "Supervision ended, and the case was to be closed by a day: the notice went by then.",
        ),
        Measure(
            "closure-reply",
            "Replies to case closure notices",
            "CCN reply",
            (Key.CCN_REPLY,),
            "the sending state",
            "A closure was noticed: the reply went within its limit.",
        ),
        Measure(
            "progress-report",
            "Requested progress reports",
            "PR",
            (Key.PR_DUE,),
            "the receiving state",
            "A report was asked for: a report of any occasion went within its limit.",
        ),
        Measure(
            "instructions-reply",
            "Replies to requests for reporting instructions",
            "R2RFRI",
            (Key.RI_REPLY, Key.RI_REPLY_SEX),
            "the receiving state",
            "Instructions were asked for: they were granted or denied within the limit, "
            "which is longer for sex offenders.",
        ),
        Measure(
            "transfer-reply",
            "Transfer replies",
            "TREP",
            (Key.TREP_DUE,),
            "the receiving state",
            "A complete request was received: it was accepted or rejected within its limit.",
        ),
        Measure(
            "violation-response",
            "Responses to violation reports",
            "RVR",
            (Key.RVR_DUE,),
            "the sending state",
            "A violation that requires retaking was reported: the response went within its limit.",
        ),
    )
}


class Outcome(StrEnum):
    """What became of something owed."""

    ON_TIME = "on_time"
    LATE = "late"
    MISSED = "missed"
    WAITING = "waiting"


def outcome_of(due_on: date, satisfied_on: date | None, today: date) -> Outcome:
    """Say what became of what was due by a day: the day itself is in time."""
    if satisfied_on is not None:
        return Outcome.ON_TIME if satisfied_on <= due_on else Outcome.LATE
    return Outcome.MISSED if due_on < today else Outcome.WAITING


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often each outcome came about."""

    on_time: int = 0
    late: int = 0
    missed: int = 0
    waiting: int = 0

    @property
    def counted(self) -> int:
        """What the share is of: all that is decided."""
        return self.on_time + self.late + self.missed

    @property
    def percent(self) -> int | None:
        """The share met, in whole percent rounded down: 79.9 does not pass for 80."""
        return 100 * self.on_time // self.counted if self.counted else None

    def meets(self, target: int | None) -> bool | None:
        """Say whether the share reaches the target; None where nothing is decided or asked."""
        return None if self.percent is None or target is None else self.percent >= target


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months of a calendar year, numbered from 1."""

    year: int
    number: int

    @property
    def first_day(self) -> date:
        """The day on which it begins."""
        return date(self.year, MONTHS_A_QUARTER * (self.number - 1) + 1, 1)

    @property
    def after(self) -> date:
        """The first day after it."""
        year, over = divmod(MONTHS_A_QUARTER * self.number, 12)
        return date(self.year + year, over + 1, 1)

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return self.after - timedelta(days=1)

    @property
    def previous(self) -> "Quarter":
        """The quarter before."""
        return quarter_of(self.first_day - timedelta(days=1))

    @property
    def code(self) -> str:
        """The quarter as an address says it."""
        return f"{self.year}-Q{self.number}"

    def __str__(self) -> str:
        """The quarter in words."""
        return f"Q{self.number} {self.year}"


def quarter_of(day: date) -> Quarter:
    """Return the quarter that a day is in."""
    return Quarter(day.year, (day.month - 1) // MONTHS_A_QUARTER + 1)


def quarter_from(code: str) -> Quarter | None:
    """Return the quarter that an address names; None if it names none."""
    year, _, number = code.partition("-Q")
    is_one = year.isdecimal() and year.isascii() and 1990 <= int(year[:5]) <= 2200  # noqa: PLR2004
    return Quarter(int(year), int(number)) if is_one and number in {"1", "2", "3", "4"} else None


def quarters_until(last: Quarter, count: int) -> tuple[Quarter, ...]:
    """Return so many quarters up to and with the last, the oldest first."""
    found = [last]
    while len(found) < count:
        found.append(found[-1].previous)
    return tuple(reversed(found))
