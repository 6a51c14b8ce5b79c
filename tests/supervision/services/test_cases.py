"""Assignment gives the case and the access, and takes both from the agent before."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from offenders.models import Person
from ots.access.models import User
from ots.access.scopes import reaches
from ots.access.viewer import NotAllowedError, viewer_for
from ots.audit.models import AuditEntry
from supervision.models import Assignment
from supervision.services.cases import (
    AssignmentError,
    Placement,
    assign_case,
    begin_supervision,
)


def placement(agent: User, day: date = date(2026, 6, 1)) -> Placement:
    assert agent.office is not None
    return Placement(agent=agent, office=agent.office, began_on=day)


def test_the_new_agent_reaches_the_person_and_the_old_one_no_longer_does(
    sam: User, olivia: User, oscar: User, dana: Person
) -> None:
    assign_case(viewer_for(sam), dana.pk, placement(oscar), reason="Olivia's leave")
    assert reaches(viewer_for(oscar), dana.pk)
    assert not reaches(viewer_for(olivia), dana.pk)


def test_a_transfer_ends_the_running_assignment_that_day(
    sam: User, olivia: User, oscar: User, dana: Person
) -> None:
    assign_case(viewer_for(sam), dana.pk, placement(olivia, date(2026, 1, 1)))
    assign_case(viewer_for(sam), dana.pk, placement(oscar, date(2026, 6, 1)))
    standing = Assignment.objects.filter(person=dana, superseded_at__isnull=True)
    assert {(row.agent, row.began_on, row.ended_on) for row in standing} == {
        (olivia, date(2026, 1, 1), date(2026, 6, 1)),
        (oscar, date(2026, 6, 1), None),
    }


def test_the_history_keeps_the_assignment_as_it_was_first_recorded(
    sam: User, olivia: User, oscar: User, dana: Person
) -> None:
    first = assign_case(viewer_for(sam), dana.pk, placement(olivia, date(2026, 1, 1)))
    assign_case(viewer_for(sam), dana.pk, placement(oscar, date(2026, 6, 1)))
    first.refresh_from_db()
    assert first.ended_on is None
    assert first.superseded_at is not None


def test_an_agent_of_another_office_is_refused_with_what_to_do(
    sam: User, dana: Person, olivia: User, ruth: User
) -> None:
    assert ruth.office is not None
    wrong = Placement(agent=olivia, office=ruth.office, began_on=date(2026, 6, 1))
    with pytest.raises(AssignmentError, match="choose an agent of that office"):
        assign_case(viewer_for(sam), dana.pk, wrong)


def test_a_day_before_the_running_assignment_is_refused_and_nothing_changes(
    sam: User, olivia: User, oscar: User, dana: Person
) -> None:
    assign_case(viewer_for(sam), dana.pk, placement(olivia, date(2026, 6, 1)))
    with pytest.raises(AssignmentError, match="give a later day"):
        assign_case(viewer_for(sam), dana.pk, placement(oscar, date(2026, 5, 1)))
    assert Assignment.objects.get(superseded_at__isnull=True).agent == olivia


def test_an_agent_may_not_assign(olivia: User, oscar: User, dana: Person) -> None:
    with pytest.raises(NotAllowedError):
        assign_case(viewer_for(olivia), dana.pk, placement(oscar))


def test_a_supervisor_of_another_district_may_not_assign(
    ruth: User, oscar: User, dana: Person
) -> None:
    with pytest.raises(NotAllowedError, match="not in the reach"):
        assign_case(viewer_for(ruth), dana.pk, placement(oscar))


def test_the_trail_names_who_assigned(sam: User, oscar: User, dana: Person) -> None:
    assign_case(viewer_for(sam), dana.pk, placement(oscar))
    entry = AuditEntry.objects.get(
        event="CASE_ASSIGNED",
        action=AuditEntry.Action.UPDATE,
        object_repr__startswith="assignment",
        changes__isnull=True,
    )
    assert (entry.actor, entry.person_id) == (sam, dana.pk)


def test_the_database_refuses_two_primary_agents_on_a_day(
    sam: User, olivia: User, oscar: User, dana: Person
) -> None:
    assign_case(viewer_for(sam), dana.pk, placement(olivia))
    with pytest.raises(IntegrityError), transaction.atomic():
        Assignment.objects.create(
            person=dana, agent=oscar, office=oscar.office, began_on=date(2026, 7, 1)
        )


def test_the_database_refuses_to_rewrite_an_assignment(
    sam: User, oscar: User, dana: Person
) -> None:
    made = assign_case(viewer_for(sam), dana.pk, placement(oscar))
    change = "UPDATE supervision_assignment SET began_on = '2020-01-01' WHERE id = %s"
    with (
        pytest.raises(IntegrityError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change, [made.pk])


def test_two_terms_of_probation_may_not_overlap(olivia: User, dana: Person) -> None:
    viewer = viewer_for(olivia)
    begin_supervision(viewer, dana.pk, supervision_type="probation", began_on=date(2025, 1, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        begin_supervision(viewer, dana.pk, supervision_type="probation", began_on=date(2025, 6, 1))
