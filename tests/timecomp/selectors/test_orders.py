"""What courts, the board and the governor decided reaches the law as a fact of the case."""

from datetime import date

import pytest

from offenders.models import ParoleRelease, ParoleViolation, Sentence, TimeOrder
from offenders.services.facts import correct_fact
from ots.access.viewer import system_viewer
from timecomp.law.facts import Order, OrderKind, Term
from timecomp.models import Computation
from timecomp.selectors.cases import recorded_cases
from timecomp.selectors.record_reading import Stretch
from timecomp.services.computing import compute_person

PROGRAM = system_viewer("tests")
AS_OF = date(2026, 11, 21)


def case_of(person_id: int):
    [recorded] = recorded_cases(Stretch.of_one(person_id), as_of=AS_OF)
    return recorded.case


def test_an_order_reaches_the_law_whole(danas_sentence: Sentence) -> None:
    TimeOrder.objects.create(
        person=danas_sentence.person,
        kind="special_alternative",
        made_on=date(2023, 5, 1),
        sentence=danas_sentence,
        effective_on=date(2023, 8, 1),
        days=90,
        term_months=18,
        is_completed=True,
    )
    [order] = case_of(danas_sentence.person_id).orders
    assert order == Order(
        kind=OrderKind.SPECIAL_ALTERNATIVE,
        made_on=date(2023, 5, 1),
        sentence="A",
        day=date(2023, 8, 1),
        days=90,
        term=Term(months=18),
        flags=frozenset({"completed"}),
    )


def test_a_commutation_moves_the_earliest_release(danas_sentence: Sentence) -> None:
    TimeOrder.objects.create(
        person=danas_sentence.person,
        kind="commutation",
        made_on=date(2023, 5, 1),
        sentence=danas_sentence,
        effective_on=date(2023, 8, 1),
    )
    compute_person(PROGRAM, danas_sentence.person_id, as_of=AS_OF)
    stored = Computation.objects.get(superseded_at=None)
    assert stored.earliest_release_date == date(2023, 8, 1)


def test_the_day_of_surrender_starts_the_sentence(danas_sentence: Sentence) -> None:
    terms = danas_sentence.terms.get(superseded_at=None)
    correct_fact(
        PROGRAM,
        terms,
        person_id=danas_sentence.person_id,
        reason="let report",
        surrendered_on=date(2020, 3, 1),
    )
    compute_person(PROGRAM, danas_sentence.person_id, as_of=AS_OF)
    [sentence] = Computation.objects.get(superseded_at=None).results["sentences"]
    assert sentence["start"] == "2020-03-01"


@pytest.mark.parametrize("detainer_on", [None, date(2024, 5, 9)])
def test_the_day_of_the_parole_detainer_reaches_the_law(
    detainer_on: date | None, danas_sentence: Sentence
) -> None:
    person = danas_sentence.person
    parole = ParoleRelease.objects.create(
        person=person, released_on=date(2024, 1, 2), term_months=24
    )
    ParoleViolation.objects.create(
        person=person,
        parole=parole,
        kind="technical",
        declared_on=date(2024, 5, 1),
        detainer_on=detainer_on,
    )
    [violation] = case_of(person.pk).parole[0].violations
    assert violation.detainer_on == detainer_on
