"""Time limits of a proceeding: due, standing still, near, met or past."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.person_facts import Kind
from supervision.rules.proceeding import Move
from supervision.rules.proceeding_clocks import (
    ClockState,
    Course,
    Event,
    Mark,
    RunningClock,
    clocks_at,
)

MONDAY = datetime(2026, 6, 1, 9, tzinfo=UTC)
PRELIMINARY, FACT_FINDING = "preliminary_hearing", "fact_finding_hearing"


def days(count: float) -> datetime:
    return MONDAY + timedelta(days=count)


def clock(course: Course, key: str, now: datetime) -> RunningClock:
    return next(each for each in clocks_at(course, now) if each.rule.key == key)


def on_parole(*marks: Mark, events: tuple[Event, ...] = ()) -> Course:
    return Course(Kind.PAROLE, (Event(Move.ARREST, MONDAY), *events), marks)


def test_a_preliminary_hearing_is_due_ten_days_after_the_arrest() -> None:
    assert clock(on_parole(), PRELIMINARY, MONDAY).due_at == days(10)


def test_fact_finding_is_due_forty_five_days_after_the_arrest() -> None:
    assert clock(on_parole(), FACT_FINDING, MONDAY).due_at == days(45)


def test_a_limit_turns_amber_in_its_last_quarter() -> None:
    states = [clock(on_parole(), PRELIMINARY, days(each)).state for each in (7.4, 7.6, 10.1)]
    assert states == [ClockState.RUNNING, ClockState.NEAR, ClockState.PAST]


def test_the_last_moment_is_still_in_time() -> None:
    assert clock(on_parole(), PRELIMINARY, days(10)).state is ClockState.NEAR


def test_going_straight_to_fact_finding_meets_the_preliminary_limit() -> None:
    course = on_parole(events=(Event(Move.SET_HEARING, days(4)),))
    assert clock(course, PRELIMINARY, days(30)).state is ClockState.MET


def test_what_was_met_late_says_so() -> None:
    course = on_parole(events=(Event(Move.FIND_CAUSE, days(11)),))
    assert clock(course, PRELIMINARY, days(12)).state is ClockState.MET_LATE


def test_custody_of_another_jurisdiction_stops_the_clock() -> None:
    still = Mark(PRELIMINARY, "stood_still", days(2), "Held by another jurisdiction")
    assert clock(on_parole(still), PRELIMINARY, days(40)).state is ClockState.STANDS_STILL


def test_days_that_stood_still_are_added() -> None:
    still = Mark(PRELIMINARY, "stood_still", days(2), "The person asked for it in writing")
    course = on_parole(still, Mark(PRELIMINARY, "ran_on", days(7)))
    assert clock(course, PRELIMINARY, days(8)).due_at == days(15)


def test_a_standstill_of_one_limit_leaves_the_other_running() -> None:
    course = on_parole(Mark(PRELIMINARY, "stood_still", days(2), "Competency is being decided"))
    assert clock(course, FACT_FINDING, days(40)).due_at == days(45)


def test_a_person_in_jail_is_heard_within_fourteen_days_of_arraignment() -> None:
    course = Course(Kind.PROBATION, (Event(Move.ARREST, MONDAY), Event(Move.ARRAIGN, days(1))))
    assert clock(course, "hearing_in_custody", days(1)).due_at == days(15)


def test_swift_and_sure_is_heard_within_seventy_two_hours() -> None:
    course = Course(Kind.PROBATION, (Event(Move.SUBMIT, MONDAY),), is_swift_and_sure=True)
    assert clock(course, "swift_and_sure", MONDAY).due_at == days(3)


def test_other_cases_have_no_swift_and_sure_limit() -> None:
    course = Course(Kind.PROBATION, (Event(Move.SUBMIT, MONDAY),))
    assert "swift_and_sure" not in {each.rule.key for each in clocks_at(course, MONDAY)}


def test_the_supervisor_has_one_business_day_over_a_weekend() -> None:
    friday = days(4)
    course = Course(Kind.PAROLE, (Event(Move.SUBMIT, friday),))
    assert clock(course, "supervisor_review", friday).due_at == friday + timedelta(days=3)


def test_a_limit_that_no_step_starts_is_started_by_hand() -> None:
    course = Course(Kind.PAROLE, (), (Mark("notice_of_order", "started", MONDAY),))
    assert clock(course, "notice_of_order", MONDAY).due_at == days(10)


def test_a_limit_that_ran_out_does_not_come_back_by_standing_still() -> None:
    late = Mark(PRELIMINARY, "stood_still", days(12), "Competency is being decided")
    assert clock(on_parole(late), PRELIMINARY, days(15)).state is ClockState.PAST
    ended = on_parole(late, Mark(PRELIMINARY, "ran_on", days(14)))
    assert clock(ended, PRELIMINARY, days(15)).due_at == days(10)


def test_what_stood_still_after_the_hearing_does_not_make_it_timely() -> None:
    course = on_parole(
        Mark(PRELIMINARY, "stood_still", days(11.5), "Held by another jurisdiction"),
        Mark(PRELIMINARY, "ran_on", days(20)),
        events=(Event(Move.FIND_CAUSE, days(11)),),
    )
    assert clock(course, PRELIMINARY, days(21)).state is ClockState.MET_LATE


def test_a_limit_started_again_by_hand_is_not_met_by_what_met_the_first() -> None:
    marks = [
        Mark("notice_of_order", move, days(at))
        for move, at in (("started", 0), ("met", 4), ("started", 30))
    ]
    course = Course(Kind.PAROLE, (), tuple(marks))
    assert clock(course, "notice_of_order", days(31)).state is ClockState.RUNNING


# Short enough between that the limit does not run out.
spans = st.lists(st.tuples(st.integers(1, 11), st.integers(1, 20)), min_size=1, max_size=4)


@given(spans)
def test_a_limit_is_put_off_by_exactly_the_time_that_stood_still(
    pairs: list[tuple[int, int]],
) -> None:
    marks, now, lost = [], 0, 0
    for wait, length in pairs:
        marks.append(Mark(FACT_FINDING, "stood_still", days(now + wait), "Competency"))
        marks.append(Mark(FACT_FINDING, "ran_on", days(now + wait + length)))
        now, lost = now + wait + length, lost + length
    assert clock(on_parole(*marks), FACT_FINDING, days(now)).due_at == days(45 + lost)
