"""What is to be moved on: the first of it, beside the rest of the work, is read for itself."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from interstate.models import Activity
from interstate.selectors.posts import seats_of
from interstate.selectors.worklist import first_tasks, tasks
from ots.access.viewer import viewer_for
from tests import factories
from tests.factories.compact import compact_case


def activity(case, status: str, *, at: datetime, side: str = "sending", holder=None) -> None:
    made = Activity.objects.create(
        case=case,
        kind="progress_report",
        side=side,
        status=status,
        content_version="1",
        assigned_to=holder,
    )
    Activity.objects.filter(pk=made.pk).update(changed_at=at)


@pytest.fixture
def work(case, sender, carla, otto):
    """What a writer, the office of his state and the other state's have, in turn and mixed."""
    at = timezone.now() - timedelta(days=9)
    for number, (status, side, holder) in enumerate(
        (
            ("received", "sending", otto),
            ("with_office", "sending", None),
            ("draft", "sending", sender),
            ("received", "receiving", None),
            ("draft", "sending", carla),
            ("completed", "sending", None),
            ("with_office", "sending", None),
            ("with_office", "receiving", None),
            ("returned", "sending", sender),
            ("assigned", "receiving", carla),
            ("received", "sending", None),
        )
    ):
        activity(case, status, at=at + timedelta(hours=number), side=side, holder=holder)
    case.state = "ACTIVE"
    case.save(update_fields=["state"])


@pytest.mark.parametrize("most", [2, 9])
def test_the_first_are_the_longest_waiting_of_all(work, sender, carla, otto, most):
    first, every = [], []
    for viewer in map(viewer_for, (sender, carla, otto)):
        seats = seats_of(viewer)
        first.append(list(first_tasks(viewer, seats, most)))
        every.append(list(tasks(viewer, seats)[:most]))
    assert all(every)
    assert first == every


def test_the_first_are_found_by_one_query(work, carla, django_assert_num_queries):
    viewer = viewer_for(carla)
    seats = seats_of(viewer)
    with django_assert_num_queries(1):
        list(first_tasks(viewer, seats, 3))


def test_who_has_no_post_has_nothing_to_move_on(work, oscar):
    viewer = viewer_for(oscar)
    assert list(first_tasks(viewer, seats_of(viewer), 3)) == []


def test_what_is_out_of_reach_takes_no_place_among_the_first(work, case, sender, otto):
    other = compact_case(sender, factories.person(last_name="Withdrawn", agent=sender))
    activity(other, "received", at=timezone.now() - timedelta(days=30))
    other.state = "WITHDRAWN"
    other.save(update_fields=["state"])
    viewer = viewer_for(otto)
    first = first_tasks(viewer, seats_of(viewer), 1)
    assert [each.case_id for each in first] == [case.pk]
