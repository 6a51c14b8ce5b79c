"""Everything that may be brought to a case of the compact, with the words that make a difference.

A day is told as a distance from the day on which the event happens.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from tests.interstate.rules.paper import Datum, R, S, T

Said = Mapping[str, Datum | timedelta]
Move = tuple[str, str, Said]


def _days(count: int) -> timedelta:
    return timedelta(days=count)


def _each(kind: str, by: str, *said: Said) -> Iterator[Move]:
    return ((kind, by, each) for each in said or ({},))


def _of(by: str, kinds: str) -> Iterator[Move]:
    return ((kind, by, {}) for kind in kinds.split())


APPROVE, DENY = {"decision": "approve"}, {"decision": "deny"}
ACCEPT, REJECT = {"decision": "accept"}, {"decision": "reject"}
CHARGED, CLEARED = {"pending_charge": True}, {"pending_charge": False}
NO_MORE = {"retaking_no_longer_required": True}
MOVES: tuple[Move, ...] = (
    *_each("sentenced", S, {}, {"living_in_receiving": False}),
    *_of(S, "released_to_supervision signed_forms documents warrant_issued decision_to_retake"),
    *_of(R, "released_to_supervision signed_forms_request documents_request reopen"),
    *_each("reporting_instructions_request", S, {}, {"reason": "expedited"}),
    *_each("reporting_instructions_reply", R, APPROVE, DENY),
    *_each("transfer_request", S, {}, {"state": "KY"}, {"complete": False}),
    *_each("transfer_request", S, *({"planned_release_on": _days(each)} for each in (60, 121))),
    *_each("transfer_request", S, {"intended_departure_on": _days(10)}),
    *_each(
        "transfer_request",
        S,
        {"planned_release_on": _days(8), "intended_departure_on": _days(10)},
    ),
    *_each("transfer_reply", R, ACCEPT, REJECT, {**REJECT, "reason": "incomplete"}),
    *_each("transfer_reply", T, ACCEPT, REJECT),
    *_of(S, "notice_of_departure notice_of_arrival notice_of_failure_to_arrive"),
    *_of(R, "notice_of_departure notice_of_arrival notice_of_failure_to_arrive"),
    *_of(T, "notice_of_arrival"),
    *_of(R, "withdraw_acceptance violation_discovered progress_report victim_information"),
    *_of(S, "withdraw_case withdraw_activity progress_report_request report_date_changed"),
    *_of(R, "withdraw_activity"),
    *_each("withdraw_activity", S, {"activity": "transfer_request"}),
    *_each("withdraw_activity", S, {"activity": "violation_response"}),
    *_each("withdraw_activity", R, {"activity": "violation_report"}),
    *_each("withdraw_activity", R, {"activity": "transfer_reply"}),
    *_each("withdraw_activity", R, {"activity": "reporting_instructions_reply"}),
    *_each("violation_report", R, {}, {"type": "absconded"}, {"type": "new_conviction"}, CHARGED),
    *_each("violation_response", S, {"action": "warrant"}, {"action": "order_return"}),
    *_each("violation_response", S, {"action": "continue"}, {"action": "discharge"}),
    *_each("violation_response", S, {"action": "other"}),
    *_each("violation_addendum", R, {}, NO_MORE, CHARGED, CLEARED),
    *_each("violation_addendum", S, {}, NO_MORE),
    *_each("available_for_retaking", R, {}, CLEARED),
    *_each("custody_on_warrant", R, {}, {"solely": False}),
    *_each("probable_cause_hearing", R, {}, {"finding": "not_found"}),
    *_each("probable_cause_report_received", S, {}, {"finding": "not_found"}),
    *_each("discretionary_retaking", S, {}, {"warrant_on": _days(-2)}),
    *_each("return_instructions_request", R, {}, {"active_investigation": True}),
    *_each("return_instructions_reply", S, APPROVE, DENY),
    *_each("case_closure_notice", R, {}, {"reason": "discharged"}, {"reason": "absconded"}),
    *_each("case_closure_notice", R, {"reason": "returned"}, {"reason": "subsequent_state"}),
    *_each("case_closure_notice", R, {"reason": "retaken"}, {"reason": "moved_in_state"}),
    *_each("case_closure_notice", R, {"reason": "retaken", "retaken_on": _days(0)}),
    *_each("case_closure_notice", R, {"reason": "incarcerated", "incarceration_days": 179}),
    *_each("case_closure_notice", R, {"reason": "incarcerated", "incarceration_days": 180}),
    *_each("case_closure_notice", R, {"reason": "death"}),
    *_each("case_closure_reply", S, {"decision": "agree"}, {"decision": "disagree"}),
    *_each("supervision_ended", S, {}, {"ended_on": _days(-3)}, {"ended_on": _days(20)}),
    *_each("found_without_permission", R, {}, {"agreed_to_stay": True}),
    *_of(S, "return_directed tolling_set victim_notice_sent victim_comment_received"),
    *_each("tolling_cleared", S, {}, {"supervision_ends_on": _days(200)}),
    *_of(S, "victim_answered victim_information_request case_folded case_unfolded"),
    *_of(R, "case_folded case_unfolded"),
)
_TRANSFERRED: tuple[Move, ...] = (
    ("transfer_request", S, {}),
    ("transfer_reply", R, ACCEPT),
    ("notice_of_departure", S, {}),
    ("notice_of_arrival", R, {}),
)
_ON_INSTRUCTIONS: tuple[Move, ...] = (
    ("reporting_instructions_request", S, {}),
    ("reporting_instructions_reply", R, APPROVE),
    ("notice_of_departure", S, {}),
    ("notice_of_arrival", R, {}),
)
_REPORTED: tuple[Move, ...] = (*_TRANSFERRED, ("violation_report", R, {}))
_RETURNING: tuple[Move, ...] = (
    *_TRANSFERRED,
    ("return_instructions_request", R, {}),
    ("return_instructions_reply", S, APPROVE),
    ("notice_of_departure", R, {}),
)
_ONWARD: tuple[Move, ...] = (
    *_TRANSFERRED,
    ("transfer_request", S, {"state": "KY"}),
    ("transfer_reply", T, ACCEPT),
    ("notice_of_departure", R, {}),
)
# From where a case goes anyhow.
BEGINNINGS: tuple[tuple[Move, ...], ...] = (
    *((), _TRANSFERRED, _TRANSFERRED[:3], _ON_INSTRUCTIONS, _REPORTED, _RETURNING, _ONWARD),
    (*_ON_INSTRUCTIONS[:3], ("transfer_request", S, {}), _ON_INSTRUCTIONS[3]),
    (*_REPORTED, ("violation_response", S, {"action": "warrant"})),
    (*_REPORTED, ("violation_response", S, {"action": "order_return"})),
    (*_TRANSFERRED, ("case_closure_notice", R, {"reason": "discharged"})),
)


def said_on(said: Said, day: date) -> dict[str, Datum]:
    """What is said, as it reads on a day."""
    return {
        name: day + value if isinstance(value, timedelta) else value for name, value in said.items()
    }
