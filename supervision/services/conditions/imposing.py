"""Recording what an order imposes and how a later order amends it."""

from datetime import date
from uuid import UUID

from django.db import transaction

from offenders.services.facts import replace_fact, write_fact
from offenders.services.refusals import Objection, RefusedError, refuse_if_any
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.condition import ConditionState, EndedAs
from supervision.models import Condition, ConditionTemplate, ConditionTerms
from supervision.rules.conditions.effect import takes_effect_on
from supervision.services.conditions.due import refresh_due
from supervision.services.conditions.entry import (
    ConditionEntry,
    asks_notice,
    objections_to,
    twice,
)

AMENDED = "Amended by a later order"


def impose_condition(
    viewer: Viewer,
    person_id: int,
    template: ConditionTemplate,
    entry: ConditionEntry,
    *,
    token: UUID | None = None,
) -> ConditionTerms:
    """Record a condition as the order states it; what it asks for becomes due.

    Raises ``RefusedError`` naming each field that keeps it from being recorded.
    """
    viewer.require(Permission.CONDITION_RECORD)
    refuse_if_any([*objections_to(person_id, template, entry), *twice(person_id, template)])

    def write() -> ConditionTerms:
        event = Event.CONDITION_IMPOSED
        condition = write_fact(
            viewer, Condition, person_id=person_id, event=event, template=template
        )
        return write_terms(viewer, condition, entry, event=event)

    return once(token, Event.CONDITION_IMPOSED, ConditionTerms, write)


def amend_condition(
    viewer: Viewer, condition: Condition, entry: ConditionEntry, *, token: UUID | None = None
) -> ConditionTerms:
    """Record what a later order makes of the condition, as a new fact beside the old one.

    The old terms end on the day the new ones bind; a change of a running parole waits for notice.
    Raises ``RefusedError`` naming each field that keeps it from being recorded.
    """
    viewer.require(Permission.CONDITION_RECORD)
    refuse_if_any(objections_to(condition.person_id, condition.template, entry))

    def write() -> ConditionTerms:
        running = running_terms(condition)
        _refuse_out_of_order(condition, running, entry)
        return write_terms(viewer, condition, entry, event=Event.CONDITION_AMENDED, running=running)

    return once(token, Event.CONDITION_AMENDED, ConditionTerms, write)


@transaction.atomic
def write_terms(
    viewer: Viewer,
    condition: Condition,
    entry: ConditionEntry,
    *,
    event: Event,
    running: ConditionTerms | None = None,
) -> ConditionTerms:
    """Write the terms of an order; those running end on the day the new ones bind."""
    waits = asks_notice(condition.person_id, entry)
    binds_on = takes_effect_on(ordered_for=entry.ordered_for, asks_notice=waits, noticed_on=None)
    if running is not None and binds_on is not None:
        end_terms(viewer, running, binds_on, ended_as=EndedAs.AMENDED, reason=AMENDED)
    terms = write_fact(
        viewer,
        ConditionTerms,
        person_id=condition.person_id,
        event=event,
        condition=condition,
        state=ConditionState.ACTIVE,
        imposed_by=entry.imposed_by,
        ordered_on=entry.ordered_on,
        ordered_for=entry.ordered_for,
        case_id=entry.case_id,
        order_number=entry.order_number,
        why_this_person=entry.why_this_person,
        asks_notice=waits,
        effective_on=binds_on,
        expires_on=entry.expires_on,
        review_on=entry.review_on,
        **_answers(condition.template, entry),
    )
    record(event, actor=viewer.user, target=terms, person_id=condition.person_id)
    refresh_due(condition)
    return terms


def end_terms(
    viewer: Viewer, terms: ConditionTerms, day: date, *, ended_as: str, reason: str
) -> ConditionTerms:
    """Write that terms end on a day; part of a larger event, which the caller records."""
    return replace_fact(
        viewer,
        terms,
        person_id=terms.person_id,
        reason=reason,
        event=Event.CONDITION_ENDED,
        ended_on=day,
        ended_as=ended_as,
    )


def running_terms(condition: Condition) -> ConditionTerms | None:
    """Return the terms that bind and have not ended, locked against a second change."""
    return _open_terms(condition, effective_on__isnull=False)


def waiting_terms(condition: Condition) -> ConditionTerms | None:
    """Return the terms that wait for notice, locked against a second change."""
    return _open_terms(condition, effective_on__isnull=True)


def _open_terms(condition: Condition, **which: bool) -> ConditionTerms | None:
    rows = ConditionTerms.objects.select_for_update().filter(
        condition=condition, superseded_at__isnull=True, ended_on__isnull=True, **which
    )
    return rows.first()


def _answers(template: ConditionTemplate, entry: ConditionEntry) -> dict[str, object]:
    of_victims = {each.name for each in template.asked if each.names_victim}
    told = {name: answer for name, answer in entry.answers.items() if answer not in ("", [])}
    answers: dict[str, object] = {
        "details": {name: answer for name, answer in told.items() if name not in of_victims}
    }
    hidden = {name: answer for name, answer in told.items() if name in of_victims}
    # Named only where there is one, for not everybody who records conditions sees victims.
    return {**answers, "victim_details": hidden} if hidden else answers


def _refuse_out_of_order(
    condition: Condition, running: ConditionTerms | None, entry: ConditionEntry
) -> None:
    if waiting_terms(condition) is not None:
        message = "An earlier amendment waits for notice: record the notice or end it first."
        raise RefusedError(Objection("", message))
    if running is None:
        raise RefusedError(Objection("", "The condition is over: impose it anew."))
    if running.effective_on is not None and entry.ordered_for < running.effective_on:
        message = f"What stands now binds since [{running.effective_on}]: give a later day."
        raise RefusedError(Objection("ordered_for", message))
