"""The page on which a supervisor gives a case to an agent."""

from django.urls import reverse

from offenders.models import Person
from ots.access.models import User
from supervision.models import Assignment
from tests.conftest import SignIn


def url(person: Person) -> str:
    return reverse("supervision:case-assign", args=[person.pk])


def test_it_offers_the_agents_of_the_supervisors_offices_only(
    sam: User, olivia: User, oscar: User, dana: Person, sign_in: SignIn, tim: User
) -> None:
    offered = sign_in(sam).get(url(dana)).context["form"].fields["agent"].queryset
    assert {olivia, oscar} <= set(offered)
    assert tim not in offered


def test_it_assigns_and_says_so(sam: User, oscar: User, dana: Person, sign_in: SignIn) -> None:
    data = {"agent": oscar.pk, "began_on": "2026-06-01", "why": "Closer to home"}
    response = sign_in(sam).post(url(dana), data)
    assert response.status_code == 302
    assert Assignment.objects.get().agent == oscar


def test_it_refuses_an_impossible_day_at_the_field(
    sam: User, oscar: User, dana: Person, sign_in: SignIn
) -> None:
    data = {"agent": oscar.pk, "began_on": "2026-02-30", "why": "x"}
    response = sign_in(sam).post(url(dana), data)
    assert "began_on" in response.context["form"].errors
    assert not Assignment.objects.exists()


def test_it_refuses_without_a_reason(sam: User, oscar: User, dana: Person, sign_in: SignIn) -> None:
    response = sign_in(sam).post(url(dana), {"agent": oscar.pk, "began_on": "2026-06-01"})
    assert "why" in response.context["form"].errors


def test_an_agent_may_not_open_it(olivia: User, dana: Person, sign_in: SignIn) -> None:
    assert sign_in(olivia).get(url(dana)).status_code == 403


def test_another_district_finds_nothing(ruth: User, dana: Person, sign_in: SignIn) -> None:
    assert sign_in(ruth).get(url(dana)).status_code == 404
