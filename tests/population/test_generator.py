"""The same seed makes the same people; the shares come out as asked."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from offenders.choices import Status
from ots.population.generator import Plan, made_up_person
from ots.population.order import EARLIEST_AS_OF

from .conftest import AS_OF


@given(seed=st.integers(0, 99), index=st.integers(0, 999_999))
def test_the_same_seed_and_index_make_the_same_person(seed, index):
    plan = Plan(seed=seed, as_of=AS_OF)
    assert made_up_person(plan, index) == made_up_person(plan, index)


def test_a_person_does_not_hang_on_who_was_made_up_before(plan, people):
    assert made_up_person(plan, 4_321) == people[4_321]


def test_another_seed_makes_another_person(plan, people):
    other = made_up_person(replace(plan, seed=2), 7)
    assert other.identity != people[7].identity


@given(days=st.integers(0, 5_000), index=st.integers(0, 999_999))
def test_as_of_any_day_nothing_has_happened_after_it(days, index):
    as_of = EARLIEST_AS_OF + timedelta(days=days)
    person = made_up_person(Plan(seed=1, as_of=as_of), index)
    happened = [
        *(stay.began_on for stay in person.stays),
        *(move.on for move in person.moves),
        *(ticket.found_guilty_on for ticket in person.tickets),
        *(judgment.entered_on for case in person.cases for judgment in case.judgments),
        *(warrant.issued_on for warrant in person.community.warrants),
    ]
    assert max(happened) <= as_of


def test_two_in_five_are_in_prison_unless_asked_otherwise(people):
    share = sum(person.status == Status.PRISON for person in people) / len(people)
    assert 0.38 < share < 0.42


def test_a_share_of_nought_leaves_nobody(plan):
    nobody_inside = replace(plan, prison=0)
    made = [made_up_person(nobody_inside, index) for index in range(300)]
    assert Status.PRISON not in {person.status for person in made}


def test_every_status_of_people_under_sentence_occurs(people):
    assert {person.status for person in people} == {
        Status.PRISON,
        Status.JAIL,
        Status.ESCAPED,
        Status.PAROLE,
        Status.ABSCONDED,
        Status.PROBATION,
    }
