"""Closed code lists of the audits against court documents."""

from django.db import models


class FieldKey(models.TextChoices):
    """What is read from a document and compared."""

    LAST_NAME = "last_name", "Last name"
    BIRTH_DATE = "birth_date", "Date of birth"
    DOCKET = "docket", "Docket number"
    OFFENSE = "offense", "Section of the offense"
    DISPOSITION = "disposition", "How the count ended"
    DISPOSED_ON = "disposed_on", "Date of the disposition"
    SENTENCED_ON = "sentenced_on", "Date of the sentence"
    MINIMUM = "minimum", "Minimum"
    MAXIMUM = "maximum", "Maximum"
    JAIL_CREDIT = "jail_credit", "Days of jail credit"
    JUDGE = "judge", "Judge"
    RECORD = "record", "The record as such"


class Outcome(models.TextChoices):
    """How a document and the record compare in one field."""

    MATCH = "match", "Match"
    MISMATCH = "mismatch", "Mismatch"
    NOT_IN_SYSTEM = "not_in_system", "Missing in system"
    NOT_IN_DOCUMENT = "not_in_document", "Missing in document"
    NOT_COMPARABLE = "not_comparable", "Not comparable"


class Direction(models.TextChoices):
    """From which side the comparison begins."""

    RECORD = "record", "Record to document"
    DOCUMENT = "document", "Document to record"


class RecordType(models.TextChoices):
    """What of the record is compared."""

    SENTENCE = "sentence", "Sentence"
    DISPOSITION = "disposition", "Disposition without a sentence"


class Risk(models.TextChoices):
    """Where an error does most harm."""

    RELEASE = "release", "Release within 90 days"
    ASSAULTIVE = "assaultive", "Assaultive offense"
    OTHER = "other", "Other"


class RootCause(models.TextChoices):
    """Why the record differs."""

    LATE = "late", "Entered late"
    KEYED = "keyed", "Keyed wrong"
    PERSON = "person", "Wrong person"
    MAPPING = "mapping", "Defect of a feed's mapping"
    DOCUMENT = "document", "The document is wrong"
    AMENDED = "amended", "The court amended it"
    LOST = "lost", "The feed lost it"


class Closing(models.TextChoices):
    """How a finding ended."""

    MATCHES = "matches", "The record now says what the document says"
    EXPLAINED = "explained", "Closed with a reason, the record stays"


class MeasureKey(models.TextChoices):
    """What is measured over everybody, or over all that was compared."""

    DISPOSITION_TIMELY = "disposition_timely", "Dispositions entered in time"
    JUDGMENT_TIMELY = "judgment_timely", "Judgments entered in time"
    ARREST_DISPOSED = (
        "arrest_disposed",
        "Arrests of 90 days to 2 years ago with every count disposed",
    )
    CONVICTION_SENTENCED = "conviction_sentenced", "Convictions with a sentence"
    BIRTH_DATE_KNOWN = "birth_date_known", "People with a date of birth"
    CRITICAL_ACCURATE = "critical_accurate", "Fields of severity 4 that match the document"
    FIELDS_ACCURATE = "fields_accurate", "Fields that match the document"
    DOCUMENTS_FOUND = "documents_found", "Court documents found in the system"
