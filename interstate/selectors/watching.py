"""Cases that a viewer watches; watching opens nothing that his reach does not."""

from django.db.models import QuerySet

from interstate.models import CompactCase
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer


def watched(viewer: Viewer) -> QuerySet[CompactCase]:
    """Return the cases that the viewer watches and still reaches, the last moved first."""
    rows = CompactCase.objects.filter(watchers=viewer.user) if viewer.user else _none()
    return (
        in_scope(viewer, rows, person="person")
        .select_related("person", "sending", "receiving")
        .order_by("-last_event_at", "-pk")
    )


def is_watched(viewer: Viewer, case_id: int) -> bool:
    """Say whether the viewer watches the case."""
    return viewer.user is not None and viewer.user.watched_compact_cases.filter(pk=case_id).exists()


def _none() -> QuerySet[CompactCase]:
    return CompactCase.objects.none()
