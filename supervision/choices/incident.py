"""Closed code lists of incidents and allegations."""

from django.db import models


class IncidentSource(models.TextChoices):
    """Who told of an incident."""

    OFFICER = "officer", "Agent"
    POLICE = "police", "Police"
    PROVIDER = "provider", "Treatment provider"
    LAB = "lab", "Laboratory"
    EM_VENDOR = "em_vendor", "Monitoring company"
    VICTIM = "victim", "Victim"
    SELF = "self", "The person"


class AbilityToPay(models.TextChoices):
    """Whether the person could have paid."""

    ABLE = "able", "Able to pay"
    UNABLE = "unable", "Unable to pay"
    NOT_ASSESSED = "not_assessed", "Not assessed"


class Aggravator(models.TextChoices):
    """What makes an incident weigh more in the grid; one level each, two at most."""

    SAME_TYPE = "same_type", "Same type within 90 days"
    DOMESTIC = "domestic", "Domestic violence case"
    OWI = "owi", "Drunk-driving case"
    SEX_OFFENSE = "sex_offense", "Sex-offense caseload"


class Mitigator(models.TextChoices):
    """What makes an incident weigh less in the grid."""

    SELF_REPORT = "self_report", "Told us without being asked"
    SOUGHT_HELP = "sought_help", "Looked for help"
    FIRST = "first", "First in six months"
    BARRIER = "barrier", "Something stood in the way"


class AllegationState(models.TextChoices):
    """How far a violation is shown; the words of the rules."""

    ALLEGED = "alleged", "Alleged"
    ADMITTED = "admitted", "Admitted"
    PROVED = "proved", "Proved"
    NOT_PROVED = "not_proved", "Not proved"
    WITHDRAWN = "withdrawn", "Withdrawn"
