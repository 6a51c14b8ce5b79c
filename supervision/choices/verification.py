"""Code lists of employment and residence checks."""

from django.db import models


class Occupation(models.TextChoices):
    """How the person is occupied; what counts in place of a job is part of the list."""

    FULL_TIME = "full_time", "Works full time"
    PART_TIME = "part_time", "Works part time"
    PROPOSED = "proposed", "Job proposed, not begun"
    STUDENT = "student", "Student"
    DISABILITY = "disability", "Disability or SSI"
    CAREGIVER = "caregiver", "Cares for family"
    RETIRED = "retired", "Retired"
    SEEKING = "seeking", "Looking for work"
    NONE = "none", "Not working, not looking"
    UNKNOWN = "unknown", "Unknown"


class EmploymentMethod(models.TextChoices):
    """How employment was checked."""

    PAY_STUB = "pay_stub", "Pay stub"
    EMPLOYER_CALL = "employer_call", "Call to the employer"
    VISIT = "visit", "Visit to the place of work"
    DOCUMENT = "document", "Letter or other document"
    OWN_WORD = "own_word", "The person's word alone"


class ResidenceMethod(models.TextChoices):
    """How a residence was checked."""

    VISIT = "visit", "Home visit"
    LEASE = "lease", "Lease or deed"
    BILL = "bill", "Utility bill or mail"
    LANDLORD = "landlord", "Call to the landlord or host"
    OWN_WORD = "own_word", "The person's word alone"


class CheckResult(models.TextChoices):
    """What came of a check."""

    CONFIRMED = "confirmed", "Confirmed"
    NOT_CONFIRMED = "not_confirmed", "Could not be confirmed"
    UNTRUE = "untrue", "Not true"


class ResidenceKind(models.TextChoices):
    """What kind of place it is."""

    OWN = "own", "Own or rented home"
    FAMILY = "family", "With family or friends"
    SHELTER = "shelter", "Shelter"
    RECOVERY = "recovery", "Recovery or transitional house"
    HOTEL = "hotel", "Hotel or motel"
    HOMELESS = "homeless", "No fixed place"
    INSTITUTION = "institution", "Institution"


class Approval(models.TextChoices):
    """What an inspection decided about living there."""

    NOT_ASKED = "not_asked", "No approval was asked"
    APPROVED = "approved", "Approved"
    DENIED = "denied", "Denied"


class JobEnd(models.TextChoices):
    """Why a job ended."""

    FIRED = "fired", "Fired"
    LAID_OFF = "laid_off", "Laid off"
    QUIT = "quit", "Quit"
    ARRESTED = "arrested", "Arrested"
    PRISON = "prison", "Committed to prison"
    MEDICAL = "medical", "Medical"
    OTHER = "other", "Other"
    UNKNOWN = "unknown", "Unknown"


# What counts as employment although it is no job: inferred from practice, an agency may change it.
COUNTS_AS_WORK = frozenset(
    {
        Occupation.FULL_TIME,
        Occupation.PART_TIME,
        Occupation.STUDENT,
        Occupation.DISABILITY,
        Occupation.CAREGIVER,
        Occupation.RETIRED,
    }
)
