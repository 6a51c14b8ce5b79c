"""Closed code lists of contacts and appointments."""

from django.db import models


class ContactType(models.TextChoices):
    """With whom the agent spoke."""

    DIRECT = "direct", "With the person"
    COLLATERAL = "collateral", "With somebody else about the person"
    BOTH = "both", "With the person and somebody else"


class ContactMethod(models.TextChoices):
    """How the agent and the other met."""

    IN_PERSON = "in_person", "In person"
    TELEPHONE = "telephone", "By telephone"
    VIRTUAL = "virtual", "By video"
    WRITTEN = "written", "In writing"
    ONLINE = "online", "Online check-in"
    MASS_EVENT = "mass_event", "Report day for many"


class Place(models.TextChoices):
    """Where it happened."""

    OFFICE = "office", "Office"
    HOME = "home", "Home"
    WORKPLACE = "workplace", "Workplace"
    FIELD = "field", "Somewhere else outside"
    COURT = "court", "Court"
    JAIL = "jail", "Jail"
    TREATMENT = "treatment", "Treatment provider"
    SCHOOL = "school", "School"
    OTHER = "other", "Other"


class Purpose(models.TextChoices):
    """What the contact was for."""

    GENERAL = "general", "Regular contact"
    INITIAL = "initial", "First contact"
    TEST = "test", "Drug or alcohol test"
    EMERGENCY = "emergency", "Emergency"
    RECLASSIFICATION = "reclass", "Change of level"
    VIOLATION = "violation", "Violation"
    ARREST = "arrest", "Arrest"


class ContactStatus(models.TextChoices):
    """What became of it. Only a completed contact meets a standard; an attempt is shown."""

    COMPLETED = "completed", "Took place"
    ATTEMPTED = "attempted", "Attempted, nobody met"
    MISSED = "missed", "Missed by the person"
    MOVED_BY_STAFF = "moved_by_staff", "Rescheduled by us"
    MOVED_BY_PERSON = "moved_by_person", "Rescheduled for the person"
    CANCELLED_BY_STAFF = "off_by_staff", "Cancelled by us"
    CANCELLED_BY_PERSON = "off_by_person", "Cancelled by the person"


class OutcomeEffect(models.TextChoices):
    """Under which counter an outcome falls."""

    COMPLIED = "complied", "Complied"
    NOT_COMPLIED = "not_complied", "Attended, did not comply"
    ACCEPTABLE = "acceptable", "Acceptable absence"
    UNACCEPTABLE = "unacceptable", "Unacceptable absence"
    AWAITING = "awaiting", "Waiting for evidence"
    SERVICE = "service", "Ended by us"


class Skill(models.TextChoices):
    """What the agent worked with in the contact."""

    ROLE = "role", "Clear about the role"
    REINFORCE = "reinforce", "Praised what went well"
    DISAPPROVE = "disapprove", "Disapproved with reasons"
    PROBLEM = "problem", "Solved a problem together"
    THINKING = "thinking", "Worked on thinking"
    MOTIVATE = "motivate", "Motivational interviewing"
    REFERRAL = "referral", "Led to a service"
