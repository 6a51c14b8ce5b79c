"""A closure notice is called to mind before it is owed, and no more where the end has moved."""

from datetime import date, datetime, time

import pytest

from interstate.models import CompactCase, ReminderRule
from interstate.rules.vocabulary import EventType, Side
from interstate.services.events import Report, take_event
from interstate.services.reminders import remind
from ots.access.viewer import system_viewer
from supervision.models import OutgoingMessage
from tests.factories.compact import compact_case, eastern
from timecomp.engine.calendar import EASTERN

E = EventType
# A Friday. Ten business days after it, Veterans Day apart, is November 17; thirty days before
# that is October 18.
ENDS_ON = date(2031, 10, 31)
THE_DAY = date(2031, 10, 18)


def morning(day):
    return datetime.combine(day, time(6, 20), EASTERN)


def happen(case, kind, by, day, **data):
    report = Report(type=kind, by=by, at=eastern(day), data=data)
    take_event(system_viewer("test"), case.pk, report)


@pytest.fixture
def away(sender, dana, oprah):
    """Dana is supervised in Ohio by Oprah, until the end of October."""
    case = compact_case(sender, dana, supervision_ends_on=ENDS_ON)
    happen(case, E.TRANSFER_REQUEST, Side.SENDING, "2026-05-04")
    happen(case, E.TRANSFER_REPLY, Side.RECEIVING, "2026-05-20", decision="accept")
    happen(case, E.NOTICE_OF_DEPARTURE, Side.SENDING, "2026-05-26")
    happen(case, E.NOTICE_OF_ARRIVAL, Side.RECEIVING, "2026-05-27")
    CompactCase.objects.filter(pk=case.pk).update(receiving_user=oprah)
    return case


def messages():
    return OutgoingMessage.objects.filter(kind="compact", about__startswith="compact end")


def test_who_supervises_is_told_once_thirty_days_before_the_notice_is_due(away, oprah, dana):
    assert [remind(now=morning(THE_DAY)) for _ in range(2)] == [1, 0]
    told = messages().get()
    assert (told.to, told.subject) == (
        oprah.email,
        f"{away.number}: supervision ends October 31, 2031",
    )
    assert "due November 17, 2031 (in 30 days)" in told.body
    assert dana.last_name not in told.subject + told.body


@pytest.mark.parametrize("day", [17, 22])
def test_not_the_day_before_and_not_long_after(away, day):
    assert remind(now=morning(date(2031, 10, day))) == 0


def test_a_run_that_was_missed_is_made_up_for(away):
    assert remind(now=morning(date(2031, 10, 21))) == 1


def test_an_end_that_moves_takes_the_message_back(away):
    remind(now=morning(THE_DAY))
    happen(away, E.PROGRESS_REPORT, Side.RECEIVING, "2031-10-18")
    assert messages().get().state == "planned"
    happen(away, E.TOLLING_SET, Side.SENDING, "2031-10-18")
    assert messages().get().state == "withdrawn"


def test_nothing_is_said_of_a_sentence_that_stands_still(away):
    happen(away, E.TOLLING_SET, Side.SENDING, "2031-10-10")
    assert remind(now=morning(THE_DAY)) == 0


def test_without_the_rule_s_row_nobody_is_told(away):
    ReminderRule.objects.filter(key="CCN_DUE", days=-30).update(until=date(2031, 10, 1))
    assert remind(now=morning(THE_DAY)) == 0
