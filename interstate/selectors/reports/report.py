"""What a report of the office is: what it lists or counts, what may be asked of it, its columns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.db.models import Model, Prefetch, Q
from django.db.models.expressions import Combinable
from django.utils import timezone

from interstate.models import CompactCase
from interstate.rules.limits import Limit
from interstate.selectors.offices import Offices
from ots.access.categories import Category
from ots.access.fields import may_access
from ots.access.viewer import Viewer
from timecomp.engine.parameters import Parameter

TRAITS = {
    "is_sex_offender": "Sex offenders",
    "has_victims": "Victims to be told",
    "has_pending_charge": "A charge is pending",
    "is_tolled": "Tolled",
}
DIRECTIONS = {"sent": "Sent by us", "received": "Received by us"}


class Ask(StrEnum):
    """What may be asked of a report."""

    PERIOD = "period"
    MEMBER = "member"
    DIRECTION = "direction"
    TRAIT = "trait"
    WHOSE = "whose"
    KIND = "kind"
    DAYS = "days"


class Shown(StrEnum):
    """As what a column's value is shown."""

    TEXT = "text"
    PERSON = "person"
    DAY = "day"
    # A day by which something is still owed.
    DUE = "due"
    STATE = "state"
    OWED = "owed"
    KIND = "kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAsked:
    """What is asked: whose cases, on which day, of which period, narrowed to what."""

    offices: Offices
    today: date
    since: date
    until: date
    member: str = ""
    direction: str = ""
    trait: str = ""
    whose: str = ""
    kind: str = ""
    # As many days as were asked for; nothing: as many as the report's own number.
    days: int | None = None

    @property
    def began_at(self) -> datetime:
        """The first moment of the period."""
        return midnight(self.since)

    @property
    def ended_at(self) -> datetime:
        """The first moment after the period."""
        return midnight(self.until + timedelta(days=1))

    def days_of(self, own: Parameter[Limit]) -> timedelta:
        """How many days are asked for, or else the number of the office or of the commission."""
        return timedelta(days=own.on(self.today).amount.count if self.days is None else self.days)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, the way from the row to its value, and as what that is shown."""

    heading: str
    path: str
    shown: Shown = Shown.TEXT


Keeping = Callable[[ReportAsked], Q]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A table of which reports list rows: the way to the case, and what is shown without more."""

    model: type[Model]
    to_case: str
    columns: tuple[Column, ...]
    related: tuple[str, ...]
    asks: tuple[Ask, ...]
    keep: Keeping = lambda _: Q()
    # What conditions ask beside the table's own columns.
    worked_out: Mapping[str, Combinable] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A report that lists rows, each about one person."""

    slug: str
    title: str
    group: str
    source: Source
    keep: Keeping = lambda _: Q()
    # The field whose day has to be in the period; empty where no period is asked.
    dated: str = ""
    order: tuple[str, ...]
    more: tuple[Column, ...] = ()
    says: str = ""
    days: Parameter[Limit] | None = None
    needs: tuple[Category, ...] = (Category.SUPERVISION,)
    # What columns that are worked out want fetched along.
    along: "tuple[Prefetch[str], ...]" = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in their order."""
        return (*self.source.columns, *self.more)

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What may be asked of it."""
        period = (Ask.PERIOD,) if self.dated else ()
        days = (Ask.DAYS,) if self.days else ()
        return (*period, *days, *self.source.asks)


@dataclass(frozen=True, slots=True)
class CountedRow:
    """A line of counts under its labels."""

    labels: tuple[str, ...]
    figures: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A report that counts; nothing in it is about one person."""

    slug: str
    title: str
    group: str
    labels: tuple[str, ...]
    figures: tuple[str, ...]
    count: Callable[[Viewer, ReportAsked], list[CountedRow]]
    asks: tuple[Ask, ...] = (Ask.PERIOD, Ask.MEMBER)
    says: str = ""
    days: Parameter[Limit] | None = None
    needs: tuple[Category, ...] = (Category.SUPERVISION,)


Report = Listed | Counted


def is_open(viewer: Viewer, report: Report) -> bool:
    """Say whether the viewer sees all that the report is made of."""
    return all(viewer.may_category(category) for category in report.needs)


def open_traits(viewer: Viewer) -> dict[str, str]:
    """Return by which special marks the viewer may narrow: those he sees."""
    return {name: words for name, words in TRAITS.items() if may_access(viewer, CompactCase, name)}


def narrowing(viewer: Viewer, asked: ReportAsked, to_case: str) -> Q:
    """Return the condition on a row's case that narrows to what was asked."""
    keys = asked.offices.keys
    sent = Q(**{f"{to_case}sending_office__in": keys})
    received = Q(**{f"{to_case}receiving_office__in": keys})
    if asked.member:
        sent &= Q(**{f"{to_case}receiving": asked.member})
        received &= Q(**{f"{to_case}sending": asked.member})
    either = {"sent": sent, "received": received}.get(asked.direction, sent | received)
    if asked.trait in open_traits(viewer):
        either &= Q(**{f"{to_case}{asked.trait}": True})
    return either


def midnight(day: date) -> datetime:
    """Return the moment at which a day begins."""
    return timezone.make_aware(datetime.combine(day, time()))
