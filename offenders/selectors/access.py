"""Who reaches one person's record by name, and to whom it is closed."""

from dataclasses import dataclass

from django.shortcuts import get_object_or_404

from offenders.models import PersonClosure, PersonUserObjectPermission, SealOrder
from offenders.models.restriction import ClosureKind
from offenders.selectors.reading import Reading
from offenders.selectors.sealable import orders_about
from ots.access.permissions import Permission
from ots.access.scopes import in_scope


@dataclass(frozen=True, slots=True)
class PersonAccess:
    """Grants to users by name, closures that stand, and a court's orders."""

    grants: list[object]
    closures: list[object]
    orders: list[object]


def access_to(reading: Reading, person_id: int) -> PersonAccess:
    """Return who reaches the person by name; closures and orders to those who may set them."""
    grants = in_scope(
        reading.viewer, PersonUserObjectPermission.objects.all(), person="content_object"
    )
    grants = grants.filter(content_object=person_id).select_related("user", "given_by")
    restricts = reading.viewer.may(Permission.RECORD_RESTRICT)
    return PersonAccess(
        grants=[reading.masked(row) for row in grants.order_by("-open_until", "pk")],
        closures=_closures(reading, person_id) if restricts else [],
        orders=orders_about(reading, person_id) if restricts else [],
    )


def _closures(reading: Reading, person_id: int) -> list[object]:
    rows = PersonClosure.standing().filter(person_id=person_id)
    return [reading.masked(row) for row in rows.select_related("user", "recorded_by")]


def require_closure(person_id: int, closure_id: int) -> None:
    """Answer 404 unless the closure stands and is the person's; what a court sealed is no such."""
    standing = PersonClosure.standing().exclude(kind=ClosureKind.SEALED)
    get_object_or_404(standing, pk=closure_id, person_id=person_id)


def require_seal(person_id: int, seal_id: int) -> None:
    """Answer 404 unless the order stands and is about the person."""
    get_object_or_404(SealOrder.standing(), pk=seal_id, person_id=person_id)
