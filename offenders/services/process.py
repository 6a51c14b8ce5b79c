"""Orders of process: warrants, holds, detainers and protective orders."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.utils import timezone

from offenders import choices
from offenders.models import Detainer, Hold, PersonFact, ProtectiveOrder, Warrant
from offenders.services.facts import add_fact, correct_fact
from offenders.services.refusals import Objection, RefusedError, refused_by
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event

FactType = TypeVar("FactType", bound=PersonFact)

REFUSALS = {
    "warrant_number_is_unique": Objection(
        "number", "A warrant with this number is recorded already: check the number."
    ),
    "warrant_is_served_after_issue": Objection(
        "served_on", "A warrant is not served before it is issued."
    ),
    "order_expires_after_issue": Objection(
        "expires_on", "The order cannot expire before it is issued."
    ),
    "hold_is_cleared_after_it_is_placed": Objection(
        "cleared_on", "The hold cannot be cleared before it is placed."
    ),
    "detainer_is_lifted_after_it_is_lodged": Objection(
        "lifted_on", "The detainer cannot be lifted before it is lodged."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WarrantEntry:
    """A warrant as the court issued it."""

    number: str
    kind: str
    issued_on: date
    court_id: int | None = None
    case_id: int | None = None
    extradition: str = ""
    caution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldEntry:
    """A request that the jail not release the person."""

    basis: str
    placed_on: date
    agency_id: int | None = None
    agency_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetainerEntry:
    """A notice that another authority wants the person when this custody ends."""

    authority: str
    lodged_on: date
    number: str = ""
    charge_pending: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectiveOrderEntry:
    """An order that the person keep away from somebody; ``expires_on`` is its last day."""

    number: str
    protected_name: str
    conditions: str
    issued_on: date
    court_id: int | None = None
    served_on: date | None = None
    expires_on: date | None = None


def record_warrant(
    viewer: Viewer, person_id: int, *, entry: WarrantEntry, token: UUID | None = None
) -> Warrant:
    """Record an active warrant for the person's arrest."""
    _refuse_future("issued_on", entry.issued_on)
    values = _columns(entry) | {"status": choices.WarrantStatus.ACTIVE}
    return _add(viewer, Warrant, person_id, Event.WARRANT_RECORDED, values, token=token)


def serve_warrant(viewer: Viewer, warrant_id: int, *, served_on: date, reason: str) -> Warrant:
    """Record that the person was arrested on the warrant."""
    _refuse_future("served_on", served_on)
    values = {"status": choices.WarrantStatus.SERVED, "served_on": served_on}
    return _end(viewer, Warrant, warrant_id, Event.WARRANT_CLOSED, values, reason=reason)


def recall_warrant(viewer: Viewer, warrant_id: int, *, recalled_on: date, reason: str) -> Warrant:
    """Record that the court took the warrant back."""
    _refuse_future("recalled_on", recalled_on)
    values = {"status": choices.WarrantStatus.RECALLED, "recalled_on": recalled_on}
    return _end(viewer, Warrant, warrant_id, Event.WARRANT_CLOSED, values, reason=reason)


def place_hold(
    viewer: Viewer, person_id: int, *, entry: HoldEntry, token: UUID | None = None
) -> Hold:
    """Record an agency's request that the person not be released."""
    _refuse_future("placed_on", entry.placed_on)
    return _add(viewer, Hold, person_id, Event.HOLD_PLACED, _columns(entry), token=token)


def clear_hold(viewer: Viewer, hold_id: int, *, cleared_on: date, reason: str) -> Hold:
    """Record that the agency no longer asks for it."""
    _refuse_future("cleared_on", cleared_on)
    values = {"cleared_on": cleared_on}
    return _end(viewer, Hold, hold_id, Event.HOLD_CLEARED, values, reason=reason)


def lodge_detainer(
    viewer: Viewer, person_id: int, *, entry: DetainerEntry, token: UUID | None = None
) -> Detainer:
    """Record another authority's notice that it wants the person."""
    _refuse_future("lodged_on", entry.lodged_on)
    return _add(viewer, Detainer, person_id, Event.DETAINER_LODGED, _columns(entry), token=token)


def lift_detainer(viewer: Viewer, detainer_id: int, *, lifted_on: date, reason: str) -> Detainer:
    """Record that the authority took its notice back."""
    _refuse_future("lifted_on", lifted_on)
    values = {"lifted_on": lifted_on}
    return _end(viewer, Detainer, detainer_id, Event.DETAINER_LIFTED, values, reason=reason)


def record_protective_order(
    viewer: Viewer, person_id: int, *, entry: ProtectiveOrderEntry, token: UUID | None = None
) -> ProtectiveOrder:
    """Record an order that protects somebody from the person."""
    _refuse_future("issued_on", entry.issued_on)
    event = Event.PROTECTIVE_ORDER_RECORDED
    return _add(viewer, ProtectiveOrder, person_id, event, _columns(entry), token=token)


def _add(  # noqa: PLR0913  the parts of one write
    viewer: Viewer,
    model: type[FactType],
    person_id: int,
    event: Event,
    values: Mapping[str, object],
    *,
    token: UUID | None,
) -> FactType:
    viewer.require(Permission.WARRANT_RECORD)

    def write() -> FactType:
        with refused_by(REFUSALS):
            return add_fact(viewer, model, person_id=person_id, event=event, **values)

    return once(token, event, model, write)


def _end(  # noqa: PLR0913  the parts of one write
    viewer: Viewer,
    model: type[FactType],
    key: int,
    event: Event,
    values: Mapping[str, object],
    *,
    reason: str,
) -> FactType:
    viewer.require(Permission.WARRANT_RECORD)
    old = model._default_manager.get(pk=key)
    with refused_by(REFUSALS):
        return correct_fact(
            viewer, old, person_id=old.person_id, reason=reason, event=event, **values
        )


def _columns(
    entry: WarrantEntry | HoldEntry | DetainerEntry | ProtectiveOrderEntry,
) -> dict[str, object]:
    return {name: getattr(entry, name) for name in entry.__slots__}


def _refuse_future(field: str, day: date) -> None:
    if day > timezone.localdate():
        raise RefusedError(Objection(field, "This cannot be on a day still to come."))
