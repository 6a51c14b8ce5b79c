"""The court cases for which somebody is transferred: which may be named, and which were.

The other state reads along: what a court or the law closed is never among them, whoever asks.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from interstate.models import CompactCase
from interstate.models.offenses import offenses_of
from offenders.models import ChargeParticulars, CourtCase, Disposition
from offenders.selectors.reading import Reading
from ots.access.closures import Closure
from ots.access.fields import HIDDEN, Hidden, may_access
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Named:
    """A court case as a transfer names it: the court, its number, the offenses."""

    key: int
    court: str
    docket_number: str
    offenses: tuple[str, ...]

    def __str__(self) -> str:
        """In one line."""
        case = f"{self.docket_number}, {self.court}"
        return f"{case}: {'; '.join(self.offenses)}" if self.offenses else case


def may_be_named(viewer: Viewer, person_id: int) -> tuple[Named, ...]:
    """Return the court cases of the person that the viewer may name; none where he sees none."""
    if not may_access(viewer, CompactCase, "court_cases"):
        return ()
    rows = CourtCase.objects.filter(person=person_id)
    return _named(in_scope(viewer, rows, person="person"))


def named_in(case: CompactCase) -> tuple[Named, ...]:
    """Return the court cases that a transfer names, whoever asks: what leaves with it."""
    return _named(case.court_cases.all())


def on_record(person_id: int) -> tuple[Named, ...]:
    """Return the person's court cases, whoever asks: what arrives is matched against them."""
    return _named(CourtCase.objects.filter(person=person_id))


def named_for(reading: Reading, case: CompactCase) -> tuple[Named, ...] | Hidden:
    """Return the court cases that a transfer names, as far as the viewer may know."""
    return named_in(case) if reading.sees(CompactCase, "court_cases") else HIDDEN


def with_offenses(to_cases: str = "court_cases__") -> "tuple[Prefetch[str], ...]":
    """Return what has to be fetched along for the offenses of many rows."""
    charges = f"{to_cases}charges__"
    return (
        Prefetch(f"{charges}particulars", ChargeParticulars.objects.filter(superseded_at=None)),
        Prefetch(f"{charges}dispositions", Disposition.objects.filter(superseded_at=None)),
    )


def _named(rows: QuerySet[CourtCase]) -> tuple[Named, ...]:
    found: Iterable[CourtCase] = (
        rows.filter(closure=Closure.OPEN)
        .select_related("court")
        .prefetch_related(*with_offenses(""))
        .order_by("-filed_on", "-pk")
    )
    return tuple(
        Named(row.pk, row.court.name, row.docket_number, tuple(offenses_of(row))) for row in found
    )
