"""The page of warrants, holds, detainers and protective orders."""

from datetime import date

from django.urls import reverse

from offenders import choices
from offenders.models import Detainer, Hold, Person, ProtectiveOrder, Warrant
from ots.access.models import User
from tests.conftest import SignIn
from tests.offenders.queries import queries
from tests.wording import says


def url(person: Person) -> str:
    return reverse("offenders:person-orders", args=[person.pk])


def add_orders(person: Person, number: str) -> None:
    Warrant.objects.create(
        person=person,
        number=f"W-{number}",
        kind=choices.WarrantKind.BENCH,
        status=choices.WarrantStatus.ACTIVE,
        issued_on=date(2026, 1, 5),
    )
    Hold.objects.create(person=person, basis=f"Review {number}", placed_on=date(2026, 1, 6))
    Detainer.objects.create(person=person, authority=f"Ohio {number}", lodged_on=date(2026, 1, 7))
    ProtectiveOrder.objects.create(
        person=person,
        number=f"P-{number}",
        protected_name="J. Roe",
        conditions="No contact",
        issued_on=date(2026, 1, 8),
    )


def test_it_shows_four_different_things(olivia: User, dana: Person, sign_in: SignIn) -> None:
    add_orders(dana, "1")
    content = sign_in(olivia).get(url(dana)).content.decode()
    for words in ("Bench warrant W-1", "Review 1", "Ohio 1", "Order P-1"):
        assert words in content


def test_whom_an_order_protects_shows_only_where_allowed(
    olivia: User, tim: User, dana: Person, sign_in: SignIn
) -> None:
    add_orders(dana, "1")
    assert b"J. Roe" in sign_in(olivia).get(url(dana)).content
    content = sign_in(tim).get(url(dana)).content
    assert b"Order P-1" in content
    assert b"J. Roe" not in content
    assert b"No contact" not in content


def test_victim_services_read_that_their_role_excludes_it(
    vic: User, dana: Person, sign_in: SignIn
) -> None:
    add_orders(dana, "1")
    content = sign_in(vic).get(url(dana)).content.decode()
    assert "Your role does not include warrants" in content
    assert not says(content, "W-1")


def test_more_orders_cost_no_more_queries(olivia: User, dana: Person, sign_in: SignIn) -> None:
    add_orders(dana, "1")
    client = sign_in(olivia)
    few = queries(client, url(dana))
    for number in range(2, 6):
        add_orders(dana, str(number))
    assert queries(client, url(dana)) == few


def test_another_district_finds_nothing(ruth: User, dana: Person, sign_in: SignIn) -> None:
    assert sign_in(ruth).get(url(dana)).status_code == 404
