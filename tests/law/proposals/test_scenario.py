"""Which sentences a scenario reaches, and what the book says of those it could concern."""

from datetime import date

import pytest

from timecomp.engine.parameters import Value
from timecomp.law.facts import Offense, Person, Sentence, SentenceKind, Term
from timecomp.law.offences import offence
from timecomp.law.proposals.scenario import (
    Applies,
    AppliesTo,
    OffenceGroup,
    ParameterChange,
    Scenario,
    groups_of,
    values_under,
)
from timecomp.law.proposals.scenario_file import scenario_of

SENTENCE = Sentence(
    id="A",
    offense=Offense(code="750.84", date=date(2019, 6, 1)),
    sentenced_on=date(2020, 1, 1),
    kind=SentenceKind.INDETERMINATE,
    minimum=Term(years=5),
    maximum=Term(years=10),
)
TWENTY = Person(birth_date=date(1999, 6, 1))
NOBODY = Person(birth_date=None)


@pytest.mark.parametrize(
    ("applies", "person", "is_reached"),
    [
        (Applies(), NOBODY, True),
        (Applies(to=AppliesTo.SENTENCES, since=date(2020, 1, 1)), TWENTY, True),
        (Applies(to=AppliesTo.SENTENCES, since=date(2020, 1, 2)), TWENTY, False),
        (Applies(to=AppliesTo.OFFENCES, since=date(2019, 6, 2)), TWENTY, False),
        (Applies(codes=("750.529",)), TWENTY, False),
        (Applies(except_codes=("750.84",)), TWENTY, False),
        (Applies(groups=frozenset({OffenceGroup.DRUG})), TWENTY, False),
        (Applies(except_groups=frozenset({OffenceGroup.DRUG})), TWENTY, True),
        (Applies(age_from=20, age_to=20), TWENTY, True),
        (Applies(age_to=19), TWENTY, False),
        (Applies(age_from=21), TWENTY, False),
        (Applies(age_from=18), NOBODY, False),
        (Applies(minimum_months_from=60, minimum_months_to=60), TWENTY, True),
        (Applies(minimum_months_from=61), TWENTY, False),
        (Applies(minimum_months_to=59), TWENTY, False),
    ],
)
def test_every_condition_given_must_hold(
    applies: Applies, person: Person, is_reached: bool
) -> None:
    assert applies.covers(SENTENCE, person) is is_reached


def test_a_sentence_without_a_minimum_is_of_no_length() -> None:
    life = Sentence("A", SENTENCE.offense, date(2020, 1, 1), SentenceKind.LIFE, maximum="life")
    assert not Applies(minimum_months_from=1).covers(life, TWENTY)


def test_an_offense_that_the_table_does_not_know_is_in_no_group() -> None:
    assert groups_of(None) == frozenset()


def test_an_offense_is_in_the_groups_that_the_table_says() -> None:
    murder = groups_of(offence("750.316", date(2019, 6, 1)))
    assert {OffenceGroup.PERSON, OffenceGroup.MANDATORY_LIFE} <= murder
    assert OffenceGroup.DRUG not in murder


def test_an_offense_outside_the_guidelines_is_in_no_group_of_theirs() -> None:
    assert groups_of(offence("257.625(1)", date(2019, 6, 1))) == frozenset()


def test_a_scenario_that_names_no_rule_could_concern_everybody_with_a_date() -> None:
    scenario = Scenario("x", "T", "P", "S", "Q")
    assert scenario.touches == frozenset({"conc_erd_latest"})
    assert scenario.citation == "proposed: P"


def test_a_change_of_an_amount_concerns_those_who_used_it() -> None:
    scenario = Scenario("x", "T", "P", "S", "Q", parameters=(ParameterChange("dc_rate", 7),))
    assert scenario.touches == frozenset({"dc_rate"})


def test_a_rule_may_name_the_sections_that_it_concerns() -> None:
    assert "750.529" in scenario_of("wi_ff_increase").concerns
    assert "life_10" in scenario_of("wi_second_look").touches
    assert scenario_of("wi_second_look").concerns == ()


ENACTED = [Value(None, 10, "a"), Value(date(1992, 10, 1), 15, "b")]


def test_without_a_day_the_new_amount_stands_for_all_the_old() -> None:
    change = ParameterChange("lifer_years", 12)
    assert [(v.since, v.amount) for v in values_under(change, ENACTED)] == [
        (None, 12),
        (date(1992, 10, 1), 12),
    ]


def test_from_a_day_on_the_new_amount_leaves_those_before() -> None:
    change = ParameterChange("lifer_years", 12, date(1990, 1, 1))
    assert [(v.since, v.amount) for v in values_under(change, ENACTED)] == [
        (None, 10),
        (date(1990, 1, 1), 12),
    ]
