"""Cases offered between offices."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from offenders.selectors.reading import Reading
from ots.access.fields import Masked
from ots.access.models import Office, User
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from supervision.choices.transfer import OfferState
from supervision.models import CaseOffer


@dataclass(frozen=True, slots=True)
class OfferShown:
    """An offer, whose case it is, and whether the viewer's office is the one that answers."""

    offer: Masked
    person: Masked
    is_ours_to_answer: bool


def offices_to_offer() -> QuerySet[Office]:
    """Return the offices that a case can be offered to."""
    return Office.objects.order_by("name")


def agents_of_office(office_id: int) -> QuerySet[User]:
    """Return the active agents of an office."""
    return (
        User.objects.filter(
            is_active=True,
            office_id=office_id,
            groups__permissions__codename=Permission.CASELOAD_VIEW.codename,
        )
        .select_related("office")
        .distinct()
    )


def open_offers(viewer: Viewer) -> QuerySet[CaseOffer]:
    """Return the open offers to or from the viewer's offices, all for the whole state."""
    rows = CaseOffer.objects.filter(state=OfferState.OPEN, superseded_at__isnull=True)
    if not viewer.may(Permission.SCOPE_STATEWIDE):
        offices = viewer.office_ids
        rows = rows.filter(Q(to_office__in=offices) | Q(from_office__in=offices))
    found = in_scope(viewer, rows, person="person")
    return found.select_related("person", "from_office", "to_office", "recorded_by").order_by(
        "offered_on", "pk"
    )


def offers_shown(reading: Reading, rows: list[CaseOffer]) -> list[OfferShown]:
    """Return offers as the viewer may see them."""
    return [
        OfferShown(
            offer=reading.masked(row),
            person=reading.masked(row.person),
            is_ours_to_answer=answers(reading.viewer, row),
        )
        for row in rows
    ]


def offer_at(viewer: Viewer, person_id: int, offer_id: int) -> CaseOffer:
    """Return an open offer of the person's case; 404 if there is none in reach."""
    return get_object_or_404(open_offers(viewer), pk=offer_id, person_id=person_id)


def open_offer_of(reading: Reading, person_id: int) -> OfferShown | None:
    """Return the open offer of the person's case, if there is one and the viewer may see it."""
    if not reading.sees(CaseOffer, "to_office"):
        return None
    row = open_offers(reading.viewer).filter(person_id=person_id).first()
    return None if row is None else offers_shown(reading, [row])[0]


def answers(viewer: Viewer, offer: CaseOffer) -> bool:
    """Say whether the viewer's office is the one to which the case is offered."""
    statewide = viewer.may(Permission.SCOPE_STATEWIDE)
    return statewide or offer.to_office_id in viewer.office_ids
