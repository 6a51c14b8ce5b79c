"""The computations that stand: their fingerprints for comparing, their results for what moved."""

from collections.abc import Iterable
from dataclasses import dataclass

from timecomp.models import Computation
from timecomp.selectors.record_reading import CURRENT, Stretch


@dataclass(frozen=True, slots=True)
class Standing:
    """The fingerprints of the computation that stands for a person."""

    id: int
    facts_digest: str
    results_digest: str
    profile_id: str
    law_version: str


def standing_computations(stretch: Stretch) -> dict[int, Standing]:
    """Return what stands for each person of the stretch; one query."""
    rows = Computation.objects.filter(CURRENT, stretch.holds("person_id"))
    columns = (
        "person_id",
        "id",
        "facts_digest",
        "results_digest",
        "profile_id",
        "law_version",
    )
    return {row[0]: Standing(*row[1:]) for row in rows.values_list(*columns)}


def results_of(computation_ids: Iterable[int]) -> dict[int, dict[str, object]]:
    """Return the stored results of some computations; one query."""
    return dict(
        Computation.objects.filter(pk__in=list(computation_ids)).values_list("pk", "results")
    )
