"""Proposed rules at their edges: whom each leaves alone, and what it does to the others."""

from dataclasses import replace
from datetime import date

import pytest

from tests.law.proposals.proposed_facts import (
    CREDIT,
    ENDS_ON,
    PAROLE,
    SENTENCE,
    with_sentence,
)
from timecomp.law.facts import Case, Offense, Person, Sentence, SentenceKind, Term
from timecomp.law.offences import offence
from timecomp.law.proposals.disciplinary import (
    BindingTime,
    Gates,
    disciplinary_credit_again,
    disciplinary_time_binds,
)
from timecomp.law.proposals.good_time import CleanMonths, good_time_for_clean_months
from timecomp.law.proposals.minimums import (
    MandatoryMinimum,
    MandatoryMinimums,
    ProbationCap,
    YoungTerm,
    mandatory_minimums,
    probation_cap,
    term_of_years_for_the_young,
)
from timecomp.law.proposals.parole_days import (
    Emergency,
    Frailty,
    SecondLook,
    WiderUnit,
    YoungReview,
    emergency_powers,
    medical_parole_by_age,
    parole_review_for_the_young,
    second_look,
    wider_special_alternative,
)
from timecomp.law.proposals.productivity import Productivity, productivity_credits
from timecomp.law.proposals.registry import Point, proposal, proposals
from timecomp.law.proposed import PROPOSED, CreditFacts, ParoleFacts
from timecomp.law.regime import Scheme
from timecomp.law.topics import End


def test_a_crime_before_the_day_of_the_bill_earns_no_credit() -> None:
    gates = Gates(reopened_from=date(2019, 1, 1))
    before = disciplinary_credit_again(offense_date=date(2018, 12, 31), settings=gates)
    after = disciplinary_credit_again(offense_date=date(2019, 1, 1), settings=gates)
    assert (before.minimum, after.minimum) == (Scheme.NOTHING, Scheme.DISCIPLINARY_CREDIT)


def test_misconduct_after_the_minimum_was_served_adds_nothing() -> None:
    late = replace(CREDIT, disciplinary_time=((date(2029, 1, 1), 30), (date(2030, 2, 1), 9)))
    end = disciplinary_time_binds(facts=late, day=None, settings=BindingTime(percent=100))
    assert end == date(2030, 1, 31)


def test_without_a_maximum_of_years_disciplinary_time_has_no_limit() -> None:
    life = replace(
        CREDIT,
        sentence=with_sentence(maximum="life"),
        disciplinary_time=((date(2029, 1, 1), 9000),),
    )
    end = disciplinary_time_binds(facts=life, day=None, settings=BindingTime(percent=100))
    assert end == date(2054, 8, 23)


CLEAN = CleanMonths(
    percent_of_month=100,
    least_served_percent=50,
    reaches_back=False,
    counts_from=date(2027, 1, 1),
    on_maximum=False,
)


@pytest.mark.parametrize("facts", [replace(CREDIT, is_flat=True), replace(CREDIT, end=End.MAXIMUM)])
def test_a_flat_term_and_a_maximum_left_out_have_no_good_time(facts: CreditFacts) -> None:
    assert good_time_for_clean_months(facts=facts, day=ENDS_ON, settings=CLEAN) == ENDS_ON


def test_good_time_that_does_not_reach_back_counts_from_its_day() -> None:
    # Eighteen months from January 2027 earn their 547 days; 547 off 1 January 2030 is 3 July 2028.
    found = good_time_for_clean_months(facts=CREDIT, day=None, settings=CLEAN)
    assert found == date(2028, 7, 3)


PROGRAMS = Productivity(
    days_a_program_month=10,
    months_in_program_percent=100,
    days_a_completion=0,
    completions=0,
    diploma_days=0,
    diplomas_percent=0,
    cap_percent=20,
    on_maximum=False,
)


@pytest.mark.parametrize("facts", [replace(CREDIT, is_flat=True), replace(CREDIT, end=End.MAXIMUM)])
def test_productivity_credits_leave_other_ends_alone(facts: CreditFacts) -> None:
    assert productivity_credits(facts=facts, day=ENDS_ON, settings=PROGRAMS) == ENDS_ON


def test_a_sentence_without_a_minimum_has_no_productivity_credit() -> None:
    silent = replace(CREDIT, sentence=with_sentence(minimum=None))
    assert productivity_credits(facts=silent, day=None, settings=PROGRAMS) == ENDS_ON


TWELVE = MandatoryMinimums((MandatoryMinimum("750.84", 144),))


def raised(sentence: Sentence) -> Sentence:
    case = Case(id="x", sentences=(sentence,))
    return mandatory_minimums(case=case, sentence=sentence, settings=TWELVE)


def test_with_a_maximum_of_life_the_minimum_of_the_bill_has_no_limit() -> None:
    assert raised(with_sentence(maximum="life")).minimum == Term(months=144)


def test_the_minimum_of_the_bill_stops_at_the_maximum() -> None:
    assert raised(with_sentence(maximum=Term(years=11))).minimum == Term(months=132)


def capped(sentence: Sentence) -> Sentence:
    case = Case(id="x", sentences=(sentence,))
    return probation_cap(case=case, sentence=sentence, settings=ProbationCap(longest_months=24))


@pytest.mark.parametrize(
    "sentence",
    [
        SENTENCE,
        with_sentence(kind=SentenceKind.PROBATION, minimum=None, maximum=None),
        with_sentence(kind=SentenceKind.PROBATION, minimum=Term(years=5), maximum="life"),
        with_sentence(
            kind=SentenceKind.PROBATION,
            minimum=None,
            maximum=Term(years=5),
            offense=Offense(code="750.81", date=date(2019, 6, 1)),
        ),
    ],
    ids=["prison", "no length", "for life", "a misdemeanor"],
)
def test_probation_that_is_no_felony_of_years_stays(sentence: Sentence) -> None:
    assert capped(sentence) == sentence


YOUNG = YoungTerm(age_from=18, age_to=20, minimum_years=35, maximum_years=60, consecutive=False)
MURDER = with_sentence(
    kind=SentenceKind.LIFE,
    minimum=None,
    maximum="life",
    offense=Offense(code="750.316", date=date(2019, 6, 1)),
)


@pytest.mark.parametrize(
    ("sentence", "born"),
    [
        (SENTENCE, date(2000, 1, 1)),
        (MURDER, None),
        (replace(MURDER, offense=Offense("750.316", date(2019, 6, 1), attempt=True)),
         date(2000, 1, 1)),
        (MURDER, date(1998, 6, 1)),
    ],
    ids=["no life", "no birth date", "an attempt", "twenty-one"],
)  # fmt: skip
def test_life_that_the_bill_does_not_reach_stays(sentence: Sentence, born: date | None) -> None:
    case = Case(id="x", sentences=(sentence,), person=Person(birth_date=born))
    assert term_of_years_for_the_young(case=case, sentence=sentence, settings=YOUNG) == sentence


def test_a_second_look_may_leave_life_out() -> None:
    life = replace(PAROLE, is_life=True, day=None)
    settings = SecondLook(years=10, includes_life=False)
    assert second_look(facts=life, settings=settings) is None
    assert second_look(facts=life, settings=replace(settings, includes_life=True)) == ENDS_ON


def test_a_day_that_a_person_must_settle_stays_so() -> None:
    unsettled = replace(PAROLE, day=None, is_known=False)
    assert second_look(facts=unsettled, settings=SecondLook(years=5, includes_life=True)) is None


@pytest.mark.parametrize(
    "facts", [replace(PAROLE, is_flat=True), replace(PAROLE, person=Person(birth_date=None))]
)
def test_the_review_of_the_young_needs_an_age_and_a_minimum(facts: ParoleFacts) -> None:
    review = YoungReview(under_age=18, years=5, other_years=())
    assert parole_review_for_the_young(facts=facts, settings=review) == ENDS_ON


def test_life_without_parole_may_be_left_out_of_medical_parole() -> None:
    frail = Frailty(age_years=20, excludes_life_without_parole=True, excluded_codes=())
    life = replace(PAROLE, is_life=True, day=None)
    assert medical_parole_by_age(facts=life, settings=frail) is None


def test_an_excluded_section_has_no_medical_parole() -> None:
    frail = Frailty(age_years=20, excludes_life_without_parole=True, excluded_codes=("750.84",))
    assert medical_parole_by_age(facts=PAROLE, settings=frail) == ENDS_ON


ONE_CUT = Emergency(
    declarations=(date(2027, 1, 4),), days=90, second_cut=False, second_after_days=90
)


def test_one_declaration_takes_its_days_once() -> None:
    assert emergency_powers(facts=PAROLE, settings=ONE_CUT) == date(2029, 10, 3)


@pytest.mark.parametrize(
    "facts", [replace(PAROLE, is_flat=True), replace(PAROLE, day=date(2026, 12, 1))]
)
def test_an_emergency_leaves_flat_terms_and_days_past_alone(facts: ParoleFacts) -> None:
    assert emergency_powers(facts=facts, settings=ONE_CUT) == facts.day


UNIT = WiderUnit(longest_minimum_months=48, admits_prior_prison=False)
THEFT = replace(
    PAROLE,
    sentence=with_sentence(offense=Offense("750.110", date(2019, 6, 1)), minimum=Term(months=48)),
    offence=offence("750.110", date(2019, 6, 1)),
)


def test_who_may_enter_the_unit_leaves_it_after_120_days() -> None:
    assert wider_special_alternative(facts=THEFT, settings=UNIT) == date(2027, 3, 21)


@pytest.mark.parametrize(
    "facts",
    [
        replace(THEFT, sentence=replace(THEFT.sentence, minimum=None)),
        replace(THEFT, offence=None),
        replace(THEFT, has_been_paroled=True),
        replace(THEFT, sentence=replace(THEFT.sentence, minimum=Term(months=49))),
    ],
    ids=["no minimum", "an offense not in the table", "was paroled before", "too long"],
)
def test_others_do_not_enter_the_unit(facts: ParoleFacts) -> None:
    assert wider_special_alternative(facts=facts, settings=UNIT) == ENDS_ON


def test_without_a_what_if_no_law_is_turned_to() -> None:
    PROPOSED.turn_to("A")
    assert PROPOSED.gate is None


def test_a_name_of_a_proposed_rule_is_used_once() -> None:
    declare = proposal("second_look", title="T", point=Point.PAROLE, prose="")
    with pytest.raises(ValueError, match=r"\[second_look\] is already a proposed rule"):
        declare(second_look)


def test_every_proposed_rule_says_in_a_sentence_what_it_does() -> None:
    assert all(each.says.endswith(".") and "\n" not in each.says for each in proposals().values())
