"""The computations that stand: their fingerprints for comparing, their results for what moved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from offenders.models import SealOrder
from offenders.models.restriction import SealAction
from timecomp.models import Computation, PersonProfile
from timecomp.selectors.record_reading import CURRENT, Stretch


@dataclass(frozen=True, slots=True)
class Standing:
    """The fingerprints, law and day of the computation that stands for a person."""

    id: int
    facts_digest: str
    results_digest: str
    law_version: str
    as_of: date
    is_before_an_order: bool = False


def standing_computations(stretch: Stretch) -> dict[int, Standing]:
    """Return what stands for each person of the stretch; one query."""
    rows = Computation.objects.filter(CURRENT, stretch.holds("person_id"))
    columns = ("person_id", "id", "facts_digest", "results_digest", "law_version", "as_of")
    found = rows.values_list(*columns, withheld_by_an_order(written="computed_at"))
    return {row[0]: Standing(*row[1:]) for row in found}


def withheld_by_an_order(*, written: str) -> Exists:
    """Return the condition that a record was sealed or destroyed after that column's moment."""
    orders = SealOrder.objects.filter(person=OuterRef("person"), recorded_at__gte=OuterRef(written))
    return Exists(
        orders.filter(
            Q(action=SealAction.EXPUNGE) | Q(action=SealAction.SEAL, superseded_at__isnull=True)
        )
    )


def profiles_of(stretch: Stretch) -> dict[int, str]:
    """Return the set of rules that each person's last evaluation touched; one query."""
    rows = PersonProfile.objects.filter(stretch.holds("person_id"))
    return dict(rows.values_list("person_id", "profile_id"))


def results_of(computation_ids: Iterable[int]) -> dict[int, dict[str, object]]:
    """Return the stored results of some computations; one query, none for none."""
    rows = Computation.objects.filter(pk__in=list(computation_ids))
    return dict(rows.values_list("pk", "results"))
