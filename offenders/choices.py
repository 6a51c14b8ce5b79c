"""Closed code lists of the record, each with the list it follows."""

from django.db import models


class Status(models.TextChoices):
    """Where a person stands today; computed from the facts, never typed in."""

    NONE = "none", "No current status"
    PRETRIAL = "pretrial", "Pretrial"
    JAIL = "jail", "In jail"
    PRISON = "prison", "In prison"
    PAROLE = "parole", "On parole"
    PROBATION = "probation", "On probation"
    ABSCONDED = "absconded", "Absconded"
    ESCAPED = "escaped", "Escaped"
    DISCHARGED = "discharged", "Discharged"
    DECEASED = "deceased", "Deceased"


class NameKind(models.TextChoices):
    """How a name is borne (NIEM PersonNameCategory)."""

    LEGAL = "legal", "Legal name"
    ALIAS = "alias", "Alias"
    MAIDEN = "maiden", "Maiden name"
    NICKNAME = "nickname", "Nickname"
    MONIKER = "moniker", "Street name"


class IdentifierKind(models.TextChoices):
    """Numbers by which agencies know a person."""

    MDOC = "mdoc", "MDOC number"
    SID = "sid", "State identification number (SID)"
    FBI_UCN = "fbi_ucn", "FBI number (UCN)"
    SSN = "ssn", "Social security number"
    DRIVER_LICENSE = "driver_license", "Driver licence"
    JAIL = "jail", "Jail person number"
    COURT_PARTY = "court_party", "Court party number"
    COMPACT = "compact", "Interstate compact number"
    ALIEN = "alien", "Alien registration number"
    STUDY = "study", "Research data key"


# Numbers that open bank accounts: their own field category.
SENSITIVE_KINDS = frozenset({IdentifierKind.SSN, IdentifierKind.DRIVER_LICENSE})


class Verification(models.TextChoices):
    """How it is known that the number is this person's."""

    FINGERPRINT = "fingerprint", "Fingerprint"
    COURT = "court", "Court document"
    AGENCY = "agency", "Issuing agency"
    SELF_REPORTED = "self_reported", "Told by the person"


class Sex(models.TextChoices):
    """NCIC sex codes."""

    MALE = "M", "Male"
    FEMALE = "F", "Female"
    UNKNOWN = "U", "Unknown"


class Race(models.TextChoices):
    """NCIC race codes; H is kept where a source gives it as a race."""

    WHITE = "W", "White"
    BLACK = "B", "Black"
    ASIAN = "A", "Asian or Pacific Islander"
    NATIVE = "I", "American Indian or Alaskan Native"
    HISPANIC = "H", "Hispanic (as reported)"
    OTHER = "O", "Other"
    UNKNOWN = "U", "Unknown"


class Ethnicity(models.TextChoices):
    """NCIC ethnicity codes."""

    HISPANIC = "H", "Hispanic or Latino"
    NOT_HISPANIC = "N", "Not Hispanic or Latino"
    UNKNOWN = "U", "Unknown"


class AddressKind(models.TextChoices):
    """What an address is to the person."""

    HOME = "home", "Home"
    MAILING = "mailing", "Mailing"
    WORK = "work", "Work"
    OTHER = "other", "Other"


class PhoneKind(models.TextChoices):
    """What a telephone is to the person."""

    MOBILE = "mobile", "Mobile"
    HOME = "home", "Home"
    WORK = "work", "Work"
    CONTACT = "contact", "Contact person"


class CourtKind(models.TextChoices):
    """Levels of trial court."""

    CIRCUIT = "circuit", "Circuit court"
    DISTRICT = "district", "District court"
    PROBATE = "probate", "Probate court"
    FEDERAL = "federal", "Federal court"
    OTHER = "other", "Other court"


class CaseStatus(models.TextChoices):
    """Where a court case stands."""

    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"
    UNKNOWN = "unknown", "Not reported"


class OffenseRole(models.TextChoices):
    """Completed crime or one of the inchoate forms."""

    COMPLETED = "completed", "Completed"
    ATTEMPT = "attempt", "Attempt"
    CONSPIRACY = "conspiracy", "Conspiracy"
    SOLICITATION = "solicitation", "Solicitation"


class DispositionKind(models.TextChoices):
    """How a charge ended."""

    CONVICTED_PLEA = "convicted_plea", "Convicted by plea"
    CONVICTED_TRIAL = "convicted_trial", "Convicted at trial"
    ACQUITTED = "acquitted", "Acquitted"
    DISMISSED = "dismissed", "Dismissed"
    NOLLE_PROSEQUI = "nolle_prosequi", "Nolle prosequi"
    DEFERRED = "deferred", "Deferred"
    NOT_FILED = "not_filed", "No charge filed"


class SentenceKind(models.TextChoices):
    """Kinds of sentence, as time computation knows them."""

    INDETERMINATE = "indeterminate", "Indeterminate (minimum and maximum)"
    FLAT = "flat", "Flat term"
    LIFE = "life", "Life"
    JAIL = "jail", "Jail"
    PROBATION = "probation", "Probation"
    HYTA_PRISON = "hyta_prison", "Prison as a youthful trainee (HYTA)"


class HabitualLevel(models.IntegerChoices):
    """Habitual-offender notice on which the sentence rests (MCL 769.10 to 769.12)."""

    NONE = 0, "None"
    SECOND = 2, "Second offender"
    THIRD = 3, "Third offender"
    FOURTH = 4, "Fourth offender"


class OrderKind(models.TextChoices):
    """What a judgment does to the one before it."""

    ORIGINAL = "original", "Judgment of sentence"
    AMENDED = "amended", "Amended judgment"
    RESENTENCE = "resentence", "Resentencing"
    VACATED = "vacated", "Order vacating the sentence"


class CustodyKind(models.TextChoices):
    """Where a person is held; the words of time computation."""

    JAIL = "jail", "Jail"
    PRISON = "prison", "Prison"
    PAROLE = "parole", "Parole"
    ESCAPE = "escape", "Escape"
    DELINQUENT = "delinquent", "Parole delinquent"
    FOREIGN = "foreign", "Custody of another state"
    APPEAL_BOND = "appeal_bond", "Free on appeal bond"
    TETHER = "tether", "Electronic tether"
    TREATMENT = "treatment", "Residential treatment"


class MovementKind(models.TextChoices):
    """What happened to a person's custody."""

    BOOKING = "booking", "Booked"
    ADMISSION = "admission", "Admitted"
    TRANSFER = "transfer", "Transferred"
    TO_COURT = "to_court", "Out to court"
    RETURN = "return", "Returned"
    BOND_RELEASE = "bond_release", "Released on bond"
    RELEASE = "release", "Released"
    PAROLE = "parole", "Paroled"
    DISCHARGE = "discharge", "Discharged"
    ESCAPE = "escape", "Escaped"
    RECAPTURE = "recapture", "Recaptured"
    DEATH = "death", "Died"


class FacilityKind(models.TextChoices):
    """Kinds of place."""

    PRISON = "prison", "Prison"
    RECEPTION = "reception", "Reception center"
    JAIL = "jail", "County jail"
    REENTRY = "reentry", "Reentry center"
    OTHER = "other", "Other"


class BondKind(models.TextChoices):
    """Kinds of bond."""

    CASH = "cash", "Cash"
    SURETY = "surety", "Surety"
    TEN_PERCENT = "ten_percent", "Ten percent"
    PERSONAL = "personal", "Personal recognizance"
    DENIED = "denied", "Denied"


class WarrantKind(models.TextChoices):
    """Kinds of warrant."""

    ARREST = "arrest", "Arrest"
    BENCH = "bench", "Bench"
    PROBATION = "probation", "Probation violation"
    PAROLE = "parole", "Parole"
    ESCAPE = "escape", "Escape"


class WarrantStatus(models.TextChoices):
    """Where a warrant stands."""

    ACTIVE = "active", "Active"
    SERVED = "served", "Served"
    RECALLED = "recalled", "Recalled"


class MisconductClass(models.TextChoices):
    """Misconduct classes (policy directive 03.03.105)."""

    CLASS_I = "I", "Class I"
    CLASS_II = "II", "Class II"
    CLASS_III = "III", "Class III"


class CreditKind(models.TextChoices):
    """Credits that the warden awards."""

    SPECIAL_GOOD_TIME = "special_good_time", "Special good time"
    SPECIAL_DISCIPLINARY_CREDIT = "special_disciplinary_credit", "Special disciplinary credit"


class AppliesTo(models.TextChoices):
    """Which end of an indeterminate sentence an act concerns."""

    MINIMUM = "minimum", "Minimum"
    MAXIMUM = "maximum", "Maximum"
    BOTH = "both", "Minimum and maximum"


class ForfeitureAuthority(models.TextChoices):
    """Who may take credits away."""

    WARDEN = "warden", "Warden"
    PAROLE_BOARD = "parole_board", "Parole board"
    COURT = "court", "Court"


class TimeOrderKind(models.TextChoices):
    """Orders on a person's time; the words of time computation."""

    PAROLE_GRANT = "parole_grant", "Parole granted by the board"
    PAROLE_SANCTION = "parole_sanction", "Sanction on parole"
    COMMUTATION = "commutation", "Commutation by the governor"
    MEDICAL_PAROLE = "medical_parole", "Medical parole"
    SPECIAL_ALTERNATIVE = "special_alternative", "Placement in special alternative incarceration"
    EMERGENCY_REDUCTION = "emergency_reduction", "Reduction in a prison overcrowding emergency"
    CHARGE_NOTICE = "charge_notice", "Notice of an untried charge"
    SENTENCE_DELAYED = "sentence_delayed", "Sentence delayed"
    PROBATION_EXTENSION = "probation_extension", "Probation extended"
    PROBATION_JAIL = "probation_jail", "Jail as a condition of probation"
    TECHNICAL_SANCTION = "technical_sanction", "Jail for a technical probation violation"
    JAIL_QUARTER = "jail_quarter", "Jail term cut by a quarter"
    JAIL_OVERCROWDING = "jail_overcrowding", "Jail days taken off for overcrowding"


class ParoleViolationKind(models.TextChoices):
    """Kinds of parole violation."""

    TECHNICAL = "technical", "Technical"
    NEW_SENTENCE = "new_sentence", "New sentence"
