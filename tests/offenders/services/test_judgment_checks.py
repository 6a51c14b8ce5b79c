"""What a clerk's eye would catch: each check on both sides of its edge."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offenders.services.judgment_checks import Surroundings, objections_to
from offenders.services.judgment_entry import Length, Terms

SENTENCED_ON = date(2024, 9, 16)
TERMS = Terms(
    kind="indeterminate", sentenced_on=SENTENCED_ON, minimum=Length(5), maximum=Length(20)
)
AROUND = Surroundings(
    today=date(2026, 1, 1),
    entered_on=SENTENCED_ON,
    offense_date=date(2024, 2, 1),
    birth_date=date(1988, 3, 5),
    sentences_to_follow=frozenset({7}),
)


def fields(terms: Terms = TERMS, around: Surroundings = AROUND) -> set[str]:
    return {objection.field for objection in objections_to(terms, around)}


def test_an_ordinary_judgment_meets_no_objection() -> None:
    assert fields() == set()


@pytest.mark.parametrize(
    ("minimum", "maximum", "is_fine"),
    [
        (Length(20), Length(20), True),
        (Length(20, 0, 1), Length(20), False),
        (Length(19, 12), Length(20), True),
        (Length(0, 18), Length(1, 6), True),
        (Length(0, 19), Length(1, 6), False),
        (Length(0, 0, 400), Length(1), True),
    ],
)
def test_the_minimum_may_equal_the_maximum_but_not_exceed_it(
    minimum: Length, maximum: Length, is_fine: bool
) -> None:
    found = fields(replace(TERMS, minimum=minimum, maximum=maximum))
    assert (found == set()) is is_fine


@pytest.mark.parametrize(
    ("maximum", "is_fine"),
    [
        (Length(5), True),
        (Length(0, 60), True),
        (Length(5, 0, 1), False),
        (Length(0, 61), False),
    ],
)
def test_the_maximum_is_held_against_the_statute(maximum: Length, is_fine: bool) -> None:
    around = replace(AROUND, statutory_maximum=Length(0, 60), statute_name="MCL 750.360")
    terms = replace(TERMS, minimum=Length(1), maximum=maximum)
    assert (fields(terms, around) == set()) is is_fine


def test_a_habitual_notice_is_named_but_its_arithmetic_is_left_to_the_law() -> None:
    around = replace(AROUND, statutory_maximum=Length(5))
    terms = replace(TERMS, minimum=Length(2), maximum=Length(7, 6), habitual_level=2)
    (objection,) = objections_to(terms, around)
    assert objection.may_stand
    assert "A habitual notice may raise it" in objection.message


def test_life_is_more_than_a_statute_of_years_allows() -> None:
    around = replace(AROUND, statutory_maximum=Length(5))
    terms = Terms(kind="life", sentenced_on=SENTENCED_ON, is_life_maximum=True)
    assert fields(terms, around) == {"maximum"}


@pytest.mark.parametrize(("days", "is_fine"), [(229, True), (230, False)])
def test_jail_credit_counts_from_the_offense_both_days_included(days: int, is_fine: bool) -> None:
    assert (fields(replace(TERMS, jail_credit_days=days)) == set()) is is_fine


@pytest.mark.parametrize(("days", "is_fine"), [(200, True), (201, False)])
def test_a_recorded_arrest_shortens_what_jail_credit_may_be(days: int, is_fine: bool) -> None:
    around = replace(AROUND, arrested_on=date(2024, 3, 1))
    assert (fields(replace(TERMS, jail_credit_days=days), around) == set()) is is_fine


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"offense_date": date(2024, 9, 17)}, "sentenced_on"),
        ({"today": date(2024, 9, 15)}, "sentenced_on"),
        ({"entered_on": date(2024, 9, 15)}, "entered_on"),
        ({"birth_date": date(2024, 2, 1)}, "offense_date"),
    ],
)
def test_days_follow_each_other(change: dict[str, date], field: str) -> None:
    assert field in fields(around=replace(AROUND, **change))


def test_a_sentence_on_the_day_of_the_offense_is_possible() -> None:
    assert fields(around=replace(AROUND, offense_date=SENTENCED_ON)) == set()


def test_consecutive_needs_a_section_and_a_section_needs_a_sentence() -> None:
    assert fields(replace(TERMS, follows=(7,))) == {"consecutive_authority"}
    assert fields(replace(TERMS, consecutive_authority="768.7a(2)")) == {"follows"}
    assert fields(replace(TERMS, follows=(7,), consecutive_authority="768.7a(2)")) == set()


def test_no_sentence_follows_itself_or_a_strangers() -> None:
    terms = replace(TERMS, follows=(8,), consecutive_authority="768.7a(2)")
    assert fields(terms) == {"follows"}
    assert fields(terms, replace(AROUND, own_sentence_id=8)) == {"follows"}


def test_two_sentences_do_not_wait_for_each_other() -> None:
    terms = replace(TERMS, follows=(7,), consecutive_authority="768.7a(2)")
    around = replace(AROUND, own_sentence_id=8, sentences_that_follow=frozenset({7}))
    assert fields(terms, around) == {"follows"}


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        (replace(TERMS, maximum=Length()), "maximum"),
        (replace(TERMS, minimum=Length()), "minimum"),
        (replace(TERMS, is_life_maximum=True), "maximum"),
        (replace(TERMS, kind="jail"), "minimum"),
        (Terms(kind="probation", sentenced_on=SENTENCED_ON), "maximum"),
        (Terms(kind="life", sentenced_on=SENTENCED_ON, maximum=Length(5)), "maximum"),
    ],
)
def test_a_kind_states_the_lengths_it_has_and_no_others(terms: Terms, field: str) -> None:
    assert field in fields(terms)


LENGTHS = st.builds(Length, st.integers(0, 60), st.integers(0, 700), st.integers(0, 400))


@given(minimum=LENGTHS, maximum=LENGTHS, credit=st.integers(0, 4000), level=st.sampled_from([0, 2]))
def test_whatever_is_typed_is_answered_with_objections_at_known_fields(
    minimum: Length, maximum: Length, credit: int, level: int
) -> None:
    terms = replace(
        TERMS, minimum=minimum, maximum=maximum, jail_credit_days=credit, habitual_level=level
    )
    around = replace(AROUND, statutory_maximum=Length(0, 60))
    assert fields(terms, around) <= {"minimum", "maximum", "jail_credit_days"}
