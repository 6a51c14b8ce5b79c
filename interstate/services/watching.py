"""Watching a case or an activity: it stands in the watcher's worklist, and opens nothing to him."""

from django.db import transaction

from interstate.models import Activity, CompactCase
from interstate.services.drafts import check_reach
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event as Trail
from ots.audit.services import record


@transaction.atomic
def watch_case(viewer: Viewer, case_id: int, *, is_on: bool) -> None:
    """Put the case on the viewer's own list of what he watches, or take it off; twice is once."""
    case = CompactCase.objects.get(pk=case_id)
    _watch(viewer, case, of=case, is_on=is_on)


@transaction.atomic
def watch_activity(viewer: Viewer, activity_id: int, *, is_on: bool) -> None:
    """Put the activity on the viewer's own list of what he watches, or take it off."""
    activity = Activity.objects.select_related("case").get(pk=activity_id)
    _watch(viewer, activity, of=activity.case, is_on=is_on)


def _watch(
    viewer: Viewer, watched: CompactCase | Activity, *, of: CompactCase, is_on: bool
) -> None:
    viewer.require(Permission.COMPACT_VIEW)
    if viewer.user is None:
        raise NotAllowedError("Only a person watches a case or an activity.")
    check_reach(viewer, of)
    if watched.watchers.filter(pk=viewer.user.pk).exists() is is_on:
        return
    if is_on:
        watched.watchers.add(viewer.user)
    else:
        watched.watchers.remove(viewer.user)
    is_case = isinstance(watched, CompactCase)
    record(
        Trail.COMPACT_CASE_WATCHED if is_case else Trail.COMPACT_ACTIVITY_WATCHED,
        actor=viewer.user,
        target=watched,
        person_id=of.person_id,
        details={"is_on": is_on},
    )
