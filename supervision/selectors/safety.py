"""What an agent must know before going: safety of people and places, in one reading for many."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from offenders.choices import AddressKind
from offenders.models import Address
from offenders.selectors.reading import Reading
from ots.access.fields import Masked, may_access
from ots.access.scopes import in_scope
from supervision.choices.safety import Caution, Hazard, VisitPolicy
from supervision.models import NearMiss, SafetyProfile
from supervision.rules.visits import Point, review_is_due

NEAR_MISSES_SHOWN = 5
STRICTEST = (VisitPolicy.POLICE, VisitPolicy.PAIR, VisitPolicy.SOLO)


@dataclass(frozen=True, slots=True)
class Safety:
    """What is known of the safety of visits to one person."""

    policy: str
    flags: tuple[str, ...]
    advice: tuple[str, ...]
    is_stale: bool
    is_known: bool
    point: Point | None = None

    @property
    def policy_label(self) -> str:
        """Return how one may go there, in words."""
        return str(VisitPolicy(self.policy).label)


UNKNOWN = Safety(VisitPolicy.SOLO, (), (), is_stale=False, is_known=False)


def safety_of(reading: Reading, person_ids: Iterable[int], *, today: date) -> dict[int, Safety]:
    """Return what is known of each person's visits; the strictest word counts. One query."""
    if not may_access(reading.viewer, SafetyProfile, "policy"):
        return {}
    found: dict[int, list[SafetyProfile]] = defaultdict(list)
    for profile in _profiles(reading).filter(person_id__in=set(person_ids)):
        found[profile.person_id].append(profile)
    for name in ("policy", "hazards"):
        reading.sees(SafetyProfile, name)
    return {person_id: _joined(reading, rows, today) for person_id, rows in found.items()}


def homes_of(reading: Reading, person_ids: Iterable[int]) -> dict[int, Address]:
    """Return where each person lives now, as far as the viewer may see it. One query."""
    if not reading.sees(Address, "street"):
        return {}
    rows = in_scope(reading.viewer, Address.objects.all(), person="person").filter(
        person_id__in=set(person_ids),
        kind=AddressKind.HOME,
        ended_on__isnull=True,
        superseded_at__isnull=True,
    )
    return {row.person_id: row for row in rows.order_by("began_on", "pk")}


def profiles_of(reading: Reading, person_id: int) -> list[Masked]:
    """Return the profiles of a person's visits as they stand."""
    rows = _profiles(reading).filter(person_id=person_id)
    return [reading.masked(row) for row in rows]


def current_profile(
    reading: Reading, person_id: int, address: Address | None
) -> SafetyProfile | None:
    """Return the profile of one address, or of the person as such."""
    return _profiles(reading).filter(person_id=person_id, address=address).first()


def near_misses_of(reading: Reading, person_id: int) -> list[Masked]:
    """Return what nearly went wrong on visits, newest first."""
    rows = in_scope(reading.viewer, NearMiss.objects.all(), person="person").filter(
        person_id=person_id, superseded_at=None
    )
    shown = rows.select_related("recorded_by", "address")[:NEAR_MISSES_SHOWN]
    return [reading.masked(row) for row in shown]


def _profiles(reading: Reading) -> QuerySet[SafetyProfile]:
    rows = in_scope(reading.viewer, SafetyProfile.objects.all(), person="person")
    return rows.filter(superseded_at=None).select_related("address")


def _joined(reading: Reading, rows: list[SafetyProfile], today: date) -> Safety:
    # What is known of an address that the person has left tells nothing of the next visit.
    here = [row for row in rows if row.address is None or row.address.ended_on is None]
    if not here:
        return UNKNOWN
    cautions = {each for row in here for each in row.cautions}
    hazards = {each for row in here for each in row.hazards}
    policies = {row.policy for row in here}
    return Safety(
        policy=next(each for each in STRICTEST if each in policies),
        flags=(
            *(str(each.label) for each in Caution if each in cautions),
            *(str(each.label) for each in Hazard if each in hazards),
        ),
        advice=tuple(row.advice for row in here if row.advice),
        is_stale=any(review_is_due(row.reviewed_on, today) for row in here),
        is_known=True,
        point=_point(reading, here),
    )


def _point(reading: Reading, rows: list[SafetyProfile]) -> Point | None:
    if not may_access(reading.viewer, SafetyProfile, "latitude"):
        return None
    for row in rows:
        if row.latitude is not None and row.longitude is not None:
            return Point(float(row.latitude), float(row.longitude))
    return None
