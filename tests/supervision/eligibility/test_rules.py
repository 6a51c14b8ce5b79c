"""What the rules of eligibility answer, each side of each number."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.eligibility.answer import Answer, Outcome
from supervision.rules.eligibility.asks import share_day
from supervision.rules.eligibility.catalogue import OPPORTUNITIES, answers, outcomes
from supervision.rules.eligibility.clock import months_on_the_clock
from supervision.rules.eligibility.digest import digest_of
from supervision.rules.eligibility.facts import (
    Breach,
    EligibilityFacts,
    Mark,
    Offense,
    Pause,
    Term,
)
from supervision.rules.eligibility.offense_lists import ListName, found_on, shipped_listings

LISTINGS = shipped_listings()
LARCENY = Offense("750.356(2)(a)", 60)
BEGAN, ENDS = date(2025, 1, 1), date(2027, 1, 1)
HALF = date(2026, 1, 1)
PROBATION = EligibilityFacts(
    as_of=HALF,
    term=Term.PROBATION,
    began_on=BEGAN,
    ends_on=ENDS,
    level="medium",
    level_since=BEGAN,
    named_level="medium",
    offenses=(LARCENY,),
)
PAROLE = replace(PROBATION, term=Term.PAROLE)


def asked(facts: EligibilityFacts, opportunity: str) -> Answer:
    return next(each for each in answers(facts, LISTINGS) if each.opportunity == opportunity)


def outcome(facts: EligibilityFacts, opportunity: str) -> Outcome:
    return asked(facts, opportunity).outcome


def test_half_of_the_term_opens_early_discharge_on_the_day_itself():
    assert outcome(PROBATION, "probation_law") is Outcome.ELIGIBLE


def test_the_day_before_half_of_the_term_one_is_almost_eligible_and_told_when():
    answer = asked(replace(PROBATION, as_of=HALF - timedelta(days=1)), "probation_law")
    assert answer.outcome is Outcome.ALMOST
    assert answer.possible_on == HALF


def test_half_of_the_term_far_ahead_is_not_almost():
    assert outcome(replace(PROBATION, as_of=date(2025, 6, 1)), "probation_law") is Outcome.NOT


def test_half_counts_from_the_original_term_not_from_the_extended_one():
    longer = replace(PROBATION, ends_on=date(2028, 1, 1), original_ends_on=ENDS, extensions=1)
    assert outcome(longer, "probation_law") is Outcome.ELIGIBLE


def test_before_the_reform_the_law_gives_no_such_discharge():
    facts = replace(PROBATION, as_of=date(2021, 3, 31), began_on=date(2019, 1, 1))
    assert "probation_law" not in {each.opportunity for each in answers(facts, LISTINGS)}


def test_a_program_to_be_completed_is_the_one_thing_missing():
    answer = asked(replace(PROBATION, open_programs=("CBT group",)), "probation_law")
    assert answer.outcome is Outcome.ALMOST
    assert answer.missing is not None
    assert "CBT group" in answer.missing.fact


def test_two_things_missing_are_not_almost():
    facts = replace(PROBATION, open_programs=("CBT",), pending_charges=(date(2025, 12, 1),))
    assert outcome(facts, "probation_early") is Outcome.NOT


@pytest.mark.parametrize("code", ["750.81", "750.84", "750.136b(2)", "750.520c(1)(a)"])
def test_a_listed_offense_shuts_early_discharge_for_good(code):
    answer = asked(replace(PROBATION, offenses=(Offense(code),)), "probation_law")
    assert answer.outcome is Outcome.NOT


def test_a_section_that_only_begins_alike_is_not_on_the_list():
    assert found_on(ListName.ED_BLOCK, [Offense("750.81d")], LISTINGS, day=HALF) is None


def test_money_that_one_cannot_pay_is_no_bar():
    facts = replace(PROBATION, owed_cents=50_000, is_unable_to_pay=True)
    assert outcome(facts, "probation_law") is Outcome.ELIGIBLE


def test_money_that_one_can_pay_is_the_thing_missing():
    facts = replace(PROBATION, owed_cents=50_000, is_unable_to_pay=False)
    assert asked(facts, "probation_law").missing.key == "money_is_no_bar"


@pytest.mark.parametrize(("days", "expected"), [(31, Outcome.ELIGIBLE), (30, Outcome.NOT)])
def test_thirty_days_before_the_end_early_discharge_is_too_late(days, expected):
    facts = replace(PROBATION, as_of=ENDS - timedelta(days=days))
    assert outcome(facts, "probation_early") is expected


def test_parole_asks_for_a_year_at_least():
    short = replace(PAROLE, ends_on=date(2026, 3, 1), as_of=date(2025, 12, 31))
    assert outcome(short, "parole_early") is Outcome.ALMOST
    assert outcome(replace(short, as_of=date(2026, 1, 1)), "parole_early") is Outcome.ELIGIBLE


@pytest.mark.parametrize(
    ("offense", "year"),
    [
        (Offense("750.529", 180), 2027),
        (Offense("750.110a(2)", 240), 2027),
        (Offense("750.110a(4)", 60), 2026),
        (Offense("750.356(2)(a)", None, is_life=True), 2029),
    ],
)
def test_parole_for_a_grave_offense_asks_for_more_years(offense, year):
    facts = replace(PAROLE, ends_on=date(2029, 3, 1), offenses=(offense,), as_of=date(2026, 2, 1))
    years = next(
        each for each in asked(facts, "parole_early").criteria if each.key == "years_served"
    )
    assert years.possible_on == date(year, 1, 1)


def test_a_violation_for_drunk_driving_shuts_early_discharge_from_parole():
    drunk = Breach(date(2025, 5, 1), 2, is_driving_drunk=True)
    assert outcome(replace(PAROLE, breaches=(drunk,)), "parole_early") is Outcome.NOT


def test_a_compact_case_is_not_michigans_to_discharge():
    compact = replace(PAROLE, term=Term.COMPACT_PAROLE, as_of=date(2026, 2, 1))
    assert outcome(compact, "parole_early") is Outcome.NOT


@pytest.mark.parametrize(("days", "expected"), [(2, Outcome.ELIGIBLE), (1, Outcome.ALMOST)])
def test_full_term_discharge_is_taken_up_two_days_after_the_end(days, expected):
    assert outcome(replace(PROBATION, as_of=ENDS + timedelta(days=days)), "full_term") is expected


def test_a_warrant_holds_back_the_discharge_at_full_term():
    facts = replace(PROBATION, as_of=ENDS + timedelta(days=2), has_warrant=True)
    assert asked(facts, "full_term").missing.key == "at_hand"


@pytest.mark.parametrize(
    ("marks", "day"),
    [(frozenset(), date(2025, 7, 1)), (frozenset({Mark.SAI}), date(2025, 5, 1))],
)
def test_the_first_review_comes_after_six_months_or_four_after_sai(marks, day):
    facts = replace(PROBATION, marks=marks, as_of=day)
    assert outcome(facts, "classification") is Outcome.ELIGIBLE
    before = replace(facts, as_of=day - timedelta(days=1))
    assert asked(before, "classification").possible_on == day


def test_the_first_review_of_a_sex_offense_case_comes_after_a_year():
    facts = replace(PROBATION, offenses=(Offense("750.520e"),), level="high")
    assert outcome(facts, "classification") is Outcome.ELIGIBLE
    assert outcome(replace(facts, as_of=HALF - timedelta(days=1)), "classification") is (
        Outcome.ALMOST
    )


def test_months_of_a_warrant_do_not_run_on_the_clock_of_the_review():
    facts = replace(PROBATION, pauses=(Pause(date(2025, 2, 1), date(2025, 3, 3)),))
    due = asked(replace(facts, as_of=date(2025, 7, 1)), "classification").possible_on
    assert due == date(2025, 7, 31)


def test_one_supervised_more_closely_than_assessed_may_have_a_lower_level():
    facts = replace(PROBATION, as_of=date(2025, 3, 1), level="maximum")
    assert outcome(facts, "downgrade") is Outcome.ELIGIBLE
    assert outcome(replace(facts, level="medium"), "downgrade") is Outcome.NOT


def test_probation_is_extended_twice_at_most():
    facts = replace(PROBATION, as_of=date(2026, 12, 1), open_programs=("CBT",))
    assert outcome(facts, "extension") is Outcome.ELIGIBLE
    assert outcome(replace(facts, extensions=2), "extension") is Outcome.NOT


def test_a_violation_six_months_ago_no_longer_bars_an_incentive():
    facts = replace(PROBATION, breaches=(Breach(date(2025, 7, 1), 5),))
    assert outcome(replace(facts, as_of=date(2025, 12, 31)), "incentive") is Outcome.ALMOST
    assert outcome(replace(facts, as_of=date(2026, 1, 1)), "incentive") is Outcome.ELIGIBLE


def test_every_criterion_names_its_source_and_who_can_correct_it():
    for term in (Term.PROBATION, Term.PAROLE):
        for answer in answers(replace(PROBATION, term=term), LISTINGS):
            assert all(each.citation and each.keeper and each.fact for each in answer.criteria)


days = st.dates(date(2022, 1, 1), date(2030, 1, 1))
pauses = st.lists(
    st.builds(
        lambda since, length: Pause(since, since + timedelta(days=length)),
        days,
        st.integers(0, 200),
    ),
    max_size=4,
).map(tuple)
facts_drawn = st.builds(
    EligibilityFacts,
    as_of=days,
    term=st.sampled_from(Term),
    began_on=st.dates(date(2021, 6, 1), date(2022, 1, 1)),
    ends_on=st.none() | st.dates(date(2022, 2, 1), date(2030, 1, 1)),
    level=st.sampled_from(["", "high", "maximum", "medium", "minimum"]),
    level_since=st.none() | days,
    named_level=st.sampled_from(["", "medium", "minimum"]),
    offenses=st.lists(
        st.builds(Offense, st.sampled_from(["750.81", "750.356", "750.529", "28.729"])), max_size=2
    ).map(tuple),
    pending_charges=st.lists(days, max_size=1).map(tuple),
    has_warrant=st.booleans(),
    open_programs=st.sampled_from([(), ("CBT",)]),
    marks=st.frozensets(st.sampled_from(Mark), max_size=2),
    pauses=pauses,
)


@given(facts_drawn)
def test_the_outcome_is_what_the_criteria_come_to(facts):
    for answer in answers(facts, LISTINGS):
        open_ones = [each for each in answer.criteria if not each.met]
        assert (answer.outcome is Outcome.ELIGIBLE) == (not open_ones)
        if answer.outcome is Outcome.ALMOST:
            assert open_ones == [answer.missing]


@given(facts_drawn)
def test_only_opportunities_of_the_term_are_answered(facts):
    open_to = {each.key for each in OPPORTUNITIES if facts.term in each.terms}
    assert {each.opportunity for each in answers(facts, LISTINGS)} <= open_to


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(1, 4000), st.integers(1, 100))
def test_a_share_of_a_term_lies_within_it(began_on, length, percent):
    ends_on = began_on + timedelta(days=length)
    day = share_day(began_on, ends_on, percent)
    assert began_on < day <= ends_on
    assert (day - began_on).days * 100 >= length * percent


@given(days, st.integers(1, 24), pauses)
def test_a_pause_never_brings_the_day_nearer(start, months, stretches):
    assert months_on_the_clock(start, months, stretches) >= months_on_the_clock(start, months, ())


@given(facts_drawn, days)
def test_a_day_that_passes_changes_no_mark_of_the_facts(facts, day):
    assert digest_of(facts) == digest_of(replace(facts, as_of=day))


@given(facts_drawn)
def test_a_fact_that_changes_changes_the_mark(facts):
    changed = replace(facts, has_detainer=not facts.has_detainer)
    assert digest_of(facts) != digest_of(changed)


@given(facts_drawn)
def test_the_missing_criterion_of_the_night_is_that_of_the_page(facts):
    told = {each.opportunity: each.outcome for each in answers(facts, LISTINGS)}
    assert told == {each.opportunity: each.outcome for each in outcomes(facts, LISTINGS)}
