"""A caseload in hours: each level weighs as the rows of its day say."""

from datetime import date
from decimal import Decimal

import pytest

from offenders.models import Person
from offenders.selectors.reading import Reading
from ots.access.viewer import NOBODY, system_viewer
from supervision.models import AuthorizedPosts, WorkloadWeight
from supervision.selectors.workload import Workload, staffing_of, workloads
from tests import factories
from tests.factories.supervision_obligations import supervise

TODAY = date(2026, 11, 20)
READING = Reading(system_viewer("tests"))
pytestmark = pytest.mark.django_db


def workload_of(agent):
    people = Person.objects.filter(agent=agent)
    return workloads(READING, people, "agent_id", today=TODAY)[agent.pk]


def test_a_maximum_and_a_medium_case_take_six_hours(dana, olivia, lansing):
    supervise(dana, level="maximum")
    supervise(factories.person("Max", agent=olivia, office=lansing), level="medium")
    assert workload_of(olivia).hours == 6


def test_a_case_without_a_level_weighs_as_not_yet_set(dana, olivia):
    weight = WorkloadWeight.objects.get(key="unassigned")
    assert workload_of(olivia).hours == weight.hours


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
    assert workload_of(olivia).hours == Decimal("3.5")


def test_the_share_is_of_the_usable_hours(dana, olivia):
    supervise(dana, level="maximum")
    assert workload_of(olivia).percent_of(1) == round(100 * 4 / 120)


def test_one_who_sees_no_supervision_sees_no_hours(dana, olivia):
    people = Person.objects.filter(agent=olivia)
    found = workloads(Reading(NOBODY), people, "agent_id", today=TODAY)
    assert found[olivia.pk] == Workload(people=1)


def test_the_posts_in_force_that_carry_no_caseload_are_vacant(dana, oscar, lansing):
    factories.person("Eli", agent=oscar, office=lansing)
    for since, posts in ((date(2025, 1, 1), 9), (date(2026, 11, 1), 3), (date(2027, 1, 1), 8)):
        AuthorizedPosts.objects.create(
            office=lansing, posts=posts, since=since, citation="Budget", standing="verified"
        )
    found = staffing_of([lansing.pk], today=TODAY)[lansing.pk]
    assert (found.agents, found.posts, found.vacant) == (2, 3, 1)


def test_where_nobody_entered_posts_none_is_called_vacant(dana, lansing):
    found = staffing_of([lansing.pk], today=TODAY)[lansing.pk]
    assert (found.agents, found.posts, found.vacant) == (1, None, 0)
