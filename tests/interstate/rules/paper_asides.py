"""What leads to no other state of the table but moves clocks, and what takes a step back."""

from dataclasses import replace

from tests.interstate.rules.paper import (
    ACTIVE_ONES,
    OF_VICTIMS,
    WARRANTS,
    Owed,
    Paper,
    R,
    S,
    Sent,
    Told,
    V,
    on,
)

# An answer's request waits again once the answer is withdrawn.
ANSWERS = {
    "reporting_instructions_reply": "reporting_instructions_request",
    "return_instructions_reply": "return_instructions_request",
    "violation_response": "violation_report",
    "transfer_reply": "transfer_request",
}
WHILE_REQUESTED = ("IN_TRANSIT", "FAILED_TO_ARRIVE", "RI_ARRIVED")


@on("withdraw_activity", "sr")
def activity_withdrawn(case: Paper, told: Told) -> None:
    named = told["activity"]
    mine = [each for each in case.sent if each.by == told.by and not each.is_withdrawn]
    mine = [each for each in mine if each.kind == named or (not named and not each.is_answered)]
    case.need(mine)
    last = mine[-1]
    case.need(not last.is_answered)
    case.need((last.kind, last.reached) != ("transfer_reply", "ACCEPTED"))
    # Whatever came after it rests on it; a request may be given up while the person is under way.
    is_given_up = last.kind == "transfer_request" and case.state in WHILE_REQUESTED
    case.need(is_given_up or case.state == last.reached)
    _undo(case, told, last)
    if not is_given_up:
        case.state = case.as_decided(last.left)


def _undo(case: Paper, told: Told, last: Sent) -> None:
    case.sent[case.sent.index(last)] = replace(last, is_withdrawn=True)
    for place, each in enumerate(case.owed):
        if each.cause == last.number and each.is_open:
            case.owed[place] = replace(each, fell=True, fell_by=told.number)
        elif each.met_by == last.number:
            case.owed[place] = replace(each, met_on=None, met_by=None)
        elif each.fell_by == last.number:
            case.owed[place] = replace(each, fell=False, fell_by=None)
    _take_back(case, told, last)
    asked = [each for each in case.sent if each.kind == ANSWERS.get(last.kind)]
    asked = [each for each in asked if not each.is_withdrawn]
    if asked:
        case.sent[case.sent.index(asked[-1])] = replace(asked[-1], is_answered=False)


def _take_back(case: Paper, told: Told, last: Sent) -> None:
    if last.kind == "transfer_request":
        case.request = "rejected" if last.left == "REJECTED" else ""
    elif last.kind == "transfer_reply":
        case.request = "pending"
    elif last.kind == "reporting_instructions_reply":
        case.instructions = False
    elif last.kind == "case_closure_notice":
        case.closed_for = ""
        case.owed = [_past(case, told, each) for each in case.owed]


def _past(case: Paper, told: Told, each: Owed) -> Owed:
    is_past = each.key == "CCN_DUE" and each.is_open
    if is_past and (case.is_tolled or each.start != case.ends_on):
        return replace(each, fell=True, fell_by=told.number)
    return each


@on("case_folded", "sr")
def folded(case: Paper, told: Told) -> None:
    case.need_state("RI_APPROVED", "RI_DENIED", "ACCEPTED", "REJECTED", *ACTIVE_ONES)
    case.need(case.onward in {"", "rejected"})
    case.drop_all(told, but=(*WARRANTS, *OF_VICTIMS))
    case.before_closure, case.state = case.state, "WITHDRAWN"
    case.folded_by = told.number


@on("case_unfolded", "sr")
def unfolded(case: Paper, _told: Told) -> None:
    case.need(case.folded_by is not None)
    case.owed = [
        replace(each, fell=False, fell_by=None) if each.fell_by == case.folded_by else each
        for each in case.owed
    ]
    case.state, case.folded_by = case.before_closure, None


@on("notice_corrected", "srt")
def corrected(case: Paper, told: Told) -> None:
    number, day = told["index"], told.on("corrected_on")
    case.need(isinstance(number, int) and case.notices.get(number) == told.by)
    case.need(day is not None and day <= told.day)


@on("report_date_changed", "sr")
def report_date_changed(case: Paper, told: Told) -> None:
    case.need(not case.is_there)


@on("found_without_permission", "sr")
def found(case: Paper, told: Told) -> None:
    case.need(not case.has_arrived)
    if told["agreed_to_stay"] is not True:
        case.start(told, "UNAUTH_RETURN", S)


@on("return_directed", "s")
def directed_back(case: Paper, told: Told) -> None:
    if case.runs("UNAUTH_RETURN"):
        case.meet(told, "UNAUTH_RETURN")
    else:
        case.start(told, "UNAUTH_RETURN", S)


@on("progress_report_request", "s")
def report_asked(case: Paper, told: Told) -> None:
    case.need(case.is_there)
    case.start(told, "PR_DUE", R)


@on("progress_report", "r")
def progress_reported(case: Paper, told: Told) -> None:
    case.need(case.has_arrived)
    case.meet(told, "PR_DUE")


@on("signed_forms_request", "r")
def forms_asked(case: Paper, told: Told) -> None:
    case.need(case.state != "DRAFT")
    case.start(told, "SIGNED_FORMS", S)


@on("signed_forms", "s")
def forms_sent(case: Paper, told: Told) -> None:
    case.meet(told, "SIGNED_FORMS")


@on("documents_request", "r")
def papers_asked(case: Paper, told: Told) -> None:
    case.need(case.request == "accepted")
    case.start(told, "DOCS_AFTER_ACCEPT", S)


@on("documents", "s")
def papers_sent(case: Paper, told: Told) -> None:
    case.meet(told, "DOCS_AFTER_ACCEPT")


@on("supervision_ended", "s")
def supervision_ended(case: Paper, told: Told) -> None:
    ended = told.on("ended_on")
    if case.runs("CCN_DUE"):
        if ended in {None, case.ends_on}:
            return
        case.drop(told, "CCN_DUE")
    case.ends_on, case.is_indefinite, case.is_tolled = ended or told.day, False, False
    if case.state in ACTIVE_ONES:
        case.start(told, "CCN_DUE", R, on=ended)


@on("tolling_set", "s")
def tolled(case: Paper, told: Told) -> None:
    case.need(case.has_arrived and not case.is_tolled)
    case.drop(told, "CCN_DUE")
    case.is_tolled = True


@on("tolling_cleared", "s")
def runs_again(case: Paper, told: Told) -> None:
    case.need(case.is_tolled)
    case.is_tolled = False
    case.ends_on = told.on("supervision_ends_on") or case.ends_on


@on("victim_notice_sent", "s")
def victim_told(case: Paper, told: Told) -> None:
    case.meet(told, "VICTIM_INITIAL")
    case.start(told, "VICTIM_RECEIPT", V)
    received = case.reckoner.due("VICTIM_RECEIPT", told.day)
    case.start(told, "VICTIM_COMMENT", V, on=received)


@on("victim_comment_received", "s")
def victim_commented(case: Paper, told: Told) -> None:
    case.meet(told, "VICTIM_RECEIPT", "VICTIM_COMMENT")
    case.start(told, "VICTIM_ANSWER", S)


@on("victim_answered", "s")
def victim_answered(case: Paper, told: Told) -> None:
    case.meet(told, "VICTIM_ANSWER")


@on("victim_information_request", "s")
def information_asked(case: Paper, told: Told) -> None:
    case.start(told, "VICTIM_INFO_REPLY", R)


@on("victim_information", "r")
def information_given(case: Paper, told: Told) -> None:
    case.meet(told, "VICTIM_INFO_REPLY")
