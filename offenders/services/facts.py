"""Recording and correcting facts: the two writes that all others are made of."""

from collections.abc import Iterable
from typing import TypeVar

from django.db import models, transaction
from django.utils import timezone

from offenders.models.person import PersonFact
from ots.access.categories import Action
from ots.access.fields import may_access
from ots.access.models import Fact
from ots.access.scopes import reaches
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.context import occasion
from ots.audit.events import Event
from ots.audit.services import record

FactType = TypeVar("FactType", bound=Fact)


class AlreadyCorrectedError(Exception):
    """Somebody else corrected the fact first; look at it again before correcting."""


def add_fact(
    viewer: Viewer,
    model: type[FactType],
    *,
    person_id: int,
    event: Event = Event.FACT_RECORDED,
    **values: object,
) -> FactType:
    """Record a new fact about a person in the viewer's reach, with its event, and return it.

    Raises ``NotAllowedError`` if one of the fields is not the viewer's to change, and the
    database's ``IntegrityError`` if a constraint refuses the fact.
    """
    with transaction.atomic():
        fact = write_fact(viewer, model, person_id=person_id, event=event, **values)
        record(event, actor=viewer.user, target=fact, person_id=person_id)
    return fact


def write_fact(
    viewer: Viewer,
    model: type[FactType],
    *,
    person_id: int,
    event: Event,
    **values: object,
) -> FactType:
    """Write a fact as part of a larger event, which the caller records once all is written."""
    check_person(viewer, person_id)
    check_fields(viewer, model, values)
    if issubclass(model, PersonFact):
        values["person_id"] = person_id
    with transaction.atomic(), occasion(event.name, person_id=person_id):
        return model._default_manager.create(recorded_by=viewer.user, **values)


def correct_fact(
    viewer: Viewer,
    old: FactType,
    *,
    person_id: int,
    reason: str,
    event: Event = Event.FACT_CORRECTED,
    **changes: object,
) -> FactType:
    """Record a newer fact in place of ``old``, which stays in the history as it was.

    Raises ``AlreadyCorrectedError`` if a newer fact already stands, ``ValueError`` without a
    reason.
    """
    with transaction.atomic():
        new = replace_fact(viewer, old, person_id=person_id, reason=reason, event=event, **changes)
        record(event, actor=viewer.user, target=new, person_id=person_id)
    return new


def replace_fact(
    viewer: Viewer,
    old: FactType,
    *,
    person_id: int,
    reason: str,
    event: Event,
    **changes: object,
) -> FactType:
    """Write a newer fact as part of a larger event, which the caller records."""
    if not reason.strip():
        raise ValueError("Give the reason for the correction.")
    check_person(viewer, person_id)
    check_fields(viewer, type(old), changes)
    with transaction.atomic(), occasion(event.name, person_id=person_id):
        _supersede(old)
        carried = _carried_over(old, but=changes)
        return type(old)._default_manager.create(
            recorded_by=viewer.user, reason=reason, supersedes=old, **carried, **changes
        )


def _supersede(old: Fact) -> None:
    standing = type(old)._default_manager.filter(pk=old.pk, superseded_at__isnull=True)
    if not standing.update(superseded_at=timezone.now()):
        raise AlreadyCorrectedError(f"[{old}] was corrected meanwhile: open it again.")


_BOOKKEEPING = frozenset(
    {"id", "recorded_at", "recorded_by", "reason", "supersedes", "superseded_at"}
)


def _carried_over(old: Fact, *, but: Iterable[str]) -> dict[str, object]:
    # A link may be changed under either of its names: ``judgment`` or ``judgment_id``.
    left_out = _BOOKKEEPING | set(but)
    return {
        field.attname: getattr(old, field.attname)
        for field in old._meta.concrete_fields
        if not left_out & {field.name, field.attname}
    }


def check_person(viewer: Viewer, person_id: int) -> None:
    """Raise ``NotAllowedError`` unless the person is in the viewer's reach."""
    if not reaches(viewer, person_id):
        raise NotAllowedError(f"Person [{person_id}] is not in the reach of [{viewer}].")


def check_fields(viewer: Viewer, model: type[models.Model], values: Iterable[str]) -> None:
    """Raise ``NotAllowedError`` unless the viewer may change each of the fields named."""
    for name in values:
        declared = name.removesuffix("_id")
        if declared in _BOOKKEEPING | {"person", "source", "charge", "sentence", "case"}:
            continue
        if not may_access(viewer, model, declared, Action.CHANGE):
            raise NotAllowedError(f"[{viewer}] may not change [{model.__name__}.{declared}].")
