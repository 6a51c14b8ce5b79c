"""What a worksheet names is in a category, or it would be withheld from everybody."""

import inspect

import pytest
from django.apps import apps

from ots.access.categories import Category
from ots.access.fields import declared_fields
from timecomp.engine.rules import rules_of
from timecomp.law.rule_book import load_law
from timecomp.selectors.step_inputs import STEP_INPUTS


def inputs_of_all_rules() -> set[str]:
    load_law()
    functions = [rule.function for rule in rules_of("timecomp.law")]
    return {name for each in functions for name in inspect.signature(each).parameters}


def test_every_fact_that_a_rule_takes_is_in_a_category() -> None:
    assert inputs_of_all_rules() - set(STEP_INPUTS) == set()


def test_what_says_something_about_the_victim_is_not_a_legal_fact() -> None:
    assert STEP_INPUTS["flags"] is Category.VICTIM


@pytest.mark.parametrize("model", list(apps.get_app_config("timecomp").get_models()))
def test_every_field_is_in_a_category(model: type) -> None:
    names = {field.name for field in model._meta.concrete_fields}
    assert names - set(declared_fields(model)) == set()
