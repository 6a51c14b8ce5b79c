"""Code lists of drug and alcohol tests."""

from django.db import models


class SampleType(models.TextChoices):
    """What is tested; the list of sample types that Michigan's records use."""

    ONSITE_URINE = "onsite_urine", "Urine, tested here"
    ONSITE_SALIVA = "onsite_saliva", "Saliva, tested here"
    LAB_URINE = "lab_urine", "Urine, sent to a laboratory"
    BREATH = "breath", "Breath (PBT or breathalyzer)"
    PATCH = "patch", "Sweat patch"
    STOP = "stop", "STOP test"
    ADMISSION = "admission", "No sample: own admission"


class WhyTested(models.TextChoices):
    """Why the person was asked."""

    RANDOM = "random", "Random selection"
    ORDERED = "ordered", "Frequency set by the order"
    SUSPICION = "suspicion", "Reasonable suspicion"
    INTAKE = "intake", "Intake"
    FOLLOW_UP = "follow_up", "After an earlier result"
    COURT = "court", "Asked by the court"


class Attendance(models.TextChoices):
    """Whether a sample was given."""

    GIVEN = "given", "Sample given"
    REFUSED = "refused", "Refused"
    NO_SHOW = "no_show", "Did not come"
    UNABLE = "unable", "Unable to provide within the time allowed"


class Analyte(models.TextChoices):
    """What a panel looks for."""

    AMP = "AMP", "Amphetamines"
    MET = "MET", "Methamphetamine"
    MDMA = "MDMA", "MDMA"
    COC = "COC", "Cocaine"
    OPI = "OPI", "Opiates (codeine, morphine)"
    HER = "6-AM", "Heroin (6-AM)"
    OXY = "OXY", "Oxycodone"
    FEN = "FEN", "Fentanyl"
    MTD = "MTD", "Methadone"
    BUP = "BUP", "Buprenorphine"
    PCP = "PCP", "Phencyclidine"
    THC = "THC", "Marijuana (THC)"
    BAR = "BAR", "Barbiturates"
    BZO = "BZO", "Benzodiazepines"
    ETG = "EtG", "Alcohol (EtG)"
    ALC = "ALC", "Alcohol (breath)"


class Stage(models.TextChoices):
    """How sure a result is."""

    SCREEN = "screen", "Screening"
    CONFIRMATION = "confirmation", "Laboratory confirmation"


class Reading(models.TextChoices):
    """What was found of one substance."""

    NEGATIVE = "negative", "Negative"
    POSITIVE = "positive", "Positive"
    PRESCRIBED = "prescribed", "Positive, prescribed"
    INVALID = "invalid", "Could not be read"


class Custodian(models.TextChoices):
    """Why a specimen changed hands."""

    COLLECTED = "collected", "Collected from the person"
    STORED = "stored", "Put in locked storage"
    COURIER = "courier", "Given to a courier"
    LABORATORY = "laboratory", "Received by the laboratory"
    RETURNED = "returned", "Returned"
    DESTROYED = "destroyed", "Destroyed"


class SchemeKind(models.TextChoices):
    """How a group is called to be tested."""

    PEOPLE = "people", "A number of its people each month"
    DAYS = "days", "All its people, on a number of days each month (color or call-in)"
