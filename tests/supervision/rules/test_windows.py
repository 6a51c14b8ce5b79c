"""Which windows open and close: whatever the days, no state contradicts another."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from supervision.rules.life import Closing, Days, Life, Row, Turn
from supervision.rules.obligations import Matter, ObligationState, grace_until, state_on
from supervision.rules.windows import period_of, standards_for, turn_of
from tests.supervision.rules.standards import ALL, CALENDAR, FIRST, MONTHLY, MOVED, WEEKLY

TODAY = date(2026, 11, 20)
State = ObligationState

near = st.dates(date(2026, 7, 1), date(2027, 2, 1))


@st.composite
def spans(draw: st.DrawFn, what: str) -> Days:
    began = draw(near)
    length = draw(st.none() | st.integers(0, 120))
    return Days(what, began, None if length is None else began + timedelta(days=length))


@st.composite
def rows(draw: st.DrawFn, number: int) -> Row:
    opens = draw(near)
    due = opens + timedelta(days=draw(st.integers(0, 90)))
    standard = draw(st.sampled_from([*ALL, None]))
    kind = standard.kind if standard else draw(st.sampled_from(["test", "payment"]))
    made = Row(number, kind, standard and standard.id, 1, opens, due, grace_until(kind, due))
    fate = draw(st.sampled_from(["live", "live", "done", "excused", "missed"]))
    if fate == "done":
        done = opens + timedelta(days=draw(st.integers(0, 120)))
        return replace(made, done_on=done, closed_on=done)
    if fate == "excused":
        excuse = draw(st.sampled_from(["custody", "warrant", "pause", "decision", "level"]))
        return replace(made, excuse=excuse, closed_on=draw(near))
    return replace(made, closed_on=made.grace_until + timedelta(1)) if fate == "missed" else made


@st.composite
def lives(draw: st.DrawFn) -> Life:
    return Life(
        supervised=tuple(draw(st.lists(spans("parole"), max_size=2))),
        levels=tuple(draw(st.lists(spans("medium") | spans("high"), max_size=2))),
        held=tuple(
            draw(st.lists(spans("custody") | spans("warrant") | spans("pause"), max_size=3))
        ),
        addresses=tuple(draw(st.lists(near, max_size=2))),
        rows=tuple(draw(rows(number)) for number in range(draw(st.integers(0, 4)))),
    )


def after(row: Row, turn: Turn) -> Row:
    found = [each for each in turn.closings if each.row == row.id]
    return replace(row, closed_on=found[0].closed_on, excuse=found[0].excuse) if found else row


def state(row: Row, today: date) -> State:
    matter = Matter(
        due_on=row.due_on,
        grace_until=row.grace_until,
        window_opens_on=row.opens_on,
        done_on=row.done_on,
        is_excused=bool(row.excuse),
        closed_on=row.closed_on,
    )
    return state_on(matter, today)


@given(lives(), near)
def test_nothing_falls_due_before_its_window_opens(life, today):
    assert all(
        each.opens_on <= each.due_on <= each.grace_until
        for each in turn_of(life, ALL, today).openings
    )


# The first term is over, and the next began the day after.
@example(
    life=Life(
        supervised=(
            Days("parole", TODAY - timedelta(1), TODAY - timedelta(1)),
            Days("parole", TODAY, None),
        )
    ),
    today=TODAY,
)
@given(lives(), near)
def test_nothing_opens_before_supervision_began(life, today):
    began = [each.began_on for each in life.supervised if each.covers(today)]
    opened = turn_of(life, ALL, today).openings
    assert not opened or min(each.opens_on for each in opened) >= min(began)


@given(lives(), near)
def test_nothing_opens_while_a_person_is_held(life, today):
    held = Life(life.supervised, life.levels, (Days("custody", today),), (), frozenset(), life.rows)
    assert turn_of(held, ALL, today).openings == ()


@given(lives(), near)
def test_a_row_is_closed_once(life, today):
    numbers = [each.row for each in turn_of(life, ALL, today).closings]
    assert len(numbers) == len(set(numbers))


@given(lives(), near)
def test_what_was_done_is_left_as_it_is(life, today):
    done = {row.id for row in life.rows if row.done_on is not None}
    assert not done & {each.row for each in turn_of(life, ALL, today).closings}


@given(lives(), near, spans("custody"))
def test_custody_makes_nothing_overdue(life, today, custody):
    held = replace(life, held=(*life.held, custody))
    before, behind = turn_of(life, ALL, today), turn_of(held, ALL, today)
    bad = {State.OVERDUE}
    made_worse = [
        row
        for row in life.rows
        if state(after(row, behind), today) in bad and state(after(row, before), today) not in bad
    ]
    assert made_worse == []


@given(rows(1), near)
def test_what_is_excused_is_never_overdue(row, today):
    excused = replace(row, done_on=None, excuse="decision", closed_on=row.opens_on)
    assert state(excused, today) is State.EXCUSED


@given(rows(1), near, st.integers(1, 200))
def test_what_is_overdue_stays_so_until_it_is_done_or_excused(row, today, later):
    undone = replace(row, done_on=None, excuse="", closed_on=None)
    if state(undone, today) is State.OVERDUE:
        assert state(undone, today + timedelta(days=later)) is State.OVERDUE


# Held until the day before it opens: set free and closed again, it stands as it stood.
HELD_THE_DAY_BEFORE = Life(
    held=(Days("custody", date(2026, 7, 1), date(2026, 7, 2)),),
    rows=(Row(0, "contact", 1, 1, date(2026, 7, 2), date(2026, 7, 2), date(2026, 7, 5)),),
)

# The same while another of the matter is due later: it is not set aside before he is free.
WITH_ONE_DUE_LATER = replace(
    HELD_THE_DAY_BEFORE,
    rows=(
        *HELD_THE_DAY_BEFORE.rows,
        Row(1, "contact", 1, 1, date(2026, 7, 1), date(2026, 7, 3), date(2026, 7, 6)),
    ),
)


@example(WITH_ONE_DUE_LATER, date(2026, 7, 1))
@example(HELD_THE_DAY_BEFORE, date(2026, 7, 1))
@given(lives(), near)
def test_a_second_look_on_the_same_day_closes_nothing_more(life, today):
    turn = turn_of(life, ALL, today)
    settled = replace(life, rows=tuple(after(row, turn) for row in life.rows))
    assert [each for each in turn_of(settled, ALL, today).closings if each.closed_on] == []


def life_at(level: str = "medium", *, since: date = date(2026, 11, 1), **more: object) -> Life:
    given = {
        "supervised": (Days("parole", date(2026, 6, 1)),),
        "levels": (Days(level, since),),
        **more,
    }
    return Life(**given)


def a_row(opens_on: date, due_on: date, **more: object) -> Row:
    return Row(
        7, "contact", MONTHLY.id, 1, opens_on, due_on, grace_until("contact", due_on), **more
    )


def test_a_window_is_reckoned_from_the_last_contact():
    done = a_row(
        date(2026, 11, 1),
        date(2026, 12, 1),
        done_on=date(2026, 11, 10),
        closed_on=date(2026, 11, 10),
    )
    turn = turn_of(life_at(rows=(done,)), [MONTHLY], TODAY)
    assert [(each.opens_on, each.due_on) for each in turn.openings] == [
        (date(2026, 11, 11), date(2026, 12, 10))
    ]


def test_after_release_the_window_is_reckoned_from_the_day_of_release():
    held = (Days("custody", date(2026, 11, 3), date(2026, 11, 15)),)
    turn = turn_of(life_at(held=held), [MONTHLY], TODAY)
    assert turn.openings[0].due_on == date(2026, 12, 15)


def test_of_two_standards_on_one_matter_the_strictest_counts():
    weekly = replace(MONTHLY, id=9, case_type="parole", count=4)
    assert standards_for(life_at(), [MONTHLY, weekly], TODAY) == [weekly]


def test_a_window_cut_short_by_a_new_level_is_dropped():
    row = a_row(date(2026, 10, 28), date(2026, 11, 27))
    turn = turn_of(life_at("high", rows=(row,)), [MONTHLY, WEEKLY], TODAY)
    assert turn.closings == (Closing(7, TODAY, "level"),)


def test_a_window_mostly_within_the_old_level_stays_due():
    row = a_row(date(2026, 10, 5), date(2026, 11, 25))
    turn = turn_of(life_at("high", since=date(2026, 11, 5), rows=(row,)), [MONTHLY, WEEKLY], TODAY)
    assert turn.closings == ()


def test_a_calendar_period_missed_is_closed_as_overdue():
    row = Row(
        7, "contact", CALENDAR.id, 1, date(2026, 10, 1), date(2026, 10, 31), date(2026, 11, 3)
    )
    turn = turn_of(life_at(rows=(row,)), [CALENDAR], TODAY)
    assert state(after(row, turn), TODAY) is State.OVERDUE


def test_two_a_month_are_two_things_due_on_the_last_day():
    turn = turn_of(life_at(), [CALENDAR], TODAY)
    assert [(each.slot, each.due_on) for each in turn.openings] == [
        (1, date(2026, 11, 30)),
        (2, date(2026, 11, 30)),
    ]


def test_a_calendar_period_is_left_out_when_most_of_it_was_before_the_level():
    assert turn_of(life_at(since=date(2026, 11, 18)), [CALENDAR], TODAY).openings == ()


def test_the_first_contact_skips_the_holiday():
    life = Life(supervised=(Days("parole", date(2026, 11, 25)),))
    turn = turn_of(life, [FIRST], date(2026, 11, 25))
    assert turn.openings[0].due_on == date(2026, 12, 1)


def test_what_began_long_before_the_record_was_kept_sets_nothing_off():
    assert turn_of(life_at(), [FIRST], TODAY).openings == ()


def test_a_home_visit_falls_due_after_a_change_of_address():
    turn = turn_of(life_at(addresses=(date(2026, 11, 12),)), [MOVED], TODAY)
    assert turn.openings[0].due_on == date(2026, 12, 12)


def test_custody_that_was_recorded_in_error_sets_what_was_due_free():
    row = a_row(date(2026, 11, 1), date(2026, 12, 1), excuse="custody", closed_on=date(2026, 11, 5))
    assert turn_of(life_at(rows=(row,)), [MONTHLY], TODAY).closings == (Closing(7, None),)


def test_what_was_due_before_custody_closes_as_it_stood_then():
    row = a_row(date(2026, 10, 15), date(2026, 11, 14))
    held = (Days("custody", date(2026, 11, 16)),)
    turn = turn_of(life_at(held=held, rows=(row,)), [MONTHLY], TODAY)
    assert state(after(row, turn), TODAY) is State.TARDY


def test_when_supervision_ends_what_was_still_to_come_is_excused():
    life = Life(
        supervised=(Days("parole", date(2026, 6, 1), date(2026, 11, 18)),),
        rows=(a_row(date(2026, 11, 1), date(2026, 12, 1)),),
    )
    assert turn_of(life, [MONTHLY], TODAY).closings == (Closing(7, date(2026, 11, 18), "ended"),)


@pytest.mark.parametrize(
    ("per", "first", "last"),
    [
        (1, date(2026, 11, 1), date(2026, 11, 30)),
        (2, date(2026, 11, 1), date(2026, 12, 31)),
        (3, date(2026, 10, 1), date(2026, 12, 31)),
        (12, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_calendar_periods_begin_with_the_year(per, first, last):
    assert period_of(replace(CALENDAR, per=per), TODAY) == (first, last)
