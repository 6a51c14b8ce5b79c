"""Warrants, holds, detainers and protective orders on a timeline."""

from collections.abc import Iterator

from offenders.models import Detainer, Hold, ProtectiveOrder, Warrant
from offenders.selectors.reading import Reading
from offenders.selectors.timeline.event import Source, TimelineEvent, TimelineKind, joined

ORDER = TimelineKind.ORDER


def warrants(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield warrants issued, served and recalled."""
    if not reading.sees(Warrant, "number"):
        return
    rows = Warrant.objects.filter(person_id=person_id, superseded_at=None)
    for row in rows.select_related("court"):
        what = f"{row.get_kind_display()} warrant"
        text = joined(row.number, row.court)
        yield TimelineEvent(row.issued_on, ORDER, f"{what} issued", text)
        if row.served_on is not None:
            yield TimelineEvent(row.served_on, ORDER, f"{what} served", text)
        if row.recalled_on is not None:
            yield TimelineEvent(row.recalled_on, ORDER, f"{what} recalled", text)


def holds(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield holds placed and cleared."""
    if not reading.sees(Hold, "basis"):
        return
    rows = Hold.objects.filter(person_id=person_id, superseded_at=None)
    for row in rows.select_related("agency"):
        text = joined(row.agency or row.agency_name, row.basis)
        yield TimelineEvent(row.placed_on, ORDER, "Hold placed", text)
        if row.cleared_on is not None:
            yield TimelineEvent(row.cleared_on, ORDER, "Hold cleared", text)


def detainers(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield detainers lodged and lifted."""
    if not reading.sees(Detainer, "authority"):
        return
    for row in Detainer.objects.filter(person_id=person_id, superseded_at=None):
        text = joined(row.authority, row.charge_pending)
        yield TimelineEvent(row.lodged_on, ORDER, "Detainer lodged", text)
        if row.lifted_on is not None:
            yield TimelineEvent(row.lifted_on, ORDER, "Detainer lifted", text)


def protective_orders(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield protective orders issued; whom they protect is not for a timeline."""
    if not reading.sees(ProtectiveOrder, "number"):
        return
    rows = ProtectiveOrder.objects.filter(person_id=person_id, superseded_at=None)
    for row in rows.select_related("court"):
        text = joined(row.number, row.court)
        yield TimelineEvent(row.issued_on, ORDER, "Protective order issued", text)


SOURCES = tuple(Source(ORDER, each) for each in (warrants, holds, detainers, protective_orders))
