"""The figures of a run as JSON holds them, with where the people are."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from timecomp.law.proposals.figures import figures, spread_by
from timecomp.law.proposals.outcomes import Outcome
from timecomp.law.proposals.scenario import Scenario
from timecomp.selectors.impact_places import Places, places_of


def moved(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Return those whose release moves."""
    return [each for each in outcomes if each.before != each.after]


def answer(
    scenario: Scenario, outcomes: Sequence[Outcome], *, as_of: date, places: Places | None = None
) -> dict[str, object]:
    """Return every figure of the outcomes, by place too; nothing in it names a person."""
    share = scenario.assumptions.granted_percent
    people = moved(outcomes)
    where = places or places_of([each.person_id for each in people])
    by_facility = spread_by(people, lambda each: where.facility(each.person_id), share)
    by_county = spread_by(people, lambda each: where.county(each.person_id), share)
    return {
        **asdict(figures(outcomes, as_of=as_of, granted_percent=share)),
        "by_facility": {name: asdict(spread) for name, spread in by_facility.items()},
        "by_county": {name: asdict(spread) for name, spread in by_county.items()},
        "assumptions": asdict(scenario.assumptions),
    }
