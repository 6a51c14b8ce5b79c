"""What a row of the county's tables says in the words of the record."""

from dataclasses import replace
from datetime import date

from offenders.choices import Ethnicity, Race
from ots.exchange.agencies.broward import mapping, schema
from tests.exchange.delivery import SOUND, TODAY

ARREST = schema.arrest_row(SOUND["arrests"], TODAY)
CHARGE = schema.charge_row(SOUND["charges"], TODAY)
STAY = schema.stay_row(SOUND["jail_stays"], TODAY)


def test_a_felony_is_heard_in_the_circuit_court() -> None:
    assert mapping.case_facts(ARREST).court is mapping.CIRCUIT_COURT


def test_any_other_case_is_heard_in_the_county_court() -> None:
    assert mapping.case_facts(replace(ARREST, court_type="MM")).court is mapping.COUNTY_COURT


def test_the_docket_number_keeps_year_and_kind_of_the_case_number() -> None:
    assert mapping.case_facts(ARREST).docket_number == "2013-CF-BC1"


def test_a_court_type_in_lower_case_is_the_same_court() -> None:
    assert mapping.case_facts(replace(ARREST, court_type="cf")).court is mapping.CIRCUIT_COURT


def test_the_day_of_booking_is_the_day_of_arrest_where_no_other_is_known() -> None:
    assert mapping.case_facts(ARREST).arrested_on == date(2013, 6, 11)


def test_a_day_of_arrest_goes_before_the_day_of_booking() -> None:
    arrest = replace(ARREST, arrest_date=date(2013, 6, 9), offense_date=None)
    assert mapping.case_facts(arrest).arrested_on == date(2013, 6, 9)


def test_a_case_without_either_day_has_no_arrest_and_says_so() -> None:
    facts = mapping.case_facts(replace(ARREST, jail_in=None))
    assert facts.arrested_on is None
    assert "no arrest recorded" in facts.note


def test_a_booking_before_the_offense_is_noted() -> None:
    facts = mapping.case_facts(replace(ARREST, jail_in=date(2013, 6, 9)))
    assert facts.note.startswith("booked before the day of the offense")


def test_a_booking_on_the_day_of_the_offense_is_not_noted() -> None:
    assert mapping.case_facts(replace(ARREST, jail_in=date(2013, 6, 10))).note == ""


def test_a_degree_stands_without_its_brackets() -> None:
    assert mapping.charge_facts(CHARGE).degree == "F3"


def test_a_charge_without_description_says_so() -> None:
    facts = mapping.charge_facts(replace(CHARGE, description=""))
    assert facts.description == "Charge not described"
    assert facts.note.startswith("without description")


def test_an_arrest_without_a_charge_is_one_that_was_not_filed() -> None:
    facts = mapping.charge_facts(replace(CHARGE, description="arrest case no charge"))
    assert facts.is_not_filed
    assert facts.description == "Arrest, no charge filed"


def test_any_other_charge_was_filed() -> None:
    assert not mapping.charge_facts(CHARGE).is_not_filed


def test_hispanic_as_a_race_says_the_ethnicity_too() -> None:
    assert mapping.ethnicity(Race.HISPANIC) is Ethnicity.HISPANIC


def test_any_other_race_says_nothing_of_ethnicity() -> None:
    assert mapping.ethnicity(Race.WHITE) is Ethnicity.UNKNOWN


def test_a_stay_of_no_days_is_noted() -> None:
    assert mapping.stay_note(replace(STAY, ended_on=STAY.began_on)).startswith("in and out")


def test_a_stay_not_ended_is_noted() -> None:
    assert mapping.stay_note(replace(STAY, ended_on=None)).startswith("still inside")


def test_an_ordinary_stay_is_not_noted() -> None:
    assert mapping.stay_note(STAY) == ""
