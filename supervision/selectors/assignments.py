"""Whom a case can be given to, and who has had it."""

from django.db.models import Q, QuerySet

from ots.access.fields import Seen, mask
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from supervision.models import Assignment


def assignable_agents(viewer: Viewer) -> QuerySet[User]:
    """Return the active agents of the offices the viewer supervises, all offices if statewide."""
    agents = User.objects.filter(
        is_active=True,
        office__isnull=False,
        groups__permissions__codename=Permission.CASELOAD_VIEW.codename,
    )
    if not viewer.may(Permission.SCOPE_STATEWIDE):
        agents = agents.filter(Q(office__in=viewer.office_ids))
    return agents.select_related("office").distinct()


def assignments_of(viewer: Viewer, person_id: int, *, seen: Seen) -> list[object]:
    """List who has supervised the person, newest first, as the viewer may see it."""
    rows = in_scope(viewer, Assignment.objects.all(), person="person").filter(
        person_id=person_id, superseded_at__isnull=True
    )
    return [mask(viewer, row, seen=seen) for row in rows.select_related("agent", "office")]
