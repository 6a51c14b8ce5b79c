"""A caseload in hours: each level weighs as the rows of its day say."""

from datetime import date
from decimal import Decimal

import pytest

from offenders.selectors.reading import Reading
from ots.access.viewer import NOBODY, system_viewer
from supervision.models import WorkloadWeight
from supervision.selectors.workload import Workload, workload_of_agents
from tests import factories
from tests.factories.supervision_obligations import supervise

TODAY = date(2026, 11, 20)
READING = Reading(system_viewer("tests"))
pytestmark = pytest.mark.django_db


def test_a_maximum_and_a_medium_case_take_six_hours(dana, olivia, lansing):
    supervise(dana, level="maximum")
    supervise(factories.person("Max", agent=olivia, office=lansing), level="medium")
    assert workload_of_agents(READING, [olivia.pk], today=TODAY)[olivia.pk].hours == 6


def test_a_case_without_a_level_weighs_as_not_yet_set(dana, olivia):
    weight = WorkloadWeight.objects.get(key="unassigned")
    assert workload_of_agents(READING, [olivia.pk], today=TODAY)[olivia.pk].hours == weight.hours


def test_a_newer_weight_counts_from_its_day(dana, olivia):
    supervise(dana, level="medium")
    WorkloadWeight.objects.create(
        key="medium",
        title="A case at the level Medium",
        hours=Decimal("3.5"),
        since=date(2026, 11, 1),
        citation="Policy 7.2",
        standing="verified",
    )
    assert workload_of_agents(READING, [olivia.pk], today=TODAY)[olivia.pk].hours == Decimal("3.5")


def test_the_share_is_of_the_usable_hours(dana, olivia):
    supervise(dana, level="maximum")
    share = workload_of_agents(READING, [olivia.pk], today=TODAY)[olivia.pk].share
    assert share == pytest.approx(100 * 4 / 120)


def test_one_who_sees_no_supervision_sees_no_workload(dana, olivia):
    found = workload_of_agents(Reading(NOBODY), [olivia.pk], today=TODAY)
    assert found[olivia.pk] == Workload()
