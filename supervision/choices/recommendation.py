"""What may be recommended, by whom it is decided, and why it may wait."""

from django.db import models


class Opportunity(models.TextChoices):
    """What a person may become eligible for; one module of rules each."""

    PROBATION_LAW = "probation_law", "Early discharge from probation (MCL 771.2)"
    PROBATION_EARLY = "probation_early", "Early discharge from probation (agency practice)"
    PAROLE_EARLY = "parole_early", "Early discharge from parole"
    FULL_TERM = "full_term", "Discharge at full term"
    CLASSIFICATION = "classification", "Classification review"
    TELEPHONE = "telephone", "Telephone reporting"
    DOWNGRADE = "downgrade", "Lower level"
    EXTENSION = "extension", "Extension of probation"
    INCENTIVE = "incentive", "Incentive"


class Outcome(models.TextChoices):
    """What the rules say of a person and an opportunity."""

    ELIGIBLE = "eligible", "Eligible"
    ALMOST = "almost", "Almost eligible"
    NOT = "not", "Not eligible"


class RecommendationKind(models.TextChoices):
    """What is asked of the supervisor, the court or the board."""

    EARLY_DISCHARGE = "early_discharge", "Early discharge"
    DISCHARGE = "discharge", "Discharge at the end of the term"
    DOWNGRADE = "downgrade", "Lower level of supervision"
    MODIFIED_CONDITIONS = "modified", "Change of conditions"
    EXTENSION = "extension", "Extension of the term"
    CUSTODY = "custody", "Custody"


class Body(models.TextChoices):
    """Who decides in the end."""

    SUPERVISOR = "supervisor", "Supervisor"
    COURT = "court", "Court"
    BOARD = "board", "Parole board"


class RecommendationState(models.TextChoices):
    """Where a recommendation stands."""

    SUBMITTED = "submitted", "With the supervisor"
    RETURNED = "returned", "Back with the officer"
    APPROVED = "approved", "Approved, to be sent"
    SENT = "sent", "With the court or board"
    GRANTED = "granted", "Granted, to be carried out"
    DENIED = "denied", "Denied"
    WITHDRAWN = "withdrawn", "Withdrawn"
    COMPLETED = "completed", "Carried out"


class RecommendationStep(models.TextChoices):
    """What moves a recommendation on."""

    SUBMIT = "submit", "sent it to the supervisor"
    RETURN = "return", "sent it back to the officer"
    APPROVE = "approve", "approved it"
    REFUSE = "refuse", "refused it"
    SEND = "send", "sent it to the court or board"
    GRANT = "grant", "recorded that it was granted"
    DENY = "deny", "recorded that it was denied"
    WITHDRAW = "withdraw", "withdrew it"
    COMPLETE = "complete", "carried it out"


class SnoozeCode(models.TextChoices):
    """Why an opportunity is not taken up now."""

    PROGRAMMING = "programming", "Programming to be completed (say which)"
    COMPLIANCE = "compliance", "Recent behavior on supervision"
    PENDING_MATTER = "pending_matter", "A charge or violation is pending"
    RESTITUTION = "restitution", "Restitution is owed and can be paid"
    VICTIM_SAFETY = "victim_safety", "Safety of a victim"
    COURT_OPPOSED = "court_opposed", "The court has said it would not grant it"
    PERSON_DECLINED = "person_declined", "The person does not want it"
    OTHER = "other", "Other (say what)"
