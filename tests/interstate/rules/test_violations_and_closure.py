"""Violations, retaking, returns and closure: states and days worked by hand."""

from datetime import date

import pytest

from interstate.rules.case import Facts, Scenario
from interstate.rules.machine import what_may_follow
from interstate.rules.vocabulary import EventType, Key, Side, State
from tests.interstate.rules.story import R, S, Told, arrived, due, owed, refusals, story
from timecomp.engine.calendar import FEDERAL

REPORTED: tuple[Told, ...] = (
    *arrived(),
    ("2026-08-03", R, "violation_discovered"),
    ("2026-08-31", R, "violation_report", {"type": "behavior_requiring_retaking"}),
)


def test_a_violation_is_reported_in_30_days_and_answered_in_ten_business_days() -> None:
    answer = story(*REPORTED)
    # Monday 7 September is Labor Day.
    assert answer.case.state is State.RETAKE_REQUESTED
    assert due(answer, Key.OVR_DUE) == "2026-09-02"
    assert due(answer, Key.RVR_DUE) == "2026-09-15"
    assert due(answer, Key.WARRANT_RETAKE) == "2026-09-22"


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("behavior_requiring_retaking", Key.WARRANT_RETAKE),
        ("new_felony_or_violent_conviction", Key.WARRANT_NEW_CRIME),
        ("absconded", Key.WARRANT_ABSCOND),
    ],
)
def test_each_kind_of_report_starts_its_own_warrants_clock(kind: str, key: Key) -> None:
    answer = story(*arrived(), ("2026-08-31", R, "violation_report", {"type": kind}))
    assert due(answer, key) == "2026-09-22"


@pytest.mark.parametrize(
    ("day", "due_on"), [("2022-03-31", "2022-04-14"), ("2022-04-01", "2022-04-22")]
)
def test_a_warrant_has_ten_business_days_before_april_2022_and_fifteen_since(
    day: str, due_on: str
) -> None:
    answer = story(
        ("2022-01-04", S, "transfer_request"),
        ("2022-02-01", R, "transfer_reply", {"decision": "accept"}),
        ("2022-02-02", S, "notice_of_departure"),
        ("2022-02-03", R, "notice_of_arrival"),
        (day, R, "violation_report"),
    )
    assert due(answer, Key.WARRANT_RETAKE) == due_on


def test_retaking_goes_through_warrant_hearing_decision_and_custody_to_the_closure() -> None:
    answer = story(
        *REPORTED,
        ("2026-09-04", S, "violation_response", {"action": "warrant_issued"}),
        ("2026-09-04", S, "warrant_issued"),
        ("2026-09-10", R, "probable_cause_hearing"),
        ("2026-09-18", R, "probable_cause_report_received"),
        ("2026-09-25", S, "decision_to_retake"),
        ("2026-09-28", R, "custody_on_warrant"),
        ("2026-10-15", R, "case_closure_notice", {"reason": "retaken"}),
        ("2026-10-20", S, "case_closure_reply", {"decision": "agree"}),
    )
    assert not answer.refused
    assert answer.case.state is State.CLOSED
    assert due(answer, Key.PC_REPORT) == "2026-09-24"
    # Monday 12 October is Columbus Day.
    assert due(answer, Key.PC_DECISION) == "2026-10-09"
    assert due(answer, Key.PC_RETAKE) == "2026-10-25"
    assert due(answer, Key.RETAKE) == "2026-10-28"
    assert due(answer, Key.CCN_REPLY) == "2026-10-29"
    assert all(not each.is_open for each in answer.case.obligations)


def test_no_closure_while_the_person_is_retaken() -> None:
    answer = story(
        *REPORTED,
        ("2026-09-04", S, "violation_response", {"action": "retake"}),
        ("2026-09-08", R, "case_closure_notice", {"reason": "discharge"}),
    )
    assert refusals(answer) == [(7, "4.112(b)")]


def test_the_notice_that_the_person_was_retaken_is_offered_while_he_is_being_retaken() -> None:
    stands = story(
        *arrived(),
        ("2026-07-06", R, "violation_report", {"type": "behavior_requiring_retaking"}),
        ("2026-07-08", S, "violation_response", {"action": "warrant"}),
    )
    scenario = Scenario("s", "MI", "OH", FEDERAL, Facts(), (), date(2026, 7, 9))
    offered = what_may_follow(stands.case, scenario, R, date(2026, 7, 9))
    assert offered[EventType.CASE_CLOSURE_NOTICE] == ""
    assert offered[EventType.NOTICE_OF_ARRIVAL] != ""


def test_a_return_in_lieu_runs_over_instructions_departure_closure_and_arrival() -> None:
    told = (
        *REPORTED,
        ("2026-09-04", S, "violation_response", {"action": "order_return_in_lieu"}),
        ("2026-09-14", R, "return_instructions_request"),
        ("2026-09-16", S, "return_instructions_reply", {"decision": "approve"}),
        ("2026-09-18", R, "notice_of_departure"),
        ("2026-09-18", R, "case_closure_notice", {"reason": "returned"}),
        ("2026-09-21", S, "notice_of_arrival"),
        ("2026-09-22", S, "case_closure_reply", {"decision": "agree"}),
    )
    answer = story(*told)
    assert not answer.refused
    assert due(answer, Key.RETURN_RFRI_AFTER_RVR) == "2026-09-16"
    assert due(answer, Key.RETURN_RI_REPLY) == "2026-09-16"
    assert owed(answer, Key.WARRANT_RETAKE).is_void
    assert answer.case.state is State.CLOSED
    assert answer.case.supervising is Side.SENDING


def test_a_no_show_on_the_way_back_starts_the_warrants_clock() -> None:
    answer = story(
        *REPORTED,
        ("2026-09-04", S, "violation_response", {"action": "return"}),
        ("2026-09-14", R, "return_instructions_request"),
        ("2026-09-16", S, "return_instructions_reply"),
        ("2026-09-18", R, "notice_of_departure"),
        ("2026-09-25", S, "notice_of_failure_to_arrive"),
    )
    assert answer.case.state is State.RETAKING
    assert due(answer, Key.WARRANT_NO_RETURN) == "2026-10-19"


def test_no_return_in_lieu_for_a_new_conviction_nor_with_a_charge_pending() -> None:
    convicted = story(
        *arrived(),
        ("2026-08-31", R, "violation_report", {"type": "new_felony_or_violent_conviction"}),
        ("2026-09-04", S, "violation_response", {"action": "order_return_in_lieu"}),
    )
    charged = story(
        *REPORTED,
        ("2026-09-01", R, "violation_addendum", {"pending_charge": True}),
        ("2026-09-04", S, "violation_response", {"action": "order_return_in_lieu"}),
    )
    assert refusals(convicted) == [(5, "5.103")]
    assert refusals(charged) == [(7, "5.101-1")]


def test_a_pending_charge_bars_retaking_at_will_and_a_return() -> None:
    facts = Facts(has_pending_charge=True)
    answer = story(
        *arrived(),
        ("2026-08-31", S, "discretionary_retaking"),
        ("2026-08-31", R, "return_instructions_request"),
        facts=facts,
    )
    assert refusals(answer) == [(4, "5.101-1"), (5, "4.111")]


def test_retaking_at_will_is_told_of_within_fifteen_business_days_of_the_warrant() -> None:
    answer = story(
        *arrived(),
        ("2026-08-31", S, "warrant_issued"),
        ("2026-09-23", S, "discretionary_retaking"),
    )
    assert answer.case.state is State.RETAKING
    assert due(answer, Key.DISCR_NOTIFY) == "2026-09-22"
    assert [each.rule for each in answer.case.warnings] == ["5.101"]


def test_the_sending_state_may_not_deny_a_return() -> None:
    answer = story(
        *arrived(),
        ("2026-08-31", R, "return_instructions_request"),
        ("2026-09-01", S, "return_instructions_reply", {"decision": "deny"}),
    )
    assert refusals(answer) == [(5, "4.111")]
    assert answer.case.state is State.RETURN_PENDING


def test_retaking_ends_when_no_cause_is_found_and_both_states_agree() -> None:
    told = (
        *REPORTED,
        ("2026-09-04", S, "violation_response", {"action": "request_pc_hearing"}),
        ("2026-09-10", R, "probable_cause_hearing", {"finding": "not_found"}),
        ("2026-09-18", S, "probable_cause_report_received"),
    )
    assert story(*told).case.state is State.RETAKING
    answer = story(*told, ("2026-09-21", S, "violation_addendum", {"action": "continue"}))
    assert answer.case.state is State.ACTIVE
    assert not any(
        each.is_open for each in answer.case.obligations if each.key is not Key.PC_DECISION
    )


def test_retaking_does_not_end_on_one_states_word() -> None:
    answer = story(
        *REPORTED, ("2026-09-04", S, "violation_response", {"action": "continue_supervision"})
    )
    assert answer.case.state is State.RETAKE_REQUESTED
    assert answer.case.warnings[-1].rule == "5.103"


def test_the_closure_is_due_ten_business_days_after_supervision_ends() -> None:
    facts = Facts(supervision_ends_on=date(2026, 11, 20))
    before = story(*arrived(), as_of="2026-11-19", facts=facts)
    after = story(*arrived(), as_of="2026-11-20", facts=facts)
    assert not [each for each in before.case.obligations if each.key is Key.CCN_DUE]
    assert due(after, Key.CCN_DUE) == "2026-12-07"
    assert owed(after, Key.CCN_DUE).owed_by is Side.RECEIVING


def test_an_earlier_discharge_is_counted_from_its_own_day_and_once() -> None:
    answer = story(
        *arrived(),
        ("2026-09-01", S, "supervision_ended"),
        as_of="2028-06-01",
        facts=Facts(supervision_ends_on=date(2028, 5, 1)),
    )
    assert due(answer, Key.CCN_DUE) == "2026-09-16"


def test_a_tolled_sentence_asks_for_no_closure() -> None:
    facts = Facts(supervision_ends_on=date(2026, 11, 20))
    answer = story(*arrived(), ("2026-09-01", S, "tolling_set"), as_of="2026-12-31", facts=facts)
    assert not [each for each in answer.case.obligations if each.key is Key.CCN_DUE]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        ({"reason": "moved_in_state"}, "4.112(a)"),
        ({"reason": "incarcerated", "days": 179}, "4.112(a)(3)"),
        ({"reason": "returned"}, "4.112(a)(5)"),
        ({"reason": "subsequent_state"}, "4.112(a)(6)"),
        ({"reason": "retaken"}, "4.112(a)"),
    ],
)
def test_a_closure_needs_one_of_the_rules_grounds(data: dict[str, str | int], rule: str) -> None:
    answer = story(*arrived(), ("2026-08-31", R, "case_closure_notice", {**data}))
    assert refusals(answer) == [(4, rule)]
    assert answer.case.state is State.ACTIVE


def test_a_closure_that_is_not_agreed_to_leaves_the_case_active() -> None:
    told = (*arrived(), ("2026-08-31", R, "case_closure_notice", {"reason": "death"}))
    assert due(story(*told), Key.CCN_REPLY) == "2026-09-15"
    answer = story(*told, ("2026-09-02", S, "case_closure_reply", {"decision": "disagree"}))
    assert answer.case.state is State.ACTIVE


def test_an_absconders_case_is_closed_and_taken_up_again_to_retake() -> None:
    told = (
        *arrived(),
        ("2026-08-31", R, "violation_report", {"type": "absconded"}),
        ("2026-08-31", R, "case_closure_notice", {"reason": "absconded"}),
        ("2026-09-02", S, "case_closure_reply", {"decision": "agree"}),
    )
    closed = story(*told)
    assert closed.case.state is State.CLOSED
    assert owed(closed, Key.WARRANT_ABSCOND).is_open
    assert refusals(story(*told, ("2026-10-01", S, "reopen"))) == [(7, "4.112")]
    assert story(*told, ("2026-10-01", R, "reopen")).case.state is State.RETAKING


def test_nobodys_case_is_closed_for_absconding_that_was_not_reported() -> None:
    told = ("2026-08-31", R, "case_closure_notice", {"reason": "absconded"})
    answer = story(*arrived(), told)
    assert refusals(answer) == [(4, "4.112(a)(2)")]
    assert answer.case.state is State.ACTIVE


def test_any_progress_report_meets_every_request_and_none_is_asked_before_arrival() -> None:
    early = story(*arrived()[:3], ("2026-06-23", S, "progress_report_request"))
    assert refusals(early) == [(3, "4.106")]
    answer = story(
        *arrived(),
        ("2026-07-01", S, "progress_report_request"),
        ("2026-07-02", S, "progress_report_request"),
        ("2026-07-30", R, "progress_report"),
    )
    assert [
        each.due_on.isoformat() for each in answer.case.obligations if each.key is Key.PR_DUE
    ] == [
        "2026-07-31",
        "2026-08-01",
    ]
    assert all(not each.is_open for each in answer.case.obligations)


def test_what_one_state_alone_may_do_is_refused_to_the_other() -> None:
    answer = story(("2026-05-04", R, "transfer_request"), *arrived())
    assert refusals(answer) == [(0, "3.104")]


def test_an_over_case_takes_nothing_more() -> None:
    answer = story(("2026-05-04", S, "withdraw_case"), ("2026-05-05", S, "transfer_request"))
    assert refusals(answer) == [(1, "3.104")]
