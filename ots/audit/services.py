"""Recording an event, and reacting to one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from auditlog.models import AbstractLogEntry
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db import models

from ots.audit.context import current_request_id
from ots.audit.events import Event
from ots.audit.models import AuditEntry

JsonValue = str | int | float | bool | None | list["JsonValue"] | dict[str, "JsonValue"]


@dataclass(frozen=True, slots=True)
class Happening:
    """What subscribers are told: the event, whose record, its details, and who did it."""

    event: Event
    person_id: int | None
    target: models.Model | None
    details: Mapping[str, JsonValue] = field(default_factory=dict)
    actor: AbstractBaseUser | None = None


Subscriber = Callable[[Happening], None]
_subscribers: dict[Event, list[Subscriber]] = defaultdict(list)


def subscribe(event: Event, subscriber: Subscriber) -> None:
    """Have ``subscriber`` called in the same transaction whenever ``event`` is recorded."""
    if subscriber not in _subscribers[event]:
        _subscribers[event].append(subscriber)


def record(  # noqa: PLR0913  one keyword a column of the trail
    event: Event,
    *,
    actor: AbstractBaseUser | None,
    target: models.Model | None = None,
    person_id: int | None = None,
    categories: Iterable[str] = (),
    details: Mapping[str, JsonValue] | None = None,
    action: int = AbstractLogEntry.Action.UPDATE,
) -> AuditEntry:
    """Write one entry and tell the subscribers; fails with the transaction it belongs to.

    ``details`` must not hold values of protected fields: entries are read by auditors.
    """
    entry: AuditEntry = AuditEntry.objects.create(
        event=event.name,
        action=action,
        actor=actor,
        actor_email=getattr(actor, "email", None),
        person_id=person_id,
        categories=sorted(set(categories)),
        cid=current_request_id(),
        additional_data=dict(details or {}),
        **_target_columns(target),
    )
    happening = Happening(
        event=event, person_id=person_id, target=target, details=details or {}, actor=actor
    )
    for subscriber in _subscribers[event]:
        subscriber(happening)
    return entry


def record_view(
    event: Event,
    *,
    actor: AbstractBaseUser | None,
    person_id: int | None = None,
    categories: Iterable[str] = (),
    details: Mapping[str, JsonValue] | None = None,
) -> AuditEntry:
    """Write that something was seen."""
    return record(
        event,
        actor=actor,
        person_id=person_id,
        categories=categories,
        details=details,
        action=AbstractLogEntry.Action.ACCESS,
    )


def _target_columns(target: models.Model | None) -> dict[str, object]:
    if target is None:
        own = ContentType.objects.get_for_model(AuditEntry)
        return {"content_type": own, "object_pk": "", "object_id": None, "object_repr": ""}
    return {
        "content_type": ContentType.objects.get_for_model(target),
        "object_pk": str(target.pk),
        "object_id": target.pk if isinstance(target.pk, int) else None,
        # The kind and key only: a record's own text may hold protected fields.
        "object_repr": f"{target._meta.verbose_name} {target.pk}",
    }
