"""Twins: a person's cases between the same two states, of which one was folded into another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from interstate.models import Activity, CompactCase, CompactEvent
from interstate.rules.folding import FOLDED
from interstate.rules.vocabulary import OVER, EventType
from offenders.selectors.reading import Reading
from ots.access.fields import Masked
from ots.access.scopes import in_scope


@dataclass(frozen=True, slots=True)
class Folding:
    """That one case was folded into another, told in either of the two."""

    number: str
    # Nothing where the other case is not the viewer's to open.
    case_id: int | None
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Twins:
    """What stands beside a case between the same two states."""

    into: Folding | None = None
    folded: tuple[Folding, ...] = ()
    # What was sent in the cases that were folded into this one: it stayed where it was.
    activities: tuple[object, ...] = ()
    going_on: tuple[Masked, ...] = ()

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The cases that may take it in, by number, as choices of a form."""
        return [(str(each.pk), f"Case {each.number}") for each in self.going_on]


def twins_of(reading: Reading, case: CompactCase) -> Twins:
    """Return what was folded into the case, into what it was, and what else goes on; constant."""
    beside = {row.pk: row for row in _beside(case)}
    if not beside:
        return Twins()
    told = _last_foldings((case, *beside.values()))
    open_to = set(
        in_scope(reading.viewer, _beside(case), person="person").values_list("pk", flat=True)
    )
    folded = {
        key: event
        for key, event in told.items()
        if key != case.pk and event.data.get("into") == case.quoted_number
    }
    own = told.get(case.pk)
    return Twins(
        into=_into(own, beside.values(), open_to) if own else None,
        folded=tuple(_folding(event, beside[key], open_to) for key, event in folded.items()),
        activities=tuple(reading.masked(row) for row in _sent(folded.keys() & open_to)),
        going_on=tuple(
            reading.masked(row)
            for row in beside.values()
            if row.pk in open_to and row.state not in OVER
        ),
    )


def may_take_in(case: CompactCase) -> QuerySet[CompactCase]:
    """Return the person's other cases between the same two states that go on."""
    return _beside(case).exclude(state__in=OVER)


def _beside(case: CompactCase) -> QuerySet[CompactCase]:
    rows = CompactCase.objects.filter(
        person=case.person_id, sending=case.sending_id, receiving=case.receiving_id
    )
    return rows.exclude(pk=case.pk).select_related("sending", "receiving")


def _last_foldings(cases: Iterable[CompactCase]) -> dict[int, CompactEvent]:
    """The last folding of each of the cases that are folded."""
    rows = CompactEvent.objects.filter(
        case__in=[each.pk for each in cases if each.closed_for == FOLDED],
        type=EventType.CASE_FOLDED.value,
    )
    return {row.case_id: row for row in rows.order_by("position")}


def _into(event: CompactEvent, beside: Iterable[CompactCase], open_to: set[int]) -> Folding:
    into = str(event.data.get("into", ""))
    other = next((each for each in beside if each.quoted_number == into), None)
    if other is None:
        return Folding(into, None, event.happened_at, str(event.data.get("reason", "")))
    return _folding(event, other, open_to)


def _folding(event: CompactEvent, other: CompactCase, open_to: set[int]) -> Folding:
    return Folding(
        number=other.number,
        case_id=other.pk if other.pk in open_to else None,
        at=event.happened_at,
        reason=str(event.data.get("reason", "")),
    )


def _sent(cases: Iterable[int]) -> QuerySet[Activity]:
    rows = Activity.objects.filter(case__in=list(cases), sent_at__isnull=False)
    return rows.select_related("case")
