"""One thing crosses another: the case stands where both leave it, and nothing is owed to nobody."""

import pytest

from interstate.rules.case import Replay
from interstate.rules.vocabulary import Key, Side, State
from tests.interstate.rules.story import R, S, Told, arrived, owed, refusals, story

ON_INSTRUCTIONS: tuple[Told, ...] = (
    ("2026-05-04", S, "reporting_instructions_request"),
    ("2026-05-05", R, "reporting_instructions_reply", {"decision": "approve"}),
    ("2026-05-06", S, "transfer_request"),
    ("2026-05-07", S, "notice_of_departure"),
)
# There on instructions, the request for transfer not answered.
WAITING = (*ON_INSTRUCTIONS, ("2026-05-11", R, "notice_of_arrival"))
REPORTED: Told = ("2026-08-31", R, "violation_report")
ACCEPT: Told = ("2026-09-03", R, "transfer_reply", {"decision": "accept"})
REJECT: Told = ("2026-09-03", R, "transfer_reply", {"decision": "reject"})
NO_MORE = {"retaking_no_longer_required": True}


def open_keys(answer: Replay) -> set[Key]:
    return {each.key for each in answer.case.obligations if each.is_open}


@pytest.mark.parametrize("reply", [ACCEPT, REJECT], ids=["accepted", "rejected"])
def test_a_reply_to_the_request_leaves_an_open_report_open(reply: Told) -> None:
    answer = story(*WAITING, REPORTED, reply)
    assert answer.case.state is State.RETAKE_REQUESTED
    assert Key.RVR_DUE in open_keys(answer)


@pytest.mark.parametrize(
    ("reply", "state"), [(ACCEPT, State.ACTIVE), (REJECT, State.REJECTED)], ids=["yes", "no"]
)
def test_a_case_goes_on_as_it_was_decided_meanwhile(reply: Told, state: State) -> None:
    answer = story(
        *WAITING,
        ("2026-08-31", R, "case_closure_notice", {"reason": "death"}),
        reply,
        ("2026-09-08", S, "case_closure_reply", {"decision": "disagree"}),
    )
    assert answer.case.state is state
    assert not answer.refused


def test_one_who_came_late_may_arrive_after_the_acceptance() -> None:
    told = (*ON_INSTRUCTIONS, ("2026-05-18", R, "notice_of_failure_to_arrive"))
    accepted = ("2026-05-20", R, "transfer_reply", {"decision": "accept"})
    assert story(*told, accepted).case.state is State.FAILED_TO_ARRIVE
    came = story(*told, accepted, ("2026-05-21", R, "notice_of_arrival"))
    assert came.case.state is State.ACTIVE


def test_a_second_request_waits_for_the_answer_to_the_first() -> None:
    assert refusals(story(*WAITING, ("2026-05-12", S, "transfer_request"))) == [(5, "3.104")]


def test_supervision_goes_on_after_a_closure_of_the_retaking_was_not_agreed_to() -> None:
    answer = story(
        *arrived(),
        REPORTED,
        ("2026-09-02", S, "violation_response", {"action": "warrant"}),
        ("2026-09-08", R, "case_closure_notice", {"reason": "retaken"}),
        ("2026-09-09", S, "case_closure_reply", {"decision": "disagree"}),
        ("2026-09-10", R, "violation_addendum", NO_MORE),
        ("2026-09-11", S, "violation_addendum", NO_MORE),
    )
    assert answer.case.state is State.ACTIVE
    assert not open_keys(answer)


def test_no_response_is_owed_once_both_states_gave_the_retaking_up() -> None:
    answer = story(
        *arrived(),
        REPORTED,
        ("2026-09-01", R, "violation_addendum", NO_MORE),
        ("2026-09-02", S, "violation_addendum", NO_MORE),
    )
    assert answer.case.state is State.ACTIVE
    assert not open_keys(answer)


def test_a_withdrawn_order_to_return_leaves_response_and_warrant_owed() -> None:
    told = (*arrived(), REPORTED)
    ordered = ("2026-09-02", S, "violation_response", {"action": "order_return"})
    answer = story(*told, ordered, ("2026-09-03", S, "withdraw_activity"))
    assert answer.case.state is State.RETAKE_REQUESTED
    assert open_keys(answer) == open_keys(story(*told)) == {Key.RVR_DUE, Key.WARRANT_RETAKE}


def test_a_withdrawn_request_leaves_the_return_owed_that_it_forestalled() -> None:
    told = (*WAITING, ("2026-06-01", R, "transfer_reply", {"decision": "reject"}))
    again = ("2026-06-02", S, "transfer_request")
    answer = story(*told, again, ("2026-06-03", S, "withdraw_activity"))
    assert answer.case.state is State.REJECTED
    assert owed(answer, Key.RETURN_RFRI_AFTER_REJECT).is_open


def test_a_withdrawn_rejection_leaves_the_request_to_be_answered() -> None:
    told = (ON_INSTRUCTIONS[2], ("2026-06-01", R, "transfer_reply", {"decision": "reject"}))
    answer = story(*told, ("2026-06-02", R, "withdraw_activity"))
    assert answer.case.state is State.TR_PENDING
    assert open_keys(answer) == {Key.TREP_DUE}


def test_instructions_on_which_the_person_left_are_not_withdrawn() -> None:
    told = ("2026-05-08", R, "withdraw_activity")
    assert refusals(story(*ON_INSTRUCTIONS, told)) == [(4, "2.104")]


def test_a_report_on_which_a_closure_rests_is_not_withdrawn() -> None:
    told = ("2026-08-31", R, "violation_report", {"type": "absconded"})
    closed = ("2026-08-31", R, "case_closure_notice", {"reason": "absconded"})
    taken_back = ("2026-09-01", R, "withdraw_activity", {"activity": "violation_report"})
    answer = story(*arrived(), told, closed, taken_back)
    assert refusals(answer) == [(6, "2.104")]


def test_a_retaking_without_a_report_has_none_to_respond_to() -> None:
    answer = story(
        *arrived(),
        ("2026-08-31", S, "discretionary_retaking"),
        ("2026-09-02", S, "violation_response", {"action": "discharge"}),
    )
    assert refusals(answer) == [(5, "4.109(c)")]


def test_one_who_came_back_did_not_fail_to_appear() -> None:
    answer = story(
        *arrived(),
        ("2026-08-03", R, "return_instructions_request"),
        ("2026-08-04", S, "return_instructions_reply", {"decision": "approve"}),
        ("2026-08-05", R, "notice_of_departure"),
        ("2026-08-06", S, "notice_of_arrival"),
        ("2026-08-07", S, "notice_of_failure_to_arrive"),
    )
    assert refusals(answer) == [(8, "5.103(c)")]


def test_a_case_taken_up_again_needs_a_new_departure_to_close_for_a_return() -> None:
    returned = {"reason": "returned"}
    answer = story(
        *arrived(),
        ("2026-08-03", R, "return_instructions_request"),
        ("2026-08-04", S, "return_instructions_reply", {"decision": "approve"}),
        ("2026-08-05", R, "notice_of_departure"),
        ("2026-08-05", R, "case_closure_notice", returned),
        ("2026-08-06", S, "case_closure_reply", {"decision": "agree"}),
        ("2026-09-01", R, "reopen"),
        ("2026-09-02", R, "case_closure_notice", returned),
    )
    assert refusals(answer) == [(10, "4.112(a)(5)")]


def test_two_requests_on_one_day_owe_one_report() -> None:
    asked = ("2026-07-01", S, "progress_report_request")
    assert owed(story(*arrived(), asked, asked), Key.PR_DUE).owed_by is Side.RECEIVING


def test_what_is_found_while_a_report_is_open_is_told_by_an_addendum() -> None:
    found = ("2026-09-01", R, "violation_discovered")
    told: Told = ("2026-09-03", R, "violation_addendum", {"reason": "new_behavior"})
    assert Key.OVR_DUE in open_keys(story(*arrived(), REPORTED, found))
    answer = story(*arrived(), REPORTED, found, told)
    assert Key.OVR_DUE not in open_keys(answer)
    assert answer.case.state is State.RETAKE_REQUESTED


def test_one_found_without_leave_who_then_comes_with_leave_is_not_to_be_ordered_back() -> None:
    found = ("2026-05-03", R, "found_without_permission")
    assert Key.UNAUTH_RETURN in open_keys(story(found, *ON_INSTRUCTIONS))
    assert Key.UNAUTH_RETURN not in open_keys(story(found, *WAITING))


REJECTED_THERE = (*WAITING, ("2026-05-13", R, "transfer_reply", {"decision": "reject"}))
ASKED_ANEW: Told = ("2026-05-14", S, "reporting_instructions_request")


def test_nobody_is_owed_a_return_while_new_instructions_are_asked_for() -> None:
    assert open_keys(story(*REJECTED_THERE)) == {Key.RETURN_RFRI_AFTER_REJECT}
    assert open_keys(story(*REJECTED_THERE, ASKED_ANEW)) == {Key.RI_REPLY}


def test_a_return_is_owed_again_and_may_be_asked_for_once_they_are_denied() -> None:
    denied = ("2026-05-18", R, "reporting_instructions_reply", {"decision": "deny"})
    told = (*REJECTED_THERE, ASKED_ANEW, denied)
    assert open_keys(story(*told)) == {Key.RETURN_RFRI_AFTER_REJECT}
    answer = story(*told, ("2026-05-19", R, "return_instructions_request"))
    assert (answer.case.state, answer.refused) == (State.RETURN_PENDING, ())


def test_new_instructions_that_are_not_asked_for_after_all_leave_the_return_owed() -> None:
    answer = story(*REJECTED_THERE, ASKED_ANEW, ("2026-05-15", S, "withdraw_activity"))
    assert open_keys(answer) == {Key.RETURN_RFRI_AFTER_REJECT}


def test_a_case_folded_into_another_owes_again_what_it_owed_once_that_is_undone() -> None:
    asked = ("2026-07-01", S, "progress_report_request")
    folded = (*arrived(), asked, ("2026-07-02", S, "case_folded"))
    assert open_keys(story(*folded)) == set()
    answer = story(*folded, ("2026-07-06", R, "case_unfolded"))
    assert (answer.case.state, open_keys(answer)) == (State.ACTIVE, {Key.PR_DUE})


def test_a_case_is_not_folded_while_a_retaking_goes_on() -> None:
    assert refusals(story(*arrived(), REPORTED, ("2026-09-01", S, "case_folded"))) == [(5, "2.104")]
