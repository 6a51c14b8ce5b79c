"""The page of custody."""

from datetime import date

from django.urls import reverse

from offenders import choices
from offenders.models import Person
from ots.access.models import User
from tests import factories
from tests.conftest import SignIn
from tests.offenders.queries import queries


def url(person: Person) -> str:
    return reverse("offenders:person-custody", args=[person.pk])


def test_it_shows_stays_with_the_day_of_release(tim: User, dana: Person, sign_in: SignIn) -> None:
    factories.add_custody(dana, began_on=date(2020, 1, 20), ended_on=date(2024, 6, 1))
    content = sign_in(tim).get(url(dana)).content.decode()
    assert "Jan 20, 2020" in content
    assert "Jun 1, 2024" in content


def test_it_offers_the_release_from_an_open_stay(tim: User, dana: Person, sign_in: SignIn) -> None:
    stay = factories.add_custody(dana)
    address = reverse("offenders:custody-release", args=[dana.pk, stay.pk])
    assert address in sign_in(tim).get(url(dana)).content.decode()


def test_a_supervisor_reads_but_is_not_offered_to_record(
    sam: User, dana: Person, sign_in: SignIn
) -> None:
    stay = factories.add_custody(dana)
    content = sign_in(sam).get(url(dana)).content.decode()
    assert "There now" in content
    assert reverse("offenders:custody-record", args=[dana.pk]) not in content
    assert reverse("offenders:custody-release", args=[dana.pk, stay.pk]) not in content


def test_more_stays_cost_no_more_queries(tim: User, dana: Person, sign_in: SignIn) -> None:
    factories.add_custody(dana, began_on=date(2010, 1, 1), ended_on=date(2010, 2, 1))
    client = sign_in(tim)
    few = queries(client, url(dana))
    for year in range(2011, 2016):
        factories.add_custody(dana, began_on=date(year, 1, 1), ended_on=date(year, 2, 1))
        dana.movement_set.create(
            kind=choices.MovementKind.TRANSFER,
            occurred_on=date(year, 1, 9),
            facility=factories.facility(),
        )
    assert queries(client, url(dana)) == few


def test_an_agent_of_another_caseload_finds_nothing(
    oscar: User, dana: Person, sign_in: SignIn
) -> None:
    assert sign_in(oscar).get(url(dana)).status_code == 404
