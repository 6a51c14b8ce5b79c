"""The national system as an agency that sends tables."""

from collections.abc import Mapping

from interstate.models import CompactCase, CompactEvent
from ots.access.viewer import Viewer
from ots.exchange.agencies.icots.intake import ActivityLoader, CaseLoader, HistoryLoader
from ots.exchange.agencies.icots.schema import ACTIVITIES, AGENCY, CASES
from ots.exchange.imports import Agency


def icots(viewer: Viewer, *, records_people: bool = False, one_by_one: bool = False) -> Agency:
    """Return how the export's tables are loaded: many cases at once, or event by event.

    One by one each event has its own entry of the trail, and takes ten times as long.
    """
    activities = ActivityLoader(viewer) if one_by_one else HistoryLoader(viewer)
    return Agency(
        name=AGENCY,
        loaders=(CaseLoader(viewer, records_people=records_people), activities),
        prepare=lambda: None,
        records_standing=_standing,
    )


def _standing() -> Mapping[str, int]:
    """Count the records that came from each table, without the ledger's help."""
    source = f"{AGENCY}/{ACTIVITIES.name}.csv "
    return {
        CASES.name: CompactCase.objects.filter(external_id__startswith=f"{AGENCY} ").count(),
        ACTIVITIES.name: CompactEvent.objects.filter(source__startswith=source).count(),
    }
