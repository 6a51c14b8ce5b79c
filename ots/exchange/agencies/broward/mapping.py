"""What each row says in the words of the record; decisions about the source's defects."""

from dataclasses import dataclass
from datetime import date

from offenders.choices import CourtKind, CustodyKind, Ethnicity, FacilityKind, MovementKind, Race
from ots.exchange.agencies.broward.schema import ArrestRow, ChargeRow, PersonRow, StayRow

ISSUER = "BROWARD"
ARRESTING_AGENCY = "Broward County law enforcement"
UNDESCRIBED = "Charge not described"
NO_CHARGE = "arrest case no charge"
FELONY = "CF"


@dataclass(frozen=True, slots=True)
class CourtPlace:
    """A court by its code."""

    code: str
    name: str
    kind: CourtKind


@dataclass(frozen=True, slots=True)
class CustodyPlace:
    """A facility by its code, with the custody and the movement in that it means."""

    code: str
    name: str
    facility_kind: FacilityKind
    custody_kind: CustodyKind
    movement_in: MovementKind


CIRCUIT_COURT = CourtPlace(
    "FL-BRO-CIR", "Circuit Court for Broward County, Florida", CourtKind.CIRCUIT
)
COUNTY_COURT = CourtPlace("FL-BRO-CTY", "County Court for Broward County, Florida", CourtKind.OTHER)
JAIL = CustodyPlace(
    "FL-BRO-JAIL",
    "Broward County Main Jail",
    FacilityKind.JAIL,
    CustodyKind.JAIL,
    MovementKind.BOOKING,
)
PRISON = CustodyPlace(
    "FL-DOC",
    "Florida Department of Corrections (prison not named)",
    FacilityKind.PRISON,
    CustodyKind.PRISON,
    MovementKind.ADMISSION,
)
COURTS = (CIRCUIT_COURT, COUNTY_COURT)
PLACES = (JAIL, PRISON)


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """A case and, where a day is known, its arrest."""

    court: CourtPlace
    docket_number: str
    arrested_on: date | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChargeFacts:
    """A charge, and whether the prosecutor filed none."""

    description: str
    degree: str
    offense_date: date | None
    is_not_filed: bool
    note: str = ""


def study_number(row: PersonRow) -> str:
    """Return the person's key in capital letters, as identifiers are kept."""
    return row.person_key.upper()


def ethnicity(race: Race) -> Ethnicity:
    """Return what the source's single column of race says of ethnicity."""
    return Ethnicity.HISPANIC if race is Race.HISPANIC else Ethnicity.UNKNOWN


def case_facts(row: ArrestRow) -> CaseFacts:
    """Return the case; a case without a day of arrest or booking has no arrest."""
    court_type = row.court_type.upper()
    arrested_on = row.arrest_date or row.jail_in
    return CaseFacts(
        court=CIRCUIT_COURT if court_type == FELONY else COUNTY_COURT,
        docket_number=f"{row.filing_year}-{court_type}-{row.case_key.upper()}",
        arrested_on=arrested_on,
        note=_arrest_note(row, arrested_on),
    )


def _arrest_note(row: ArrestRow, arrested_on: date | None) -> str:
    if arrested_on is None:
        return "case without a day of arrest: no arrest recorded"
    if row.offense_date and arrested_on < row.offense_date:
        return "booked before the day of the offense: recorded as the source says"
    return ""


def charge_facts(row: ChargeRow) -> ChargeFacts:
    """Return the charge; the source's words for "no charge filed" become that disposition."""
    is_not_filed = row.description.casefold() == NO_CHARGE
    return ChargeFacts(
        description=_description(row, is_not_filed=is_not_filed),
        degree=row.degree.removeprefix("(").removesuffix(")"),
        offense_date=row.offense_date,
        is_not_filed=is_not_filed,
        note=_charge_note(row, is_not_filed=is_not_filed),
    )


def _description(row: ChargeRow, *, is_not_filed: bool) -> str:
    return "Arrest, no charge filed" if is_not_filed else row.description or UNDESCRIBED


def _charge_note(row: ChargeRow, *, is_not_filed: bool) -> str:
    if is_not_filed:
        return "no charge filed: recorded with that disposition"
    return "" if row.description else f"without description: recorded as '{UNDESCRIBED}'"


def stay_note(row: StayRow) -> str:
    """Return what was decided about a stay's days."""
    if row.ended_on is None:
        return "still inside (2020-01-01 in the source): recorded without an end"
    if row.ended_on == row.began_on:
        return "in and out on one day: recorded with a length of no days"
    return ""
