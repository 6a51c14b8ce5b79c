"""What was opened in an emergency: by the viewer, by the agents supervised, and to be judged."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from offenders.models import EmergencyOpening, Identifier, Person, PersonClosure
from offenders.models.restriction import ClosureKind
from ots.access.fields import Seen, mask
from ots.access.permissions import Permission
from ots.access.viewer import Viewer

# How long a supervisor's home page shows what an agent opened.
DAYS_SHOWN = 14
SHOWN_AT_HOME = 5
MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class OpeningNews:
    """What the home page tells: to be judged by the viewer, and opened by agents supervised."""

    waiting: int = 0
    by_agents: tuple[object, ...] = ()


def exists_for_emergency(viewer: Viewer, person_id: int) -> bool:
    """Say whether the record can be opened at all: it exists, unsealed, of no acquaintance."""
    closed = PersonClosure.standing().filter(person_id=person_id)
    never = closed.filter(kind=ClosureKind.SEALED) | closed.filter(
        kind__in=PersonClosure.NAMING, user=viewer.user
    )
    return Person.objects.filter(pk=person_id).exists() and not never.exists()


def person_numbered(number: str) -> int:
    """Return the person's key for a number of this system or of the department; 0 for none."""
    standing = Identifier.objects.filter(kind="mdoc", value=number, superseded_at=None)
    by_department = standing.values_list("person_id", flat=True).first()
    if by_department is not None:
        return by_department
    return int(number) if number.isdecimal() and len(number) < MOST_DIGITS else 0


def openings_to_review(viewer: Viewer) -> QuerySet[EmergencyOpening]:
    """Return the openings nobody has judged, oldest first, but the viewer's own."""
    viewer.require(Permission.GLASS_REVIEW)
    waiting = EmergencyOpening.objects.filter(review=None).exclude(user=viewer.user)
    return waiting.select_related("user", "user__office").order_by("opened_at", "pk")


def openings_reviewed(viewer: Viewer) -> QuerySet[EmergencyOpening]:
    """Return the openings that were judged, newest first."""
    viewer.require(Permission.GLASS_REVIEW)
    judged = EmergencyOpening.objects.filter(review__isnull=False)
    return judged.select_related("user", "user__office", "review__reviewed_by")


def opening_to_review(viewer: Viewer, opening_id: int) -> EmergencyOpening:
    """Return one opening that the viewer may judge; 404 otherwise."""
    return get_object_or_404(openings_to_review(viewer), pk=opening_id)


def opening_news(viewer: Viewer, *, seen: Seen) -> OpeningNews:
    """Return what the home page tells the viewer about emergencies: two queries at most."""
    waiting = openings_to_review(viewer).count() if viewer.may(Permission.GLASS_REVIEW) else 0
    if not viewer.office_ids:
        return OpeningNews(waiting=waiting)
    recent = EmergencyOpening.objects.filter(
        user__office__in=viewer.office_ids,
        opened_at__gte=viewer.now - timedelta(days=DAYS_SHOWN),
    ).exclude(user=viewer.user)
    rows = recent.select_related("user", "review")[:SHOWN_AT_HOME]
    return OpeningNews(
        waiting=waiting, by_agents=tuple(mask(viewer, row, seen=seen) for row in rows)
    )
