"""The supervisor's pages: whose team they show, how it stands, and what they cost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from offenders.models import Address
from offenders.selectors.reading import Reading
from ots.access.viewer import viewer_for
from supervision.models import Appointment, AuthorizedPosts, Contact, Obligation
from supervision.selectors.patterns import missed_clusters
from supervision.selectors.team import agents_of, offices_of
from tests import factories
from tests.factories.signing_in import signed_in_client

TODAY = timezone.localdate


def owe(person, *, days_late, done=False):
    due_on = TODAY() - timedelta(days=days_late)
    return Obligation.objects.create(
        person=person,
        kind="contact",
        title="Contact at the office",
        window_opens_on=due_on - timedelta(days=30),
        due_on=due_on,
        grace_until=due_on,
        done_on=due_on if done else None,
        closed_on=due_on if done else None,
        opened_at=timezone.now(),
    )


def text_of(user, name, query=""):
    answer = signed_in_client(user).get(reverse(name) + query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def reading(sam):
    return Reading(viewer_for(sam))


def test_an_agent_s_overdue_things_are_counted_once(sam, dana, reading):
    owe(dana, days_late=10)
    owe(dana, days_late=3, done=True)
    (line,) = agents_of(reading, today=TODAY())
    assert (line.name, line.people, line.counts.overdue, line.counts.compliant) == (
        str(dana.agent),
        1,
        1,
        1,
    )


def test_an_office_adds_up_its_agents(sam, oscar, dana, lansing, reading):
    other = factories.person("Eli", agent=oscar, office=lansing)
    owe(dana, days_late=10)
    owe(other, days_late=12)
    (line,) = offices_of(reading, today=TODAY())
    assert (line.name, line.people, line.counts.overdue) == ("Lansing Parole", 2, 2)


def test_hours_follow_the_weights_in_force(dana, reading):
    (line,) = agents_of(reading, today=TODAY())
    # A case whose level is not yet set counts two hours of a month's hundred and twenty.
    assert (line.workload.hours, line.percent_of_usable) == (2, 2)


def test_offices_tell_the_posts_that_nobody_fills(sam, dana, lansing):
    AuthorizedPosts.objects.create(
        office=lansing, posts=4, since="2026-01-01", citation="Budget", standing="verified"
    )
    shown = " ".join(text_of(sam, "supervision:team-offices").split())
    assert "1 of 4 posts" in shown
    assert "3 vacant" in shown


def test_a_supervisor_of_another_district_sees_none_of_them(ruth, dana):
    assert str(dana.agent) not in text_of(ruth, "supervision:team")


def test_an_agent_has_no_team(olivia):
    assert signed_in_client(olivia).get(reverse("supervision:team")).status_code == 403


def test_the_page_names_what_waits_for_a_decision(sam, dana):
    shown = text_of(sam, "supervision:team")
    assert "Answers to violations and reports" in shown
    assert str(dana.agent) in shown


def test_an_office_of_one_s_own_narrows_the_list(sam, dana, lansing, marquette):
    assert str(dana.agent) in text_of(sam, "supervision:team", f"?office={lansing.pk}")
    assert str(dana.agent) not in text_of(sam, "supervision:team", f"?office={marquette.pk}")


@pytest.mark.parametrize("name", ["team", "team-offices", "team-patterns"])
def test_more_agents_cost_no_more_queries(name, sam, dana, lansing, django_assert_max_num_queries):
    browser, url = signed_in_client(sam), reverse(f"supervision:{name}")
    browser.get(url)
    with django_assert_max_num_queries(60) as one:
        browser.get(url)
    for number in range(5):
        agent = factories.user(f"Agent{number}", role="Parole agent", office=lansing)
        owe(factories.person(f"P{number}", agent=agent, office=lansing), days_late=9)
    with django_assert_max_num_queries(len(one)):
        browser.get(url)


def test_a_neighborhood_that_misses_its_appointments_stands_out(sam, lansing, olivia, reading):
    for number in range(60):
        person = factories.person(f"N{number}", agent=olivia, office=lansing)
        area = "48910" if number < 20 else "48823"
        Address.objects.create(
            person=person,
            kind="home",
            street="1 Main St",
            city="Lansing",
            postal_code=area,
            began_on=TODAY() - timedelta(days=400),
        )
        _appointment(person, olivia, missed=area == "48910" and number < 16)
    (found,) = missed_clusters(reading, today=TODAY())
    area = found.cluster.area
    assert (area.name, area.missed, area.people_who_missed) == ("48910", 16, 16)
    assert "Postal code 48910" in text_of(sam, "supervision:team-patterns")


def _appointment(person, agent, *, missed):
    at = timezone.now() - timedelta(days=10)
    planned = Appointment.objects.create(person=person, agent=agent, starts_at=at)
    Contact.objects.create(
        person=person,
        agent=agent,
        appointment=planned,
        method="in_person",
        place="office",
        started_at=at,
        status="missed" if missed else "completed",
    )
