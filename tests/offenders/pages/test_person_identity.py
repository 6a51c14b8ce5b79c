"""The page of names, numbers, description and contact."""

from django.urls import reverse

from offenders import choices
from offenders.models import Person, PersonName
from offenders.services.people import Name, correct_legal_name
from ots.access.models import User
from ots.access.viewer import viewer_for
from tests import factories
from tests.conftest import SignIn
from tests.offenders.queries import queries


def url(person: Person) -> str:
    return reverse("offenders:person-identity", args=[person.pk])


def test_it_tells_who_corrected_a_name_and_why(tim: User, dana: Person, sign_in: SignIn) -> None:
    correct_legal_name(
        viewer_for(tim), dana.pk, name=Name("Dough", "Dana"), reason="Birth certificate"
    )
    content = sign_in(tim).get(url(dana)).content.decode()
    assert "Dough, Dana" in content
    assert "Doe, Dana" in content
    assert "by Tim Tester: Birth certificate" in content


def test_a_social_security_number_shows_only_where_allowed(
    tim: User, paula: User, dana: Person, sign_in: SignIn
) -> None:
    factories.add_identifier(dana, kind=choices.IdentifierKind.SSN, value="123456789")
    assert b"123456789" in sign_in(tim).get(url(dana)).content
    assert b"123456789" not in sign_in(paula).get(url(dana)).content


def test_addresses_show_to_no_role_without_them(vic: User, dana: Person, sign_in: SignIn) -> None:
    factories.add_address(dana)
    assert b"12 Elm Street" not in sign_in(vic).get(url(dana)).content


def test_who_recorded_it_shows_only_to_roles_with_authorship(
    paula: User, dana: Person, sign_in: SignIn
) -> None:
    assert b"Recorded" not in sign_in(paula).get(url(dana)).content


def test_more_facts_cost_no_more_queries(tim: User, dana: Person, sign_in: SignIn) -> None:
    client = sign_in(tim)
    few = queries(client, url(dana))
    for number in range(4):
        factories.add_alias(dana, last_name=f"Miller{number}")
        factories.add_address(dana, street=f"{number} Oak Street")
        correct_legal_name(
            viewer_for(tim), dana.pk, name=Name(f"Doe{number}", "Dana"), reason="Court order"
        )
    assert PersonName.objects.filter(person=dana).count() == 9
    assert queries(client, url(dana)) == few


def test_a_description_is_told_in_words(olivia: User, dana: Person, sign_in: SignIn) -> None:
    dana.physicaldescription_set.create(
        height_inches=66, weight_pounds=150, eye_color="BRO", hair_color="RED"
    )
    content = sign_in(olivia).get(url(dana)).content.decode()
    for words in ("5 ft 6 in", "150 lb", "Brown", "Red or auburn"):
        assert words in content


def test_another_district_finds_nothing(ruth: User, dana: Person, sign_in: SignIn) -> None:
    assert sign_in(ruth).get(url(dana)).status_code == 404
