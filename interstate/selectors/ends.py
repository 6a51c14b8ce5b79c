"""Ends of supervision that are near: what the calendar alone will ask of a case."""

import logging
from collections.abc import Iterator
from datetime import date
from typing import Final

from interstate.models import CompactCase
from interstate.rules.closure import SUPERVISED, end_that_waits
from interstate.selectors.replaying import HistoryError, after_events, scenario_of

A_PORTION: Final = 500
log = logging.getLogger(__name__)


def ends_between(first: date, last: date) -> Iterator[tuple[CompactCase, date]]:
    """Find the cases whose supervision comes to its end from one day to another.

    The days between the day of a case's next turn and its end are few: a right to comment may
    lapse before.
    """
    rows = CompactCase.objects.filter(
        turns_on__lte=last, state__in=[each.value for each in SUPERVISED], is_tolled=False
    )
    for case in rows.order_by("pk").prefetch_related("events").iterator(chunk_size=A_PORTION):
        ends_on = _end_of(case, last)
        if ends_on is not None and first <= ends_on <= last:
            yield case, ends_on


def _end_of(case: CompactCase, on: date) -> date | None:
    scenario = scenario_of(case, as_of=on)
    try:
        return end_that_waits(after_events(scenario, case.events.all()))
    except HistoryError:
        # One case for a person to look at holds up no other.
        log.exception("The compact case [%s] does not follow from its events.", case.pk)
        return None
