"""Giving a user one person's record, by name and until a day."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import Permission as DjangoPermission
from django.db import transaction
from django.shortcuts import get_object_or_404

from offenders.models import Person, PersonUserObjectPermission
from offenders.services.facts import check_person
from offenders.services.refusals import Objection, RefusedError
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.context import occasion
from ots.audit.events import Event
from ots.audit.services import record

GRANT = "reach_person"


@dataclass(frozen=True, slots=True)
class GrantSpan:
    """From which moment until which moment a grant is open."""

    open_from: datetime
    open_until: datetime


@transaction.atomic
def grant_person(
    viewer: Viewer, person_id: int, *, user: User, span: GrantSpan, reason: str
) -> PersonUserObjectPermission:
    """Give the person to the user for the span; a grant given before is replaced by this one.

    Refused to oneself, for nobody widens the own reach.
    """
    viewer.require(Permission.REACH_GRANT)
    check_person(viewer, person_id)
    if viewer.user is not None and user.pk == viewer.user.pk:
        raise RefusedError(Objection("user", "Nobody gives himself a record: ask a colleague."))
    if span.open_until <= span.open_from:
        raise RefusedError(Objection("open_until", "The last day comes before the first."))
    grant: PersonUserObjectPermission
    with occasion(Event.REACH_GRANTED.name, person_id=person_id):
        grant, _ = PersonUserObjectPermission.objects.update_or_create(
            user=user,
            content_object=Person.objects.get(pk=person_id),
            permission=DjangoPermission.objects.get(codename=GRANT),
            defaults={
                "open_from": span.open_from,
                "open_until": span.open_until,
                "reason": reason,
                "given_by": viewer.user,
            },
        )
    record(
        Event.REACH_GRANTED,
        actor=viewer.user,
        target=grant,
        person_id=person_id,
        reason=reason,
        details={"user": user.username, "until": span.open_until.isoformat()},
    )
    return grant


@transaction.atomic
def end_grant(viewer: Viewer, person_id: int, grant_id: int) -> None:
    """End a grant now; the row stays, so that it can be told who could reach the person when."""
    viewer.require(Permission.REACH_GRANT)
    check_person(viewer, person_id)
    grants = PersonUserObjectPermission.objects.select_for_update()
    grant = get_object_or_404(grants, pk=grant_id, content_object_id=person_id)
    if grant.open_until is not None and grant.open_until <= viewer.now:
        return
    if grant.open_from is not None and grant.open_from > viewer.now:
        grant.open_from = viewer.now
    grant.open_until = viewer.now
    with occasion(Event.REACH_ENDED.name, person_id=person_id):
        grant.save(update_fields=["open_from", "open_until"])
    record(Event.REACH_ENDED, actor=viewer.user, target=grant, person_id=person_id)
