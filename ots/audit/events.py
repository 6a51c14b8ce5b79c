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
    NIGHTLY_STRETCH_COMPUTED = EventKind(
        "NIGHTLY_STRETCH_COMPUTED", "computed a stretch of people in the nightly run"
    )
    NIGHTLY_RUN_FINISHED = EventKind("NIGHTLY_RUN_FINISHED", "finished a nightly run")
    IMPACT_RUN_STARTED = EventKind("IMPACT_RUN_STARTED", "ran a proposed law over the population")
    IMPACT_RUN_FINISHED = EventKind("IMPACT_RUN_FINISHED", "finished a run of a proposed law")
    PROJECTION_MADE = EventKind("PROJECTION_MADE", "projected the prison and parole population")
    RECORDS_IMPORTED = EventKind("RECORDS_IMPORTED", "imported records")
    REFERENCE_DATA_LOADED = EventKind("REFERENCE_DATA_LOADED", "loaded reference data")
    POPULATION_GENERATED = EventKind("POPULATION_GENERATED", "generated a population")

    @property
    def sentence(self) -> str:
        """Return the words that follow the actor's name."""
        return self.value.sentence


EVENT_NAMES: frozenset[str] = frozenset(event.name for event in Event)
