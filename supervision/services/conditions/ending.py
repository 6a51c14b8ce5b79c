"""Putting a condition to rest for a time, and ending it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from offenders.services.facts import replace_fact, write_fact
from offenders.services.refusals import Objection, RefusedError, refuse_if_any
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.condition import FINAL_ENDS, ConditionState, EndedAs
from supervision.models import Condition, ConditionTerms
from supervision.services.conditions.due import refresh_due
from supervision.services.conditions.imposing import end_terms, running_terms, waiting_terms

EXPIRED = "Reached the day on which the order ends it"
# What a change of state makes of the stretch that ends.
_TURNS = {
    ConditionState.SUSPENDED: (ConditionState.ACTIVE, EndedAs.SUSPENDED),
    ConditionState.ACTIVE: (ConditionState.SUSPENDED, EndedAs.RESUMED),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """From which day, and why."""

    on: date
    reason: str


def suspend_condition(
    viewer: Viewer, condition: Condition, change: Change, *, token: UUID | None = None
) -> ConditionTerms:
    """Let the condition rest from a day on; nothing becomes due from it meanwhile."""
    return _turn(viewer, condition, change, ConditionState.SUSPENDED, token)


def resume_condition(
    viewer: Viewer, condition: Condition, change: Change, *, token: UUID | None = None
) -> ConditionTerms:
    """Let a condition bind again as it read before it rested."""
    return _turn(viewer, condition, change, ConditionState.ACTIVE, token)


def end_condition(
    viewer: Viewer,
    condition: Condition,
    change: Change,
    *,
    ended_as: str,
    token: UUID | None = None,
) -> ConditionTerms:
    """End the condition for good: satisfied, removed by order, expired or entered by mistake."""
    viewer.require(Permission.CONDITION_RECORD)
    if ended_as not in FINAL_ENDS:
        raise ValueError(f"[{ended_as}] does not end a condition: use one of {FINAL_ENDS}.")

    def write() -> ConditionTerms:
        return _end(viewer, condition, change, ended_as=ended_as)

    return once(token, Event.CONDITION_ENDED, ConditionTerms, write)


@transaction.atomic
def end_expired(viewer: Viewer, *, today: date) -> int:
    """End each condition whose order's last day has passed; returns how many."""
    rows = ConditionTerms.objects.filter(
        superseded_at__isnull=True,
        ended_on__isnull=True,
        effective_on__isnull=False,
        expires_on__lte=today,
        expires_on__gte=F("effective_on"),
    ).select_related("condition__template")
    ended = 0
    for terms in rows:
        change = Change(on=terms.expires_on or today, reason=EXPIRED)
        _end(viewer, terms.condition, change, ended_as=EndedAs.EXPIRED)
        ended += 1
    return ended


@transaction.atomic
def _end(viewer: Viewer, condition: Condition, change: Change, *, ended_as: str) -> ConditionTerms:
    waiting = waiting_terms(condition)
    ended = None
    if waiting is not None:
        ended = end_terms(viewer, waiting, change.on, ended_as=ended_as, reason=change.reason)
    running = running_terms(condition)
    if running is not None:
        refuse_if_any(_objections(running, change))
        ended = end_terms(viewer, running, change.on, ended_as=ended_as, reason=change.reason)
    if ended is None:
        raise RefusedError(Objection("", "The condition is over already."))
    _end_zones(viewer, condition, change)
    record(Event.CONDITION_ENDED, actor=viewer.user, target=ended, person_id=condition.person_id)
    refresh_due(condition)
    return ended


def _end_zones(viewer: Viewer, condition: Condition, change: Change) -> None:
    for zone in condition.zones.filter(superseded_at__isnull=True, ended_on__isnull=True):
        replace_fact(
            viewer,
            zone,
            person_id=zone.person_id,
            reason=change.reason,
            event=Event.CONDITION_ENDED,
            ended_on=max(change.on, zone.began_on),
        )


def _turn(
    viewer: Viewer,
    condition: Condition,
    change: Change,
    state: ConditionState,
    token: UUID | None,
) -> ConditionTerms:
    viewer.require(Permission.CONDITION_RECORD)
    before, ended_as = _TURNS[state]

    @transaction.atomic
    def write() -> ConditionTerms:
        running = running_terms(condition)
        if running is None or running.state != before:
            message = f"The condition is not {before.label.lower()}: look at it again."
            raise RefusedError(Objection("", message))
        refuse_if_any(_objections(running, change))
        end_terms(viewer, running, change.on, ended_as=ended_as, reason=change.reason)
        turned = _copied(viewer, running, change, state)
        record(
            Event.CONDITION_ENDED, actor=viewer.user, target=turned, person_id=condition.person_id
        )
        refresh_due(condition)
        return turned

    return once(token, Event.CONDITION_ENDED, ConditionTerms, write)


CARRIED = (
    "details",
    "imposed_by",
    "ordered_on",
    "ordered_for",
    "case_id",
    "order_number",
    "why_this_person",
    "expires_on",
    "review_on",
)


def _copied(
    viewer: Viewer, terms: ConditionTerms, change: Change, state: ConditionState
) -> ConditionTerms:
    values: dict[str, object] = {name: getattr(terms, name) for name in CARRIED}
    if terms.victim_details:
        values["victim_details"] = terms.victim_details
    return write_fact(
        viewer,
        ConditionTerms,
        person_id=terms.person_id,
        event=Event.CONDITION_ENDED,
        condition=terms.condition,
        state=state,
        effective_on=change.on,
        reason=change.reason,
        **values,
    )


def _objections(running: ConditionTerms, change: Change) -> list[Objection]:
    found = []
    if running.effective_on is not None and change.on < running.effective_on:
        message = f"It binds since [{running.effective_on}]: give that day or a later one."
        found.append(Objection("on", message))
    if change.on > timezone.localdate():
        found.append(Objection("on", "This cannot be on a day still to come."))
    if not change.reason.strip():
        found.append(Objection("reason", "Say why, and by whose order."))
    return found
