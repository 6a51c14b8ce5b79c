"""The table's transitions up to the arrival: instructions, requests, replies, departures."""

from datetime import date, timedelta

from tests.interstate.rules.paper import ON_THE_WAY, Paper, R, S, T, Told, on

CHANGED_LAW = date(2026, 4, 1)
RELEASED_SOON, RELEASED_SOON_BEFORE = timedelta(days=90), timedelta(days=180)
LEAST_SUPERVISION, BEFORE_RELEASE = timedelta(days=90), timedelta(days=120)


@on("sentenced", "s")
def sentenced(case: Paper, told: Told) -> None:
    case.sentenced_on = told.day
    if case.state == "DRAFT" and told["living_in_receiving"] is not False:
        case.drop(told, "RFRI_LIVING_DUE")
        case.start(told, "RFRI_LIVING_DUE", S)


@on("released_to_supervision", "sr")
def released(case: Paper, told: Told) -> None:
    case.need_state("DRAFT")
    if told.by == R:
        case.start(told, "RELEASED_IN_RS_RFRI", S)
        return
    case.drop(told, "RFRI_LIVING_DUE")
    soon = RELEASED_SOON if told.day >= CHANGED_LAW else RELEASED_SOON_BEFORE
    if case.sentenced_on is None or told.day - case.sentenced_on <= soon:
        case.start(told, "RFRI_LIVING_DUE", S)


@on("reporting_instructions_request", "s")
def instructions_requested(case: Paper, told: Told) -> None:
    case.need_state("DRAFT", "RI_DENIED", "REJECTED")
    case.meet(told, "RFRI_LIVING_DUE", "RELEASED_IN_RS_RFRI")
    case.drop(told, "RE_TREQ_INCOMPLETE", "RETURN_RFRI_AFTER_REJECT")
    case.instructions, case.expedited = False, told["reason"] == "expedited"
    case.manage(told, "RI_PENDING")
    case.start(told, "RI_REPLY_SEX" if case.is_sex_offender else "RI_REPLY", R)


@on("reporting_instructions_reply", "r")
def instructions_answered(case: Paper, told: Told) -> None:
    case.need_state("RI_PENDING")
    case.meet(told, "RI_REPLY", "RI_REPLY_SEX")
    case.answer("reporting_instructions_request")
    case.manage(told, "RI_DENIED" if told.says_no else "RI_APPROVED")
    if told.says_no:
        if case.is_there:
            case.start(told, "RETURN_RFRI_AFTER_REJECT", R)
        return
    case.instructions = True
    case.start(told, "TREQ_AFTER_RI", S, like="TREQ_AFTER_RI, expedited" * case.expedited)
    tell_victims(case, told)


@on("transfer_request", "s")
def transfer_requested(case: Paper, told: Told) -> None:
    if case.state == "ACTIVE":
        case.need(told["state"] and case.onward in {"", "rejected"})
        case.onward = "pending"
        case.start(told, "TREP_DUE", T)
        return
    case.need_state("DRAFT", "RI_APPROVED", "RI_DENIED", "REJECTED", "RI_ARRIVED")
    case.need(case.request != "pending")
    ends, release = case.ends_on, told.on("planned_release_on")
    case.need(case.is_indefinite or not ends or ends - told.day > LEAST_SUPERVISION)
    case.need(release is None or told.day >= release - BEFORE_RELEASE)
    case.meet(told, "TREQ_AFTER_RI", "RE_TREQ_INCOMPLETE")
    case.drop(told, "RETURN_RFRI_AFTER_REJECT")
    case.request = "pending"
    case.leaves_on = release and (told.on("intended_departure_on") or release)
    case.manage(told, "TR_PENDING")
    if told["complete"] is not False:
        case.start(told, "TREP_DUE", R)


@on("transfer_reply", "rt")
def transfer_answered(case: Paper, told: Told) -> None:
    if told.by == T:
        case.need(case.onward == "pending")
        case.onward = "rejected" if told.says_no else "accepted"
        case.meet(told, "TREP_DUE")
        return
    case.need(case.request == "pending")
    case.meet(told, "TREP_DUE")
    case.answer("transfer_request")
    case.request = "rejected" if told.says_no else "accepted"
    if not told.says_no:
        tell_victims(case, told)
    if case.state in {"TR_PENDING", "RI_ARRIVED", *ON_THE_WAY}:
        (_rejected if told.says_no else _accepted)(case, told)
        return
    # Where something else is under way by now, it goes on: see `Paper.as_decided`.


@on("notice_of_departure", "sr")
def departed(case: Paper, told: Told) -> None:
    case.notices[told.number] = told.by
    if told.by == R and case.state == "RETURN_APPROVED":
        case.state, case.left_back, case.is_there = "RETURNING", True, False
        return
    if told.by == R:
        case.need(case.state == "ACTIVE" and case.onward == "accepted")
        case.onward, case.is_there = "departed", False
        return
    case.need_state("RI_APPROVED", "ACCEPTED", "TR_PENDING")
    case.need(case.instructions or case.request == "accepted")
    case.need(not case.is_there)
    case.meet(told, "ACCEPTANCE_VALID")
    stands = told.on("corrected_on") or told.day
    case.departed_on, case.state = stands, "IN_TRANSIT"
    case.start(told, "NO_SHOW_WITHDRAW", R, on=max(told.day, stands))


@on("notice_of_arrival", "srt")
def arrived(case: Paper, told: Told) -> None:
    case.notices[told.number] = told.by
    if told.by == T:
        case.need(case.onward == "departed")
        case.supervising, case.is_there = T, False
        return
    if told.by == S:
        case.need(case.state in {"RETURNING", "CLOSURE_PENDING"} and case.left_back)
        case.meet(told, "WARRANT_NO_RETURN")
        case.supervising, case.came_back = S, True
        return
    case.need_state(*ON_THE_WAY)
    case.meet(told, "NO_SHOW_WITHDRAW", "NO_SHOW_PRERELEASE")
    case.drop(told, "UNAUTH_RETURN")
    case.supervising, case.is_there, case.has_arrived = R, True, True
    case.state = {"accepted": "ACTIVE", "rejected": "REJECTED"}.get(case.request, "RI_ARRIVED")
    if case.state == "REJECTED":
        case.start(told, "RETURN_RFRI_AFTER_REJECT", R)


@on("notice_of_failure_to_arrive", "sr")
def failed_to_arrive(case: Paper, told: Told) -> None:
    if told.by == R:
        case.need_state("IN_TRANSIT")
        case.state = "FAILED_TO_ARRIVE"
        return
    ordered = any(
        each.key == "UNAUTH_RETURN" and (each.is_open or each.met_on) for each in case.owed
    )
    back = case.state in {"RETURNING", "CLOSURE_PENDING"} and case.left_back
    case.need(ordered or (back and not case.came_back))
    case.drop(told, "UNAUTH_RETURN")
    case.start(told, "WARRANT_NO_RETURN", S)
    if case.state == "RETURNING":
        case.state = "RETAKING"


@on("withdraw_acceptance", "r")
def acceptance_withdrawn(case: Paper, told: Told) -> None:
    case.need_state("ACCEPTED", *ON_THE_WAY)
    case.need(case.request == "accepted")
    key = "NO_SHOW_WITHDRAW" if case.departed_on else "ACCEPTANCE_VALID"
    case.need(
        any(
            each.key in {key, "NO_SHOW_PRERELEASE"} and each.is_open and told.day > each.due
            for each in case.owed
        )
    )
    case.drop_all(told)
    case.request, case.departed_on, case.state = "rejected", None, "REJECTED"


@on("withdraw_case", "s")
def case_withdrawn(case: Paper, told: Told) -> None:
    case.need(not case.has_arrived)
    case.drop_all(told)
    case.state = "WITHDRAWN"


def _accepted(case: Paper, told: Told) -> None:
    if case.is_there:
        case.state = "ACTIVE"
    elif case.state not in ON_THE_WAY:
        case.manage(told, "ACCEPTED")
        case.start(told, "ACCEPTANCE_VALID", S)
        if case.leaves_on and case.leaves_on >= told.day:
            case.start(told, "NO_SHOW_PRERELEASE", S, on=case.leaves_on)


def _rejected(case: Paper, told: Told) -> None:
    if case.state != "IN_TRANSIT":
        case.manage(told, "REJECTED")
    if not case.is_there:
        return
    if told["reason"] == "incomplete":
        case.start(told, "RE_TREQ_INCOMPLETE", S)
    else:
        case.start(told, "RETURN_RFRI_AFTER_REJECT", R)


def tell_victims(case: Paper, told: Told) -> None:
    if case.has_victims:
        case.start(told, "VICTIM_INITIAL", S)
