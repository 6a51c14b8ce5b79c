"""Arranging who looks after a colleague's people, and reading what is arranged."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ots.access.models import Cover, User
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.context import occasion
from ots.audit.events import Event
from ots.audit.services import record


@dataclass(frozen=True, slots=True)
class CoverPeriod:
    """The first day, and the first day on which the cover no longer stands."""

    began_on: date
    ended_on: date


def coverable_agents(viewer: Viewer) -> QuerySet[User]:
    """Return for whom the viewer may arrange cover: himself, and the agents of his offices."""
    if viewer.user is None:
        return User.objects.none()
    own = Q(pk=viewer.user.pk)
    if viewer.may(Permission.COVER_ARRANGE):
        own |= Q(office__in=viewer.office_ids)
    return _agents().filter(own)


def covering_agents(viewer: Viewer) -> QuerySet[User]:
    """Return who may cover: agents of the viewer's own office or of those supervised."""
    if viewer.user is None:
        return User.objects.none()
    offices = {*viewer.office_ids, viewer.user.office_id} - {None}
    return _agents().filter(office__in=offices)


def covers_seen_by(viewer: Viewer) -> QuerySet[Cover]:
    """Return the covers that the viewer is part of or may arrange, newest first."""
    if viewer.user is None:
        return Cover.objects.none()
    part = Q(away=viewer.user) | Q(covering=viewer.user)
    if viewer.may(Permission.COVER_ARRANGE):
        part |= Q(away__office__in=viewer.office_ids)
    return Cover.objects.filter(part).select_related("away", "covering", "arranged_by")


@transaction.atomic
def arrange_cover(
    viewer: Viewer, *, away: User, covering: User, period: CoverPeriod, reason: str
) -> Cover:
    """Put the colleague's people in another's reach for the days; the trail tells who did it."""
    arranger = _check(viewer, away, covering)
    with occasion(Event.COVER_ARRANGED.name):
        cover = Cover.objects.create(
            away=away,
            covering=covering,
            began_on=period.began_on,
            ended_on=period.ended_on,
            reason=reason,
            arranged_by=arranger,
        )
    record(
        Event.COVER_ARRANGED,
        actor=viewer.user,
        target=cover,
        reason=reason,
        details={"away": away.username, "covering": covering.username},
    )
    return cover


@transaction.atomic
def end_cover(viewer: Viewer, cover_id: int) -> Cover:
    """End a cover today; one that has not begun never stands."""
    cover = get_object_or_404(covers_seen_by(viewer).select_for_update(of=("self",)), pk=cover_id)
    _check(viewer, cover.away, cover.covering)
    today = timezone.localdate(viewer.now)
    if cover.ended_on > today:
        cover.ended_on = max(today, cover.began_on)
        with occasion(Event.COVER_ENDED.name):
            cover.save(update_fields=["ended_on"])
        record(Event.COVER_ENDED, actor=viewer.user, target=cover)
    return cover


def _agents() -> QuerySet[User]:
    agents = User.objects.filter(
        is_active=True, groups__permissions__codename=Permission.CASELOAD_VIEW.codename
    )
    return agents.select_related("office").distinct()


def _check(viewer: Viewer, away: User, covering: User) -> User:
    viewer.require(Permission.CASELOAD_VIEW)
    if viewer.user is None or not coverable_agents(viewer).filter(pk=away.pk).exists():
        raise NotAllowedError(f"[{viewer}] may not arrange cover for [{away}].")
    if not covering_agents(viewer).filter(pk=covering.pk).exists():
        raise NotAllowedError(f"[{covering}] is no agent of an office of [{viewer}].")
    return viewer.user
