"""What a step tells: every fact a rule takes is in a category, and no rule tells more by being
asked than by what it is given."""

import inspect
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from ots.access.categories import Category
from tests.law.case_files import RULES, all_cases, iso
from timecomp.engine.trace import Step
from timecomp.law.case_json import parse_cases
from timecomp.law.computation import compute
from timecomp.law.facts import Case, Offense, Order, OrderKind, Sentence, SentenceKind, Term
from timecomp.selectors.step_inputs import STEP_INPUTS, TOLD_BY_RULE

# Circumstances that say something of a kind that not everybody with the judgment may know.
TELLING = {
    "victim_under_13": Category.VICTIM,
    "recruited_minor": Category.VICTIM,
    "cooperated": Category.RISK,
    "awaits_treatment": Category.SUBSTANCE_USE,
}
# What the judgment itself says of crime, sentence and how it was served.
OF_THE_JUDGMENT = {
    *("completed", "dwelling", "near_school", "without_parole", "repeat_drug_offender"),
    *("no_other_serious_crime", "other_serious_crime"),
    *("second_drug_crime", "second_sexual_conduct"),
}
# Closed with the whole case to whoever may not know it.
CLOSED_WITH_THE_CASE = {"youthful_trainee"}
CODES = ("750.520b", "750.520c", "750.529", "333.7401(2)(a)(i)", "333.7401(2)(a)(iv)", "333.7416")
OFFENDED = (date(1985, 1, 1), date(1995, 1, 1), date(2010, 1, 1))
WHOLE_CASES = [each for each in all_cases() if "case" in each.asks]


def inputs_of(rule: object) -> set[str]:
    return set(inspect.signature(getattr(rule, "function", rule)).parameters)


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_fact_that_a_rule_takes_is_in_a_category(rule: str) -> None:
    taken = {name for version in RULES[rule] for name in inputs_of(version)}
    assert taken - set(STEP_INPUTS) == set()


def made_up_cases() -> list[Case]:
    return [
        Case(
            id="x",
            sentences=(
                Sentence(
                    id="A",
                    offense=Offense(code=code, date=day),
                    sentenced_on=date(day.year + 1, 3, 1),
                    kind=kind,
                    minimum=None if kind is SentenceKind.LIFE else Term(years=2),
                    maximum="life" if kind is SentenceKind.LIFE else Term(years=40),
                ),
            ),
            orders=(Order(OrderKind.TECHNICAL_SANCTION, date(day.year + 2, 3, 1), "A", days=10),),
        )
        for code in CODES
        for day in OFFENDED
        for kind in (SentenceKind.INDETERMINATE, SentenceKind.LIFE, SentenceKind.PROBATION)
    ]


def cases_of_the_law() -> list[Case]:
    return [parse_cases(iso(each.asks["case"]))[0] for each in WHOLE_CASES]


def told(case: Case) -> dict[str, Step]:
    """Each rule whose step a worksheet shows."""
    steps = (step for top in compute(case).trace for step, _ in top.walk())
    return {step.rule.id: step for step in steps if step.output is not None}


def with_flag(case: Case, flag: str, *, on: bool) -> Case:
    def flags(held: frozenset[str]) -> frozenset[str]:
        return held | {flag} if on else held - {flag}

    return replace(
        case,
        sentences=tuple(
            replace(each, offense=replace(each.offense, flags=flags(each.offense.flags)))
            for each in case.sentences
        ),
        orders=tuple(replace(each, flags=flags(each.flags)) for each in case.orders),
    )


@cache
def raised(flag: str) -> dict[str, Step]:
    """Each rule that is asked in some case because of the circumstance, with its step."""
    found = {}
    for case in (*made_up_cases(), *cases_of_the_law()):
        before, after = (told(with_flag(case, flag, on=on)) for on in (False, True))
        found |= {rule: after[rule] for rule in after.keys() - before.keys()}
    return found


def told_by_facts(step: Step, category: Category) -> bool:
    """Whether one who may not see the category loses the step for the facts that it names."""
    return category in {STEP_INPUTS.get(name) for name in step.inputs}


@pytest.mark.parametrize("flag", TELLING)
def test_no_rule_tells_by_being_asked_what_its_facts_do_not_tell(flag: str) -> None:
    telling = {
        rule
        for rule, step in raised(flag).items()
        if not told_by_facts(step, TELLING[flag]) and TOLD_BY_RULE.get(rule) is not TELLING[flag]
    }
    assert telling == set()


@pytest.mark.parametrize("rule", TOLD_BY_RULE)
def test_each_rule_of_the_table_tells_by_being_asked(rule: str) -> None:
    """The test above would find nothing if the circumstances reached no rule."""
    category = TOLD_BY_RULE[rule]
    flags = [flag for flag, tells in TELLING.items() if tells is category]
    steps = [raised(flag)[rule] for flag in flags if rule in raised(flag)]
    assert steps
    assert not all(told_by_facts(step, category) for step in steps)


def test_of_every_circumstance_it_is_said_whether_it_tells_more_than_the_judgment() -> None:
    held = [each for case in cases_of_the_law() for each in (*case.sentences, *case.orders)]
    flags = {flag for each in held for flag in getattr(each, "offense", each).flags}
    assert flags - TELLING.keys() == OF_THE_JUDGMENT | CLOSED_WITH_THE_CASE
