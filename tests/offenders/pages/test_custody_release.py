"""The page on which a release is recorded."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from offenders.models import CustodyPeriod, Person
from ots.access.models import User
from tests import factories
from tests.conftest import SignIn


def url(stay: CustodyPeriod) -> str:
    return reverse("offenders:custody-release", args=[stay.person_id, stay.pk])


@pytest.fixture
def stay(dana: Person) -> CustodyPeriod:
    """In prison since January 2020."""
    return factories.add_custody(dana, began_on=date(2020, 1, 15))


def test_the_release_stands_and_the_open_stay_is_kept(
    tim: User, stay: CustodyPeriod, sign_in: SignIn
) -> None:
    data = {"token": str(uuid4()), "released_on": "2025-08-05", "release_reason": "Paroled"}
    sign_in(tim).post(url(stay), data)
    standing = CustodyPeriod.objects.get(superseded_at=None)
    assert (standing.ended_on, standing.supersedes) == (date(2025, 8, 5), stay)


def test_sent_twice_it_releases_once(tim: User, stay: CustodyPeriod, sign_in: SignIn) -> None:
    data = {"token": str(uuid4()), "released_on": "2025-08-05", "release_reason": "Paroled"}
    client = sign_in(tim)
    client.post(url(stay), data)
    assert client.post(url(stay), data).status_code == 302
    assert CustodyPeriod.objects.count() == 2


def test_a_release_before_the_first_day_is_refused(
    tim: User, stay: CustodyPeriod, sign_in: SignIn
) -> None:
    data = {"released_on": "2020-01-14", "release_reason": "Paroled"}
    response = sign_in(tim).post(url(stay), data)
    assert "before the first day" in response.context["form"].errors["released_on"][0]


def test_a_release_needs_its_reason(tim: User, stay: CustodyPeriod, sign_in: SignIn) -> None:
    response = sign_in(tim).post(url(stay), {"released_on": "2025-08-05"})
    assert "release_reason" in response.context["form"].errors


def test_a_stay_of_another_person_is_not_found(
    tim: User, stay: CustodyPeriod, sign_in: SignIn
) -> None:
    pat = factories.person("Pat")
    address = reverse("offenders:custody-release", args=[pat.pk, stay.pk])
    assert sign_in(tim).get(address).status_code == 404


def test_a_supervisor_may_not_open_it(sam: User, stay: CustodyPeriod, sign_in: SignIn) -> None:
    assert sign_in(sam).get(url(stay)).status_code == 403
