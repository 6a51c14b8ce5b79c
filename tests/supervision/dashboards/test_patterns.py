"""Areas and offices that stand out: the figures, and what never raises an alarm."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.clusters import Area, chance_of, clusters
from supervision.rules.consistency import Answered, offices_in_cell

DAY = date(2026, 11, 20)


def area(name="48912", *, missed, expected, people=10, supervised=40):
    return Area(name, supervised, 100, missed, people, expected)


@pytest.mark.parametrize(
    ("missed", "expected", "chance"),
    [
        (1, 2.0, 1 - math.exp(-2)),
        (3, 2.0, 1 - math.exp(-2) * (1 + 2 + 2)),
        (0, 5.0, 1.0),
        (4, 0.0, 0.0),
    ],
)
def test_the_chance_of_so_many_is_poisson_s(missed, expected, chance):
    assert chance_of(missed, expected) == pytest.approx(chance)


def test_an_area_with_three_times_the_expected_stands_out():
    quiet = [area(str(n), missed=5, expected=5.0) for n in range(48901, 48911)]
    (found,) = clusters([*quiet, area("48933", missed=18, expected=6.0)], on=DAY)
    assert found.area.name == "48933"


@pytest.mark.parametrize(
    "small",
    [
        area(missed=18, expected=6.0, supervised=14),
        area(missed=18, expected=6.0, people=2),
        area(missed=4, expected=0.1),
    ],
)
def test_few_people_or_few_appointments_are_no_pattern(small):
    assert clusters([small], on=DAY) == ()


def test_one_odd_area_among_hundreds_is_chance():
    plain = [area(str(n), missed=5, expected=5.0) for n in range(400)]
    # Of one in two hundred; among four hundred areas such a one is to be expected.
    odd = area("odd", missed=12, expected=5.0)
    assert [each.area for each in clusters([odd], on=DAY)] == [odd]
    assert clusters([*plain, odd], on=DAY) == ()


@given(st.integers(0, 60), st.floats(0.1, 60))
def test_more_missed_is_never_more_likely(missed, expected):
    assert chance_of(missed + 1, expected) <= chance_of(missed, expected)


def answers(office, levels, presumed=2):
    return [Answered(office, presumed, level) for level in levels]


def test_an_office_half_a_level_harsher_is_flagged_once_it_has_twenty_answers():
    given_answers = answers("Lansing", [2] * 30) + answers("Flint", [3] * 20)
    by_name = {each.office: each for each in offices_in_cell(given_answers, on=DAY)}
    assert by_name["Flint"].is_flagged
    assert by_name["Flint"].mean_elsewhere == 2
    assert by_name["Flint"].above == 20
    few = answers("Lansing", [2] * 30) + answers("Flint", [3] * 19)
    assert not any(
        each.is_flagged for each in offices_in_cell(few, on=DAY) if each.office == "Flint"
    )


def test_the_outer_limits_widen_where_there_are_few_answers():
    given_answers = answers("Lansing", [1, 2, 3] * 20) + answers("Alma", [3])
    by_name = {each.office: each for each in offices_in_cell(given_answers, on=DAY)}
    assert not by_name["Alma"].lies_outside
    assert by_name["Alma"].limits_998[1] > by_name["Lansing"].limits_998[1]


def test_an_office_alone_has_nobody_to_be_compared_with():
    (line,) = offices_in_cell(answers("Lansing", [2] * 40), on=DAY)
    assert (line.mean_elsewhere, line.is_flagged) == (None, False)


@given(
    st.lists(st.tuples(st.sampled_from("ABC"), st.integers(0, 5), st.integers(0, 5)), max_size=40)
)
def test_every_answer_is_counted_once(rows):
    lines = offices_in_cell([Answered(*row) for row in rows], on=DAY)
    assert sum(line.number for line in lines) == len(rows)
    assert all(sum(n for _, n in line.by_level) == line.number for line in lines)
