"""What is owed follows from the events alone, whenever each of them came to be known."""

from datetime import date

import pytest

from interstate.rules.vocabulary import EventType, Side
from interstate.services.events import Report, follow_the_calendar, take_event
from ots.access.viewer import viewer_for
from tests.factories.compact import compact_case, eastern

E = EventType
ENDS_ON = date(2026, 10, 30)


def happen(user, case, kind, by, day, **data):
    report = Report(type=kind, by=by, at=eastern(day), data=data)
    return take_event(viewer_for(user), case.pk, report).event


@pytest.fixture
def ended(sender, dana):
    """A case whose supervision ended by the calendar: the closure notice is owed."""
    case = compact_case(sender, dana, supervision_ends_on=ENDS_ON)
    happen(sender, case, E.TRANSFER_REQUEST, Side.SENDING, "2026-05-04")
    happen(sender, case, E.TRANSFER_REPLY, Side.RECEIVING, "2026-05-20", decision="accept")
    happen(sender, case, E.NOTICE_OF_DEPARTURE, Side.SENDING, "2026-05-26")
    happen(sender, case, E.NOTICE_OF_ARRIVAL, Side.RECEIVING, "2026-05-27")
    follow_the_calendar(case.pk, date(2026, 11, 2))
    assert closures(case) == [False]
    return case


def closures(case):
    rows = case.obligations.filter(key="CCN_DUE").order_by("pk")
    return list(rows.values_list("is_void", flat=True))


def test_what_a_late_known_event_forestalls_falls_away(sender, ended):
    happen(sender, ended, E.TOLLING_SET, Side.SENDING, "2026-10-20")
    assert closures(ended) == [True]


def test_what_fell_away_and_is_owed_again_is_one_thing_owed(sender, ended):
    happen(sender, ended, E.TOLLING_SET, Side.SENDING, "2026-11-03")
    assert closures(ended) == [True]
    happen(
        sender, ended, E.TOLLING_CLEARED, Side.SENDING, "2026-11-04", supervision_ends_on=ENDS_ON
    )
    assert closures(ended) == [False]
