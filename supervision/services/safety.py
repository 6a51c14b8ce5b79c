"""Reviewing what is known of the safety of visits, and reporting what nearly went wrong."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from offenders.models import Address
from offenders.services.facts import add_fact, correct_fact
from offenders.services.refusals import Objection, RefusedError
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.choices.safety import VisitPolicy
from supervision.models import NearMiss, SafetyProfile


@dataclass(frozen=True, slots=True)
class SafetyReview:
    """What was found about the visits to one address, or to the person as such."""

    hazards: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    policy: str = VisitPolicy.SOLO
    advice: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None


def review_safety(
    viewer: Viewer, person_id: int, review: SafetyReview, *, address_id: int | None
) -> SafetyProfile:
    """Record a review made today; it takes the place of the one before of the same address."""
    viewer.require(Permission.VISIT_RECORD)
    if (
        address_id is not None
        and not Address.objects.filter(pk=address_id, person_id=person_id).exists()
    ):
        raise RefusedError(Objection("", "That address is not this person's: open it again."))
    found: dict[str, object] = {
        "hazards": list(review.hazards),
        "cautions": list(review.cautions),
        "policy": review.policy,
        "advice": review.advice,
        "latitude": review.latitude,
        "longitude": review.longitude,
        "reviewed_on": timezone.localdate(),
    }
    event = Event.SAFETY_REVIEWED
    standing = SafetyProfile.objects.filter(person_id=person_id, superseded_at=None)
    same = Q(address=None) if address_id is None else Q(address_id=address_id)
    before = standing.filter(same).first()
    if before is None:
        return add_fact(
            viewer, SafetyProfile, person_id=person_id, event=event, address_id=address_id, **found
        )
    return correct_fact(
        viewer, before, person_id=person_id, reason="Reviewed", event=event, **found
    )


def report_near_miss(  # noqa: PLR0913  the facts of one report
    viewer: Viewer,
    person_id: int,
    *,
    kind: str,
    happened_at: datetime,
    what: str = "",
    address_id: int | None = None,
    token: UUID | None = None,
) -> NearMiss:
    """Report what nearly went wrong on a visit."""
    viewer.require(Permission.VISIT_RECORD)
    event = Event.NEAR_MISS_REPORTED

    def write() -> NearMiss:
        return add_fact(
            viewer,
            NearMiss,
            person_id=person_id,
            event=event,
            kind=kind,
            happened_at=happened_at,
            what=what,
            address_id=address_id,
        )

    return once(token, event, NearMiss, write)
