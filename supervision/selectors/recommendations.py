"""Recommendations of a person and those that wait for somebody."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from supervision.choices.recommendation import RecommendationState
from supervision.models import Recommendation
from supervision.rules.recommending import State, Step, steps_from
from supervision.rules.waiting import days_to_decision
from supervision.selectors.caseload import supervised
from supervision.selectors.eligibility import CLOSED, sees_criterion

STEP_WORDS = {
    Step.SUBMIT: "Send to the supervisor again",
    Step.RETURN: "Send back to the officer",
    Step.APPROVE: "Approve",
    Step.REFUSE: "Refuse",
    Step.SEND: "Record as sent",
    Step.GRANT: "Record: granted",
    Step.DENY: "Record: denied",
    Step.WITHDRAW: "Withdraw",
    Step.COMPLETE: "Carry out",
}
# Who waits for whom: with the supervisor, with whoever sends or carries out.
WAITING = (
    RecommendationState.SUBMITTED,
    RecommendationState.APPROVED,
    RecommendationState.GRANTED,
    RecommendationState.SENT,
    RecommendationState.RETURNED,
)


@dataclass(frozen=True, slots=True)
class FactShown:
    """What the record said when the recommendation was prepared."""

    asks: str
    fact: str
    met: bool


@dataclass(frozen=True, slots=True)
class RecommendationShown:
    """A recommendation with its facts, its steps, and what may follow."""

    row: object
    facts: list[FactShown]
    moves: list[object]
    steps: tuple[Step, ...]
    is_open: bool
    days: int | None

    @property
    def took(self) -> str:
        """Say the days from eligible to decided, or so far, in words."""
        return "1 day" if self.days == 1 else f"{self.days} days"


def recommendations_of(reading: Reading, person_id: int) -> list[object]:
    """Return the person's recommendations, newest first: one query."""
    if not reading.sees(Recommendation, "kind"):
        return []
    rows = in_scope(reading.viewer, Recommendation.objects.all(), person="person")
    return [reading.masked(row) for row in rows.filter(person=person_id)]


def sees_recommendations(reading: Reading) -> bool:
    """Say whether the viewer sees recommendations at all."""
    return reading.sees(Recommendation, "kind")


def recommendation_of(
    reading: Reading, person_id: int, recommendation_id: int, *, today: date
) -> RecommendationShown | None:
    """Return one recommendation: three queries."""
    rows = in_scope(reading.viewer, Recommendation.objects.all(), person="person")
    row = rows.filter(person=person_id, pk=recommendation_id).first()
    if row is None or not sees_recommendations(reading):
        return None
    moves = row.moves.select_related("made_by")
    return RecommendationShown(
        row=reading.masked(row),
        facts=[
            _fact_shown(each) for each in row.facts if sees_criterion(reading, str(each.get("key")))
        ],
        moves=[reading.masked(each) for each in moves],
        steps=steps_from(State(row.state)),
        is_open=row.state not in CLOSED,
        days=_days_of(reading, row, today),
    )


def waiting_list(viewer: Viewer, *, state: str = "") -> QuerySet[Recommendation]:
    """Return what waits of the viewer's people, or of everybody in reach of one statewide."""
    rows = in_scope(viewer, Recommendation.objects.all(), person="person").exclude(state__in=CLOSED)
    if viewer.office_ids or supervised(viewer).exists():
        rows = rows.filter(person__in=supervised(viewer).values("pk"))
    if state in RecommendationState.values:
        rows = rows.filter(state=state)
    return rows.select_related("person", "person__agent").order_by("prepared_on", "pk")


def _days_of(reading: Reading, row: Recommendation, today: date) -> int | None:
    """Return the days from eligible to decided, or so far; none of what was given up."""
    is_given_up = row.decided_on is None and row.state in CLOSED
    if is_given_up or not reading.sees(Recommendation, "eligible_since"):
        return None
    return days_to_decision(row.eligible_since, decided_on=row.decided_on, today=today)


def _fact_shown(kept: dict[str, object]) -> FactShown:
    return FactShown(
        asks=str(kept.get("asks", "")),
        fact=str(kept.get("fact", "")),
        met=bool(kept.get("met")),
    )
