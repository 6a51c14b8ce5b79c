"""The six tables, their columns, and the checks of one row by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from offenders.choices import Race, Sex
from ots.exchange import columns
from ots.exchange.refusals import RowRefusedError
from ots.exchange.tables import Table

AGENCY = "broward"

# The source's mark for a stay that had not ended when it was published.
STILL_INSIDE = date(2020, 1, 1)

# The instrument's marks for an assessment without a result.
NOT_SCORED, NO_BAND = "-1", "N/A"

KEY_LENGTH = 40
NAME_LENGTH = 60
SUFFIX_LENGTH = 10
DESCRIPTION_LENGTH = 160
DEGREE_LENGTH = 8
SCALE_LENGTH = 60
LOWEST_DECILE, HIGHEST_DECILE = 1, 10

PEOPLE = Table(
    name="people",
    key="person_key",
    columns=(
        *("person_key", "last_name", "first_name", "suffix", "sex", "race", "date_of_birth"),
        *("age", "age_category", "juvenile_felonies", "juvenile_misdemeanors", "juvenile_other"),
        *("priors", "reoffended", "reoffended_violently", "later_cases"),
    ),
    kept=(
        *("age", "age_category", "juvenile_felonies", "juvenile_misdemeanors", "juvenile_other"),
        *("priors", "reoffended", "reoffended_violently", "later_cases"),
    ),
)
ARRESTS = Table(
    name="arrests",
    key="arrest_key",
    columns=(
        *("arrest_key", "person_key", "case_key", "case_filing_year", "court_type", "role"),
        *("offense_date", "arrest_date", "jail_in", "jail_out", "days_screening_to_arrest"),
        *("days_case_to_screening", "days_arrest_from_offense"),
    ),
    kept=(
        *("case_filing_year", "role", "offense_date", "jail_in", "jail_out"),
        *("days_screening_to_arrest", "days_case_to_screening", "days_arrest_from_offense"),
    ),
)
CHARGES = Table(
    name="charges",
    key="charge_key",
    columns=(
        *("charge_key", "arrest_key", "person_key", "case_key", "role", "degree"),
        *("description", "offense_date"),
    ),
    kept=("case_key", "role"),
)
_STAY_COLUMNS = ("stay_key", "person_key", "in_custody", "out_custody")
JAIL_STAYS = Table(name="jail_stays", key="stay_key", columns=_STAY_COLUMNS)
PRISON_STAYS = Table(name="prison_stays", key="stay_key", columns=_STAY_COLUMNS)
ASSESSMENTS = Table(
    name="assessments",
    key="assessment_key",
    columns=(
        *("assessment_key", "person_key", "instrument", "scale", "screening_date"),
        *("decile", "band"),
    ),
)

# In the order in which rows can name the rows they belong to.
TABLES = (PEOPLE, ARRESTS, CHARGES, JAIL_STAYS, PRISON_STAYS, ASSESSMENTS)

SEXES = {"Male": Sex.MALE, "Female": Sex.FEMALE}
RACES = {
    "African-American": Race.BLACK,
    "Caucasian": Race.WHITE,
    "Hispanic": Race.HISPANIC,
    "Asian": Race.ASIAN,
    "Native American": Race.NATIVE,
    "Other": Race.OTHER,
}
BANDS = {"Low": "Low", "Medium": "Medium", "High": "High"}
ROLES = frozenset({"index", "later", "later_violent"})


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One defendant."""

    person_key: str
    last_name: str
    first_name: str
    suffix: str
    sex: Sex
    race: Race
    birth_date: date


@dataclass(frozen=True, slots=True)
class ArrestRow:
    """One case of a person, with the arrest or booking that belongs to it."""

    person_key: str
    case_key: str
    filing_year: int
    court_type: str
    is_index: bool
    offense_date: date | None
    arrest_date: date | None
    jail_in: date | None


@dataclass(frozen=True, slots=True)
class ChargeRow:
    """One charge that the source names for a case."""

    person_key: str
    arrest_key: str
    degree: str
    description: str
    offense_date: date | None


@dataclass(frozen=True, slots=True)
class StayRow:
    """One stay in the county jail or a state prison; no end where it had not ended."""

    person_key: str
    stay_key: str
    began_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """One scale of the instrument."""

    person_key: str
    instrument: str
    scale: str
    assessed_on: date
    decile: int
    band: str


def person_row(cells: Mapping[str, str], today: date) -> PersonRow:
    """Check a row of people."""
    return PersonRow(
        person_key=_key(cells, "person_key"),
        last_name=columns.required_text(cells, "last_name", at_most=NAME_LENGTH),
        first_name=columns.text(cells, "first_name", at_most=NAME_LENGTH),
        suffix=columns.text(cells, "suffix", at_most=SUFFIX_LENGTH),
        sex=columns.one_of(cells, "sex", SEXES),
        race=columns.one_of(cells, "race", RACES),
        birth_date=columns.day(cells, "date_of_birth", today=today),
    )


def arrest_row(cells: Mapping[str, str], today: date) -> ArrestRow:
    """Check a row of arrests."""
    _key(cells, "arrest_key")
    # Of the booking's end only that it is a day: the stay itself is a row of jail_stays.
    columns.day_if_any(cells, "jail_out", today=today)
    return ArrestRow(
        person_key=_key(cells, "person_key"),
        case_key=_key(cells, "case_key"),
        filing_year=columns.whole_number(cells, "case_filing_year"),
        court_type=columns.required_text(cells, "court_type", at_most=2),
        is_index="index" in _roles(cells),
        offense_date=columns.day_if_any(cells, "offense_date", today=today),
        arrest_date=columns.day_if_any(cells, "arrest_date", today=today),
        jail_in=columns.day_if_any(cells, "jail_in", today=today),
    )


def charge_row(cells: Mapping[str, str], today: date) -> ChargeRow:
    """Check a row of charges."""
    _key(cells, "charge_key")
    _roles(cells)
    return ChargeRow(
        person_key=_key(cells, "person_key"),
        arrest_key=_key(cells, "arrest_key"),
        degree=columns.text(cells, "degree", at_most=DEGREE_LENGTH),
        description=columns.text(cells, "description", at_most=DESCRIPTION_LENGTH),
        offense_date=columns.day_if_any(cells, "offense_date", today=today),
    )


def stay_row(cells: Mapping[str, str], today: date) -> StayRow:
    """Check a row of jail or prison stays."""
    began_on = columns.day(cells, "in_custody", today=today)
    out = columns.day(cells, "out_custody", today=today)
    ended_on = None if out == STILL_INSIDE else out
    if ended_on is not None and ended_on < began_on:
        raise RowRefusedError(
            "stay ends before it begins",
            f"out_custody [{ended_on}] is before in_custody [{began_on}]",
        )
    return StayRow(
        person_key=_key(cells, "person_key"),
        stay_key=_key(cells, "stay_key"),
        began_on=began_on,
        ended_on=ended_on,
    )


def assessment_row(cells: Mapping[str, str], today: date) -> AssessmentRow:
    """Check a row of assessments; one without a result is refused as not scored."""
    _key(cells, "assessment_key")
    if cells["decile"] == NOT_SCORED or cells["band"] == NO_BAND:
        raise RowRefusedError(
            "not scored",
            f"decile [{cells['decile']}] and band [{cells['band']}] say that the scale was not "
            "scored; there is no result to record",
        )
    return AssessmentRow(
        person_key=_key(cells, "person_key"),
        instrument=columns.required_text(cells, "instrument", at_most=KEY_LENGTH),
        scale=columns.required_text(cells, "scale", at_most=SCALE_LENGTH),
        assessed_on=columns.day(cells, "screening_date", today=today),
        decile=_decile(cells),
        band=columns.one_of(cells, "band", BANDS),
    )


def _key(cells: Mapping[str, str], column: str) -> str:
    return columns.required_text(cells, column, at_most=KEY_LENGTH)


def _roles(cells: Mapping[str, str]) -> frozenset[str]:
    roles = frozenset(cells["role"].split("+"))
    if not roles <= ROLES:
        raise RowRefusedError(
            "unknown code",
            f"role is [{cells['role']}]: give index, later or later_violent, joined by +",
        )
    return roles


def _decile(cells: Mapping[str, str]) -> int:
    decile = columns.whole_number(cells, "decile")
    if not LOWEST_DECILE <= decile <= HIGHEST_DECILE:
        raise RowRefusedError(
            "score out of range",
            f"decile is [{decile}]: not one of {LOWEST_DECILE} to {HIGHEST_DECILE}",
        )
    return decile
