"""Counters, the line above the log, overdue visits, the order of driving, words of reminders."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.choices.setting import Setting, method_and_place, setting_of
from supervision.rules.calendar_file import CalendarEntry, calendar_file
from supervision.rules.contacts import Tallied, banner, counters
from supervision.rules.reminders import Reminder, text_of, times_to_remind
from supervision.rules.visits import Point, Step, Stop, kilometres, review_is_due, route, steps_due

TODAY = date(2026, 11, 22)
NOON = datetime.fromisoformat("2026-11-22T12:00:00+00:00")


@pytest.mark.parametrize(("failed_on", "failures"), [("2025-11-22", 0), ("2025-11-23", 1)])
def test_a_failure_counts_for_twelve_months(failed_on, failures):
    row = Tallied(on=date.fromisoformat(failed_on), status="missed", effect="unacceptable")
    counted = counters([row], not_recorded=0, today=TODAY)
    assert (counted.unacceptable, counted.failures) == (1, failures)


def test_rescheduling_is_counted_by_who_asked():
    rows = [Tallied(TODAY, "moved_by_staff"), Tallied(TODAY, "moved_by_person")]
    counted = counters(rows, not_recorded=0, today=TODAY)
    assert (counted.moved_by_staff, counted.moved_by_person) == (1, 1)


@pytest.mark.parametrize(
    ("failures", "in_breach", "tone"),
    [(0, False, "good"), (1, False, "plain"), (2, False, "bad"), (0, True, "bad")],
)
def test_the_line_above_the_log_is_as_loud_as_the_failures(failures, in_breach, tone):
    assert banner(failures, in_breach=in_breach, today=TODAY).tone == tone


@pytest.mark.parametrize(
    ("minutes", "steps"),
    [
        (14, []),
        (15, [Step.SUPERVISOR]),
        (30, [Step.SUPERVISOR, Step.ESCALATION]),
        (60, [Step.SUPERVISOR, Step.ESCALATION, Step.POLICE]),
    ],
)
def test_an_overdue_visit_is_called_out_step_by_step(minutes, steps):
    assert steps_due(NOON, NOON + timedelta(minutes=minutes)) == steps


@pytest.mark.parametrize(("days", "due"), [(180, False), (181, True)])
def test_safety_is_reviewed_within_180_days(days, due):
    assert review_is_due(TODAY - timedelta(days=days), TODAY) is due


def test_stops_stand_by_postal_code_and_street_number_as_numbers():
    stops = [
        Stop(1, "48933", "Lansing", "100 Elm St"),
        Stop(2, "48910", "Lansing", "5 Oak St"),
        Stop(3, "48933", "Lansing", "9 Elm St"),
    ]
    assert [stop.key for stop in route(stops)] == [2, 3, 1]


def test_where_all_points_are_known_the_nearest_comes_next():
    stops = [
        Stop(1, "1", point=Point(42.70, -84.50)),
        Stop(2, "2", point=Point(42.90, -84.50)),
        Stop(3, "3", point=Point(42.71, -84.50)),
    ]
    assert [stop.key for stop in route(stops)] == [1, 3, 2]


POINTS = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
STOPS = st.lists(
    st.builds(Stop, st.integers(1, 99), st.text(max_size=9), point=st.none() | POINTS),
    max_size=8,
    unique_by=lambda stop: stop.key,
)


@given(STOPS)
def test_a_route_stops_everywhere_once(stops):
    assert sorted(stop.key for stop in route(stops)) == sorted(stop.key for stop in stops)


@given(POINTS, POINTS)
def test_the_way_there_is_as_long_as_the_way_back(one, other):
    assert kilometres(one, other) == pytest.approx(kilometres(other, one))


@given(st.sampled_from(Setting))
def test_a_setting_comes_back_from_its_codes(setting):
    assert setting_of(*method_and_place(setting)) == setting


def test_reminders_go_out_72_and_24_hours_before():
    event = NOON + timedelta(days=5)
    hours = [each for each, _ in times_to_remind(event, NOON)]
    assert hours == [72, 24]


def test_a_reminder_that_would_be_late_is_left_out():
    assert [each for each, _ in times_to_remind(NOON + timedelta(hours=30), NOON)] == [24]


@pytest.mark.parametrize("kind", ["appointment", "test", "court"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_reminder_never_says_what_for(kind, language):
    text = text_of(Reminder(kind, NOON, "Hart", "office"), language).casefold()
    words = ("parole", "probation", "drug", "offen", "libertad", "droga", "delito")
    assert not [word for word in words if word in text]


def test_a_reminder_in_spanish_is_in_spanish():
    text = text_of(Reminder("appointment", NOON, "Hart", "office"), "es")
    assert "en la oficina el domingo 22 de noviembre a las 12:00 de la tarde" in text


@given(st.text(max_size=200))
def test_no_line_of_a_calendar_file_is_longer_than_75_octets(text):
    entry = CalendarEntry("1@ots", NOON, 30, text, "Office")
    lines = calendar_file([entry], made_at=NOON).split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75


def test_a_calendar_file_says_the_time_in_utc():
    text = calendar_file([CalendarEntry("1@ots", NOON, 30, "A, B")], made_at=NOON)
    assert "DTSTART:20261122T120000Z\r\nDTEND:20261122T123000Z\r\nSUMMARY:A\\, B" in text
