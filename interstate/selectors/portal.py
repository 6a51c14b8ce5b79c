"""What the public portal tells of a case, and whether it is kept off it."""

from dataclasses import dataclass

from interstate.models import CompactCase, PortalEvent, PortalExclusion
from offenders.selectors.reading import Reading


@dataclass(frozen=True, slots=True)
class PortalPage:
    """A case as the portal has it."""

    case: object
    told: list[object]
    exclusions: list[object]
    is_kept_off: bool


def portal_page(reading: Reading, case: CompactCase) -> PortalPage:
    """Return what was told of the case, the newest first, and when it was kept off."""
    told = PortalEvent.objects.filter(event__case=case)
    exclusions = PortalExclusion.objects.filter(case=case).select_related("decided_by")
    return PortalPage(
        case=reading.masked(case),
        told=[reading.masked(row) for row in told],
        exclusions=[reading.masked(row) for row in exclusions],
        is_kept_off=case.is_confidential,
    )
