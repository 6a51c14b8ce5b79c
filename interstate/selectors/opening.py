"""What is known of a person before a case is opened."""

from typing import Final

from django.utils import timezone

from interstate.choices import SupervisionKind
from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from supervision.choices.period import SupervisionType
from supervision.models import SupervisionPeriod

_KINDS: Final = {
    SupervisionType.PAROLE.value: SupervisionKind.PAROLE,
    SupervisionType.COMPACT_PAROLE.value: SupervisionKind.PAROLE,
    SupervisionType.PROBATION.value: SupervisionKind.PROBATION,
    SupervisionType.COMPACT_PROBATION.value: SupervisionKind.PROBATION,
    SupervisionType.DELAYED_SENTENCE.value: SupervisionKind.PROBATION,
    SupervisionType.HYTA.value: SupervisionKind.PROBATION,
}


def supervised_as(reading: Reading, person_id: int) -> SupervisionKind | None:
    """Return how the person is supervised today; nothing where that is not one of both, not known
    or not the viewer's to see."""
    if not reading.sees(SupervisionPeriod, "supervision_type"):
        return None
    today = timezone.localdate()
    rows = in_scope(reading.viewer, SupervisionPeriod.objects.all(), person="person")
    running = rows.filter(person=person_id, superseded_at=None, began_on__lte=today).exclude(
        ended_on__lte=today
    )
    kinds = {_KINDS.get(kind) for kind in running.values_list("supervision_type", flat=True)}
    return kinds.pop() if len(kinds) == 1 else None
