"""One case under today's law and under a scenario, side by side."""

from functools import partial

import pytest

from tests.law.proposals.worked_cases import BothLaws, Facts
from timecomp.law.case_json import parse_cases
from timecomp.law.computation import compute
from timecomp.law.proposals.scenario import Scenario
from timecomp.law.proposals.scenario_file import scenario_of
from timecomp.law.proposals.scenario_law import in_force
from timecomp.law.results import Result


@pytest.fixture
def both_laws() -> BothLaws:
    """Put the case of the facts to today's law and to the scenario."""

    def put(scenario: Scenario | str, facts: Facts) -> tuple[Result, Result]:
        read = scenario_of(scenario) if isinstance(scenario, str) else scenario
        case = parse_cases({"id": "one", "as_of": "2026-11-21", **facts})[0]
        today = compute(case, trace=False)
        with in_force(read) as law:
            proposed = law.evaluate(case, partial(compute, case, trace=False), today=today)
        return today, proposed

    return put
