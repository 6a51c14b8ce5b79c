"""The table's transitions after the arrival: violations, retaking, returns, closure."""

from tests.interstate.rules.paper import (
    ACTIVE_ONES,
    OF_VICTIMS,
    UNDER_RETAKING,
    WARRANTS,
    Paper,
    R,
    S,
    T,
    Told,
    on,
)
from tests.interstate.rules.paper_transfers import tell_victims

LONG_INCARCERATION = 180
DURING_RETAKING = ("retaken", "returned", "absconded", "death")
WAITING_TO_LEAVE = ("RETURN_ORDERED", "RETURN_PENDING", "RETURN_APPROVED")


@on("violation_discovered", "r")
def discovered(case: Paper, told: Told) -> None:
    case.need(case.is_there)
    case.start(told, "OVR_DUE", R)


@on("violation_report", "r")
def reported(case: Paper, told: Told) -> None:
    case.need_state(*ACTIVE_ONES)
    case.meet(told, "OVR_DUE")
    case.violation = str(told["type"] or "behavior_requiring_retaking")
    case.may_stop = False
    _note_charge(case, told)
    case.manage(told, "RETAKE_REQUESTED")
    case.start(told, "RVR_DUE", S)
    warrant = {"absconded": "WARRANT_ABSCOND", "new_conviction": "WARRANT_NEW_CRIME"}
    case.start(told, warrant.get(case.violation, "WARRANT_RETAKE"), S)


@on("violation_response", "s")
def responded(case: Paper, told: Told) -> None:
    case.need_state(*UNDER_RETAKING)
    case.need(case.violation)
    case.meet(told, "RVR_DUE")
    case.answer("violation_report")
    action = told["action"]
    if action == "continue":
        _stop_if_agreed(case, told)
    elif action == "discharge":
        _stop(case, told)
    elif action == "order_return":
        case.need(case.violation == "behavior_requiring_retaking")
        case.need(not (case.charge if told["pending_charge"] is None else told["pending_charge"]))
        case.drop(told, "WARRANT_RETAKE")
        case.manage(told, "RETURN_ORDERED")
        case.start(told, "RETURN_RFRI_AFTER_RVR", R)
    elif action != "other":
        _retake(case, told)


@on("violation_addendum", "sr")
def added(case: Paper, told: Told) -> None:
    case.need_state(*UNDER_RETAKING, "RETURN_ORDERED")
    if told.by == R:
        case.meet(told, "OVR_DUE")
    _note_charge(case, told)
    if told["retaking_no_longer_required"] is not True:
        return
    if told.by == R:
        case.may_stop = True
    else:
        _stop_if_agreed(case, told)


@on("available_for_retaking", "r")
def available(case: Paper, told: Told) -> None:
    case.need_state(*UNDER_RETAKING)
    _note_charge(case, told)


@on("discretionary_retaking", "s")
def retaken_at_will(case: Paper, told: Told) -> None:
    case.need_state("ACTIVE")
    case.need(not (case.charge if told["pending_charge"] is None else told["pending_charge"]))
    if not case.runs("DISCR_NOTIFY"):
        case.start(told, "DISCR_NOTIFY", S, on=told.on("warrant_on"))
    case.meet(told, "DISCR_NOTIFY")
    case.violation, case.may_stop = "", False
    _retake(case, told)


@on("warrant_issued", "s")
def warrant_issued(case: Paper, told: Told) -> None:
    asked = case.runs(*WARRANTS)
    case.meet(told, *WARRANTS)
    if not asked and case.state == "ACTIVE" and not case.runs("DISCR_NOTIFY"):
        case.start(told, "DISCR_NOTIFY", S)


@on("custody_on_warrant", "sr")
def in_custody(case: Paper, told: Told) -> None:
    case.need_state("RETAKING")
    if told["solely"] is not False and not case.runs("RETAKE"):
        case.start(told, "RETAKE", S)


@on("probable_cause_hearing", "r")
def heard(case: Paper, told: Told) -> None:
    case.need_state(*UNDER_RETAKING)
    case.start(told, "PC_REPORT", R)
    _no_cause(case, told)


@on("probable_cause_report_received", "sr")
def hearing_reported(case: Paper, told: Told) -> None:
    case.need_state(*UNDER_RETAKING)
    case.need(any(each.key == "PC_REPORT" and not each.fell for each in case.owed))
    case.meet(told, "PC_REPORT")
    if not _no_cause(case, told):
        case.start(told, "PC_DECISION", S)


@on("decision_to_retake", "s")
def decided(case: Paper, told: Told) -> None:
    case.need_state(*UNDER_RETAKING)
    case.meet(told, "PC_DECISION")
    _retake(case, told)
    case.start(told, "PC_RETAKE", S)


@on("return_instructions_request", "r")
def return_requested(case: Paper, told: Told) -> None:
    case.need_state(*ACTIVE_ONES, "RETURN_ORDERED", "REJECTED", "RI_DENIED")
    case.need(case.is_there)
    case.need(not (case.charge if told["pending_charge"] is None else told["pending_charge"]))
    case.need(not told["active_investigation"])
    case.meet(told, "RETURN_RFRI_AFTER_RVR", "RETURN_RFRI_AFTER_REJECT")
    case.drop(told, "RE_TREQ_INCOMPLETE")
    case.manage(told, "RETURN_PENDING")
    case.start(told, "RETURN_RI_REPLY", S)


@on("return_instructions_reply", "s")
def return_answered(case: Paper, told: Told) -> None:
    case.need_state("RETURN_PENDING")
    case.need(not told.says_no)
    case.meet(told, "RETURN_RI_REPLY")
    case.answer("return_instructions_request")
    case.manage(told, "RETURN_APPROVED")
    tell_victims(case, told)


@on("case_closure_notice", "r")
def closure_noticed(case: Paper, told: Told) -> None:
    ground = str(told["reason"] or "")
    case.need(case.has_arrived and case.state != "CLOSURE_PENDING")
    _need_ground(case, told, ground)
    case.meet(told, "CCN_DUE")
    if ground == "retaken":
        case.meet(told, "RETAKE", "PC_RETAKE", on=told.on("retaken_on"))
    case.before_closure, case.closed_for = case.state, ground
    case.manage(told, "CLOSURE_PENDING")
    case.start(told, "CCN_REPLY", S)


@on("case_closure_reply", "s")
def closure_answered(case: Paper, told: Told) -> None:
    case.need_state("CLOSURE_PENDING")
    case.meet(told, "CCN_REPLY")
    case.answer("case_closure_notice")
    if told.says_no:
        case.state, case.closed_for = case.as_decided(case.before_closure), ""
        return
    case.drop_all(told, but=(*WARRANTS, *OF_VICTIMS))
    case.supervising = T if case.supervising == T else S
    case.state, case.is_there = "CLOSED", False


@on("reopen", "r")
def reopened(case: Paper, told: Told) -> None:
    case.need_state("CLOSED")
    active = "ACTIVE" if case.request == "accepted" else "RI_ARRIVED"
    case.state = "RETAKING" if case.closed_for == "absconded" else active
    case.supervising, case.is_there, case.closed_for = R, True, ""
    case.left_back = case.came_back = False


def _note_charge(case: Paper, told: Told) -> None:
    case.charge = case.charge if told["pending_charge"] is None else bool(told["pending_charge"])


def _retake(case: Paper, told: Told) -> None:
    case.drop(told, "CCN_DUE")
    case.state = "RETAKING"


def _stop(case: Paper, told: Told) -> None:
    case.drop(told, *WARRANTS, "RETAKE", "PC_REPORT", "PC_DECISION", "PC_RETAKE")
    case.drop(told, "RVR_DUE", "RETURN_RFRI_AFTER_RVR")
    case.violation, case.may_stop, case.left_back, case.is_there = "", False, False, True
    case.state = case.as_decided("RI_ARRIVED")


def _stop_if_agreed(case: Paper, told: Told) -> None:
    if case.may_stop:
        _stop(case, told)


def _no_cause(case: Paper, told: Told) -> bool:
    if told["finding"] != "not_found":
        return False
    case.may_stop = True
    case.drop(told, "PC_DECISION")
    return True


def _need_ground(case: Paper, told: Told, ground: str) -> None:
    known = {"discharged", "absconded", "incarcerated", "death", "returned", "subsequent_state"}
    case.need(ground in known | {"retaken", ""})
    if case.state == "RETAKING":
        case.need(ground in DURING_RETAKING)
    else:
        case.need(ground != "retaken")
    if ground == "returned":
        case.need(case.state == "RETAKING" or case.left_back)
    if ground == "absconded":
        case.need(case.state not in ACTIVE_ONES)
    if ground == "subsequent_state":
        case.need(case.onward == "departed")
    days = told["incarceration_days"]
    if ground == "incarcerated" and isinstance(days, int):
        case.need(days >= LONG_INCARCERATION)
    if not ground:
        case.need(case.state not in WAITING_TO_LEAVE)
