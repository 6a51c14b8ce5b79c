"""What the record makes of a minute before midnight and a minute after, as the clocks change."""

from datetime import date, datetime

import pytest

from interstate.rules.vocabulary import EventType, Side
from interstate.services.events import Report, take_event
from interstate.services.reminders import remind
from ots.access.viewer import viewer_for
from tests.interstate.reminders.test_reminding import owe

# A minute before midnight in New York and midnight, twice, in universal time.
SPRING = ("2026-03-08T04:59", "2026-03-08T05:00", "2026-03-09T03:59", "2026-03-09T04:00")
AUTUMN = ("2026-11-01T03:59", "2026-11-01T04:00", "2026-11-02T04:59", "2026-11-02T05:00")


@pytest.mark.parametrize(
    ("due", "moments"), [(date(2026, 3, 8), SPRING), (date(2026, 11, 1), AUTUMN)]
)
def test_the_days_of_reminding_turn_at_midnight_in_new_york(case, sender, due, moments):
    case.sending_user = sender
    case.save()
    owe(case, due_on=due)
    made = [bool(remind(now=datetime.fromisoformat(f"{each}+00:00"))) for each in moments]
    # The eve, the day once, and the day after: each has a reminder of its own.
    assert made == [True, True, False, True]


def test_what_two_states_did_in_the_hour_that_comes_twice_keeps_its_order(case, sender):
    viewer = viewer_for(sender)
    for at, kind in (
        ("2026-11-01T01:50-04:00", EventType.TRANSFER_REQUEST),
        ("2026-11-01T01:10-05:00", EventType.WITHDRAW_ACTIVITY),
    ):
        moment = datetime.fromisoformat(at)
        take_event(viewer, case.pk, Report(type=kind, by=Side.SENDING, at=moment))
    case.refresh_from_db()
    assert (case.state, case.obligations.get().started_on) == ("DRAFT", date(2026, 11, 1))


def test_an_evening_in_hawaii_owes_from_the_next_day(case, sender):
    evening = datetime.fromisoformat("2026-11-01T19:00-10:00")
    report = Report(type=EventType.TRANSFER_REQUEST, by=Side.SENDING, at=evening)
    take_event(viewer_for(sender), case.pk, report)
    owed = case.obligations.get()
    assert (owed.started_on, owed.due_on) == (date(2026, 11, 2), date(2026, 12, 17))
