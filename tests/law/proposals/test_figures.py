"""Figures over outcomes that can be counted by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timecomp.law.proposals.figures import (
    bed_days_by_year,
    figures,
    releases_by_month,
    shift_histogram,
)
from timecomp.law.proposals.outcomes import Outcome

TODAY = date(2026, 11, 21)
days = st.one_of(st.none(), st.dates(min_value=date(2020, 1, 1), max_value=date(2050, 1, 1)))


def person(
    before: date | None, after: date | None, *, held: bool = True, group: str = "person"
) -> Outcome:
    return Outcome(1, before, after, before, after, before != after, held, 0, group, 2020)


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


FOUR = [
    person(in_days(10), in_days(375)),
    person(in_days(400), in_days(300), group="drug"),
    person(None, in_days(20)),
    person(in_days(50), in_days(50)),
]


def test_each_person_is_counted_where_they_belong() -> None:
    found = figures(FOUR, as_of=TODAY)
    assert (found.changed, found.earlier, found.later, found.opened, found.closed) == (
        3,
        2,
        1,
        1,
        0,
    )


def test_bed_days_are_the_sum_of_the_shifts() -> None:
    assert figures(FOUR, as_of=TODAY).bed_days == 365 - 100


def test_the_median_is_of_those_who_move_by_days() -> None:
    assert figures(FOUR, as_of=TODAY).median_shift_days == round((365 - 100) / 2)


def test_released_within_is_the_difference_of_the_counts() -> None:
    assert figures(FOUR, as_of=TODAY).released_within == {30: 0, 365: 1, 1825: 1}


def test_a_grant_of_a_quarter_counts_a_quarter_of_the_days() -> None:
    assert figures(FOUR, as_of=TODAY, granted_percent=20).bed_days == 53


def test_each_offence_group_has_its_own_people_and_days() -> None:
    found = figures(FOUR, as_of=TODAY).by_offence_group
    assert (found["drug"].people, found["drug"].bed_days) == (1, -100)


def test_nobody_changed_gives_noughts() -> None:
    found = figures([], as_of=TODAY)
    assert (found.changed, found.bed_days, found.median_shift_days) == (0, 0, 0)


@pytest.mark.parametrize(
    ("shift", "heading"),
    [
        (-4000, "3,650 days or more earlier"),
        (-3650, "3,650 days or more earlier"),
        (-3649, "1,825 to 3,649 days earlier"),
        (-1, "1 to 29 days earlier"),
        (1, "1 to 30 days later"),
        (30, "1 to 30 days later"),
        (31, "31 to 90 days later"),
        (3651, "more than 3,650 days later"),
    ],
)
def test_a_shift_falls_into_its_group(shift: int, heading: str) -> None:
    assert shift_histogram([shift])[heading] == 1


def test_releases_stand_in_their_months_under_both_laws() -> None:
    found = releases_by_month([person(date(2026, 12, 1), date(2027, 2, 28))], as_of=TODAY)
    assert (found["2026-12"], found["2027-02"]) == ((1, 0), (0, 1))


def test_who_is_not_in_prison_is_no_release_to_come() -> None:
    out = person(date(2026, 12, 1), date(2027, 2, 28), held=False)
    assert releases_by_month([out], as_of=TODAY)["2026-12"] == (0, 0)


def test_a_release_put_off_over_a_new_year_fills_both_years() -> None:
    put_off = person(date(2027, 11, 11), date(2027, 12, 1))
    found = bed_days_by_year([put_off], as_of=TODAY)
    assert (found[1], found[2]) == (10, 10)


def test_life_that_opens_frees_the_days_after_it() -> None:
    found = bed_days_by_year([person(None, in_days(365))], as_of=TODAY)
    assert (found[1], found[2]) == (0, -366)


def test_who_is_not_in_prison_has_no_bed_days() -> None:
    out = person(None, in_days(365), held=False)
    assert set(bed_days_by_year([out], as_of=TODAY).values()) == {0}


@pytest.mark.parametrize(("shift", "counted"), [(-10, (1, 0)), (10, (0, 1))])
def test_without_a_release_the_end_of_everything_tells_sooner_or_later(
    shift: int, counted: tuple[int, int]
) -> None:
    free = Outcome(1, None, None, in_days(100), in_days(100 + shift), True, False, 0, "p", 2020)
    found = figures([free], as_of=TODAY)
    assert (found.earlier, found.later) == counted


def test_who_has_neither_release_nor_end_moves_by_nothing() -> None:
    never = Outcome(1, None, None, None, None, False, True, 0, "person", 2020)
    assert (never.shift_days, never.end_shift_days) == (None, 0)


@given(st.lists(st.tuples(days, days), max_size=20))
def test_earlier_and_later_are_all_whose_release_moves(
    pairs: list[tuple[date | None, date | None]],
) -> None:
    found = figures([person(before, after) for before, after in pairs], as_of=TODAY)
    assert found.earlier + found.later == sum(before != after for before, after in pairs)


@given(st.lists(st.tuples(days, days), max_size=20))
def test_the_change_turned_round_gives_the_opposite_days(
    pairs: list[tuple[date | None, date | None]],
) -> None:
    there = figures([person(before, after) for before, after in pairs], as_of=TODAY)
    back = figures([person(after, before) for before, after in pairs], as_of=TODAY)
    assert there.bed_days == -back.bed_days
