"""Closing a person's record: an employee, a relative, a protected person, an acquaintance."""

from django.db import transaction
from django.shortcuts import get_object_or_404

from offenders.models import PersonClosure
from offenders.models.restriction import ClosureKind
from offenders.services.facts import check_person
from offenders.services.refusals import Objection, RefusedError, refused_by
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.context import occasion
from ots.audit.events import Event
from ots.audit.services import record

_TAKEN = {
    "person_is_closed_once_a_reason": Objection("kind", "The record is closed for that already.")
}


@transaction.atomic
def restrict_person(
    viewer: Viewer, person_id: int, *, kind: str, reason: str, user: User | None = None
) -> PersonClosure:
    """Close the record to the user named and to everyone without the special right."""
    viewer.require(Permission.RECORD_RESTRICT)
    check_person(viewer, person_id)
    if ClosureKind(kind) not in PersonClosure.RESTRICTING:
        raise ValueError(f"[{kind}] is not for this form.")
    if kind == ClosureKind.RELATIVE and user is None:
        raise RefusedError(Objection("user", "Choose whose relative or friend the person is."))
    return _close(
        viewer, person_id, kind=kind, user=user, reason=reason, event=Event.PERSON_RESTRICTED
    )


@transaction.atomic
def declare_known(viewer: Viewer, person_id: int, *, reason: str) -> PersonClosure:
    """Close the record to oneself: the user knows the person privately."""
    viewer.require(Permission.KNOWN_DECLARE)
    check_person(viewer, person_id)
    return _close(
        viewer,
        person_id,
        kind=ClosureKind.KNOWN,
        user=viewer.user,
        reason=reason,
        event=Event.PERSON_KNOWN,
    )


@transaction.atomic
def lift_closure(viewer: Viewer, person_id: int, closure_id: int, *, reason: str) -> None:
    """Lift a closure that no court ordered; the row stays in the history."""
    viewer.require(Permission.RECORD_RESTRICT)
    check_person(viewer, person_id)
    standing = PersonClosure.standing().exclude(kind=ClosureKind.SEALED)
    old = get_object_or_404(standing, pk=closure_id, person_id=person_id)
    lift(viewer, old, reason=reason, event=Event.RESTRICTION_LIFTED)


def lift(viewer: Viewer, old: PersonClosure, *, reason: str, event: Event) -> None:
    """Write the newer row that lifts the closure, with its event."""
    with occasion(event.name, person_id=old.person_id):
        PersonClosure.objects.filter(pk=old.pk, superseded_at=None).update(superseded_at=viewer.now)
        PersonClosure.objects.create(
            person_id=old.person_id,
            kind=ClosureKind.LIFTED,
            recorded_by=viewer.user,
            reason=reason,
            supersedes=old,
        )
    record(event, actor=viewer.user, target=old, person_id=old.person_id, reason=reason)


def _close(  # noqa: PLR0913  the facts of one closure
    viewer: Viewer,
    person_id: int,
    *,
    kind: str,
    user: User | None,
    reason: str,
    event: Event,
) -> PersonClosure:
    with occasion(event.name, person_id=person_id), refused_by(_TAKEN):
        closure = PersonClosure.objects.create(
            person_id=person_id, kind=kind, user=user, recorded_by=viewer.user, reason=reason
        )
    record(event, actor=viewer.user, target=closure, person_id=person_id, reason=reason)
    return closure
