"""Regions at a glance: whose they are, how their offices stand, and what waits there."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission as DjangoPermission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from guardian.shortcuts import assign_perm

from offenders.selectors.reading import Reading
from ots.access.models import Region
from ots.access.permissions import Permission
from ots.access.viewer import viewer_for
from supervision.models import Obligation, Recommendation
from supervision.selectors.regions import regions_of
from tests import factories
from tests.factories.signing_in import signed_in_client

PAGE = "supervision:team-regions"


@pytest.fixture
def south(lansing):
    """The region of Dana's office."""
    made = Region.objects.create(name="South")
    lansing.region = made
    lansing.save()
    return made


@pytest.fixture
def manager(south):
    """Supervises everything in the region, and no office by itself."""
    made = factories.user("Mona", role="Supervisor")
    assign_perm("supervise_region", made, south)
    return made


def owe(person):
    """Something ten days late."""
    due_on = timezone.localdate() - timedelta(days=10)
    Obligation.objects.create(
        person=person,
        kind="contact",
        title="Contact",
        slot=Obligation.objects.count() + 1,
        window_opens_on=due_on,
        due_on=due_on,
        grace_until=due_on,
    )


def ask(person):
    """A recommendation that waits."""
    Recommendation.objects.create(
        person=person,
        kind="discharge",
        supervision_type="parole",
        body="board",
        state="submitted",
        prepared_on=timezone.localdate(),
        why="Done",
    )


def regions_seen_by(user):
    """Return the regions as the user's page shows them."""
    return regions_of(Reading(viewer_for(user)), today=timezone.localdate())


def test_a_region_adds_up_its_offices(manager, south, lansing, dana):
    flint = factories.office("Flint Parole")
    flint.region = south
    flint.save()
    eli = factories.person("Eli", agent=dana.agent, office=flint)
    for person in (dana, eli):
        owe(person)
    (region,) = regions_seen_by(manager)
    assert (region.name, region.people, region.overdue) == ("South", 2, 2)
    assert [each.line.name for each in region.offices] == ["Flint Parole", "Lansing Parole"]


def test_decisions_are_counted_where_they_wait(manager, dana):
    ask(dana)
    (region,) = regions_seen_by(manager)
    assert region.offices[0].waiting == region.waiting == 1


def test_a_manager_of_a_region_sees_no_other(manager, marquette, dana):
    factories.person("Far", office=marquette)
    assert [region.name for region in regions_seen_by(manager)] == ["South"]


def test_one_who_reaches_the_state_sees_every_region(south, marquette, dana):
    factories.person("Far", office=marquette)
    chief = factories.user("Carla", role="Supervisor")
    statewide = Permission.SCOPE_STATEWIDE.codename
    chief.user_permissions.add(DjangoPermission.objects.get(codename=statewide))
    assert {region.name for region in regions_seen_by(chief)} == {"South", "No region"}


def test_an_office_opens_its_agents(manager, lansing, dana):
    client = signed_in_client(manager)
    assert f"?office={lansing.pk}" in client.get(reverse(PAGE)).content.decode()
    shown = client.get(reverse("supervision:team"), {"office": lansing.pk})
    assert str(dana.agent) in shown.content.decode()


def test_an_agent_has_no_regions(olivia):
    assert signed_in_client(olivia).get(reverse(PAGE)).status_code == 403


def test_it_asks_the_same_number_of_questions_however_many_offices(manager, south, dana):
    client = signed_in_client(manager)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(PAGE))
        return len(queries)

    owe(dana)
    ask(dana)
    few = asked()
    for number in range(4):
        office = factories.office(f"Office {number}")
        office.region = south
        office.save()
        made = factories.person(f"Pat{number}", agent=dana.agent, office=office)
        owe(made)
        ask(made)
    assert asked() == few


def test_a_region_known_by_a_number_is_called_so_and_things_on_time_say_what_they_count(
    manager, south, lansing, dana
):
    numbered = Region.objects.create(name="5")
    lansing.region = numbered
    lansing.save()
    assign_perm("supervise_region", manager, numbered)
    owe(dana)
    shown = signed_in_client(manager).get(reverse(PAGE)).content.decode()
    assert "Region 5" in shown
    assert "0 of 1 thing" in " ".join(shown.split())
