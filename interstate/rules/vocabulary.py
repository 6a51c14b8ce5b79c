"""The compact's closed lists: sides, states of a case, events, what is owed."""

from enum import StrEnum
from typing import Final


class Side(StrEnum):
    """Who acts or owes: the two states of a case, a third state, or a victim."""

    SENDING = "sending"
    RECEIVING = "receiving"
    THIRD = "third"
    VICTIM = "victim"

    @property
    def other(self) -> "Side | None":
        """The other of the two states; none for a third state or a victim."""
        if self is Side.SENDING:
            return Side.RECEIVING
        return Side.SENDING if self is Side.RECEIVING else None


class State(StrEnum):
    """Where a case stands."""

    DRAFT = "DRAFT"
    RI_PENDING = "RI_PENDING"
    RI_APPROVED = "RI_APPROVED"
    RI_DENIED = "RI_DENIED"
    RI_ARRIVED = "RI_ARRIVED"
    TR_PENDING = "TR_PENDING"
    ACCEPTED = "ACCEPTED"
    REJECTED = "REJECTED"
    IN_TRANSIT = "IN_TRANSIT"
    FAILED_TO_ARRIVE = "FAILED_TO_ARRIVE"
    ACTIVE = "ACTIVE"
    RETAKE_REQUESTED = "RETAKE_REQUESTED"
    RETAKING = "RETAKING"
    RETURN_ORDERED = "RETURN_ORDERED"
    RETURN_PENDING = "RETURN_PENDING"
    RETURN_APPROVED = "RETURN_APPROVED"
    RETURNING = "RETURNING"
    CLOSURE_PENDING = "CLOSURE_PENDING"
    CLOSED = "CLOSED"
    WITHDRAWN = "WITHDRAWN"

    @property
    def is_over(self) -> bool:
        """Whether nothing but a reopening may follow."""
        return self in {State.CLOSED, State.WITHDRAWN}


OVER: Final = tuple(each.value for each in State if each.is_over)


class EventType(StrEnum):
    """What happens to a case."""

    SENTENCED = "sentenced"
    RELEASED_TO_SUPERVISION = "released_to_supervision"
    REPORTING_INSTRUCTIONS_REQUEST = "reporting_instructions_request"
    REPORTING_INSTRUCTIONS_REPLY = "reporting_instructions_reply"
    TRANSFER_REQUEST = "transfer_request"
    TRANSFER_REPLY = "transfer_reply"
    NOTICE_OF_DEPARTURE = "notice_of_departure"
    NOTICE_OF_ARRIVAL = "notice_of_arrival"
    NOTICE_OF_FAILURE_TO_ARRIVE = "notice_of_failure_to_arrive"
    NOTICE_CORRECTED = "notice_corrected"
    PROGRESS_REPORT_REQUEST = "progress_report_request"
    PROGRESS_REPORT = "progress_report"
    VIOLATION_DISCOVERED = "violation_discovered"
    VIOLATION_REPORT = "violation_report"
    VIOLATION_RESPONSE = "violation_response"
    VIOLATION_ADDENDUM = "violation_addendum"
    CUSTODY_ON_WARRANT = "custody_on_warrant"
    AVAILABLE_FOR_RETAKING = "available_for_retaking"
    WARRANT_ISSUED = "warrant_issued"
    PROBABLE_CAUSE_HEARING = "probable_cause_hearing"
    PROBABLE_CAUSE_REPORT_RECEIVED = "probable_cause_report_received"
    DECISION_TO_RETAKE = "decision_to_retake"
    DISCRETIONARY_RETAKING = "discretionary_retaking"
    RETURN_INSTRUCTIONS_REQUEST = "return_instructions_request"
    RETURN_INSTRUCTIONS_REPLY = "return_instructions_reply"
    CASE_CLOSURE_NOTICE = "case_closure_notice"
    CASE_CLOSURE_REPLY = "case_closure_reply"
    WITHDRAW_ACCEPTANCE = "withdraw_acceptance"
    WITHDRAW_CASE = "withdraw_case"
    WITHDRAW_ACTIVITY = "withdraw_activity"
    REOPEN = "reopen"
    SUPERVISION_ENDED = "supervision_ended"
    FOUND_WITHOUT_PERMISSION = "found_without_permission"
    RETURN_DIRECTED = "return_directed"
    SIGNED_FORMS_REQUEST = "signed_forms_request"
    SIGNED_FORMS = "signed_forms"
    DOCUMENTS_REQUEST = "documents_request"
    DOCUMENTS = "documents"
    VICTIM_NOTICE_SENT = "victim_notice_sent"
    VICTIM_COMMENT_RECEIVED = "victim_comment_received"
    VICTIM_ANSWERED = "victim_answered"
    VICTIM_INFORMATION_REQUEST = "victim_information_request"
    VICTIM_INFORMATION = "victim_information"
    REPORT_DATE_CHANGED = "report_date_changed"
    TOLLING_SET = "tolling_set"
    TOLLING_CLEARED = "tolling_cleared"
    CASE_FOLDED = "case_folded"
    CASE_UNFOLDED = "case_unfolded"


class Key(StrEnum):
    """What somebody owes by a day, or may do from a day on."""

    TREP_DUE = "TREP_DUE"
    ACCEPTANCE_VALID = "ACCEPTANCE_VALID"
    NO_SHOW_WITHDRAW = "NO_SHOW_WITHDRAW"
    NO_SHOW_PRERELEASE = "NO_SHOW_PRERELEASE"
    RFRI_LIVING_DUE = "RFRI_LIVING_DUE"
    RI_REPLY = "RI_REPLY"
    RI_REPLY_SEX = "RI_REPLY_SEX"
    TREQ_AFTER_RI = "TREQ_AFTER_RI"
    SIGNED_FORMS = "SIGNED_FORMS"
    RE_TREQ_INCOMPLETE = "RE_TREQ_INCOMPLETE"
    RETURN_RFRI_AFTER_REJECT = "RETURN_RFRI_AFTER_REJECT"
    RETURN_RFRI_AFTER_RVR = "RETURN_RFRI_AFTER_RVR"
    RETURN_RI_REPLY = "RETURN_RI_REPLY"
    UNAUTH_RETURN = "UNAUTH_RETURN"
    WARRANT_NO_RETURN = "WARRANT_NO_RETURN"
    OVR_DUE = "OVR_DUE"
    RVR_DUE = "RVR_DUE"
    WARRANT_RETAKE = "WARRANT_RETAKE"
    WARRANT_NEW_CRIME = "WARRANT_NEW_CRIME"
    WARRANT_ABSCOND = "WARRANT_ABSCOND"
    RETAKE = "RETAKE"
    DISCR_NOTIFY = "DISCR_NOTIFY"
    PC_REPORT = "PC_REPORT"
    PC_DECISION = "PC_DECISION"
    PC_RETAKE = "PC_RETAKE"
    PR_DUE = "PR_DUE"
    DOCS_AFTER_ACCEPT = "DOCS_AFTER_ACCEPT"
    CCN_DUE = "CCN_DUE"
    CCN_REPLY = "CCN_REPLY"
    VICTIM_INITIAL = "VICTIM_INITIAL"
    VICTIM_INFO_REPLY = "VICTIM_INFO_REPLY"
    VICTIM_RECEIPT = "VICTIM_RECEIPT"
    VICTIM_COMMENT = "VICTIM_COMMENT"
    VICTIM_ANSWER = "VICTIM_ANSWER"
    RELEASED_IN_RS_RFRI = "RELEASED_IN_RS_RFRI"


WARRANT_KEYS = frozenset(
    {Key.WARRANT_RETAKE, Key.WARRANT_NEW_CRIME, Key.WARRANT_ABSCOND, Key.WARRANT_NO_RETURN}
)
# What the sending state owes victims, told them and heard of them: no other state's business.
OWED_TO_VICTIMS = frozenset(
    {Key.VICTIM_INITIAL, Key.VICTIM_RECEIPT, Key.VICTIM_COMMENT, Key.VICTIM_ANSWER}
)
TOLD_OF_VICTIMS = frozenset(
    {EventType.VICTIM_NOTICE_SENT, EventType.VICTIM_COMMENT_RECEIVED, EventType.VICTIM_ANSWERED}
)


# What meets an obligation: the activity or event that its owner brings.
MET_BY = {
    Key.TREP_DUE: EventType.TRANSFER_REPLY,
    Key.ACCEPTANCE_VALID: EventType.NOTICE_OF_DEPARTURE,
    Key.RFRI_LIVING_DUE: EventType.REPORTING_INSTRUCTIONS_REQUEST,
    Key.RI_REPLY: EventType.REPORTING_INSTRUCTIONS_REPLY,
    Key.RI_REPLY_SEX: EventType.REPORTING_INSTRUCTIONS_REPLY,
    Key.TREQ_AFTER_RI: EventType.TRANSFER_REQUEST,
    Key.SIGNED_FORMS: EventType.SIGNED_FORMS,
    Key.RE_TREQ_INCOMPLETE: EventType.TRANSFER_REQUEST,
    Key.RETURN_RFRI_AFTER_REJECT: EventType.RETURN_INSTRUCTIONS_REQUEST,
    Key.RETURN_RFRI_AFTER_RVR: EventType.RETURN_INSTRUCTIONS_REQUEST,
    Key.RETURN_RI_REPLY: EventType.RETURN_INSTRUCTIONS_REPLY,
    Key.UNAUTH_RETURN: EventType.RETURN_DIRECTED,
    Key.WARRANT_NO_RETURN: EventType.WARRANT_ISSUED,
    Key.OVR_DUE: EventType.VIOLATION_REPORT,
    Key.RVR_DUE: EventType.VIOLATION_RESPONSE,
    Key.WARRANT_RETAKE: EventType.WARRANT_ISSUED,
    Key.WARRANT_NEW_CRIME: EventType.WARRANT_ISSUED,
    Key.WARRANT_ABSCOND: EventType.WARRANT_ISSUED,
    Key.PC_REPORT: EventType.PROBABLE_CAUSE_REPORT_RECEIVED,
    Key.PC_DECISION: EventType.DECISION_TO_RETAKE,
    Key.PR_DUE: EventType.PROGRESS_REPORT,
    Key.DOCS_AFTER_ACCEPT: EventType.DOCUMENTS,
    Key.CCN_DUE: EventType.CASE_CLOSURE_NOTICE,
    Key.CCN_REPLY: EventType.CASE_CLOSURE_REPLY,
    Key.VICTIM_INITIAL: EventType.VICTIM_NOTICE_SENT,
    Key.VICTIM_INFO_REPLY: EventType.VICTIM_INFORMATION,
    Key.VICTIM_ANSWER: EventType.VICTIM_ANSWERED,
    Key.RELEASED_IN_RS_RFRI: EventType.REPORTING_INSTRUCTIONS_REQUEST,
}
