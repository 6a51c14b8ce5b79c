"""What a viewer watches; watching opens nothing that his reach does not."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from interstate.models import Activity, CompactCase
from interstate.rules.routing import Status
from interstate.rules.vocabulary import Side
from interstate.selectors.posts import Seat
from ots.access.models import User
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer


def watches(viewer: Viewer) -> tuple[bool, bool]:
    """Say whether the viewer watches any cases and any activities: most watch neither."""
    if viewer.user is None:
        return (False, False)
    cases, activities = (
        Exists(model.watchers.through.objects.filter(user=OuterRef("pk")))
        for model in (CompactCase, Activity)
    )
    found = User.objects.filter(pk=viewer.user.pk).values_list(cases, activities)
    is_case, is_activity = found.get()
    return bool(is_case), bool(is_activity)


def watched(viewer: Viewer) -> QuerySet[CompactCase]:
    """Return the cases that the viewer watches and still reaches, the last moved first."""
    rows = CompactCase.objects.none()
    if viewer.user:
        rows = CompactCase.objects.filter(watchers=viewer.user)
    return (
        in_scope(viewer, rows, person="person")
        .select_related("person")
        .order_by("-last_event_at", "-pk")
    )


def watched_activities(viewer: Viewer, seats: tuple[Seat, ...]) -> QuerySet[Activity]:
    """Return the activities that the viewer watches and still reaches, the last moved first.

    What another state only prepares is not among them, whatever he watched before.
    """
    rows = Activity.objects.none()
    if viewer.user:
        offices = [seat.office_id for seat in seats]
        own = Q(side=Side.SENDING.value, case__sending_office__in=offices) | Q(
            side=Side.RECEIVING.value, case__receiving_office__in=offices
        )
        rows = Activity.objects.filter(own | Q(sent_at__isnull=False), watchers=viewer.user)
    return (
        in_scope(viewer, rows.exclude(status=Status.DELETED.value), person="case__person")
        .select_related("case__person")
        .order_by("-changed_at", "-pk")
    )


def is_watched(viewer: Viewer, case_id: int) -> bool:
    """Say whether the viewer watches the case."""
    return viewer.user is not None and viewer.user.watched_compact_cases.filter(pk=case_id).exists()


def is_activity_watched(viewer: Viewer, activity_id: int) -> bool:
    """Say whether the viewer watches the activity."""
    if viewer.user is None:
        return False
    return viewer.user.watched_compact_activities.filter(pk=activity_id).exists()
