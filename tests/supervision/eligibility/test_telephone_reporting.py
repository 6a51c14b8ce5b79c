"""Who may report by telephone, and what modified supervision shuts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from supervision.rules.eligibility.answer import Outcome
from supervision.rules.eligibility.facts import Mark, Offense, Term
from tests.supervision.eligibility.test_rules import BEGAN, HALF, PAROLE, PROBATION, asked, outcome


def test_telephone_reporting_asks_for_six_months_at_minimum():
    facts = replace(PROBATION, level="minimum", level_since=date(2025, 7, 1))
    assert outcome(facts, "telephone") is Outcome.ELIGIBLE
    later = replace(facts, level_since=date(2025, 7, 2))
    assert asked(later, "telephone").possible_on == date(2026, 1, 2)


def test_telephone_reporting_asks_for_a_year_on_supervision_after_drunk_driving():
    drunk = (Offense("257.625(9)(c)"),)
    facts = replace(PROBATION, level="minimum", level_since=date(2025, 6, 1), offenses=drunk)
    assert outcome(facts, "telephone") is Outcome.ELIGIBLE
    later = asked(replace(facts, began_on=BEGAN + timedelta(days=1)), "telephone")
    assert (later.outcome, later.possible_on) == (Outcome.ALMOST, HALF + timedelta(days=1))


@pytest.mark.parametrize(
    ("term", "expected"),
    [(Term.COMPACT_PROBATION, Outcome.ELIGIBLE), (Term.DELAYED_SENTENCE, Outcome.NOT)],
)
def test_a_delayed_sentence_and_no_compact_case_shuts_telephone_reporting(term, expected):
    facts = replace(PROBATION, term=term, level="minimum", level_since=BEGAN)
    assert outcome(facts, "telephone") is expected


@pytest.mark.parametrize("opportunity", ["probation_early", "parole_early"])
def test_modified_supervision_shuts_early_discharge_from_probation_and_from_parole(opportunity):
    facts = PROBATION if opportunity == "probation_early" else PAROLE
    assert outcome(facts, opportunity) is Outcome.ELIGIBLE
    modified = replace(facts, marks=frozenset({Mark.MODIFIED}))
    assert outcome(modified, opportunity) is Outcome.NOT
