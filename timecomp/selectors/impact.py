"""Evaluating people under today's law and under a scenario, side by side; nothing is written."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from timecomp.law.proposals.outcomes import Outcome, outcome
from timecomp.law.proposals.scenario import Scenario
from timecomp.law.proposals.scenario_law import in_force
from timecomp.selectors.cases import RecordedCase
from timecomp.selectors.evaluation import evaluate
from timecomp.selectors.impact_people import cases_of


def outcomes_of(people: tuple[int, ...], scenario: Scenario, *, as_of: date) -> list[Outcome]:
    """Return what the scenario does to each of these people who has a sentence it can date."""
    return compare(cases_of(people, as_of=as_of), scenario)


def compare(cases: Sequence[RecordedCase], scenario: Scenario) -> list[Outcome]:
    """Put every case to both laws; today's first, so that no trace of the change is in it."""
    dated = [case for case in cases if case.case.sentences]
    today = [evaluate(case) for case in dated]
    with in_force(scenario) as law:
        proposed = [
            law.evaluate(case.case, partial(evaluate, case), today=before)
            for case, before in zip(dated, today, strict=True)
        ]
    return [
        outcome(
            case.person_id, case.case, today=before, proposed=after, assumed=scenario.assumptions
        )
        for case, before, after in zip(dated, today, proposed, strict=True)
    ]
