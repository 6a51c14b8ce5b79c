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
from ots.audit.models import MOST_PEOPLE, AuditEntry, Outcome
from ots.audit.terms import term_columns

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
    people: Iterable[int] = (),
    categories: Iterable[str] = (),
    details: Mapping[str, JsonValue] | None = None,
    reason: str = "",
    purpose: str = "",
    outcome: Outcome = Outcome.SUCCESS,
    terms: Mapping[str, str] | None = None,
    action: int = AbstractLogEntry.Action.UPDATE,
) -> AuditEntry:
    """Write one entry and tell the subscribers; fails with the transaction it belongs to.

    ``reason`` is why, in the actor's words; ``purpose`` the code of the use the data is put to.
    More than a hundred ``people`` are told by further entries of the same request. ``terms`` is
    what was searched for: kept as keyed hashes and encrypted. ``details`` must not hold values of
    protected fields: entries are read by auditors.
    """
    rows = [
        AuditEntry(
            event=event.name,
            action=action,
            actor=actor,
            actor_email=getattr(actor, "email", None),
            person_id=person_id,
            people=shown,
            categories=sorted(set(categories)),
            reason=reason,
            purpose=purpose,
            outcome=outcome,
            cid=current_request_id(),
            additional_data=dict(details or {}),
            **_target_columns(target),
            **term_columns(terms or {}),
        )
        for shown in _hundreds(people)
    ]
    for row in rows:
        row.save(force_insert=True)
    _tell(Happening(event, person_id, target, details or {}, actor))
    return rows[0]


def _tell(happening: Happening) -> None:
    for subscriber in _subscribers[happening.event]:
        subscriber(happening)


def record_view(  # noqa: PLR0913  one keyword a column of the trail
    event: Event,
    *,
    actor: AbstractBaseUser | None,
    person_id: int | None = None,
    people: Iterable[int] = (),
    categories: Iterable[str] = (),
    details: Mapping[str, JsonValue] | None = None,
    reason: str = "",
    purpose: str = "",
    terms: Mapping[str, str] | None = None,
) -> AuditEntry:
    """Write that something was seen; ``people`` are those of a list, each of them seen."""
    return record(
        event,
        actor=actor,
        person_id=person_id,
        people=people,
        categories=categories,
        details=details,
        reason=reason,
        purpose=purpose,
        terms=terms,
        action=AbstractLogEntry.Action.ACCESS,
    )


def record_denial(
    *,
    actor: AbstractBaseUser | None,
    details: Mapping[str, JsonValue],
    person_id: int | None = None,
) -> AuditEntry:
    """Write that something was refused: a page, a person out of reach, a right not held."""
    return record(
        Event.ACCESS_DENIED,
        actor=actor,
        person_id=person_id,
        details=details,
        outcome=Outcome.DENIED,
        action=AbstractLogEntry.Action.ACCESS,
    )


def _hundreds(people: Iterable[int]) -> list[list[int]]:
    keys = list(dict.fromkeys(people))
    cuts = [keys[start : start + MOST_PEOPLE] for start in range(0, len(keys), MOST_PEOPLE)]
    return cuts or [[]]


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
