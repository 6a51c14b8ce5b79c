"""The dates of supervision and life, reckoned a second time from the paper.

Each question is a case as a case file holds it, with the answer of a clerk who knows the paper and
not the program. ``paper.py`` and the modules of questions share no line with the law book.
"""

import json
from collections.abc import Callable, Sequence
from fnmatch import fnmatch
from random import Random
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.law.second_reckoning import early_and_life, paroles, terms_outside_prison
from tests.law.second_reckoning.paper import Pick, Question
from timecomp.law.case_json import parse_cases, result_to_json
from timecomp.law.computation import compute
from timecomp.law.rule_book import load_law

T = TypeVar("T")
Matter = Callable[[Pick], Question]

load_law()
MATTERS: list[Matter] = [
    *(paroles.parole, paroles.board, paroles.felony_on_parole),
    *(terms_outside_prison.probation, terms_outside_prison.sanctions),
    *(terms_outside_prison.county_jail, terms_outside_prison.trainee),
    *(early_and_life.lifer, early_and_life.drug_lifer, early_and_life.drug_parole),
    *(early_and_life.before_the_minimum, early_and_life.young, early_and_life.lifetime_probation),
]
of_each_matter = pytest.mark.parametrize("matter", MATTERS, ids=lambda matter: matter.__name__)


@of_each_matter
def test_every_fixed_case_is_reckoned_alike(matter: Matter) -> None:
    for throw in range(80):
        _check(matter(Random(throw).choice))  # noqa: S311


@of_each_matter
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_case_is_reckoned_alike(matter: Matter, data: st.DataObject) -> None:
    def pick(options: Sequence[T], /) -> T:
        return data.draw(st.sampled_from(options))

    _check(matter(pick))


def _check(question: Question) -> None:
    [case] = parse_cases(json.loads(json.dumps([question.case])))
    result = json.loads(json.dumps(result_to_json(compute(case, trace=False))))
    found = {name: _found(result, name) for name in question.answer}
    assert found == question.answer, question.case
    rules = [each["rule"] for each in result["exceptions"]]
    asked = {name: any(fnmatch(rule, name) for rule in rules) for name in question.asked}
    assert asked == question.asked, question.case


def _found(result: dict[str, Any], name: str) -> object:
    part, key = name.split(".")
    if part == "deadlines":
        return sorted(each["day"] for each in result[part] if each["rule"] == key)
    return result["offender"][key] if part == "offender" else result["sentences"][0][key]
