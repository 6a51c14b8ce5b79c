"""The escalation index: an order for a busy day, never a risk score, never sent to a court."""

from dataclasses import dataclass
from datetime import date

from supervision.rules.person_facts import PersonFacts, Proof, Violation
from supervision.rules.policy import TREND_BACK, back
from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

SOURCE = "Default of the agency; edit it"
OURS = "The agency's own weights and bounds."
WEIGHTS = parameter(
    "supervision.escalation_weights",
    title="What a violation of each severity weighs on its first day",
    unit="points",
    module=__name__,
    values=[
        Value(
            None,
            {1: 20.0, 2: 10.0, 3: 6.0, 4: 4.0, 5: 2.0, 6: 1.0, 7: 0.5},
            SOURCE,
            Standing.INFERRED,
            OURS,
        )
    ],
)
HALF_LIFE = parameter(
    "supervision.escalation_half_life",
    title="Days in which a violation loses half its weight",
    unit="days",
    module=__name__,
    values=[Value(None, 60, SOURCE, Standing.INFERRED, OURS)],
)
CERTAINTY = parameter(
    "supervision.escalation_certainty",
    title="What a violation weighs by how far it is shown",
    unit="share",
    module=__name__,
    values=[
        Value(
            None,
            {
                Proof.PROVED: 1.0,
                Proof.ADMITTED: 1.0,
                Proof.ALLEGED: 0.6,
                Proof.NOT_PROVED: 0.0,
                Proof.WITHDRAWN: 0.0,
            },
            SOURCE,
            Standing.INFERRED,
            OURS,
        )
    ],
)
BANDS = parameter(
    "supervision.escalation_bands",
    title="From which index on a person is watched, escalated, reviewed for danger",
    unit="points",
    module=__name__,
    values=[
        Value(
            None,
            ((2.0, "routine"), (6.0, "watch"), (15.0, "escalate")),
            SOURCE,
            Standing.INFERRED,
            OURS,
        )
    ],
)
DANGER = "danger"
PLACES = 4


@dataclass(frozen=True, slots=True)
class Term:
    """What one violation adds."""

    code: str
    on: date
    severity: int
    weight: float
    age_days: int
    certainty: float
    points: float


@dataclass(frozen=True, slots=True)
class Escalation:
    """The index with its band, its trend, and every term."""

    index: float
    band: str
    trend: float
    terms: tuple[Term, ...]


def escalation_of(facts: PersonFacts) -> Escalation:
    """The index on the day asked about."""
    terms = _terms(facts.violations, facts.as_of)
    index = round(_sum(terms), PLACES)
    before = _sum(_terms(facts.violations, back(facts.as_of, TREND_BACK)))
    return Escalation(
        index=index,
        band=_band(index, facts.as_of),
        trend=round(index - before, PLACES),
        terms=terms,
    )


def _terms(violations: tuple[Violation, ...], day: date) -> tuple[Term, ...]:
    return tuple(_term(each, day) for each in violations if each.on <= day)


def _term(violation: Violation, day: date) -> Term:
    weight = WEIGHTS.on(day).amount[violation.severity]
    certainty = CERTAINTY.on(day).amount[violation.state]
    age = (day - violation.on).days
    faded = 0.5 ** (age / HALF_LIFE.on(day).amount)
    return Term(
        code=violation.code,
        on=violation.on,
        severity=violation.severity,
        weight=weight,
        age_days=age,
        certainty=certainty,
        points=weight * faded * certainty,
    )


def _sum(terms: tuple[Term, ...]) -> float:
    return sum(term.points for term in terms)


def _band(index: float, day: date) -> str:
    bands = BANDS.on(day).amount
    for bound, band in bands[:-1]:
        if index < bound:
            return band
    last, band = bands[-1]
    return band if index <= last else DANGER
