"""Recording that the person learned of conditions; an amended parole order binds from then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from offenders.services.facts import replace_fact, write_fact
from offenders.services.refusals import Objection, RefusedError
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.condition import EndedAs
from supervision.models import Condition, ConditionNotice, ConditionTerms
from supervision.rules.conditions.effect import takes_effect_on
from supervision.services.conditions.due import refresh_due
from supervision.services.conditions.imposing import (
    AMENDED,
    end_terms,
    running_terms,
    waiting_terms,
)

NOTICED = "The person has notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """On which day and how the person learned of it."""

    given_on: date
    manner: str
    remark: str = ""


def record_notice(
    viewer: Viewer,
    conditions: Iterable[Condition],
    notice: Notice,
    *,
    token: UUID | None = None,
) -> ConditionNotice:
    """Record the notice of each condition; what waited for it binds from that day."""
    viewer.require(Permission.CONDITION_RECORD)
    told = list(conditions)
    if not told:
        raise RefusedError(Objection("conditions", "Choose what the person was told."))
    if notice.given_on > timezone.localdate():
        raise RefusedError(Objection("given_on", "This cannot be on a day still to come."))

    @transaction.atomic
    def write() -> ConditionNotice:
        return [_told(viewer, condition, notice) for condition in told][-1]

    return once(token, Event.CONDITION_NOTIFIED, ConditionNotice, write)


def _told(viewer: Viewer, condition: Condition, notice: Notice) -> ConditionNotice:
    waiting = waiting_terms(condition)
    if waiting is not None:
        _put_in_force(viewer, condition, waiting, notice)
    made = write_fact(
        viewer,
        ConditionNotice,
        person_id=condition.person_id,
        event=Event.CONDITION_NOTIFIED,
        condition=condition,
        given_on=notice.given_on,
        manner=notice.manner,
        remark=notice.remark,
    )
    record(Event.CONDITION_NOTIFIED, actor=viewer.user, target=made, person_id=condition.person_id)
    return made


def _put_in_force(
    viewer: Viewer, condition: Condition, waiting: ConditionTerms, notice: Notice
) -> None:
    if notice.given_on < waiting.ordered_on:
        message = f"The order is of [{waiting.ordered_on}]: nobody had notice of it before."
        raise RefusedError(Objection("given_on", message))
    binds_on = takes_effect_on(
        ordered_for=waiting.ordered_for, asks_notice=True, noticed_on=notice.given_on
    )
    running = running_terms(condition)
    if running is not None and binds_on is not None:
        end_terms(viewer, running, binds_on, ended_as=EndedAs.AMENDED, reason=AMENDED)
    replace_fact(
        viewer,
        waiting,
        person_id=condition.person_id,
        reason=NOTICED,
        event=Event.CONDITION_NOTIFIED,
        noticed_on=notice.given_on,
        effective_on=binds_on,
    )
    refresh_due(condition)
