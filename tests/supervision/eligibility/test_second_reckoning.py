"""The rules of eligibility give what a second reckoner gives, written from the paper alone."""

import os
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from supervision.rules.eligibility.answer import Outcome
from supervision.rules.eligibility.catalogue import outcomes
from supervision.rules.eligibility.facts import (
    Breach,
    EligibilityFacts,
    Mark,
    Offense,
    Pause,
    Term,
)
from supervision.rules.eligibility.offense_lists import shipped_listings
from tests.supervision.eligibility.paper_eligibility import LEVELS, eligible, months_after

T = TypeVar("T")
SEED = int(os.environ.get("PAPER_SEED", "2026"))
HOW_MANY = 1000
# Days before or after an edge.
ASIDE = (-40, -1, 0, 0, 1, 2, 40)
LEFT_OUT = {"extension", "incentive"}
CODES = (
    *("750.356(2)(a)", "750.356(2)(a)", "750.356(2)(a)", "750.81", "750.81d", "750.110a(2)"),
    *("750.110", "750.529", "750.520c(1)(a)", "28.729(1)(a)", "750.411i", "750.814"),
    *("257.625(9)(c)", "257.625(1)", "750.145c(4)", "333.7403(2)(a)(v)"),
)


class Maker:
    """Makes one running term up."""

    def __init__(self, chance: Random) -> None:
        """Choose when the term began."""
        self.chance = chance
        self.began_on = date(2022, 1, 1) + timedelta(days=chance.randrange(800))

    def facts(self) -> EligibilityFacts:
        """A term on a day near one of its edges, with little against the person."""
        ends_on = months_after(self.began_on, self.chance.choice((12, 18, 24, 36, 60)))
        half = self.began_on + (ends_on - self.began_on) / 2
        return EligibilityFacts(
            as_of=self.near(
                half,
                ends_on - timedelta(days=30),
                ends_on - timedelta(days=90),
                ends_on,
                *(months_after(self.began_on, each) for each in (4, 6, 12, 24, 48)),
            ),
            term=self.chance.choice((*Term, Term.PROBATION, Term.PAROLE)),
            began_on=self.began_on,
            ends_on=None if self.maybe(0.05) else ends_on,
            original_ends_on=months_after(self.began_on, 12) if self.maybe(0.1) else None,
            is_dual=self.maybe(0.1),
            level=self.chance.choice(("", *LEVELS, "minimum", "minimum")),
            level_since=self.near(self.began_on) if self.maybe(0.9) else None,
            named_level=self.chance.choice(("", "medium", "minimum", "limited")),
            first_bands=self.chance.choice((None, ("high", "high"), ("high", "low"))),
            offenses=self.some(self.offense, 0.95),
            is_registered=self.maybe(0.05),
            has_protective_order=self.maybe(0.05),
            pending_charges=self.some(lambda: self.began_on, 0.05),
            has_warrant=self.maybe(0.05),
            has_detainer=self.maybe(0.05),
            in_custody=self.maybe(0.05),
            is_absconded=self.maybe(0.05),
            breaches=self.some(self.breach, 0.2),
            open_programs=("CBT",) if self.maybe(0.1) else (),
            owed_cents=self.chance.choice((0, 500)),
            is_unable_to_pay=self.chance.choice((None, True, False)),
            marks=frozenset(self.some(lambda: self.chance.choice(tuple(Mark)), 0.2)),
            pauses=self.some(self.pause, 0.3),
            last_review_on=self.near(months_after(self.began_on, 6)) if self.maybe(0.3) else None,
        )

    def offense(self) -> Offense:
        """A conviction, now and then for life."""
        maximum = self.chance.choice((None, 48, 179, 180, 240))
        return Offense(self.chance.choice(CODES), maximum, is_life=self.maybe(0.05))

    def breach(self) -> Breach:
        """A violation, of this term or of one before."""
        return Breach(
            self.near(self.began_on, months_after(self.began_on, 3)),
            5,
            stands=self.maybe(0.7),
            is_open=self.maybe(0.5),
            is_driving_drunk=self.maybe(0.5),
        )

    def pause(self) -> Pause:
        """Days of warrant, absence or custody, which may overlap others."""
        since = self.near(self.began_on, months_after(self.began_on, 5))
        length = self.chance.choice((None, 0, 1, 10, 40))
        return Pause(since, None if length is None else since + timedelta(days=length))

    def near(self, *days: date) -> date:
        """One of the days, or a few before or after."""
        return self.chance.choice(days) + timedelta(days=self.chance.choice(ASIDE))

    def some(self, make: Callable[[], T], share: float) -> tuple[T, ...]:
        """None, one or two of what is made."""
        many = self.chance.choice((1, 1, 2)) if self.maybe(share) else 0
        return tuple(make() for _ in range(many))

    def maybe(self, share: float) -> bool:
        """Whether it is so this time."""
        return self.chance.random() < share


def test_the_same_people_are_eligible_for_the_same() -> None:
    chance, listings = Random(SEED), shipped_listings()  # noqa: S311  # terms made up for a test
    for _ in range(HOW_MANY):
        facts = Maker(chance).facts()
        answered = {each.opportunity: each.outcome for each in outcomes(facts, listings)}
        given = {name for name, outcome in answered.items() if outcome is Outcome.ELIGIBLE}
        assert given - LEFT_OUT == eligible(facts), facts
