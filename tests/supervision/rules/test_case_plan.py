"""How a plan moves on: nothing but signatures leaves a draft, nothing leaves a closed plan."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.choices.plan import PlanStatus
from supervision.rules.case_plan import (
    Step,
    content_digest,
    months_later,
    status_after,
    target_hours,
)
from supervision.rules.needs import needs_found

STEPS = st.lists(st.sampled_from(Step), max_size=12)


def after(steps: list[Step]) -> str:
    status = PlanStatus.DRAFT.value
    for step in steps:
        status = status_after(status, step)
    return status


@given(STEPS)
def test_a_plan_that_was_never_signed_is_draft_or_closed(steps: list[Step]) -> None:
    unsigned = [step for step in steps if step is not Step.SIGNED]
    assert after(unsigned) in {PlanStatus.DRAFT, PlanStatus.CLOSED}


@given(STEPS, STEPS)
def test_nothing_leads_out_of_a_closed_plan(before: list[Step], later: list[Step]) -> None:
    assert after([*before, Step.CLOSE, *later]) == PlanStatus.CLOSED


@given(STEPS)
def test_every_status_is_one_of_the_list(steps: list[Step]) -> None:
    assert after(steps) in PlanStatus.values


def test_a_plan_goes_its_way() -> None:
    way = [Step.SIGNED, Step.PROGRESS, Step.REVIEW, Step.PROGRESS, Step.CLOSE]
    assert [after(way[: n + 1]) for n in range(len(way))] == [
        "agreed",
        "active",
        "reviewed",
        "active",
        "closed",
    ]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 5, 4), 6, date(2026, 11, 4)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
    ],
)
def test_six_months_later_is_the_same_day_or_the_last(
    day: date, months: int, expected: date
) -> None:
    assert months_later(day, months) == expected


@pytest.mark.parametrize(("level", "hours"), [("high", 300), ("medium", 100), ("minimum", None)])
def test_hours_follow_the_level(level: str, hours: int | None) -> None:
    assert target_hours(level, date(2026, 1, 1)) == hours


@given(st.lists(st.lists(st.text(max_size=5), max_size=3), max_size=4))
def test_the_same_words_have_the_same_digest(rows: list[list[str]]) -> None:
    assert content_digest(rows) == content_digest([list(row) for row in rows])
    assert content_digest([*rows, ["new"]]) != content_digest(rows)


def test_needs_come_with_the_greatest_share_first() -> None:
    found = needs_found(
        "oras_cst",
        {"peers": 2, "substance_use": 6, "neighborhood": 0},
        {},
        {"peers": 8, "substance_use": 6, "neighborhood": 3},
    )
    assert [(each.need, each.percent) for each in found] == [("substance", 100), ("associates", 25)]


def test_a_cut_off_says_how_severe_a_need_is() -> None:
    [found] = needs_found("need_screen", {"alcohol": 7}, {"alcohol": 2}, {"alcohol": 8})
    assert found.severity == "severe"
