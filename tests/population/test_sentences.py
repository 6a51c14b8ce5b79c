"""Sentences of every kind and regime, plausible in their dates and lengths."""

import pytest

from offenders.choices import HabitualLevel, OrderKind, SentenceKind
from ots.population.credit import regime_of
from timecomp.law.offences import offence
from timecomp.law.regime import RegimeId

YEAR = 365.25
STATED_AUTHORITIES = {
    "750.227b",
    "768.7a(1)",
    "768.7a(2)",
    "768.7b(2)(a)",
    "750.193(1)",
    "750.110a(8)",
    "333.7401(3)",
}


@pytest.fixture(scope="module")
def counts(people):
    """Every count with the terms set for it, and whose it is."""
    return [
        (person, count, terms)
        for person in people
        for case in person.cases
        for count in case.counts
        for terms in count.terms
    ]


def test_every_credit_regime_occurs(counts):
    found = {
        regime_of(count.offense.code, count.offense.on).id
        for _, count, terms in counts
        if terms.kind == SentenceKind.INDETERMINATE
    }
    assert found == set(RegimeId)


def test_every_kind_of_sentence_occurs(counts):
    assert {terms.kind for *_, terms in counts} == set(SentenceKind)


def test_every_habitual_level_occurs(counts):
    assert {terms.habitual for *_, terms in counts} == set(HabitualLevel.values)


def test_every_kind_of_judgment_occurs(people):
    kinds = {judgment.kind for p in people for case in p.cases for judgment in case.judgments}
    assert kinds == set(OrderKind)


def test_sentences_follow_others_under_every_authority_of_the_mix(counts):
    assert {terms.authority for *_, terms in counts} >= STATED_AUTHORITIES


def test_a_sentence_follows_its_offence(counts):
    assert all(terms.sentenced_on > count.offense.on for _, count, terms in counts)


def test_nobody_is_sentenced_after_today(plan, counts):
    assert max(terms.sentenced_on for *_, terms in counts) <= plan.as_of


def test_nobody_was_under_fourteen_at_an_offence(people):
    ages = [
        (count.offense.on - person.identity.birth_date).days / YEAR
        for person in people
        for case in person.cases
        for count in case.counts
    ]
    assert min(ages) >= 14


def test_a_minimum_never_exceeds_its_maximum(counts):
    assert all(
        terms.minimum.whole_months <= terms.maximum.whole_months
        for *_, terms in counts
        if terms.kind == SentenceKind.INDETERMINATE
    )


def test_a_minimum_over_two_thirds_is_marked_as_written(counts):
    over = [
        terms.as_written
        for *_, terms in counts
        if terms.kind == SentenceKind.INDETERMINATE
        and 3 * terms.minimum.whole_months > 2 * terms.maximum.whole_months
    ]
    assert over
    assert all(over)


def test_a_firearm_sentence_comes_before_its_felony(counts):
    firearms = {
        (person.index, count.label)
        for person, count, _ in counts
        if count.offense.code.pacc.startswith("750.227B")
    }
    preceding = {
        (person.index, label)
        for person, _, terms in counts
        if terms.authority == "750.227b"
        for label in terms.after
    }
    assert preceding <= firearms
    assert preceding


def test_a_sentence_follows_only_sentences_of_the_same_person(people):
    for person in people:
        labels = {count.label for case in person.cases for count in case.counts}
        followed = {
            label
            for case in person.cases
            for count in case.counts
            for terms in count.terms
            for label in terms.after
        }
        assert followed <= labels


def test_no_letter_names_two_sentences_of_a_person(people):
    for person in people:
        labels = [count.label for case in person.cases for count in case.counts if count.label]
        assert len(labels) == len(set(labels))


def test_every_offence_was_one_on_its_day(counts):
    assert all(
        offence(count.offense.code.pacc, count.offense.on) == count.offense.code
        for _, count, _ in counts
    )


def test_offences_reach_back_to_the_seventies(counts):
    assert min(count.offense.on.year for _, count, _ in counts) < 1978
