"""Recording the conditions of everybody's list at once, as one order names them."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from offenders.services.facts import write_fact
from offenders.services.refusals import refuse_if_any
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.models import Condition, ConditionTemplate, ConditionTerms
from supervision.services.conditions.entry import ConditionEntry, objections_to, twice
from supervision.services.conditions.imposing import write_terms


def impose_standard_list(
    viewer: Viewer,
    person_id: int,
    templates: Sequence[ConditionTemplate],
    entry: ConditionEntry,
    *,
    token: UUID | None = None,
) -> ConditionTerms:
    """Record each of the conditions by the same order, all or none; returns the last.

    Raises ``RefusedError`` naming the field, as for one condition.
    """
    viewer.require(Permission.CONDITION_RECORD)
    for template in templates:
        refuse_if_any([*objections_to(person_id, template, entry), *twice(person_id, template)])

    @transaction.atomic
    def write() -> ConditionTerms:
        return [_imposed(viewer, person_id, template, entry) for template in templates][-1]

    return once(token, Event.CONDITION_IMPOSED, ConditionTerms, write)


def _imposed(
    viewer: Viewer, person_id: int, template: ConditionTemplate, entry: ConditionEntry
) -> ConditionTerms:
    event = Event.CONDITION_IMPOSED
    condition = write_fact(viewer, Condition, person_id=person_id, event=event, template=template)
    return write_terms(viewer, condition, entry, event=event)
