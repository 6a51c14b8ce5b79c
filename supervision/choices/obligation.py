"""Closed code lists of what is due, and of the standards that say when."""

from django.db import models


class ObligationKind(models.TextChoices):
    """What a person, or the agent about a person, has to do."""

    CONTACT = "contact", "Contact in person"
    HOME_VISIT = "home_visit", "Home visit"
    COLLATERAL = "collateral", "Collateral contact"
    TEST = "test", "Drug or alcohol test"
    PAYMENT = "payment", "Payment"
    SESSION = "session", "Programme session"
    HOURS = "hours", "Community service hours"
    ASSESSMENT = "assessment", "Risk assessment"
    REPORT = "report", "Report by mail or telephone"
    PROOF = "proof", "Proof"
    REGISTRATION = "registration", "Registration"
    RECORD_CHECK = "record_check", "Record check"
    ONE_OFF = "one_off", "One-time task"


class CaseType(models.TextChoices):
    """Whom a standard is for."""

    ANY = "any", "Everybody"
    PROBATION = "probation", "Probation"
    PAROLE = "parole", "Parole"
    SEX_OFFENSE = "sex_offense", "Sex-offense caseload"


class Cadence(models.TextChoices):
    """How a standard comes round."""

    ROLLING = "rolling", "So long after the last one"
    FIXED = "fixed", "By calendar period"
    ONCE = "once", "Once after something happens"


class Trigger(models.TextChoices):
    """What sets a standard off that is met once."""

    START = "start", "Supervision begins"
    ADDRESS = "address", "The address changes"
    RELEASE = "release", "Return from custody"


class Unit(models.TextChoices):
    """What a standard counts in."""

    DAY = "day", "Days"
    BUSINESS_DAY = "business_day", "Business days"
    MONTH = "month", "Calendar months"


class Excuse(models.TextChoices):
    """Why something due does not count."""

    CUSTODY = "custody", "In custody on the day"
    WARRANT = "warrant", "Warrant out on the day"
    PAUSE = "pause", "Standards at rest on the day"
    ABSENCE = "absence", "Acceptable absence"
    DECISION = "decision", "Excused by decision"
    LEVEL = "level", "Level changed before most of the period had passed"
    ENDED = "ended", "Supervision ended"
    CORRECTED = "corrected", "The record was corrected"


class PauseKind(models.TextChoices):
    """Why standards rest for a time while nobody holds the person."""

    COMPACT = "compact", "Supervised by another state under the compact"
    ABSCONDED = "absconded", "Absconded"
    EXEMPTION = "exemption", "Exempted by decision"
    HOSPITAL = "hospital", "In hospital or residential treatment"


class RuleSet(models.TextChoices):
    """Whose standards a row belongs to; rows of other states start out of force."""

    MICHIGAN = "michigan", "Michigan"
    IDAHO = "idaho", "Idaho"
    NORTH_DAKOTA = "north_dakota", "North Dakota"
