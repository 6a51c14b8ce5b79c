"""The tasks of the outbox and of overdue visits with a real broker and a real worker."""

from datetime import timedelta

import pytest
from django.utils import timezone

from supervision import tasks
from supervision.models import Outing, OutingAlarm
from tests import factories
from tests.timecomp.test_tasks import worker  # noqa: F401  a fixture

SECONDS_TO_WAIT = 120


@pytest.mark.usefixtures("worker")
def test_a_worker_calls_out_who_is_overdue():
    agent = factories.user("Omar", role="Parole agent", office=factories.office("Flint"))
    due = timezone.now() - timedelta(minutes=16)
    Outing.objects.create(agent=agent, left_at=due - timedelta(hours=1), due_back_at=due)
    assert tasks.call_out_overdue.delay().get(timeout=SECONDS_TO_WAIT) == 1
    assert OutingAlarm.objects.get().step == "supervisor"
