"""Carrying out a court's order to seal, to unseal or to destroy a record."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from offenders.models import Charge, CourtCase, PersonClosure, SealOrder
from offenders.models.restriction import ClosureKind, SealAction
from offenders.selectors.sealable import Sealable
from offenders.services.closing import refresh_closures
from offenders.services.destruction import destroy
from offenders.services.facts import check_person
from offenders.services.refusals import Objection, RefusedError
from offenders.services.restrictions import lift
from offenders.services.status import refresh_status
from ots.access.closures import reading_everything
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.context import occasion
from ots.audit.events import Event
from ots.audit.services import record


@dataclass(frozen=True, slots=True)
class CourtOrder:
    """The paper: which court ordered it, when, under which number and section."""

    court_id: int
    order_number: str
    ordered_on: date
    authority: str
    reason: str = ""

    def columns(self) -> dict[str, object]:
        """Return the values under the names of their columns."""
        return {
            "court_id": self.court_id,
            "order_number": self.order_number,
            "ordered_on": self.ordered_on,
            "authority": self.authority,
            "reason": self.reason,
        }


@transaction.atomic
def seal(viewer: Viewer, person_id: int, *, what: Sealable, order: CourtOrder) -> SealOrder:
    """Seal: from now on the record was never there for all who lack the right to sealed ones."""
    _check(viewer, person_id, what)
    if _standing(person_id, what).exists():
        raise RefusedError(Objection("what", "That is sealed already."))
    written = _write(viewer, person_id, what, order, SealAction.SEAL)
    if what.is_whole_person:
        PersonClosure.objects.create(
            person_id=person_id, kind=ClosureKind.SEALED, recorded_by=viewer.user
        )
    return _carried_out(viewer, written, Event.RECORD_SEALED)


@transaction.atomic
def unseal(viewer: Viewer, person_id: int, *, seal_id: int, order: CourtOrder) -> SealOrder:
    """Unseal what an order sealed; both orders stay in the history."""
    viewer.require(Permission.RECORD_RESTRICT)
    check_person(viewer, person_id)
    old = get_object_or_404(SealOrder.standing(), pk=seal_id, person_id=person_id)
    what = Sealable(old.case_id, old.charge_id)
    SealOrder.objects.filter(pk=old.pk).update(superseded_at=viewer.now)
    written = _write(viewer, person_id, what, order, SealAction.UNSEAL, supersedes=old)
    if what.is_whole_person:
        sealed = PersonClosure.standing().get(person_id=person_id, kind=ClosureKind.SEALED)
        lift(viewer, sealed, reason=order.order_number, event=Event.RESTRICTION_LIFTED)
    return _carried_out(viewer, written, Event.RECORD_UNSEALED)


@transaction.atomic
def expunge(viewer: Viewer, person_id: int, *, what: Sealable, order: CourtOrder) -> SealOrder:
    """Destroy a case or count and all that hangs on it; the order stays as the tombstone."""
    _check(viewer, person_id, what)
    if what.is_whole_person:
        raise RefusedError(Objection("what", "Choose the case or the count to be destroyed."))
    written = _write(viewer, person_id, what, order, SealAction.EXPUNGE)
    destroy(written)
    return _carried_out(viewer, written, Event.RECORD_DESTROYED)


def _check(viewer: Viewer, person_id: int, what: Sealable) -> None:
    viewer.require(Permission.RECORD_RESTRICT)
    viewer.require(Permission.RECORD_SEALED)
    check_person(viewer, person_id)
    with reading_everything():
        cases = CourtCase.objects.filter(person_id=person_id)
        counts = Charge.objects.filter(case__person_id=person_id)
        known = (what.case_id is None or cases.filter(pk=what.case_id).exists()) and (
            what.charge_id is None or counts.filter(pk=what.charge_id).exists()
        )
    if not known:
        raise RefusedError(Objection("what", "Choose one of this person's cases or counts."))


def _standing(person_id: int, what: Sealable) -> QuerySet[SealOrder]:
    about = {"case": what.case_id, "charge": what.charge_id}
    return SealOrder.standing().filter(person_id=person_id, **about)


def _write(  # noqa: PLR0913  one keyword a fact of the order
    viewer: Viewer,
    person_id: int,
    what: Sealable,
    order: CourtOrder,
    action: SealAction,
    *,
    supersedes: SealOrder | None = None,
) -> SealOrder:
    with occasion(_EVENTS[action].name, person_id=person_id):
        return SealOrder.objects.create(
            person_id=person_id,
            action=action,
            case_id=what.case_id,
            charge_id=what.charge_id,
            recorded_by=viewer.user,
            supersedes=supersedes,
            **order.columns(),
        )


_EVENTS = {
    SealAction.SEAL: Event.RECORD_SEALED,
    SealAction.UNSEAL: Event.RECORD_UNSEALED,
    SealAction.EXPUNGE: Event.RECORD_DESTROYED,
}


def _carried_out(viewer: Viewer, order: SealOrder, event: Event) -> SealOrder:
    refresh_closures(order.person_id)
    refresh_status(order.person_id)
    record(
        event,
        actor=viewer.user,
        target=order,
        person_id=order.person_id,
        reason=order.reason or order.order_number,
        details={"authority": order.authority},
    )
    return order
