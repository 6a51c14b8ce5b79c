"""No two people share a number, and no number was ever issued."""

from collections import Counter

from offenders.choices import IdentifierKind
from ots.population.generator import Plan, made_up_person

from .conftest import AS_OF

MDOC_DIGITS = 6


def numbers_of(people):
    return [(number.kind, number.issuer, number.value) for p in people for number in p.numbers]


def test_no_two_people_share_a_number(people):
    assert max(Counter(numbers_of(people)).values()) == 1


def test_people_of_different_seeds_share_no_number():
    plans = [Plan(seed=seed, as_of=AS_OF) for seed in range(100)]
    made = [made_up_person(plan, index) for plan in plans for index in (0, 1, 999_999)]
    assert max(Counter(numbers_of(made)).values()) == 1


def test_a_social_security_number_has_nine_digits_in_an_area_never_issued(people):
    values = [
        number.value for p in people for number in p.numbers if number.kind == IdentifierKind.SSN
    ]
    assert all(value.isdecimal() and len(value) == 9 and value[0] == "9" for value in values)


def test_a_department_number_is_longer_than_real_ones(people):
    values = [
        number.value for p in people for number in p.numbers if number.kind == IdentifierKind.MDOC
    ]
    assert min(map(len, values)) > MDOC_DIGITS


def test_telephones_are_from_the_range_kept_for_fiction(people):
    assert all("-555-01" in phone.number for p in people for phone in p.community.telephones)


def test_a_warrant_number_is_one_persons(people):
    numbers = Counter(warrant.number for p in people for warrant in p.community.warrants)
    assert max(numbers.values()) == 1
