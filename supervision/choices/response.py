"""Closed code lists of answers to violations."""

from django.db import models


class Grid(models.TextChoices):
    """The grids that an agency may choose from."""

    SEVERITY = "severity", "By severity and risk"
    IDAHO = "idaho", "Idaho's published matrix, by code"


class RiskColumn(models.TextChoices):
    """The columns of a grid."""

    LOW = "low", "Low risk"
    MEDIUM = "medium", "Medium risk"
    HIGH = "high", "High risk"


class Deviation(models.TextChoices):
    """How an answer differs from what the grid presumes."""

    NONE = "none", "As the grid presumes"
    UP = "up", "Above the grid"
    DOWN = "down", "Below the grid"


class DeviationReason(models.TextChoices):
    """Why an answer differs from the grid."""

    VICTIM_SAFETY = "victim_safety", "Safety of a victim"
    COMMUNITY_SAFETY = "community_safety", "Safety of others"
    PATTERN = "pattern", "A pattern that the grid does not show"
    PROGRESS = "progress", "Progress that a heavier answer would undo"
    TREATMENT = "treatment", "Treatment answers it better"
    WORK_OR_FAMILY = "work_or_family", "Work or care of a family would be lost"
    HEALTH = "health", "Health or disability"
    UNAVAILABLE = "unavailable", "What the grid asks for is not to be had here"
    COURT_ORDER = "court_order", "An order says otherwise"


class ResponseMove(models.TextChoices):
    """What becomes of an answer, a step at a time."""

    APPROVED = "approved", "Approved"
    REFUSED = "refused", "Refused"
    NOTIFIED = "notified", "Person told in writing"
    ACKNOWLEDGED = "acknowledged", "Acknowledged by the person"
    COMPLETED = "completed", "Completed"
    FAILED = "failed", "Not completed"
    WITHDRAWN = "withdrawn", "Withdrawn"


class IncentiveTrigger(models.TextChoices):
    """What an incentive answers."""

    MONTHS_CLEAN = "months_clean", "Three months without a violation"
    KEEPS_SCHEDULE = "keeps_schedule", "Keeps to the schedule"
    GOOD_DECISION = "good_decision", "A good decision"
    PROSOCIAL = "prosocial", "Did something for others"
    OWN_RISK = "own_risk", "Recognized an own risk"
    EMPLOYMENT = "employment", "Found or kept work"
    HOUSING = "housing", "Found or kept a home"
    PROGRAM = "program", "Completed a program"


class Verdict(models.TextChoices):
    """What an agent made of a suggestion."""

    ACCEPT = "accept", "Accepted"
    CHANGE = "change", "Changed"
    DECLINE = "decline", "Declined"
