"""At which desks a user sits for a case: in which state, as whom, or for whom."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from interstate.choices import Post
from interstate.models import Activity, CompactCase, Delegate
from interstate.rules.routing import Desk, Status
from interstate.rules.vocabulary import Side
from ots.access.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Seat:
    """A post of the viewer's own, or of somebody away whom he covers."""

    delegate_id: int
    user_id: int
    office_id: int
    post: Post
    is_cover: bool
    # Who sees what the holder writes before the compact office does, if anybody with an open post.
    supervisor_id: int | None


def seats_of(viewer: Viewer, *, on: date | None = None) -> tuple[Seat, ...]:
    """Return the posts that the viewer acts from on a day, own and covered; one query."""
    if viewer.user is None:
        return ()
    day = on or timezone.localdate()
    mine = Q(user=viewer.user)
    covered = Q(
        covered_by__user=viewer.user,
        covered_by__is_active=True,
        away_from__lte=day,
        away_until__gt=day,
    )
    rows = Delegate.objects.filter(mine | covered, is_active=True).order_by("pk")
    columns = ("pk", "user_id", "office_id", "post", "reports_to__user_id", "reports_to__is_active")
    return tuple(
        Seat(
            delegate_id=key,
            user_id=user,
            office_id=office,
            post=Post(post),
            is_cover=user != viewer.user.pk,
            supervisor_id=supervisor if is_open else None,
        )
        for key, user, office, post, supervisor, is_open in rows.values_list(*columns)
    )


def sides_of(seats: tuple[Seat, ...], case: CompactCase) -> frozenset[Side]:
    """Return for which sides of the case the seats are."""
    offices = {seat.office_id for seat in seats}
    return frozenset(
        side
        for side, office in (
            (Side.SENDING, case.sending_office_id),
            (Side.RECEIVING, case.receiving_office_id),
        )
        if office in offices
    )


def desks_at(seats: tuple[Seat, ...], activity: Activity, case: CompactCase) -> frozenset[Desk]:
    """Return at which desks the viewer sits for the activity."""
    own, other = (
        (case.sending_office_id, case.receiving_office_id)
        if activity.side == Side.SENDING
        else (case.receiving_office_id, case.sending_office_id)
    )
    found: set[Desk] = set()
    for seat in seats:
        if seat.office_id == own:
            found |= _own(seat, activity, case)
        if seat.office_id == other:
            found |= _other(seat, activity)
    return frozenset(found)


def _own(seat: Seat, activity: Activity, case: CompactCase) -> set[Desk]:
    found: set[Desk] = set()
    assignee = case.sending_user_id if activity.side == Side.SENDING else case.receiving_user_id
    if seat.user_id in {activity.author_id, assignee}:
        found.add(Desk.AUTHOR)
    if seat.post == Post.SUPERVISOR and (
        activity.status != Status.WITH_SUPERVISOR or activity.assigned_to_id == seat.user_id
    ):
        found.add(Desk.SUPERVISOR)
    if seat.post == Post.OFFICE:
        found.add(Desk.OFFICE)
    return found


def _other(seat: Seat, activity: Activity) -> set[Desk]:
    found: set[Desk] = set()
    if seat.post == Post.OFFICE:
        found.add(Desk.OTHER_OFFICE)
    if seat.post == Post.SUPERVISOR and activity.assigned_to_id == seat.user_id:
        found.add(Desk.OTHER_SUPERVISOR)
    if activity.assigned_to_id == seat.user_id:
        found.add(Desk.OTHER_AGENT)
    return found
