"""How long people wait from eligible to decided, by what was asked for and by office."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Aggregate, Count, DurationField, F, Min

from offenders.models import Person
from ots.access.fields import may_access
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from supervision.choices.recommendation import RecommendationKind
from supervision.models import Recommendation
from supervision.rules.policy import DECIDED_BACK, back
from supervision.rules.waiting import days_to_decision
from supervision.selectors.recommendations import waiting_list

Group = tuple[str, str | None]


class Median(Aggregate):
    """The middle of durations; of an even number, between the two in the middle."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"


@dataclass(frozen=True, slots=True)
class DecisionTime:
    """One kind in one office: what was decided and how soon, and what waits since when."""

    kind: str
    office: str
    decided: int
    median_days: int | None
    waiting: int
    longest_days: int | None


def decision_times(viewer: Viewer, *, today: date) -> list[DecisionTime]:
    """Return the times of whoever the viewer reaches, by kind and office: two queries."""
    read = ((Recommendation, "eligible_since"), (Recommendation, "decided_on"), (Person, "office"))
    if not all(may_access(viewer, model, name) for model, name in read):
        return []
    return sorted(_times(viewer, today), key=lambda each: (each.kind, each.office))


def _times(viewer: Viewer, today: date) -> Iterator[DecisionTime]:
    decided, waiting = _decided(viewer, today), _waiting(viewer)
    for kind, office in decided.keys() | waiting.keys():
        done, open_ones = decided.get((kind, office)), waiting.get((kind, office))
        yield DecisionTime(
            kind=RecommendationKind(kind).label,
            office=office or "",
            decided=done[0] if done else 0,
            median_days=round(done[1] / timedelta(days=1)) if done else None,
            waiting=open_ones[0] if open_ones else 0,
            longest_days=(
                days_to_decision(open_ones[1], decided_on=None, today=today) if open_ones else None
            ),
        )


def _decided(viewer: Viewer, today: date) -> dict[Group, tuple[int, timedelta]]:
    """Return how many were decided lately of each group, and the middle of how long it took."""
    since = back(today, DECIDED_BACK)
    rows = in_scope(viewer, Recommendation.objects.all(), person="person").filter(
        decided_on__gt=since, decided_on__lte=today, decided_on__gte=F("eligible_since")
    )
    took = Median(F("decided_on") - F("eligible_since"), output_field=DurationField())
    grouped = rows.order_by().values_list("kind", "person__office__name")
    found = grouped.annotate(number=Count("pk"), middle=took)
    return {(kind, office): (number, middle) for kind, office, number, middle in found}


def _waiting(viewer: Viewer) -> dict[Group, tuple[int, date]]:
    """Return how many of each group wait, and since when the first of them is eligible."""
    rows = waiting_list(viewer).filter(decided_on=None).exclude(eligible_since=None)
    grouped = rows.select_related(None).order_by().values_list("kind", "person__office__name")
    found = grouped.annotate(number=Count("pk"), oldest=Min("eligible_since"))
    return {(kind, office): (number, oldest) for kind, office, number, oldest in found}
