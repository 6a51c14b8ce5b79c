"""Closed code lists of violation reports, proceedings and what is decided in them."""

from django.db import models


class Route(models.TextChoices):
    """What a report asks for."""

    LOCAL = "local", "An answer here, without the court or board"
    SUMMONS = "summons", "A summons"
    WARRANT = "warrant", "A warrant"


class Alternative(models.TextChoices):
    """What was tried before."""

    WARNINGS = "warnings", "Warnings"
    MORE_CONTACT = "more_contact", "More contact"
    CONDITIONS = "conditions", "More or other conditions"
    REFERRALS = "referrals", "Referrals to treatment or services"
    HOUSING = "housing", "Approved or other housing"
    TESTING = "testing", "More testing"
    INCENTIVES = "incentives", "Incentives"
    OTHER = "other", "Something else, told below"


class Vulnerability(models.TextChoices):
    """What those who arrest and hold the person have to know."""

    SUICIDE = "suicide", "Suicide or self-harm"
    DRUGS = "drugs", "Drugs or alcohol"
    MENTAL_HEALTH = "mental_health", "Mental health"
    MEDICATION = "medication", "Medication"
    PHYSICAL = "physical", "Physical health"
    LEARNING = "learning", "Learning difficulty"
    DISABILITY = "disability", "Disability"
    ABUSE = "abuse", "Victim of abuse"
    SAFEGUARDING = "safeguarding", "Children or adults to be looked after"
    AT_RISK = "at_risk", "At risk from others"
    BREAKUP = "breakup", "Breakup"
    BEREAVEMENT = "bereavement", "Bereavement"
    LANGUAGE = "language", "Language"


class SpecialistDecision(models.TextChoices):
    """What the parole violation specialist decides."""

    CONTINUE = "continue", "Continue parole"
    REINSTATE = "reinstate", "Reinstate"
    REINSTATE_DISCHARGE = "reinstate_discharge", "Reinstate and discharge"
    RETURN = "return", "Return for revocation process"
    PROGRAMMING = "programming", "Continue pending programming"
    WARRANT_2 = "warrant_2", "Issue #2 warrant"
    CONTINUE_WARRANT = "continue_warrant", "Continue warrant"


class FindingOutcome(models.TextChoices):
    """What was found about one violation."""

    GUILTY_PLEA = "guilty_plea", "Pleaded guilty"
    NO_CONTEST = "no_contest", "Pleaded no contest"
    ADMITTED = "admitted", "Admitted"
    PROVED = "proved", "Proved by a preponderance of the evidence"
    NOT_PROVED = "not_proved", "Not proved"
    DISMISSED = "dismissed", "Dismissed"
    DEFERRED = "deferred", "Deferred"


class Body(models.TextChoices):
    """Who decides."""

    CIRCUIT_COURT = "circuit_court", "Circuit court"
    DISTRICT_COURT = "district_court", "District court"
    PAROLE_BOARD = "parole_board", "Parole board"
    PROGRAM_MANAGER = "program_manager", "Program manager"
    AREA_MANAGER = "area_manager", "Area manager"
    SUPERVISOR = "supervisor", "Supervisor"
    AGENT = "agent", "Agent"
    VIOLATION_UNIT = "violation_unit", "Parole violation unit"
    OTHER_STATE = "other_state", "Other state"


class Outcome(models.TextChoices):
    """What is decided of a proceeding."""

    NO_CHANGE = "no_change", "No change"
    VERBAL_WARNING = "verbal_warning", "Verbal warning"
    CONTINUE = "continue", "Continue or reinstate"
    EXTEND = "extend", "Extend"
    ADD_CONDITION = "add_condition", "Add a condition"
    ADD_TESTING = "add_testing", "Add testing"
    ADD_MONITORING = "add_monitoring", "Add electronic monitoring"
    RAISE_LEVEL = "raise_level", "Raise the level"
    DAY_TREATMENT = "day_treatment", "Day treatment"
    OUTPATIENT = "outpatient", "Out-patient treatment"
    RESIDENTIAL = "residential", "Residential treatment"
    REFER_MANAGER = "refer_manager", "Refer to program or area manager"
    INVESTIGATE = "investigate", "Return to the agent for more investigation"
    DEFERRED = "deferred", "Deferred"
    DISMISSED = "dismissed", "Dismissed"
    JAIL = "jail", "Additional jail"
    REENTRY = "reentry", "Residential re-entry program"
    RULE_VIOLATOR = "rule_violator", "Technical rule violator center"
    BOOT_CAMP = "boot_camp", "Special alternative incarceration"
    HYTA_REVOKED = "hyta_revoked", "Youthful trainee status revoked"
    DELAYED_REVOKED = "delayed_revoked", "Delayed sentence revoked"
    REVOKED_JAIL = "revoked_jail", "Probation revoked to jail"
    REVOKED_PRISON = "revoked_prison", "Probation revoked to prison"
    RETURN_PRISON = "return_prison", "Return to prison"
    RETURN_NEW_SENTENCE = "return_new_sentence", "Return to prison with a new sentence"
    DISCHARGED = "discharged", "Discharged"
    REINSTATE_DISCHARGE = "reinstate_discharge", "Reinstate and discharge"


class ClockMove(models.TextChoices):
    """What happens to a time limit beside the steps of the proceeding."""

    STARTED = "started", "Started"
    STOOD_STILL = "stood_still", "Stands still"
    RAN_ON = "ran_on", "Runs on"
    MET = "met", "Met"


class StandstillReason(models.TextChoices):
    """Why a time limit stands still."""

    OTHER_CUSTODY = "other_custody", "Held by another jurisdiction"
    PERSON_ASKED = "person_asked", "The person asked for it in writing"
    COMPETENCY = "competency", "Competency is being decided"
    NEW_CASE = "new_case", "Waits for the new criminal case"
