"""What the public portal tells of a case, and whether it is kept off it."""

from dataclasses import dataclass
from datetime import date

from interstate.models import CompactCase, PortalEvent, PortalExclusion
from interstate.rules.notices_to_victims import TERMS
from offenders.selectors.reading import Reading
from timecomp.engine.parameters import Value


@dataclass(frozen=True, slots=True)
class Term:
    """An amount by which it is told, where it is from, and how sure that is."""

    words: str
    amount: str
    note: str


@dataclass(frozen=True, slots=True)
class PortalPage:
    """A case as the portal has it."""

    case: object
    told: list[object]
    exclusions: list[object]
    is_kept_off: bool
    terms: list[Term]


def portal_page(reading: Reading, case: CompactCase, *, today: date) -> PortalPage:
    """Return what was told of the case, the newest first, and when it was kept off."""
    told = PortalEvent.objects.filter(event__case=case)
    exclusions = PortalExclusion.objects.filter(case=case).select_related("decided_by")
    return PortalPage(
        case=reading.masked(case),
        told=[reading.masked(row) for row in told],
        exclusions=[reading.masked(row) for row in exclusions],
        is_kept_off=case.is_confidential,
        terms=_terms(today),
    )


def _terms(today: date) -> list[Term]:
    return [
        Term(each.title, f"{value.amount} {each.unit}", f"{value.citation}: {_standing(value)}")
        for each in TERMS
        for value in [each.on(today)]
    ]


def _standing(value: Value[int]) -> str:
    return value.standing + (", to be confirmed" if value.standing.awaits_counsel else "")
