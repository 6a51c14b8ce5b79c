"""What the rows become in the record, and which are refused."""

from datetime import date

import pytest

from offenders import choices
from offenders.models import (
    Arrest,
    Charge,
    ChargeParticulars,
    CourtCase,
    CustodyPeriod,
    Demographics,
    Disposition,
    Identifier,
    Movement,
    Person,
    PersonName,
)
from ots.exchange.models import ImportedRow
from supervision.models import RiskAssessment
from tests.exchange.delivery import Delivery

pytestmark = pytest.mark.django_db


def refusals(delivery: Delivery) -> list[str]:
    return [str(refusal) for refusal in delivery.load().refusals]


def test_a_defendant_becomes_a_person_with_a_name_and_demographics(delivery: Delivery) -> None:
    delivery.load()
    person = Person.objects.get()
    assert PersonName.objects.get().person == person
    assert Demographics.objects.get().birth_date == person.birth_date == date(1984, 7, 3)


def test_the_key_is_kept_as_the_research_number(delivery: Delivery) -> None:
    delivery.load()
    number = Identifier.objects.get()
    assert (number.kind, number.issuer, number.value) == ("study", "BROWARD", "P1")


def test_every_fact_names_its_file_and_key(delivery: Delivery) -> None:
    delivery.load()
    assert CustodyPeriod.objects.get(kind="jail").source == "broward/jail_stays.csv J1"


def test_what_the_record_has_no_place_for_is_kept_as_sent(delivery: Delivery) -> None:
    delivery.load()
    assert ImportedRow.objects.get(table="people").kept["juvenile_misdemeanors"] == "1"


def test_an_arrest_belongs_to_its_case(delivery: Delivery) -> None:
    delivery.load()
    arrest = Arrest.objects.get()
    assert arrest.case == CourtCase.objects.get()
    assert arrest.arrested_on == date(2013, 6, 11)


def test_charges_of_one_case_are_numbered_from_one(delivery: Delivery) -> None:
    delivery.add("charges", charge_key="C2", description="Grand Theft")
    delivery.load()
    counts = Charge.objects.values_list("count_number", "particulars__description")
    assert list(counts) == [(1, "Battery"), (2, "Grand Theft")]


def test_a_later_delivery_numbers_on(delivery: Delivery) -> None:
    delivery.load()
    delivery.add("charges", charge_key="C2", description="Grand Theft")
    delivery.load()
    particulars = ChargeParticulars.objects.get(description="Grand Theft")
    assert particulars.charge.count_number == 2


def test_an_arrest_without_a_charge_is_disposed_as_not_filed(delivery: Delivery) -> None:
    delivery.change("charges", description="arrest case no charge", offense_date="")
    delivery.load()
    assert Disposition.objects.get().kind == choices.DispositionKind.NOT_FILED


def test_a_stay_has_a_movement_in_and_a_movement_out(delivery: Delivery) -> None:
    delivery.empty("prison_stays")
    delivery.load()
    moves = Movement.objects.order_by("occurred_on").values_list("kind", "occurred_on")
    assert list(moves) == [("booking", date(2013, 6, 11)), ("release", date(2013, 6, 14))]


def test_a_stay_is_joined_to_the_case_it_was_the_booking_of(delivery: Delivery) -> None:
    delivery.load()
    assert CustodyPeriod.objects.get(kind="jail").case == CourtCase.objects.get()


def test_of_two_cases_of_one_booking_the_index_case_is_joined(delivery: Delivery) -> None:
    delivery.change("arrests", role="later")
    delivery.add("arrests", arrest_key="A2", case_key="BC2", role="index")
    delivery.load()
    stay = CustodyPeriod.objects.get(kind="jail")
    assert stay.case is not None
    assert stay.case.docket_number == "2013-CF-BC2"


def test_a_stay_that_was_nobodys_booking_has_no_case(delivery: Delivery) -> None:
    delivery.add("jail_stays", stay_key="J2", in_custody="2015-01-01", out_custody="2015-01-05")
    delivery.load()
    assert CustodyPeriod.objects.get(booking_number="J2").case is None


def test_who_is_still_in_prison_has_no_end_and_that_status(delivery: Delivery) -> None:
    delivery.change("prison_stays", out_custody="2020-01-01")
    delivery.load()
    assert CustodyPeriod.objects.get(kind="prison").ended_on is None
    assert Person.objects.get().status == choices.Status.PRISON


def test_who_is_still_in_jail_has_that_status(delivery: Delivery) -> None:
    delivery.empty("arrests", "charges", "prison_stays")
    delivery.change("jail_stays", out_custody="2020-01-01")
    delivery.load()
    assert Person.objects.get().status == choices.Status.JAIL


def test_who_left_prison_is_discharged(delivery: Delivery) -> None:
    delivery.load()
    assert Person.objects.get().status == choices.Status.DISCHARGED


def test_prison_goes_before_jail(delivery: Delivery) -> None:
    delivery.change("jail_stays", out_custody="2020-01-01")
    delivery.change("prison_stays", out_custody="2020-01-01")
    delivery.load()
    assert Person.objects.get().status == choices.Status.PRISON


def test_an_assessment_keeps_its_decile_and_band(delivery: Delivery) -> None:
    delivery.load()
    assessment = RiskAssessment.objects.get()
    assert (assessment.scale, assessment.score, assessment.band) == ("Risk of Violence", 4, "Low")


def test_jail_and_prison_at_once_are_both_loaded(delivery: Delivery) -> None:
    delivery.change("prison_stays", in_custody="2013-06-12", out_custody="2014-06-12")
    assert refusals(delivery) == []


def test_an_overlapping_stay_is_refused_with_the_stay_it_overlaps(delivery: Delivery) -> None:
    delivery.add("jail_stays", stay_key="J2", in_custody="2013-06-13", out_custody="2013-06-20")
    assert refusals(delivery) == [
        "jail_stays.csv, line 3: stay [J2] from 2013-06-13 to 2013-06-20 overlaps stay [J1] from "
        "2013-06-11 to 2013-06-14 of the same person: nobody is in one kind of custody twice on a "
        "day"
    ]


def test_the_stay_named_is_one_that_overlaps_not_one_of_no_days(delivery: Delivery) -> None:
    delivery.add("jail_stays", stay_key="J0", in_custody="2013-06-05", out_custody="2013-06-05")
    delivery.add("jail_stays", stay_key="J2", in_custody="2013-06-01", out_custody="2013-06-20")
    assert "overlaps stay [J1] from" in refusals(delivery)[0]


def test_a_stay_that_begins_on_the_day_another_ends_is_loaded(delivery: Delivery) -> None:
    delivery.add("jail_stays", stay_key="J2", in_custody="2013-06-14", out_custody="2013-06-20")
    assert refusals(delivery) == []


def test_a_stay_of_no_days_inside_another_is_loaded(delivery: Delivery) -> None:
    delivery.add("jail_stays", stay_key="J2", in_custody="2013-06-12", out_custody="2013-06-12")
    assert refusals(delivery) == []


def test_the_rest_of_a_batch_is_loaded_around_an_overlap(delivery: Delivery) -> None:
    for number in range(2, 40):
        day = f"2014-{number % 12 + 1:02}-{number // 2 + 1:02}"
        delivery.add("jail_stays", stay_key=f"J{number}", in_custody=day, out_custody=day)
    delivery.add("jail_stays", stay_key="J99", in_custody="2013-06-01", out_custody="2013-06-30")
    result = delivery.load()
    assert [refusal.key for refusal in result.refusals] == ["J99"]
    assert CustodyPeriod.objects.filter(kind="jail").count() == 39


def test_a_refused_stay_leaves_no_movement(delivery: Delivery) -> None:
    delivery.add("jail_stays", stay_key="J2", in_custody="2013-06-13", out_custody="2013-06-20")
    delivery.load()
    assert not Movement.objects.filter(source="broward/jail_stays.csv J2").exists()


def test_a_row_of_somebody_not_loaded_is_refused(delivery: Delivery) -> None:
    delivery.add("assessments", assessment_key="S2", person_key="P9")
    assert refusals(delivery) == [
        "assessments.csv, line 3: it belongs to [P9] of people, and no such row was loaded"
    ]


def test_the_rows_of_a_refused_person_are_refused_one_by_one(delivery: Delivery) -> None:
    delivery.change("people", date_of_birth="1984-02-30")
    result = delivery.load()
    assert result.loaded == 0
    assert [refusal.file for refusal in result.refusals] == [
        "people.csv",
        "arrests.csv",
        "charges.csv",
        "jail_stays.csv",
        "prison_stays.csv",
        "assessments.csv",
    ]


def test_a_charge_for_the_case_of_another_person_is_refused(delivery: Delivery) -> None:
    delivery.add("people", person_key="P2")
    delivery.change("charges", person_key="P2")
    assert refusals(delivery) == [
        "charges.csv, line 2: [P2] of people and [A1] of arrests are not the same person's"
    ]


def test_a_case_that_comes_twice_is_refused(delivery: Delivery) -> None:
    delivery.add("arrests", arrest_key="A2")
    assert refusals(delivery) == [
        "arrests.csv, line 3: case_key [BC1]: the person has this case in this court already"
    ]


def test_a_number_that_another_record_bears_is_refused(delivery: Delivery) -> None:
    other = Person.objects.create(last_name="Doe")
    Identifier.objects.create(person=other, kind="study", issuer="BROWARD", value="P1")
    assert refusals(delivery)[0] == (
        "people.csv, line 2: person_key [P1]: number [P1] of [BROWARD] stands on another person's "
        "record already"
    )


def test_a_key_that_stands_twice_in_a_file_is_refused_with_its_first_line(
    delivery: Delivery,
) -> None:
    delivery.add("people")
    assert refusals(delivery) == [
        "people.csv, line 3: person_key [P1] stands in line 2 already; a key is one row's"
    ]


def test_a_row_without_a_key_is_refused(delivery: Delivery) -> None:
    delivery.add("people", person_key="")
    assert refusals(delivery) == ["people.csv, line 3: person_key is empty"]


def test_a_row_with_a_fault_is_refused_and_the_rest_loaded(delivery: Delivery) -> None:
    delivery.add("people", person_key="P2")
    with delivery.path("people").open("a") as file:
        file.write("P3,Rhodes\n")
    assert refusals(delivery) == ["people.csv, line 4: the row has 2 columns where 16 are expected"]
    assert Person.objects.count() == 2
