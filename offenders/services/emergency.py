"""Breaking the glass: opening a closed record in an emergency, telling of it, judging it."""

from datetime import date, timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from offenders.models import EmergencyOpening, EmergencyReview
from offenders.selectors.openings import exists_for_emergency
from offenders.services.notices import tell_of_opening
from offenders.services.refusals import Objection, RefusedError
from ots.access.categories import Category
from ots.access.models import EmergencyTerm, User
from ots.access.permissions import Permission
from ots.access.viewer import BOUND_TO_CONSENT, Viewer
from ots.audit.context import occasion
from ots.audit.events import Event
from ots.audit.services import record

# Where no term is set: long enough for one task, too short to keep.
USUAL_MINUTES = 60
# Consent, not haste, opens these (42 CFR 2.51 speaks of medical personnel alone).
NEVER_IN_HASTE = BOUND_TO_CONSENT


def minutes_open(day: date) -> int:
    """Return for how many minutes an opening on the day stands."""
    term = EmergencyTerm.objects.filter(since__lte=day).order_by("-since").first()
    return term.minutes if term else USUAL_MINUTES


def break_glass(
    viewer: Viewer, person_id: int, *, reason: str, category: str = ""
) -> EmergencyOpening:
    """Open the person's record, or one category of it, for a short time.

    A record that does not exist, is sealed, or is of somebody the viewer knows is refused in the
    same words, so that nobody learns which it is.
    """
    viewer.require(Permission.GLASS_BREAK)
    if category and Category(category) in NEVER_IN_HASTE:
        raise RefusedError(
            Objection("category", "Only the person's written consent opens this category.")
        )
    if viewer.user is None or not exists_for_emergency(viewer, person_id):
        _note_refusal(viewer, person_id, reason)
        raise RefusedError(Objection("number", "No record can be opened under this number."))
    return _open(viewer, viewer.user, person_id, reason=reason, category=category)


@transaction.atomic
def _open(
    viewer: Viewer, user: User, person_id: int, *, reason: str, category: str
) -> EmergencyOpening:
    until = viewer.now + timedelta(minutes=minutes_open(timezone.localdate(viewer.now)))
    event = Event.GLASS_BROKEN
    with occasion(event.name, person_id=person_id):
        opening = EmergencyOpening.objects.create(
            person_id=person_id,
            user=user,
            category=category,
            reason=reason,
            opened_at=viewer.now,
            open_until=until,
        )
    record(
        event,
        actor=viewer.user,
        target=opening,
        person_id=person_id,
        categories=[category] if category else [],
        reason=reason,
        details={"until": until.isoformat()},
    )
    transaction.on_commit(partial(tell_of_opening, opening.pk), robust=True)
    return opening


@transaction.atomic
def review_opening(
    viewer: Viewer, opening: EmergencyOpening, *, verdict: str, note: str
) -> EmergencyReview:
    """Record whether the opening was justified; nobody judges himself, and once is enough."""
    viewer.require(Permission.GLASS_REVIEW)
    if viewer.user is None or opening.user_id == viewer.user.pk:
        raise RefusedError(Objection("verdict", "Nobody judges his own opening."))
    if EmergencyReview.objects.filter(opening=opening).exists():
        raise RefusedError(Objection("verdict", "A colleague has judged this one meanwhile."))
    event = Event.GLASS_REVIEWED
    with occasion(event.name, person_id=opening.person_id):
        review = EmergencyReview.objects.create(
            opening=opening, verdict=verdict, note=note, reviewed_by=viewer.user
        )
    record(
        event,
        actor=viewer.user,
        target=opening,
        person_id=opening.person_id,
        reason=note,
        details={"verdict": verdict},
    )
    return review


def _note_refusal(viewer: Viewer, person_id: int, reason: str) -> None:
    record(
        Event.GLASS_REFUSED,
        actor=viewer.user,
        reason=reason,
        details={"number": person_id},
    )
