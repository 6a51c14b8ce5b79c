"""A departure or arrival told wrong is put right beside the notice; clocks are counted anew."""

from datetime import date

from interstate.rules.vocabulary import Key
from tests.interstate.rules.story import R, S, due, owed, refusals, story

ACCEPTED = (
    ("2026-05-04", S, "transfer_request"),
    ("2026-06-10", R, "transfer_reply", {"decision": "accept"}),
    ("2026-06-22", S, "notice_of_departure"),
)


def corrected(day, *, index=2, by=S, on="2026-06-26"):
    return (on, by, "notice_corrected", {"index": index, "corrected_on": date.fromisoformat(day)})


def test_the_time_to_report_begins_with_a_departure_that_came_later():
    # Monday 22 June and five business days, none of them a holiday: Monday 29 June.
    assert due(story(*ACCEPTED), Key.NO_SHOW_WITHDRAW) == "2026-06-29"
    # Left Thursday 25 June: the fifth business day is Thursday 2 July.
    assert due(story(*ACCEPTED, corrected("2026-06-25")), Key.NO_SHOW_WITHDRAW) == "2026-07-02"


def test_an_earlier_departure_shortens_nothing():
    told = story(*ACCEPTED, corrected("2026-06-19"))
    assert due(told, Key.NO_SHOW_WITHDRAW) == "2026-06-29"
    assert told.case.departed_on == date(2026, 6, 19)


def test_the_last_correction_stands():
    told = story(*ACCEPTED, corrected("2026-06-19"), corrected("2026-06-24", on="2026-06-27"))
    assert told.case.departed_on == date(2026, 6, 24)


def test_a_corrected_arrival_is_the_day_of_arrival():
    told = story(
        *ACCEPTED,
        ("2026-06-25", R, "notice_of_arrival"),
        corrected("2026-06-24", index=3, by=R),
    )
    assert told.case.arrived_on == date(2026, 6, 24)
    assert owed(told, Key.NO_SHOW_WITHDRAW).satisfied_on == date(2026, 6, 25)


def test_only_the_state_that_sent_a_notice_corrects_it():
    told = story(*ACCEPTED, corrected("2026-06-25", by=R))
    assert refusals(told) == [(3, "4.105")]
    assert due(told, Key.NO_SHOW_WITHDRAW) == "2026-06-29"


def test_a_correction_names_a_notice_of_departure_or_arrival():
    assert refusals(story(*ACCEPTED, corrected("2026-06-25", index=1))) == [(3, "4.105")]


def test_a_day_to_come_is_no_correction():
    assert refusals(story(*ACCEPTED, corrected("2026-06-30"))) == [(3, "4.105")]


def test_an_arrival_before_the_departure_is_told_to_a_person():
    told = story(
        *ACCEPTED,
        ("2026-06-25", R, "notice_of_arrival"),
        corrected("2026-06-20", index=3, by=R),
    )
    assert [each.rule for each in told.case.warnings] == ["4.105"]


def test_a_withdrawal_that_a_correction_leaves_without_ground_is_refused():
    told = story(
        *ACCEPTED,
        ("2026-06-30", R, "withdraw_acceptance"),
        corrected("2026-06-29", on="2026-07-01"),
    )
    assert refusals(told) == [(3, "3.104-1(e)")]
