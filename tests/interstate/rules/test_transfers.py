"""Instructions, requests, replies, departures and arrivals: states and days worked by hand."""

from datetime import date

import pytest

from interstate.rules.case import Facts
from interstate.rules.vocabulary import Key, Side, State
from tests.interstate.rules.story import R, S, T, arrived, due, owed, refusals, story


def test_a_transfer_is_asked_for_accepted_and_arrived_in() -> None:
    answer = story(*arrived())
    assert answer.case.state is State.ACTIVE
    assert answer.case.supervising is Side.RECEIVING
    assert due(answer, Key.TREP_DUE) == "2026-06-18"
    assert due(answer, Key.ACCEPTANCE_VALID) == "2026-10-08"
    assert due(answer, Key.NO_SHOW_WITHDRAW) == "2026-06-29"
    assert not answer.refused
    assert all(not each.is_open for each in answer.case.obligations)


def test_the_reply_is_late_from_the_46th_day() -> None:
    asked = ("2026-05-04", S, "transfer_request")
    on_time = story(asked, as_of="2026-06-18")
    late = story(asked, as_of="2026-06-19")
    assert not owed(on_time, Key.TREP_DUE).is_late(on_time.as_of)
    assert owed(late, Key.TREP_DUE).is_late(late.as_of)


@pytest.mark.parametrize(
    ("day", "due_on"), [("2026-03-31", "2026-04-09"), ("2026-04-01", "2026-04-15")]
)
def test_instructions_for_one_who_lives_there_have_the_limit_of_the_day_of_sentence(
    day: str, due_on: str
) -> None:
    # 7 business days from 31 March, 10 from 1 April 2026; no holiday lies between.
    assert due(story((day, S, "sentenced")), Key.RFRI_LIVING_DUE) == due_on


def test_a_release_within_90_days_of_the_sentence_starts_the_clock_anew() -> None:
    answer = story(("2026-05-04", S, "sentenced"), ("2026-08-02", S, "released_to_supervision"))
    first, second = [each for each in answer.case.obligations if each.key is Key.RFRI_LIVING_DUE]
    assert first.is_void
    assert second.due_on.isoformat() == "2026-08-14"


def test_a_release_on_the_91st_day_gives_no_instructions() -> None:
    answer = story(("2026-05-04", S, "sentenced"), ("2026-08-03", S, "released_to_supervision"))
    assert owed(answer, Key.RFRI_LIVING_DUE).is_void
    assert [each.rule for each in answer.case.warnings] == ["3.103(d)"]


def test_a_late_request_for_instructions_stays_valid() -> None:
    answer = story(
        ("2026-05-04", S, "sentenced"), ("2026-05-20", S, "reporting_instructions_request")
    )
    assert answer.case.state is State.RI_PENDING
    assert [(each.index, each.rule) for each in answer.case.warnings] == [(1, "3.103(d)")]


@pytest.mark.parametrize(
    ("sex_offender", "key", "due_on"),
    [(False, Key.RI_REPLY, "2026-05-27"), (True, Key.RI_REPLY_SEX, "2026-06-01")],
)
def test_instructions_are_answered_in_two_business_days_and_a_sex_offenders_in_five(
    sex_offender: bool, key: Key, due_on: str
) -> None:
    # Friday 22 May; Monday 25 May is Memorial Day.
    answer = story(
        ("2026-05-22", S, "reporting_instructions_request"),
        facts=Facts(is_sex_offender=sex_offender),
    )
    assert due(answer, key) == due_on


@pytest.mark.parametrize(
    ("reason", "due_on"), [("living_in_rs", "2026-06-10"), ("expedited", "2026-05-29")]
)
def test_the_transfer_is_asked_for_after_instructions_within_the_rules_own_limit(
    reason: str, due_on: str
) -> None:
    answer = story(
        ("2026-05-18", S, "reporting_instructions_request", {"reason": reason}),
        ("2026-05-19", R, "reporting_instructions_reply", {"decision": "approve"}),
    )
    assert answer.case.state is State.RI_APPROVED
    assert due(answer, Key.TREQ_AFTER_RI) == due_on


def test_denied_instructions_leave_the_way_to_a_request_open() -> None:
    answer = story(
        ("2026-05-18", S, "reporting_instructions_request"),
        ("2026-05-19", R, "reporting_instructions_reply", {"decision": "deny"}),
        ("2026-05-26", S, "transfer_request"),
    )
    assert answer.case.state is State.TR_PENDING
    assert not [each for each in answer.case.obligations if each.key is Key.TREQ_AFTER_RI]


def test_one_who_came_on_instructions_is_active_once_the_transfer_is_accepted() -> None:
    told = (
        ("2026-05-18", S, "reporting_instructions_request"),
        ("2026-05-19", R, "reporting_instructions_reply", {"decision": "approve"}),
        ("2026-05-20", S, "notice_of_departure"),
        ("2026-05-21", R, "notice_of_arrival"),
    )
    assert story(*told).case.state is State.RI_ARRIVED
    asked = (*told, ("2026-06-01", S, "transfer_request"))
    assert story(*asked).case.state is State.TR_PENDING
    accepted = story(*asked, ("2026-07-01", R, "transfer_reply", {"decision": "accept"}))
    assert accepted.case.state is State.ACTIVE
    assert not [e for e in accepted.case.obligations if e.key is Key.ACCEPTANCE_VALID]


@pytest.mark.parametrize(
    ("reason", "key", "due_on", "owed_by"),
    [
        ("incomplete", Key.RE_TREQ_INCOMPLETE, "2026-07-23", Side.SENDING),
        ("plan_invalid", Key.RETURN_RFRI_AFTER_REJECT, "2026-07-13", Side.RECEIVING),
    ],
)
def test_a_rejection_of_one_who_is_there_starts_a_new_request_or_the_return(
    reason: str, key: Key, due_on: str, owed_by: Side
) -> None:
    # From Wednesday 1 July; Friday 3 July is kept for Independence Day.
    answer = story(
        ("2026-05-18", S, "reporting_instructions_request"),
        ("2026-05-19", R, "reporting_instructions_reply", {"decision": "approve"}),
        ("2026-05-20", S, "notice_of_departure"),
        ("2026-05-21", R, "notice_of_arrival"),
        ("2026-06-01", S, "transfer_request"),
        ("2026-07-01", R, "transfer_reply", {"decision": "reject", "reason": reason}),
    )
    assert answer.case.state is State.REJECTED
    assert due(answer, key) == due_on
    assert owed(answer, key).owed_by is owed_by


def test_ninety_days_of_supervision_are_not_enough_and_ninety_one_are() -> None:
    asked = ("2026-05-04", S, "transfer_request")
    ninety = story(asked, facts=Facts(supervision_ends_on=date(2026, 8, 2)))
    more = story(asked, facts=Facts(supervision_ends_on=date(2026, 8, 3)))
    assert refusals(ninety) == [(0, "3.101(a)")]
    assert ninety.case.state is State.DRAFT
    assert more.case.state is State.TR_PENDING


@pytest.mark.parametrize(
    ("more", "keys"),
    [
        ({}, {Key.ACCEPTANCE_VALID}),
        (
            {"planned_release_on": date(2026, 7, 8)},
            {Key.ACCEPTANCE_VALID, Key.NO_SHOW_PRERELEASE},
        ),
    ],
    ids=["free", "before release"],
)
def test_only_one_asked_for_before_release_is_expected_by_the_day_he_leaves(
    more: dict[str, date], keys: set[Key]
) -> None:
    leaves: dict[str, date] = {"intended_departure_on": date(2026, 7, 10), **more}
    answer = story(
        ("2026-05-04", S, "transfer_request", {**leaves}),
        ("2026-06-10", R, "transfer_reply", {"decision": "accept"}),
    )
    assert {each.key for each in answer.case.obligations if each.is_open} == keys


def test_a_request_before_release_may_be_sent_120_days_ahead_and_no_earlier() -> None:
    planned: dict[str, date] = {"planned_release_on": date(2026, 9, 1)}
    assert refusals(story(("2026-05-03", S, "transfer_request", {**planned}))) == [(0, "3.105(a)")]
    assert not refusals(story(("2026-05-04", S, "transfer_request", {**planned})))


def test_an_acceptance_is_withdrawn_after_120_days_without_departure() -> None:
    told = (
        ("2026-05-04", S, "transfer_request"),
        ("2026-06-10", R, "transfer_reply", {"decision": "accept"}),
    )
    early = story(*told, ("2026-10-08", R, "withdraw_acceptance"))
    assert refusals(early) == [(2, "3.104-1(d)")]
    late = story(*told, ("2026-10-09", R, "withdraw_acceptance"))
    assert late.case.state is State.REJECTED


def test_an_acceptance_is_withdrawn_after_five_business_days_without_arrival() -> None:
    told = arrived()[:3]
    assert refusals(story(*told, ("2026-06-29", R, "withdraw_acceptance"))) == [(3, "3.104-1(e)")]
    assert story(*told, ("2026-06-30", R, "withdraw_acceptance")).case.state is State.REJECTED


def test_one_who_failed_to_arrive_may_still_come() -> None:
    told = (*arrived()[:3], ("2026-06-30", R, "notice_of_failure_to_arrive"))
    assert story(*told).case.state is State.FAILED_TO_ARRIVE
    assert story(*told, ("2026-07-02", R, "notice_of_arrival")).case.state is State.ACTIVE


def test_a_case_is_withdrawn_before_the_arrival_and_closed_after_it() -> None:
    withdrawn = story(*arrived()[:3], ("2026-06-23", S, "withdraw_case"))
    assert withdrawn.case.state is State.WITHDRAWN
    assert not any(each.is_open for each in withdrawn.case.obligations)
    assert refusals(story(*arrived(), ("2026-06-25", S, "withdraw_case"))) == [(4, "4.112")]


def test_nobody_leaves_without_instructions_or_acceptance() -> None:
    answer = story(("2026-05-04", S, "transfer_request"), ("2026-05-06", S, "notice_of_departure"))
    assert refusals(answer) == [(1, "3.102")]


def test_a_withdrawn_request_leaves_the_case_as_it_was_and_owes_nothing() -> None:
    answer = story(("2026-05-04", S, "transfer_request"), ("2026-05-06", S, "withdraw_activity"))
    assert answer.case.state is State.DRAFT
    assert owed(answer, Key.TREP_DUE).is_void


def test_an_answered_request_a_departure_and_anothers_activity_are_not_withdrawn() -> None:
    answer = story(
        *arrived()[:2],
        ("2026-06-11", S, "withdraw_activity", {"activity": "transfer_request"}),
        ("2026-06-11", R, "withdraw_activity", {"activity": "transfer_reply"}),
        ("2026-06-11", R, "withdraw_activity", {"activity": "transfer_request"}),
        ("2026-06-22", S, "notice_of_departure"),
        ("2026-06-23", S, "withdraw_activity", {"activity": "notice_of_departure"}),
    )
    assert refusals(answer) == [(2, "2.104"), (3, "3.104-1"), (4, "2.104"), (6, "2.104")]


def test_a_further_state_takes_the_person_over_and_the_first_one_closes() -> None:
    told = (
        *arrived(),
        ("2026-08-03", S, "transfer_request", {"state": "ky"}),
        ("2026-09-01", T, "transfer_reply", {"decision": "accept"}),
    )
    unsent = story(*told, ("2026-09-02", R, "case_closure_notice", {"reason": "subsequent_state"}))
    assert refusals(unsent) == [(6, "4.112(a)(6)")]
    answer = story(
        *told,
        ("2026-09-08", R, "notice_of_departure"),
        ("2026-09-08", R, "case_closure_notice", {"reason": "subsequent_state"}),
        ("2026-09-10", T, "notice_of_arrival"),
        ("2026-09-11", S, "case_closure_reply", {"decision": "agree"}),
    )
    assert answer.case.state is State.CLOSED
    assert answer.case.supervising is Side.THIRD


def test_victims_are_told_may_comment_and_are_answered() -> None:
    answer = story(
        ("2026-05-04", S, "transfer_request"),
        ("2026-06-10", R, "transfer_reply", {"decision": "accept"}),
        ("2026-06-11", S, "victim_notice_sent"),
        ("2026-06-25", S, "victim_comment_received"),
        facts=Facts(has_victims=True),
    )
    # Friday 19 June is Juneteenth, Friday 3 July is kept for Independence Day.
    assert due(answer, Key.VICTIM_INITIAL) == "2026-06-11"
    assert due(answer, Key.VICTIM_RECEIPT) == "2026-06-18"
    assert due(answer, Key.VICTIM_COMMENT) == "2026-07-13"
    assert due(answer, Key.VICTIM_ANSWER) == "2026-07-02"


def test_one_found_without_permission_is_ordered_back_and_a_warrant_follows_a_failure() -> None:
    answer = story(
        ("2026-05-04", R, "found_without_permission"),
        ("2026-05-08", S, "return_directed"),
        ("2026-05-29", S, "notice_of_failure_to_arrive"),
    )
    assert due(answer, Key.UNAUTH_RETURN) == "2026-05-26"
    assert due(answer, Key.WARRANT_NO_RETURN) == "2026-06-22"


def test_events_of_a_time_before_the_books_rules_are_left_to_a_person() -> None:
    answer = story(("2012-05-04", S, "transfer_request"))
    assert answer.case.state is State.TR_PENDING
    assert not answer.case.obligations
    assert "holds no" in answer.case.warnings[0].reason
