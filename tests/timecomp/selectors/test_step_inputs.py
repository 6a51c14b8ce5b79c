"""What a step tells: every fact a rule takes is in a category, and no rule tells more by being
asked than by what it is given."""

import inspect
from dataclasses import replace
from datetime import date

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


def tells(step: Step, category: Category) -> bool:
    """Whether one who may not see the category still sees the step."""
    if TOLD_BY_RULE.get(step.rule.id) is category:
        return False
    return category not in {STEP_INPUTS.get(name) for name in step.inputs}


@pytest.mark.parametrize("flag", TELLING)
def test_no_rule_tells_by_being_asked_what_its_facts_do_not_tell(flag: str) -> None:
    telling = set()
    for case in (*made_up_cases(), *cases_of_the_law()):
        before, after = (told(with_flag(case, flag, on=on)) for on in (False, True))
        for rule in after.keys() - before.keys():
            if tells(after[rule], TELLING[flag]):
                telling.add(rule)
    assert telling == set()


def test_a_circumstance_about_a_victim_is_found_to_raise_a_question() -> None:
    """The test above would find nothing if the flags reached no rule."""
    cases = (*made_up_cases(), *cases_of_the_law())
    raised = {
        rule
        for case in cases
        for rule in told(with_flag(case, "victim_under_13", on=True)).keys()
        - told(with_flag(case, "victim_under_13", on=False)).keys()
    }
    assert "csc1_25" in raised
