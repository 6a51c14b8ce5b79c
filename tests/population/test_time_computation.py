"""Time computation takes the made-up people as it takes any."""

from collections import Counter

import pytest

from offenders.models import Person
from timecomp.law.regime import RegimeId
from timecomp.selectors.cases import recorded_cases
from timecomp.selectors.evaluation import evaluate, has_failed
from timecomp.selectors.record_reading import Stretch

from .conftest import AS_OF

PEOPLE = 1_500


@pytest.fixture
def results(write):
    write(PEOPLE)
    keys = Person.objects.order_by("pk").values_list("pk", flat=True)
    cases = recorded_cases(Stretch(keys[0], keys.last()), as_of=AS_OF)
    assert not [case.gaps for case in cases if case.gaps]
    return [evaluate(case) for case in cases]


def test_everybodys_dates_are_computed_and_few_ask_for_a_clerk(results, capsys):
    asked = Counter(exception.rule for each in results for exception in each.exceptions)
    share = sum(bool(each.exceptions) for each in results) / PEOPLE
    with capsys.disabled():
        print(f"\n{share:.1%} of {PEOPLE} people ask for a clerk: {asked.most_common()}")  # noqa: T201  the measure asked for
    assert not any(has_failed(each) for each in results)
    assert 0.01 < share < 0.1


def test_sentences_fall_under_nearly_every_regime(results):
    found = {sentence.regime for each in results for sentence in each.sentences}
    assert len(found & set(RegimeId)) >= len(RegimeId) - 1
