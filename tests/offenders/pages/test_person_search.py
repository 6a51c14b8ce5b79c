"""The page on which people are found."""

import csv
from io import StringIO

import pytest
from django.urls import reverse

from offenders.models import Person
from ots.access.models import User
from ots.audit.models import AuditEntry
from tests import factories
from tests.conftest import SignIn
from tests.offenders.queries import queries
from tests.offenders.search.crowd import copy_names
from tests.searching import address_of, search
from tests.wording import says

URL = "/people/"
EXPORT = "/people/export/"


def test_it_shows_the_box_before_anything_is_asked(olivia: User, sign_in: SignIn) -> None:
    content = sign_in(olivia).get(URL).content.decode()
    assert 'name="q"' in content
    assert "Type what you know" in content


def test_it_has_the_name_that_menus_use() -> None:
    assert reverse("offenders:person-search") == URL


def test_it_shows_the_person_with_a_link(olivia: User, dana: Person, sign_in: SignIn) -> None:
    content = search(sign_in(olivia), URL, {"q": "Do, Dana"}).content.decode()
    assert "1 person found" in content
    assert reverse("offenders:person", args=[dana.pk]) in content
    assert "Lansing Parole" in content
    assert "Last name begins with it" in content


@pytest.mark.parametrize("q", ["dana doe", "Doe, Dana 3/5/1988", "doe 1988", "3/5/1988"])
def test_one_box_understands_what_is_typed(
    q: str, olivia: User, dana: Person, sign_in: SignIn
) -> None:
    assert b"Doe, Dana" in search(sign_in(olivia), URL, {"q": q}).content


def test_a_number_in_the_box_finds_its_bearer(olivia: User, dana: Person, sign_in: SignIn) -> None:
    factories.add_identifier(dana, value="284913")
    content = search(sign_in(olivia), URL, {"q": "MDOC 284913"}).content.decode()
    assert "Doe, Dana" in content
    assert "MDOC number" in content


def test_the_name_that_matched_is_shown(olivia: User, dana: Person, sign_in: SignIn) -> None:
    factories.add_alias(dana, last_name="Rivers", first_name="Kay")
    content = search(sign_in(olivia), URL, {"q": "Rivers, Kay"}).content.decode()
    assert "found as Rivers, Kay" in content
    assert "Alias" in content


def test_fields_narrow_the_search(olivia: User, dana: Person, sign_in: SignIn) -> None:
    other = factories.person("Dana", last_name="Doe", agent=olivia, status="prison")
    content = search(sign_in(olivia), URL, {"q": "doe", "status": "prison"}).content.decode()
    assert reverse("offenders:person", args=[other.pk]) in content
    assert reverse("offenders:person", args=[dana.pk]) not in content


def test_it_helps_when_nobody_is_found(olivia: User, dana: Person, sign_in: SignIn) -> None:
    content = search(sign_in(olivia), URL, {"q": "Xquqxz"}).content.decode()
    assert "No one in your reach matches" in content
    assert "Try fewer letters" in content


def test_one_out_of_reach_is_not_found(oscar: User, dana: Person, sign_in: SignIn) -> None:
    assert b"No one in your reach" in search(sign_in(oscar), URL, {"q": "Doe, Dana"}).content


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"q": "doe 13/45/1980"}, "[13/45/1980] is not a date"),
        ({"q": "doe 1/1/2999"}, "is in the future"),
        ({"q": "doe", "born_from": "soon"}, "Write month, day and year"),
        ({"q": "doe", "born_to": "2/30/1980"}, "Write month, day and year"),
        ({"born_from": "1/2/1980", "born_to": "1/1/1980"}, "This day is before the first one."),
        ({"q": "doe", "number_kind": "mdoc"}, "Type the number here"),
        ({"q": "doe", "sort": "height"}, "Choose one of the orders offered."),
        ({"q": "x" * 200}, "at most 120 characters"),
    ],
    ids=str,
)
def test_what_is_wrong_is_said_and_nobody_is_shown(
    asked: dict[str, str], message: str, olivia: User, dana: Person, sign_in: SignIn
) -> None:
    response = search(sign_in(olivia), URL, asked)
    assert response.status_code == 200
    assert message in response.content.decode()
    assert b"person found" not in response.content


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"q": "doe", "office": "1"}, "Your role does not include searching by office."),
        ({"q": "1", "number_kind": "ssn"}, "does not include searching by this kind of number"),
    ],
    ids=["office", "ssn"],
)
def test_a_closed_criterion_that_is_sent_is_refused(
    asked: dict[str, str], message: str, vic: User, dana: Person, sign_in: SignIn
) -> None:
    content = search(sign_in(vic), URL, asked).content.decode()
    assert message in content
    assert "Doe, Dana" not in content


def test_a_closed_criterion_is_not_offered(
    olivia: User, vic: User, paula: User, sign_in: SignIn
) -> None:
    assert b"Social security number" in sign_in(olivia).get(URL).content
    assert b"Social security number" not in sign_in(paula).get(URL).content
    assert b'name="office"' not in sign_in(vic).get(URL).content


def test_columns_the_role_does_not_include_are_left_out(
    vic: User, dana: Person, sign_in: SignIn
) -> None:
    content = search(sign_in(vic), URL, {"q": "Doe, Dana"}).content.decode()
    assert "Doe, Dana" in content
    assert "Office</th>" not in content
    assert "Lansing" not in content


@pytest.mark.parametrize("who", ["audrey", "adam"])
def test_roles_without_the_right_are_refused(
    who: str, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    assert sign_in(request.getfixturevalue(who)).get(URL).status_code == 403


def test_nobody_signed_in_is_sent_to_sign_in(client, db: None) -> None:
    assert client.get(URL).status_code == 302


def test_the_search_is_in_the_trail_without_what_was_typed(
    olivia: User, dana: Person, sign_in: SignIn
) -> None:
    search(sign_in(olivia), URL, {"q": "Doe, Dana 3/5/1988"})
    entry = AuditEntry.objects.get(event="PERSON_SEARCHED")
    assert entry.people == [dana.pk]
    assert entry.additional_data["criteria"] == ["name", "born"]
    assert "identity" in entry.categories
    assert "Doe" not in str(entry.additional_data)


def test_opening_the_page_is_no_search(olivia: User, sign_in: SignIn) -> None:
    sign_in(olivia).get(URL)
    assert not AuditEntry.objects.filter(event="PERSON_SEARCHED").exists()


def test_pages_keep_the_search(tim: User, sign_in: SignIn) -> None:
    copy_names([("Doe", "Dana")] * 30)
    client = sign_in(tim)
    address = address_of(client, URL, {"q": "Doe, Dana"})
    content = client.get(f"{address}&page=2").content.decode()
    assert "Page 2 of 2" in content
    assert f"{address.removeprefix(URL)}&amp;page=1" in content


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999", "²", ""])
def test_a_page_that_is_none_shows_the_nearest(
    page: str, tim: User, dana: Person, sign_in: SignIn
) -> None:
    client = sign_in(tim)
    address = address_of(client, URL, {"q": "Doe, Dana"})
    response = client.get(f"{address}&page={page}")
    assert b"Doe, Dana" in response.content


def test_it_asks_the_database_equally_often_for_one_and_for_many(
    tim: User, dana: Person, sign_in: SignIn
) -> None:
    client = sign_in(tim)
    address = address_of(client, URL, {"q": "Doe, Dana"})
    one = queries(client, address)
    copy_names([("Doe", "Dana")] * 24)
    assert queries(client, address) == one


def test_the_file_holds_the_people_found_and_is_in_the_trail(
    olivia: User, dana: Person, sign_in: SignIn
) -> None:
    response = search(sign_in(olivia), EXPORT, {"q": "Doe, Dana"})
    rows = list(csv.DictReader(StringIO(response.content.decode())))
    assert response["Content-Disposition"] == 'attachment; filename="people.csv"'
    assert [(row["id"], row["last_name"], row["office"]) for row in rows] == [
        (str(dana.pk), "Doe", "Lansing Parole")
    ]
    entry = AuditEntry.objects.get(event="PEOPLE_EXPORTED")
    assert entry.people == [dana.pk]


def test_the_file_keeps_the_order_of_the_page(tim: User, olivia: User, sign_in: SignIn) -> None:
    keys = [
        factories.person(first, last_name="Smith", agent=olivia).pk for first in ("Zoe", "Adam")
    ]
    response = search(sign_in(olivia), EXPORT, {"q": "Smith", "sort": "name"})
    rows = csv.DictReader(StringIO(response.content.decode()))
    assert [int(row["id"]) for row in rows] == [keys[1], keys[0]]


def test_the_file_holds_nobody_out_of_reach(oscar: User, dana: Person, sign_in: SignIn) -> None:
    response = search(sign_in(oscar), EXPORT, {"q": "Doe, Dana"})
    assert not says(response.content.decode(), "Doe")


def test_a_wrong_search_gives_no_file_but_its_message(olivia: User, sign_in: SignIn) -> None:
    client = sign_in(olivia)
    response = client.get(search(client, EXPORT, {"q": "doe 13/45/1980"}).headers["Location"])
    assert b"is not a date" in response.content


def test_an_empty_search_gives_no_file(olivia: User, dana: Person, sign_in: SignIn) -> None:
    assert sign_in(olivia).get(EXPORT).status_code == 302


def test_only_those_who_may_export_get_the_file(vic: User, dana: Person, sign_in: SignIn) -> None:
    client = sign_in(vic)
    assert search(client, EXPORT, {"q": "Doe, Dana"}).status_code == 403
    assert b"Download as CSV" not in search(client, URL, {"q": "Doe, Dana"}).content
