"""Placing a person under supervision and giving the case to an agent."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from offenders.services.facts import add_fact, correct_fact
from offenders.services.people import set_summary
from offenders.services.status import refresh_status
from ots.access.models import Office, User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.choices import period as choices
from supervision.models import Assignment, SupervisionPeriod
from supervision.services.levels import begin_level


class AssignmentError(Exception):
    """The case can't be assigned so; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The agent and office that take a case, from a day."""

    agent: User
    office: Office
    began_on: date


@transaction.atomic
def assign_case(
    viewer: Viewer, person_id: int, placement: Placement, *, reason: str = ""
) -> Assignment:
    """Give the case to an agent; a running assignment ends that day. Access follows at once.

    Raises ``AssignmentError`` if the agent works at another office or a later assignment stands.
    """
    viewer.require(Permission.CASE_ASSIGN)
    _check(placement)
    _end_running(viewer, person_id, placement.began_on, reason or "Case transferred")
    assignment = add_fact(
        viewer,
        Assignment,
        person_id=person_id,
        event=Event.CASE_ASSIGNED,
        agent=placement.agent,
        office=placement.office,
        began_on=placement.began_on,
        reason=reason,
    )
    set_summary(person_id, agent=placement.agent, office=placement.office)
    return assignment


@transaction.atomic
def begin_supervision(  # noqa: PLR0913  the facts of one order
    viewer: Viewer,
    person_id: int,
    *,
    supervision_type: str,
    began_on: date,
    expected_end_on: date | None = None,
    level: str = choices.SupervisionLevel.UNASSIGNED,
) -> SupervisionPeriod:
    """Record that a term of supervision began, and set the person's status."""
    period = add_fact(
        viewer,
        SupervisionPeriod,
        person_id=person_id,
        supervision_type=supervision_type,
        began_on=began_on,
        expected_end_on=expected_end_on,
    )
    if level != choices.SupervisionLevel.UNASSIGNED:
        begin_level(viewer, person_id, level=level, began_on=began_on)
    refresh_status(person_id)
    return period


def _check(placement: Placement) -> None:
    if placement.agent.office_id != placement.office.pk:
        raise AssignmentError(
            f"[{placement.agent}] does not work at [{placement.office}]: choose an agent of "
            "that office."
        )


def _end_running(viewer: Viewer, person_id: int, day: date, reason: str) -> None:
    running = Assignment.objects.filter(
        person_id=person_id,
        role=choices.AssignmentRole.PRIMARY,
        ended_on__isnull=True,
        superseded_at__isnull=True,
    ).first()
    if running is None:
        return
    if running.began_on > day:
        raise AssignmentError(
            f"The person was assigned on [{running.began_on}], after [{day}]: give a later day."
        )
    correct_fact(viewer, running, person_id=person_id, reason=reason, ended_on=day)
