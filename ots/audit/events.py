"""The closed catalogue of events; each reads as a sentence with its actor in front."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class EventKind:
    """One kind of event: its name in the trail and the words that follow the actor's name."""

    name: str
    sentence: str


class Event(Enum):
    """Everything that is recorded by name."""

    SIGNED_IN = EventKind("SIGNED_IN", "signed in")
    SIGN_IN_FAILED = EventKind("SIGN_IN_FAILED", "failed to sign in")
    SIGNED_OUT = EventKind("SIGNED_OUT", "signed out")
    PASSWORD_CHANGED = EventKind("PASSWORD_CHANGED", "changed the own password")
    ACCOUNT_LOCKED = EventKind("ACCOUNT_LOCKED", "locked an account after five wrong tries")
    ACCOUNT_RELEASED = EventKind("ACCOUNT_RELEASED", "released a locked account")
    ACCOUNT_CLOSED = EventKind("ACCOUNT_CLOSED", "closed an account")
    ACCOUNT_OPENED = EventKind("ACCOUNT_OPENED", "opened a closed account again")
    ATTRIBUTES_RECORDED = EventKind("ATTRIBUTES_RECORDED", "recorded attributes of an account")
    SECURITY_REPORTED = EventKind("SECURITY_REPORTED", "reported a security incident")
    SECURITY_MOVED = EventKind("SECURITY_MOVED", "moved a security incident on")
    SECURITY_TOLD = EventKind("SECURITY_TOLD", "recorded who was told of a security incident")
    SECURITY_PRINTED = EventKind("SECURITY_PRINTED", "printed a security incident")
    CONCERN_TOLD = EventKind("CONCERN_TOLD", "told what is wrong on a page")
    CONCERN_MOVED = EventKind("CONCERN_MOVED", "looked at or answered what was told wrong")
    ACCOUNT_REVIEWED = EventKind("ACCOUNT_REVIEWED", "reviewed an account")
    TRAINING_RECORDED = EventKind("TRAINING_RECORDED", "recorded a user's training")
    TRAINING_WITHDRAWN = EventKind("TRAINING_WITHDRAWN", "took back a record of training")
    SESSION_LOCKED = EventKind("SESSION_LOCKED", "was locked out of a session left alone")
    SESSION_UNLOCKED = EventKind("SESSION_UNLOCKED", "unlocked the own session")
    SESSION_ENDED = EventKind("SESSION_ENDED", "ended a session")
    IDENTITY_CONFIRMED = EventKind("IDENTITY_CONFIRMED", "proved again who it is")
    FACTOR_ADDED = EventKind("FACTOR_ADDED", "added a second factor")
    FACTOR_REMOVED = EventKind("FACTOR_REMOVED", "removed a second factor")
    FACTORS_RESET = EventKind("FACTORS_RESET", "reset an account's second factors")
    RECOVERY_CODES_MADE = EventKind("RECOVERY_CODES_MADE", "made recovery codes")
    RECOVERY_CODE_USED = EventKind("RECOVERY_CODE_USED", "used a recovery code")
    ACCESS_DENIED = EventKind("ACCESS_DENIED", "was refused a page")
    ROLE_GIVEN = EventKind("ROLE_GIVEN", "changed a user's roles or offices")
    TRAIL_READ = EventKind("TRAIL_READ", "read the audit trail")
    TRAIL_REVIEWED = EventKind("TRAIL_REVIEWED", "reviewed a question about the trail")
    TRAIL_EXPORTED = EventKind("TRAIL_EXPORTED", "exported entries of the trail as evidence")
    TERMS_READ = EventKind("TERMS_READ", "read what somebody had searched for")
    TRAIL_CHECKED = EventKind("TRAIL_CHECKED", "checked the whole trail")
    TRAIL_WATCHED = EventKind("TRAIL_WATCHED", "tried whether the trail takes entries")
    TRAIL_ALARMED = EventKind("TRAIL_ALARMED", "raised an alarm about the trail")
    TRAIL_ARCHIVED = EventKind("TRAIL_ARCHIVED", "moved a month of the trail to a file")
    ROWS_CHANGED = EventKind("ROWS_CHANGED", "changed rows without an event of the application")
    RECORDS_DISCLOSED = EventKind("RECORDS_DISCLOSED", "disclosed records to others")
    PERSON_VIEWED = EventKind("PERSON_VIEWED", "viewed a person's record")
    PERSON_SEARCHED = EventKind("PERSON_SEARCHED", "searched for people")
    LIST_VIEWED = EventKind("LIST_VIEWED", "viewed a list of people")
    PEOPLE_EXPORTED = EventKind("PEOPLE_EXPORTED", "exported people")
    WORKSHEET_EXPORTED = EventKind(
        "WORKSHEET_EXPORTED", "printed or exported a worksheet of time computation"
    )
    PERSON_RECORDED = EventKind("PERSON_RECORDED", "recorded a person")
    NAME_CORRECTED = EventKind("NAME_CORRECTED", "corrected a name")
    NAME_RECORDED = EventKind("NAME_RECORDED", "recorded a name")
    IDENTIFIER_RECORDED = EventKind("IDENTIFIER_RECORDED", "recorded an identifier")
    FACT_RECORDED = EventKind("FACT_RECORDED", "recorded a fact")
    FACT_CORRECTED = EventKind("FACT_CORRECTED", "corrected a fact")
    CASE_OPENED = EventKind("CASE_OPENED", "opened a court case")
    CHARGE_FILED = EventKind("CHARGE_FILED", "filed a charge")
    CHARGE_AMENDED = EventKind("CHARGE_AMENDED", "amended a charge")
    DISPOSITION_RECORDED = EventKind("DISPOSITION_RECORDED", "recorded a disposition")
    HEARING_SCHEDULED = EventKind("HEARING_SCHEDULED", "recorded a court date")
    SENTENCE_IMPOSED = EventKind("SENTENCE_IMPOSED", "entered a sentence")
    SENTENCE_AMENDED = EventKind("SENTENCE_AMENDED", "amended a sentence")
    SENTENCE_VACATED = EventKind("SENTENCE_VACATED", "recorded that a sentence was vacated")
    CUSTODY_RECORDED = EventKind("CUSTODY_RECORDED", "recorded custody")
    CUSTODY_ENDED = EventKind("CUSTODY_ENDED", "recorded the end of custody")
    MOVEMENT_RECORDED = EventKind("MOVEMENT_RECORDED", "recorded a movement")
    WARRANT_RECORDED = EventKind("WARRANT_RECORDED", "recorded a warrant")
    WARRANT_CLOSED = EventKind("WARRANT_CLOSED", "recorded that a warrant was served or recalled")
    HOLD_PLACED = EventKind("HOLD_PLACED", "recorded a hold")
    HOLD_CLEARED = EventKind("HOLD_CLEARED", "recorded that a hold was cleared")
    DETAINER_LODGED = EventKind("DETAINER_LODGED", "recorded a detainer")
    DETAINER_LIFTED = EventKind("DETAINER_LIFTED", "recorded that a detainer was lifted")
    PROTECTIVE_ORDER_RECORDED = EventKind(
        "PROTECTIVE_ORDER_RECORDED", "recorded a protective order"
    )
    CONTACT_RECORDED = EventKind("CONTACT_RECORDED", "recorded an address, telephone or job")
    MISCONDUCT_RECORDED = EventKind("MISCONDUCT_RECORDED", "recorded a misconduct finding")
    CREDIT_AWARDED = EventKind("CREDIT_AWARDED", "recorded a credit award")
    CREDIT_FORFEITED = EventKind("CREDIT_FORFEITED", "recorded a forfeiture of credit")
    CREDIT_RESTORED = EventKind("CREDIT_RESTORED", "recorded a restoration of credit")
    PAROLE_GRANTED = EventKind("PAROLE_GRANTED", "recorded a release on parole")
    PAROLE_VIOLATED = EventKind("PAROLE_VIOLATED", "recorded a parole violation")
    TIME_ORDER_RECORDED = EventKind("TIME_ORDER_RECORDED", "recorded an order on a person's time")
    PHOTO_ADDED = EventKind("PHOTO_ADDED", "added a photograph")
    INCIDENT_REPORTED = EventKind("INCIDENT_REPORTED", "reported an incident")
    EVIDENCE_ADDED = EventKind("EVIDENCE_ADDED", "added evidence of an incident")
    ALLEGATION_STATED = EventKind("ALLEGATION_STATED", "stated how far a violation is shown")
    RESPONSE_PROPOSED = EventKind("RESPONSE_PROPOSED", "answered a violation")
    RESPONSE_STEPPED = EventKind("RESPONSE_STEPPED", "took an answer to a violation a step further")
    INCENTIVE_GIVEN = EventKind("INCENTIVE_GIVEN", "gave an incentive")
    SUGGESTION_DECIDED = EventKind("SUGGESTION_DECIDED", "decided about a suggestion")
    VIOLATION_REPORTED = EventKind("VIOLATION_REPORTED", "wrote a violation report")
    PROCEEDING_STEPPED = EventKind(
        "PROCEEDING_STEPPED", "took a violation proceeding a step further"
    )
    FINDING_RECORDED = EventKind("FINDING_RECORDED", "recorded a finding about a violation")
    VIOLATION_DISPOSED = EventKind("VIOLATION_DISPOSED", "recorded what was decided of a violation")
    CLOCK_MARKED = EventKind("CLOCK_MARKED", "marked a time limit as met or standing still")
    PACKET_PRINTED = EventKind("PACKET_PRINTED", "printed a packet for a court or the board")
    CASE_ASSIGNED = EventKind("CASE_ASSIGNED", "assigned a person to an agent")
    CASE_OFFERED = EventKind("CASE_OFFERED", "offered a case to another office")
    CASE_OFFER_ANSWERED = EventKind("CASE_OFFER_ANSWERED", "answered the offer of a case")
    LEVEL_SET = EventKind("LEVEL_SET", "set a level of supervision")
    CONDITION_IMPOSED = EventKind("CONDITION_IMPOSED", "recorded a condition of supervision")
    CONDITION_AMENDED = EventKind("CONDITION_AMENDED", "recorded an amended condition")
    CONDITION_ENDED = EventKind("CONDITION_ENDED", "recorded that a condition rests or ended")
    CONDITION_NOTIFIED = EventKind("CONDITION_NOTIFIED", "recorded notice of a condition")
    ZONE_DRAWN = EventKind("ZONE_DRAWN", "drew a zone")
    CONDITIONS_PRINTED = EventKind("CONDITIONS_PRINTED", "printed a person's conditions")
    OBLIGATION_EXCUSED = EventKind("OBLIGATION_EXCUSED", "excused something that was due")
    LINE_MUTED = EventKind("LINE_MUTED", "muted a line of the day's list")
    LINE_SHOWN = EventKind("LINE_SHOWN", "took a mute back")
    PATTERN_ANSWERED = EventKind("PATTERN_ANSWERED", "said what stands behind an office's figures")
    OBLIGATIONS_REFRESHED = EventKind(
        "OBLIGATIONS_REFRESHED", "brought what is due up to date for many people"
    )
    CONTACT_LOGGED = EventKind("CONTACT_LOGGED", "recorded a contact or what became of it")
    APPOINTMENT_MADE = EventKind("APPOINTMENT_MADE", "made an appointment")
    REMINDERS_WISHED = EventKind("REMINDERS_WISHED", "recorded how a person is reminded")
    MESSAGES_SENT = EventKind("MESSAGES_SENT", "sent reminders and alarms")
    SAFETY_REVIEWED = EventKind("SAFETY_REVIEWED", "reviewed the safety of visits")
    NEAR_MISS_REPORTED = EventKind("NEAR_MISS_REPORTED", "reported a near miss")
    VISITS_LEFT = EventKind("VISITS_LEFT", "left for visits")
    VISITS_BACK = EventKind("VISITS_BACK", "came back from visits")
    VISITS_ALARM = EventKind("VISITS_ALARM", "called out an agent who is overdue from visits")
    ALARM_SEEN = EventKind("ALARM_SEEN", "took up an alarm about an agent")
    DURESS_AGREED = EventKind("DURESS_AGREED", "agreed a word for danger")
    VISIT_SHEET_PRINTED = EventKind("VISIT_SHEET_PRINTED", "printed a sheet for a visit")
    STANDARDS_PAUSED = EventKind("STANDARDS_PAUSED", "let standards of contact rest")
    STANDARDS_RESUMED = EventKind("STANDARDS_RESUMED", "let standards of contact run again")
    COMPUTATION_STORED = EventKind("COMPUTATION_STORED", "computed a person's dates")
    QUESTIONS_ASSIGNED = EventKind("QUESTIONS_ASSIGNED", "gave, took or gave back questions")
    DECISION_RECORDED = EventKind("DECISION_RECORDED", "decided a question of computed dates")
    DECISION_WITHDRAWN = EventKind("DECISION_WITHDRAWN", "withdrew a decision on computed dates")
    DATES_CERTIFIED = EventKind("DATES_CERTIFIED", "certified dates")
    DATES_CONFIRMED = EventKind("DATES_CONFIRMED", "confirmed dates as the second clerk")
    DATES_SENT_BACK = EventKind("DATES_SENT_BACK", "sent certified dates back")
    REACH_GRANTED = EventKind("REACH_GRANTED", "gave a user one person's record")
    REACH_ENDED = EventKind("REACH_ENDED", "ended a user's reach of one person's record")
    COVER_ARRANGED = EventKind("COVER_ARRANGED", "arranged cover for a colleague")
    COVER_ENDED = EventKind("COVER_ENDED", "ended the cover for a colleague")
    GLASS_BROKEN = EventKind("GLASS_BROKEN", "opened a closed record in an emergency")
    GLASS_REFUSED = EventKind("GLASS_REFUSED", "asked in vain to open a record in an emergency")
    GLASS_REVIEWED = EventKind("GLASS_REVIEWED", "judged an opening in an emergency")
    PERSON_RESTRICTED = EventKind("PERSON_RESTRICTED", "closed a person's record")
    RESTRICTION_LIFTED = EventKind("RESTRICTION_LIFTED", "lifted the closure of a record")
    PERSON_KNOWN = EventKind("PERSON_KNOWN", "declared to know a person privately")
    RECORD_SEALED = EventKind("RECORD_SEALED", "sealed a record by order of a court")
    RECORD_UNSEALED = EventKind("RECORD_UNSEALED", "unsealed a record by order of a court")
    RECORD_DESTROYED = EventKind("RECORD_DESTROYED", "destroyed a record by order of a court")
    CONSENT_RECORDED = EventKind("CONSENT_RECORDED", "recorded a consent to disclosure")
    CONSENT_REVOKED = EventKind("CONSENT_REVOKED", "recorded that a consent was revoked")
    TREATMENT_RECORDED = EventKind("TREATMENT_RECORDED", "recorded treatment")
    ACCESS_PREVIEWED = EventKind("ACCESS_PREVIEWED", "looked up what a user may see of a person")
    SAMPLE_DRAWN = EventKind("SAMPLE_DRAWN", "drew a sample to compare with court documents")
    DOCUMENT_READ = EventKind("DOCUMENT_READ", "compared a record with a court document")
    DOCUMENT_LOOKED_UP = EventKind("DOCUMENT_LOOKED_UP", "looked up a court's document")
    FINDING_CAUSED = EventKind("FINDING_CAUSED", "named the cause of a difference to a document")
    FINDING_CLOSED = EventKind("FINDING_CLOSED", "closed a difference to a document")
    ELIGIBILITY_COMPUTED = EventKind(
        "ELIGIBILITY_COMPUTED", "computed what people are eligible for"
    )
    OPPORTUNITY_SNOOZED = EventKind("OPPORTUNITY_SNOOZED", "put off an opportunity of a person")
    RECOMMENDATION_MOVED = EventKind("RECOMMENDATION_MOVED", "moved a recommendation on")
    RECOMMENDATION_CARRIED_OUT = EventKind(
        "RECOMMENDATION_CARRIED_OUT", "carried out a recommendation"
    )
    ABSCONDING_OPENED = EventKind("ABSCONDING_OPENED", "recorded that a person is out of touch")
    ABSCONDING_CLOSED = EventKind("ABSCONDING_CLOSED", "recorded that a person was found")
    ATTEMPT_RECORDED = EventKind("ATTEMPT_RECORDED", "recorded an attempt to find a person")
    TRAVEL_ASKED = EventKind("TRAVEL_ASKED", "recorded a request to travel")
    TRAVEL_DECIDED = EventKind("TRAVEL_DECIDED", "decided a request to travel")
    TRAVEL_ENDED = EventKind("TRAVEL_ENDED", "recorded a return from travel")
    VICTIM_RECORDED = EventKind("VICTIM_RECORDED", "recorded a victim")
    VICTIM_NOTICE_DUE = EventKind("VICTIM_NOTICE_DUE", "made a notice to a victim due")
    VICTIM_NOTICE_TRIED = EventKind("VICTIM_NOTICE_TRIED", "tried to tell a victim")
    DOCUMENT_MADE = EventKind("DOCUMENT_MADE", "printed a document about a person")
    NIGHTLY_STRETCH_COMPUTED = EventKind(
        "NIGHTLY_STRETCH_COMPUTED", "computed a stretch of people in the nightly run"
    )
    NIGHTLY_RUN_FINISHED = EventKind("NIGHTLY_RUN_FINISHED", "finished a nightly run")
    IMPACT_RUN_STARTED = EventKind("IMPACT_RUN_STARTED", "ran a proposed law over the population")
    IMPACT_RUN_FINISHED = EventKind("IMPACT_RUN_FINISHED", "finished a run of a proposed law")
    PROJECTION_MADE = EventKind("PROJECTION_MADE", "projected the prison and parole population")
    COMPACT_CASE_OPENED = EventKind("COMPACT_CASE_OPENED", "opened a case of the compact")
    COMPACT_CASE_GIVEN = EventKind("COMPACT_CASE_GIVEN", "gave a case of the compact to somebody")
    COMPACT_CASE_CHANGED_OFFICE = EventKind(
        "COMPACT_CASE_CHANGED_OFFICE", "gave a compact case to another office of the state"
    )
    COMPACT_COURT_CASES_NAMED = EventKind(
        "COMPACT_COURT_CASES_NAMED", "named the court cases that a compact case is for"
    )
    COMPACT_CASE_WATCHED = EventKind("COMPACT_CASE_WATCHED", "watched a compact case, or no more")
    COMPACT_ACTIVITY_WATCHED = EventKind(
        "COMPACT_ACTIVITY_WATCHED", "watched a compact activity, or no more"
    )
    COMPACT_ACTIVITY_BEGUN = EventKind("COMPACT_ACTIVITY_BEGUN", "began a compact activity")
    COMPACT_ACTIVITY_SAVED = EventKind("COMPACT_ACTIVITY_SAVED", "saved a compact activity")
    COMPACT_ACTIVITY_MOVED = EventKind("COMPACT_ACTIVITY_MOVED", "moved a compact activity on")
    COMPACT_EVENT_TAKEN = EventKind("COMPACT_EVENT_TAKEN", "took an event into a compact case")
    COMPACT_MESSAGE_RECEIVED = EventKind(
        "COMPACT_MESSAGE_RECEIVED", "received a message of the compact from another state"
    )
    COMPACT_MESSAGE_SENT_AGAIN = EventKind(
        "COMPACT_MESSAGE_SENT_AGAIN", "had a message of the compact sent again"
    )
    COMPACT_KEY_CHANGED = EventKind(
        "COMPACT_KEY_CHANGED", "gave another state's system a key, or ended one"
    )
    COMPACT_REMINDED = EventKind("COMPACT_REMINDED", "reminded of what the compact asks")
    COMPACT_CASE_KEPT_OFF = EventKind(
        "COMPACT_CASE_KEPT_OFF", "kept a case of the compact off the public portal"
    )
    COMPACT_CASE_SHOWN = EventKind(
        "COMPACT_CASE_SHOWN", "let the public portal show a case of the compact again"
    )
    COMPACT_NOTICE_NOT_TAKEN = EventKind(
        "COMPACT_NOTICE_NOT_TAKEN", "could not take a victim's notice into a compact case"
    )
    COMPACT_REPORT_KEPT = EventKind("COMPACT_REPORT_KEPT", "kept a report of the compact by name")
    COMPACT_REPORT_FORGOTTEN = EventKind(
        "COMPACT_REPORT_FORGOTTEN", "deleted a report of the compact kept by name"
    )
    COMPACT_REMINDERS_CHOSEN = EventKind(
        "COMPACT_REMINDERS_CHOSEN", "chose how to be reminded of what the compact asks"
    )
    RISK_ASSESSED = EventKind("RISK_ASSESSED", "assessed risk and needs")
    RISK_RESULT_RECORDED = EventKind("RISK_RESULT_RECORDED", "recorded the result of another tool")
    OVERRIDE_ASKED = EventKind("OVERRIDE_ASKED", "asked for another level than the score gives")
    OVERRIDE_DECIDED = EventKind("OVERRIDE_DECIDED", "decided on a level beside the score")
    PLAN_CHANGED = EventKind("PLAN_CHANGED", "changed a case plan")
    PLAN_SIGNED = EventKind("PLAN_SIGNED", "recorded a signature under a case plan")
    RISK_PRINTED = EventKind("RISK_PRINTED", "printed an assessment or a case plan")
    TEST_RECORDED = EventKind("TEST_RECORDED", "recorded a drug or alcohol test")
    TEST_RESULT_RECORDED = EventKind("TEST_RESULT_RECORDED", "recorded results of a test")
    TEST_ADMITTED = EventKind("TEST_ADMITTED", "recorded what was admitted of a test")
    TEST_VOIDED = EventKind("TEST_VOIDED", "voided a test")
    SPECIMEN_PASSED = EventKind("SPECIMEN_PASSED", "recorded that a specimen changed hands")
    GROUP_JOINED = EventKind("GROUP_JOINED", "put a person in a group called for tests")
    TESTS_DRAWN = EventKind("TESTS_DRAWN", "drew people for tests")
    PROGRAM_REFERRED = EventKind("PROGRAM_REFERRED", "referred a person to a program")
    PROGRAM_STEP_TAKEN = EventKind("PROGRAM_STEP_TAKEN", "moved a referral to a program on")
    SESSION_RECORDED = EventKind("SESSION_RECORDED", "recorded a session of a program")
    WORK_CHECKED = EventKind("WORK_CHECKED", "recorded a check of employment")
    HOME_CHECKED = EventKind("HOME_CHECKED", "recorded a check of a residence")
    DEBT_CHARGED = EventKind("DEBT_CHARGED", "recorded what a person owes")
    PAYMENT_RECORDED = EventKind("PAYMENT_RECORDED", "recorded a payment")
    DEBT_WAIVED = EventKind("DEBT_WAIVED", "waived what a person owes")
    ENTRY_REVERSED = EventKind("ENTRY_REVERSED", "reversed an entry of the ledger")
    ABILITY_STATED = EventKind("ABILITY_STATED", "recorded what a person can pay")
    INSTALMENTS_SET = EventKind("INSTALMENTS_SET", "set or ended a plan of instalments")
    RECORDS_IMPORTED = EventKind("RECORDS_IMPORTED", "imported records")
    REFERENCE_DATA_LOADED = EventKind("REFERENCE_DATA_LOADED", "loaded reference data")
    POPULATION_GENERATED = EventKind("POPULATION_GENERATED", "generated a population")

    @property
    def sentence(self) -> str:
        """Return the words that follow the actor's name."""
        return self.value.sentence


EVENT_NAMES: frozenset[str] = frozenset(event.name for event in Event)
