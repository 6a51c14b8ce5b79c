"""A stored case as the rules read it: its scenario, and where its events lead."""

from collections.abc import Iterable
from datetime import date

from django.utils.dateparse import parse_date

from interstate.models import CompactCase, CompactEvent
from interstate.rules.case import Case, Datum, Event, Facts, Refusal, Scenario
from interstate.rules.corrections import as_corrected
from interstate.rules.machine import advance, opening, step
from interstate.rules.vocabulary import EventType, Side
from timecomp.engine.calendar import FEDERAL, eastern_day, eastern_moment


class HistoryError(RuntimeError):
    """A stored event is refused by the rules that once took it; a person has to look at it."""


def scenario_of(case: CompactCase, *, as_of: date) -> Scenario:
    """What is known of the case beside its events."""
    return Scenario(
        id=case.number,
        sending=case.sending_id,
        receiving=case.receiving_id,
        calendar=FEDERAL,
        facts=Facts(
            supervision_ends_on=case.supervision_ends_on,
            is_indefinite=case.is_indefinite,
            is_sex_offender=case.is_sex_offender,
            has_victims=case.has_victims,
            has_pending_charge=case.has_pending_charge,
        ),
        events=(),
        as_of=as_of,
    )


def event_of(row: CompactEvent) -> Event:
    """A stored event as the rules take it."""
    return Event(
        index=row.position,
        at=eastern_moment(row.happened_at),
        day=eastern_day(row.happened_at),
        type=EventType(row.type),
        by=Side(row.by),
        data={key: datum(key, value) for key, value in row.data.items()},
    )


def datum(key: str, value: object) -> Datum:
    """What the rules read of a value; a word under the name of a day is that day."""
    if isinstance(value, str) and key.endswith(("_on", "_date")):
        return parse_date(value)
    return value if isinstance(value, str | int | bool | date) else None


def standing_of(case: CompactCase, rows: Iterable[CompactEvent], *, as_of: date) -> Case:
    """Where the events lead on the day; raises ``HistoryError`` if one of them is refused."""
    scenario = scenario_of(case, as_of=as_of)
    return advance(after_events(scenario, rows), scenario, as_of)


def after_events(scenario: Scenario, rows: Iterable[CompactEvent]) -> Case:
    """Where the events lead before the calendar goes on from the last of them."""
    stands = opening(scenario)
    for event in as_corrected(map(event_of, rows)):
        after = step(stands, event, scenario)
        if isinstance(after, Refusal):
            raise HistoryError(
                f"The event [{event.index}] of [{scenario.id}] is refused now: {after.reason}"
            )
        stands = after
    return stands
