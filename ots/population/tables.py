"""The tables that are written and their columns, in an order in which each refers backward only."""

from dataclasses import dataclass

_FACT = ("recorded_at", "reason", "source")
_PERSON_FACT = ("person_id", *_FACT)
_NAMED = ("last_name", "first_name", "middle_name", "suffix")


@dataclass(frozen=True, slots=True)
class Table:
    """A table and the columns that are filled; the database fills the others."""

    name: str
    columns: tuple[str, ...]


def _facts(name: str, *columns: str) -> Table:
    return Table(name, (*_PERSON_FACT, *columns))


PERSON = Table(
    "offenders_person",
    ("id", *_NAMED, "birth_date", "sex", "race", "status", "office_id", "agent_id", "recorded_at"),
)
NAME = _facts("offenders_personname", "kind", *_NAMED)
DEMOGRAPHICS = _facts(
    "offenders_demographics",
    *("birth_date", "sex", "race", "ethnicity", "citizenship", "language", "needs_interpreter"),
)
IDENTIFIER = _facts("offenders_identifier", "kind", "issuer", "value", "verification")
DESCRIPTION = _facts(
    "offenders_physicaldescription",
    *("height_inches", "weight_pounds", "eye_color", "hair_color", "marks"),
)
ADDRESS = _facts(
    "offenders_address",
    *("kind", "street", "unit", "city", "state", "postal_code", "began_on", "ended_on"),
)
PHONE = _facts("offenders_phone", "kind", "number", "began_on")
EMPLOYMENT = _facts(
    "offenders_employment", "employer", "occupation", "hours_a_week", "began_on", "ended_on"
)
CASE = Table(
    "offenders_courtcase",
    ("id", "person_id", "court_id", "docket_number", "filed_on", "status", "judge", "recorded_at"),
)
ARREST = _facts("offenders_arrest", "arrested_on", "agency_name", "case_id")
BOND = _facts("offenders_bond", "case_id", "kind", "amount_cents", "set_on", "posted_on")
HEARING = _facts("offenders_hearing", "case_id", "purpose", "scheduled_at", "outcome")
CHARGE = Table("offenders_charge", ("id", "case_id", "count_number", "recorded_at"))
PARTICULARS = Table(
    "offenders_chargeparticulars",
    (
        *("charge_id", *_FACT, "statute_id", "offense_code", "description", "degree"),
        *("offense_date", "offense_date_to", "form", "flags"),
    ),
)
DISPOSITION = Table("offenders_disposition", ("charge_id", *_FACT, "kind", "disposed_on"))
JUDGMENT = Table(
    "offenders_judgmentofsentence", ("id", "case_id", *_FACT, "kind", "entered_on", "judge")
)
SENTENCE = Table("offenders_sentence", ("id", "person_id", "charge_id", "label", "recorded_at"))
TERMS = Table(
    "offenders_sentenceterms",
    (
        *("id", "sentence_id", "judgment_id", *_FACT, "supersedes_id", "superseded_at"),
        *("kind", "sentenced_on", "minimum_years", "minimum_months", "minimum_days"),
        *("maximum_years", "maximum_months", "maximum_days", "is_life_maximum"),
        *("jail_credit_days", "habitual_level", "consecutive_authority", "as_written"),
        "vacated_on",
    ),
)
LINK = Table("offenders_consecutivelink", ("terms_id", "after_id"))
AWARD = _facts("offenders_creditaward", "sentence_id", "kind", "days", "awarded_on", "applies_to")
FORFEITURE = _facts("offenders_forfeiture", "sentence_id", "days", "ordered_on", "authority")
RESTORATION = _facts("offenders_restoration", "sentence_id", "days", "ordered_on")
CUSTODY = _facts(
    "offenders_custodyperiod",
    *("kind", "facility_id", "booking_number", "began_on", "ended_on"),
    *("admission_reason", "release_reason", "case_id"),
)
MOVEMENT = _facts("offenders_movement", "kind", "occurred_on", "facility_id", "note")
MISCONDUCT = _facts(
    "offenders_misconduct",
    *("violated_on", "found_guilty_on", "misconduct_class", "description"),
    "disciplinary_time_days",
)
PAROLE = Table("offenders_parolerelease", ("id", *_PERSON_FACT, "released_on", "term_months"))
PAROLE_VIOLATION = _facts(
    "offenders_paroleviolation", "parole_id", "kind", "declared_on", "available_on"
)
WARRANT = _facts(
    "offenders_warrant",
    *("number", "kind", "status", "court_id", "issued_on", "served_on", "extradition", "caution"),
)
HOLD = _facts("offenders_hold", "agency_name", "basis", "placed_on", "cleared_on")
DETAINER = _facts("offenders_detainer", "authority", "number", "charge_pending", "lodged_on")
ORDER = _facts(
    "offenders_protectiveorder",
    *("number", "court_id", "protected_name", "conditions", "issued_on", "served_on"),
    "expires_on",
)
SUPERVISION = _facts(
    "supervision_supervisionperiod",
    *("supervision_type", "began_on", "expected_end_on", "ended_on"),
    "termination_reason",
)
LEVEL = _facts("supervision_levelperiod", "level", "basis", "began_on", "ended_on")
ASSIGNMENT = _facts("supervision_assignment", "agent_id", "office_id", "role", "began_on")
RISK = _facts("supervision_riskassessment", "instrument", "scale", "assessed_on", "score", "band")

TABLES: tuple[Table, ...] = (
    *(PERSON, NAME, DEMOGRAPHICS, IDENTIFIER, DESCRIPTION, ADDRESS, PHONE, EMPLOYMENT),
    *(CASE, ARREST, BOND, HEARING, CHARGE, PARTICULARS, DISPOSITION, JUDGMENT),
    *(SENTENCE, TERMS, LINK, AWARD, FORFEITURE, RESTORATION),
    *(CUSTODY, MOVEMENT, MISCONDUCT, PAROLE, PAROLE_VIOLATION),
    *(WARRANT, HOLD, DETAINER, ORDER, SUPERVISION, LEVEL, ASSIGNMENT, RISK),
)
