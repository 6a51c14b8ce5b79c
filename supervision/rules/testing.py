"""What a drug or alcohol test shows, and the most that may be answered to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

GUIDELINES = "HHS Mandatory Guidelines; 49 CFR 40.88 and 40.95"
OURS = "Default of the agency; edit it"


def _limit(key: str, title: str, unit: str, amount: str) -> Parameter[Decimal]:
    return parameter(
        f"supervision.test_{key}",
        title=title,
        unit=unit,
        module=__name__,
        values=[
            Value(
                None, Decimal(amount), GUIDELINES, Standing.RECALLED, "That the agency follows it."
            )
        ],
    )


SUBSTITUTED_CREATININE = _limit(
    "substituted_creatinine", "Creatinine below which urine counts as substituted", "mg/dL", "2"
)
DILUTE_CREATININE = _limit(
    "dilute_creatinine", "Creatinine below which urine counts as dilute", "mg/dL", "20"
)
SUBSTITUTED_GRAVITY_LOW = _limit(
    "substituted_gravity_low", "Specific gravity to which urine counts as substituted", "", "1.0010"
)
SUBSTITUTED_GRAVITY_HIGH = _limit(
    "substituted_gravity_high", "Gravity from which urine counts as substituted", "", "1.0200"
)
DILUTE_GRAVITY = _limit(
    "dilute_gravity", "Specific gravity below which urine counts as dilute", "", "1.0030"
)
ACID = _limit("acid", "pH below which urine counts as adulterated", "pH", "4")
ALKALINE = _limit("alkaline", "pH from which urine counts as adulterated", "pH", "11")
NITRITE = _limit("nitrite", "Nitrite from which urine counts as adulterated", "mcg/mL", "500")
COLDEST = _limit("coldest", "Lowest temperature of fresh urine", "°F", "90")
WARMEST = _limit("warmest", "Highest temperature of fresh urine", "°F", "100")


class Validity(StrEnum):
    """Whether a specimen is what it is said to be."""

    NOT_MEASURED = "not_measured"
    VALID = "valid"
    DILUTE = "dilute"
    ADULTERATED = "adulterated"
    SUBSTITUTED = "substituted"


class Outcome(StrEnum):
    """What a test came to."""

    PENDING = "pending"
    NEGATIVE = "negative"
    PRESCRIBED = "prescribed"
    PRESUMPTIVE = "presumptive"
    POSITIVE = "positive"
    ADMITTED = "admitted"
    DILUTE = "dilute"
    ADULTERATED = "adulterated"
    SUBSTITUTED = "substituted"
    REFUSED = "refused"
    NO_SHOW = "no_show"
    UNABLE = "unable"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Measured:
    """The values that tell whether a specimen is one; what was not measured is None."""

    creatinine: Decimal | None = None
    specific_gravity: Decimal | None = None
    ph: Decimal | None = None
    nitrite: Decimal | None = None
    is_foreign_substance_found: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a stage found of a substance."""

    analyte: str
    stage: str
    reading: str


@dataclass(frozen=True, slots=True)
class TestFacts:
    """All that is on record of one test."""

    # Not a test of ours, whatever its name says.
    __test__ = False

    on: date
    attendance: str
    is_voided: bool = False
    is_admitted_in_writing: bool = False
    measured: Measured | None = None
    found: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """Whether a sanction may go beyond a word, and why."""

    is_allowed: bool
    reason: str
    citation: str = OURS
    standing: Standing = Standing.INFERRED


def validity_of(measured: Measured | None, on: date) -> Validity:
    """Whether the values are those of undiluted human urine, by the limits of the day."""
    if measured is None:
        return Validity.NOT_MEASURED
    if _is_adulterated(measured, on):
        return Validity.ADULTERATED
    creatinine, gravity = measured.creatinine, measured.specific_gravity
    if creatinine is None or gravity is None:
        is_thin = creatinine is not None and creatinine < DILUTE_CREATININE.on(on).amount
        return Validity.DILUTE if is_thin else Validity.VALID
    if creatinine < SUBSTITUTED_CREATININE.on(on).amount and not (
        SUBSTITUTED_GRAVITY_LOW.on(on).amount < gravity < SUBSTITUTED_GRAVITY_HIGH.on(on).amount
    ):
        return Validity.SUBSTITUTED
    is_dilute = creatinine < DILUTE_CREATININE.on(on).amount
    return (
        Validity.DILUTE if is_dilute and gravity < DILUTE_GRAVITY.on(on).amount else Validity.VALID
    )


def _is_adulterated(measured: Measured, on: date) -> bool:
    ph, nitrite = measured.ph, measured.nitrite
    wrong_ph = ph is not None and not ACID.on(on).amount <= ph < ALKALINE.on(on).amount
    has_nitrite = nitrite is not None and nitrite >= NITRITE.on(on).amount
    return measured.is_foreign_substance_found or wrong_ph or has_nitrite


def is_fresh(temperature_f: Decimal, on: date) -> bool:
    """Whether the temperature is that of urine just given."""
    return COLDEST.on(on).amount <= temperature_f <= WARMEST.on(on).amount


_NOT_GIVEN = {
    "refused": Outcome.REFUSED,
    "no_show": Outcome.NO_SHOW,
    "unable": Outcome.UNABLE,
}
_INVALID = {
    Validity.ADULTERATED: Outcome.ADULTERATED,
    Validity.SUBSTITUTED: Outcome.SUBSTITUTED,
}


def outcome_of(test: TestFacts) -> Outcome:
    """What the test came to, a written admission counting as a positive."""
    unread = _unread(test)
    if unread is not None:
        return unread
    readings = {_standing_reading(test.found, analyte) for analyte in _analytes(test.found)}
    if Outcome.POSITIVE in readings:
        return Outcome.POSITIVE
    if test.is_admitted_in_writing:
        return Outcome.ADMITTED
    if Outcome.PRESUMPTIVE in readings:
        return Outcome.PRESUMPTIVE
    is_dilute = validity_of(test.measured, test.on) is Validity.DILUTE
    return Outcome.DILUTE if is_dilute else _of_no_finding(readings)


def _unread(test: TestFacts) -> Outcome | None:
    """What the test came to where there is no specimen to read."""
    if test.is_voided:
        return Outcome.VOID
    if test.attendance in _NOT_GIVEN:
        return _NOT_GIVEN[test.attendance]
    return _INVALID.get(validity_of(test.measured, test.on))


def _of_no_finding(readings: set[Outcome]) -> Outcome:
    if not readings or Outcome.PENDING in readings:
        return Outcome.PENDING
    return Outcome.PRESCRIBED if Outcome.PRESCRIBED in readings else Outcome.NEGATIVE


def _analytes(found: Iterable[Found]) -> set[str]:
    return {each.analyte for each in found}


def _standing_reading(found: Iterable[Found], analyte: str) -> Outcome:
    """What stands for one substance: a confirmation outweighs the screening."""
    by_stage = {each.stage: each.reading for each in found if each.analyte == analyte}
    reading = by_stage.get("confirmation") or by_stage["screen"]
    if reading == "positive":
        return Outcome.POSITIVE if "confirmation" in by_stage else Outcome.PRESUMPTIVE
    if reading == "invalid":
        return Outcome.PENDING
    return Outcome.PRESCRIBED if reading == "prescribed" else Outcome.NEGATIVE


_NOTHING_SHOWN = {
    Outcome.PENDING: "No result is on record yet.",
    Outcome.NEGATIVE: "The test was negative.",
    Outcome.PRESCRIBED: "What was found is prescribed.",
    Outcome.VOID: "The test was voided.",
    Outcome.DILUTE: "A dilute specimen shows no use; test again.",
    Outcome.UNABLE: "Being unable to provide is no refusal unless it is found to be one.",
}


def may_sanction(test: TestFacts) -> Ruling:
    """Whether a sanction above a verbal one may rest on the test.

    A presumptive positive that no laboratory confirmed and nobody admitted in writing carries none.
    """
    outcome = outcome_of(test)
    if outcome in _NOTHING_SHOWN:
        return Ruling(is_allowed=False, reason=_NOTHING_SHOWN[outcome])
    if outcome is Outcome.PRESUMPTIVE:
        return Ruling(
            is_allowed=False,
            reason="Positive on screening alone: have it confirmed, or get a written admission. "
            "Until then nothing above a verbal response.",
        )
    return Ruling(is_allowed=True, reason=_GROUNDS[outcome])


_GROUNDS = {
    Outcome.POSITIVE: "A laboratory confirmed it.",
    Outcome.ADMITTED: "The person admitted it in writing.",
    Outcome.ADULTERATED: "Something was added to the specimen.",
    Outcome.SUBSTITUTED: "The specimen is not human urine.",
    Outcome.REFUSED: "The person refused.",
    Outcome.NO_SHOW: "The person did not come.",
}
