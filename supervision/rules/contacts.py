"""How often somebody came and did not: the counters and the words that stand above the log."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta

from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

MODEL: Final = "HMPPS manage-people-on-probation, compliance of a sentence"

FAILURE_MONTHS = parameter(
    "supervision.failure_months",
    title="Months in which failures to comply are counted together",
    unit="months",
    module=__name__,
    values=[Value(None, 12, MODEL, Standing.INFERRED, "Taken over from another agency.")],
)
FAILURES_THAT_WARN = parameter(
    "supervision.failures_that_warn",
    title="Failures to comply from which the banner warns",
    unit="failures",
    module=__name__,
    values=[Value(None, 2, MODEL, Standing.INFERRED, "Taken over from another agency.")],
)

FAILURES: Final = frozenset({"unacceptable", "not_complied"})


@dataclass(frozen=True, slots=True)
class Tallied:
    """What counts of one contact: its day, what became of it, and under which heading it falls."""

    on: date
    status: str
    effect: str = ""


@dataclass(frozen=True, slots=True)
class Counters:
    """How often what happened, over the whole record but for ``failures``."""

    complied: int = 0
    not_complied: int = 0
    acceptable: int = 0
    unacceptable: int = 0
    awaiting: int = 0
    not_recorded: int = 0
    moved_by_staff: int = 0
    moved_by_person: int = 0
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Banner:
    """One line above the log, and how loud it is: good, plain or bad."""

    tone: str
    text: str


def failures_since(today: date) -> date:
    """Return the first day whose failures still count."""
    return today - relativedelta(months=FAILURE_MONTHS.on(today).amount)


def counters(contacts: Iterable[Tallied], *, not_recorded: int, today: date) -> Counters:
    """Count what became of a person's contacts; failures only of the last months."""
    rows = list(contacts)
    since = failures_since(today)

    def effect(name: str) -> int:
        return sum(row.effect == name for row in rows)

    def status(name: str) -> int:
        return sum(row.status == name for row in rows)

    return Counters(
        complied=effect("complied"),
        not_complied=effect("not_complied"),
        acceptable=effect("acceptable"),
        unacceptable=effect("unacceptable"),
        awaiting=effect("awaiting"),
        not_recorded=not_recorded,
        moved_by_staff=status("moved_by_staff"),
        moved_by_person=status("moved_by_person"),
        failures=sum(row.effect in FAILURES and since < row.on <= today for row in rows),
    )


def banner(failures: int, *, in_breach: bool, today: date) -> Banner:
    """Say in one line how the person complies; a proceeding that runs stands before all else."""
    months = FAILURE_MONTHS.on(today).amount
    if in_breach:
        return Banner("bad", "A violation proceeding is running.")
    if failures == 0:
        return Banner("good", f"No failure to comply within {months} months.")
    if failures < FAILURES_THAT_WARN.on(today).amount:
        return Banner("plain", f"{failures} failure to comply within {months} months.")
    text = f"{failures} failures to comply within {months} months. No violation proceeding yet."
    return Banner("bad", text)
