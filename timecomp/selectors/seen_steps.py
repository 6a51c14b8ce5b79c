"""Steps of a worksheet as they may be seen: every outlet withholds the same."""

from dataclasses import replace

from ots.access.categories import Category
from timecomp.law.credit_lines import CreditMonths
from timecomp.law.topics import Topic
from timecomp.law.worksheet import WorksheetSection, WorksheetStep
from timecomp.selectors.sight import Sight
from timecomp.selectors.step_inputs import STEP_INPUTS, TOLD_BY_RULE
from timecomp.selectors.words import regime_words

WITHHELD = "This step rests on facts that your role does not include."


def section_as_seen(sight: Sight, section: WorksheetSection) -> WorksheetSection:
    """Return the section with each step as it may be seen; a set of credits by its words."""
    steps = tuple(_step(sight, step) for step in section.steps)
    if section.topic is not Topic.REGIME:
        return replace(section, steps=steps)
    # What the law calls the set of credits is no day, and its short name tells nobody anything.
    worded = (replace(step, output=regime_words(step.output)) for step in steps)
    return replace(section, day=None, steps=tuple(worded))


def months_as_seen(sight: Sight, table: CreditMonths) -> CreditMonths:
    """Return the table; why a month earned nothing is told to those who see custody and conduct."""
    if not sight.sees_category(Category.SUPERVISION):
        table = replace(table, months=tuple(replace(each, is_dead=False) for each in table.months))
    if sight.sees_category(Category.CUSTODY):
        return table
    months = (replace(each, misconduct=(), is_dead=False) for each in table.months)
    later = (replace(each, day=None) if each.lost else each for each in table.adjustments)
    return replace(table, months=tuple(months), adjustments=tuple(later))


def _step(sight: Sight, step: WorksheetStep) -> WorksheetStep:
    """The step with the facts that may be seen; with one withheld, its words and inner steps are.

    The sentence names all facts, and an inner step may name one of them under another name.
    """
    told = TOLD_BY_RULE.get(step.rule)
    if told is not None and not sight.sees_category(told):
        return _withheld(step)
    shown = tuple(each for each in step.inputs if _may_see(sight, each.name))
    if len(shown) < len(step.inputs):
        return replace(step, inputs=shown, sentence=WITHHELD, output="", inner=())
    return replace(step, inner=tuple(_step(sight, inner) for inner in step.inner))


def _withheld(step: WorksheetStep) -> WorksheetStep:
    """The step without anything that names its rule: that alone would tell."""
    bare = replace(step, rule="", title="", citation="", awaits="", sentence=WITHHELD)
    return replace(bare, inputs=(), parameters=(), output="", inner=())


def _may_see(sight: Sight, name: str) -> bool:
    category = STEP_INPUTS.get(name.replace(" ", "_"))
    return category is not None and sight.sees_category(category)
