"""The projection's arithmetic: nobody is lost, nobody is found, and longer is never fewer."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timecomp.projection.flows import Held, Month, Paroled, Population, grouped, project
from timecomp.projection.rates import Rates, UnusableRateError

MONTHS_AHEAD = st.integers(-30, 150)
PEOPLE = st.integers(1, 500)
MAYBE = st.none() | MONTHS_AHEAD
GROUPS = ("person", "property")


@st.composite
def held(draw) -> Held:
    release = draw(MAYBE)
    ends = draw(st.none() | st.integers(release or -30, 200))
    return Held(draw(PEOPLE), release, ends, release is not None and release < 0)


POPULATIONS = st.builds(
    Population,
    held=st.lists(held(), max_size=8).map(tuple),
    paroled=st.lists(st.builds(Paroled, PEOPLE, MAYBE), max_size=4).map(tuple),
    months_to_serve=st.fixed_dictionaries(dict.fromkeys(GROUPS, st.integers(1, 90))),
)
SHARES = st.integers(0, 100)
RATES = st.builds(
    Rates,
    admissions=st.fixed_dictionaries(dict.fromkeys(GROUPS, st.integers(0, 50).map(float))),
    paroled_percent=SHARES,
    deferral_months=st.integers(0, 36),
    parole_months=st.integers(0, 48),
    return_percent=st.integers(0, 60),
    return_months=st.integers(0, 24),
)
NO_RETURNS = RATES.map(lambda each: replace(each, return_percent=0))
NOBODY_NEW = Rates(admissions={}, return_percent=0)


def close(one: float, other: float) -> bool:
    return one == pytest.approx(other, abs=1e-6)


@given(POPULATIONS, RATES)
def test_prison_is_what_it_was_and_who_came_less_who_left(population, rates) -> None:
    before = sum(each.people for each in population.held)
    for month in project(population, rates):
        assert close(month.prison, before + month.admissions + month.returns - month.releases)
        before = month.prison


@given(POPULATIONS, RATES)
def test_nobody_is_lost_between_prison_parole_and_discharge(population, rates) -> None:
    before = sum(each.people for each in (*population.held, *population.paroled))
    for month in project(population, rates):
        assert close(month.prison + month.parole, before + month.admissions - month.discharges)
        before = month.prison + month.parole


@given(POPULATIONS, RATES)
def test_no_number_of_people_falls_below_nought(population, rates) -> None:
    months = project(population, rates)
    assert min(value for each in months for value in (each.prison, each.parole)) >= -1e-6


@given(st.lists(held(), max_size=8).map(tuple))
def test_without_admissions_only_those_without_any_date_stay(people) -> None:
    last = project(Population(people, (), {}), NOBODY_NEW, months=260)[-1]
    without = sum(each.people for each in people if each.release is None and each.ends is None)
    assert close(last.prison, without)


@given(POPULATIONS, NO_RETURNS, st.integers(0, 60))
def test_a_law_that_lengthens_never_lowers_the_prison_population(population, rates, more) -> None:
    longer = replace(
        population,
        held=tuple(later(each, more) for each in population.held),
        months_to_serve={g: months + more for g, months in population.months_to_serve.items()},
    )
    pairs = zip(project(population, rates), project(longer, rates), strict=True)
    assert all(other.prison >= one.prison - 1e-6 for one, other in pairs)


@given(POPULATIONS, RATES)
def test_the_same_dates_give_the_same_lines(population, rates) -> None:
    again = replace(population, held=grouped(population.held))
    for one, other in zip(project(population, rates), project(again, rates), strict=True):
        assert close(one.prison, other.prison)
        assert close(one.parole, other.parole)


def later(each: Held, months: int) -> Held:
    if each.release is None:
        return each
    release = each.release + months
    ends = None if each.ends is None else max(each.ends, release)
    return Held(each.people, release, ends, each.is_passed_over)


def first(population: Population, **rates: object) -> list[Month]:
    return list(project(population, replace(NOBODY_NEW, **rates), months=6))


def test_those_not_paroled_on_the_day_leave_when_their_wait_is_over() -> None:
    found = first(Population((Held(100, 1, 50),), (), {}), paroled_percent=70, deferral_months=3)
    assert [round(each.prison, 3) for each in found] == [100, 30, 30, 30, 0, 0]


def test_whoever_leaves_at_the_maximum_has_no_parole() -> None:
    found = first(Population((Held(10, None, 2),), (), {}))
    assert [(each.prison, each.parole) for each in found[1:3]] == [(10, 0), (0, 0)]


def test_parole_never_lasts_beyond_the_maximum() -> None:
    found = first(Population((Held(10, 0, 3),), (), {}), parole_months=24)
    assert [each.parole for each in found] == [10, 10, 10, 0, 0, 0]


def test_whoever_returns_comes_out_again_after_the_stay() -> None:
    found = first(Population((), (Paroled(100, 99),), {}), return_percent=100, return_months=2)
    assert found[0].returns == 100
    assert (found[1].prison, found[2].prison) == (100, 0)


def test_the_admitted_leave_after_the_months_their_group_serves() -> None:
    rates = Rates(admissions={"person": 5.0}, paroled_percent=100)
    found = project(Population((), (), {"person": 2}), rates, months=4)
    assert [each.prison for each in found] == [5, 10, 10, 10]


@pytest.mark.parametrize(
    "given_", [{"paroled_percent": 101}, {"return_months": -1}, {"admissions": {"person": -1.0}}]
)
def test_a_rate_that_cannot_be_is_refused_by_name(given_: dict[str, object]) -> None:
    with pytest.raises(UnusableRateError, match=next(iter(given_))):
        Rates(**{"admissions": {}, **given_})


def test_every_rate_is_printed() -> None:
    words = " ".join(Rates(admissions={"person": 5.0}, return_percent=9).in_words())
    assert "5 people a month are admitted for offenses of the group person" in words
    assert "9 per cent of people on parole go back" in words
