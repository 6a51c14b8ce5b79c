"""The law with a scenario in force, case by case, and the book as it was before and after."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from timecomp.engine.parameters import named_parameter
from timecomp.engine.what_if import WhatIf
from timecomp.law.facts import Case
from timecomp.law.proposals.registry import Point
from timecomp.law.proposals.scenario import Scenario, values_under
from timecomp.law.proposed import PROPOSED
from timecomp.law.results import Result
from timecomp.law.rule_book import load_law

Evaluate = Callable[[], Result]


class ScenarioLaw:
    """A scenario's law while its block lasts; `evaluate` puts one case to it."""

    def __init__(self, scenario: Scenario, what_if: WhatIf) -> None:
        self._scenario = scenario
        self._what_if = what_if

    def covered(self, case: Case) -> frozenset[str]:
        """The sentences of the case that the scenario reaches."""
        reaches = self._scenario.applies.covers
        return frozenset(s.id for s in case.sentences if reaches(s, case.person))

    def evaluate(self, case: Case, evaluate: Evaluate, *, today: Result) -> Result:
        """What `evaluate` answers with the scenario in force for the sentences it reaches.

        A case that it does not reach keeps today's answer. Where it reaches some sentences only,
        the computation turns from one law to the other with the sentence it is about; what
        concerns the person as a whole follows the scenario.
        """
        covered = self.covered(case)
        if not covered:
            return today
        PROPOSED.covered = covered
        if len(covered) == len(case.sentences) or self._what_if.changes_nothing:
            return evaluate()
        PROPOSED.gate = self._what_if
        try:
            return evaluate()
        finally:
            PROPOSED.gate = None
            self._what_if.put_in_force()


@contextmanager
def in_force(scenario: Scenario) -> Iterator[ScenarioLaw]:
    """Put the scenario in force in this process; the enacted law stands again whatever happens."""
    load_law()
    what_if = _what_if(scenario)
    try:
        for point in (Point.JUDGMENT, Point.START, Point.SHORTENING, Point.PAROLE):
            setattr(PROPOSED, point.value, _rules_at(scenario, point))
        with what_if:
            yield ScenarioLaw(scenario, what_if)
    finally:
        PROPOSED.withdraw()


def _what_if(scenario: Scenario) -> WhatIf:
    values = {
        change.id: values_under(change, named_parameter(change.id).enacted_values)
        for change in scenario.parameters
    }
    texts = {
        id: use.proposal.text(citation=scenario.citation, settings=use.settings)
        for use in scenario.rules
        if use.proposal.point is Point.TEXT
        for id in use.proposal.replaces
    }
    return WhatIf(values=values, texts=texts)


def _rules_at(scenario: Scenario, point: Point) -> tuple[object, ...]:
    return tuple(
        use.proposal.rule(citation=scenario.citation, settings=use.settings)
        for use in scenario.rules
        if use.proposal.point is point
    )
