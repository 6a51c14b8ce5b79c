"""Watching a case: it stands in the watcher's worklist, and opens nothing to him."""

from django.db import transaction

from interstate.models import CompactCase
from interstate.services.drafts import check_reach
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event as Trail
from ots.audit.services import record


@transaction.atomic
def watch_case(viewer: Viewer, case_id: int, *, is_on: bool) -> None:
    """Put the case on the viewer's own list of watched cases, or take it off; twice is once."""
    viewer.require(Permission.COMPACT_VIEW)
    if viewer.user is None:
        raise NotAllowedError("Only a person watches a case.")
    case = CompactCase.objects.get(pk=case_id)
    check_reach(viewer, case)
    if case.watchers.filter(pk=viewer.user.pk).exists() is is_on:
        return
    if is_on:
        case.watchers.add(viewer.user)
    else:
        case.watchers.remove(viewer.user)
    record(
        Trail.COMPACT_CASE_WATCHED,
        actor=viewer.user,
        target=case,
        person_id=case.person_id,
        details={"is_on": is_on},
    )
