"""The list of people an agent supervises."""

import csv
from io import StringIO

from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from offenders.models import Person
from ots.access.models import Office, User
from ots.audit.models import AuditEntry
from tests import factories
from tests.conftest import SignIn
from tests.wording import says


def hide(category: str) -> None:
    """Take a category from all parole agents, as an administrator can."""
    group = Group.objects.get(name="Parole agent")
    group.permissions.remove(Permission.objects.get(codename=f"view.{category}"))


def rows(client: Client) -> list[dict[str, str]]:
    text = client.get(reverse("supervision:caseload-export")).content.decode()
    return list(csv.DictReader(StringIO(text)))


def test_an_agent_sees_the_own_people(olivia: User, dana: Person, sign_in: SignIn) -> None:
    response = sign_in(olivia).get(reverse("supervision:caseload"))
    assert "Doe, Dana" in response.content.decode()


def test_a_colleague_does_not(oscar: User, dana: Person, sign_in: SignIn) -> None:
    response = sign_in(oscar).get(reverse("supervision:caseload"))
    assert not says(response.content.decode(), "Doe")


def test_a_supervisor_sees_the_people_of_his_office(
    sam: User, ruth: User, dana: Person, sign_in: SignIn
) -> None:
    sams, ruths = (
        sign_in(user).get(reverse("supervision:caseload")).content.decode() for user in (sam, ruth)
    )
    assert says(sams, "Doe")
    assert not says(ruths, "Doe")


def test_a_hidden_status_is_withheld_and_can_not_be_sorted_by(
    olivia: User, dana: Person, sign_in: SignIn
) -> None:
    hide("custody")
    response = sign_in(olivia).get(reverse("supervision:caseload"), {"sort": "status"})
    assert "On parole" not in response.content.decode()
    assert "status" not in [key for key, _ in response.context["sorts"]]


def test_sorting_by_a_hidden_field_leaves_the_order_of_names(
    olivia: User, lansing: Office, sign_in: SignIn
) -> None:
    hide("custody")
    factories.person("Ann", last_name="Aaa", agent=olivia, office=lansing, status="prison")
    factories.person("Zed", last_name="Zzz", agent=olivia, office=lansing, status="jail")
    response = sign_in(olivia).get(reverse("supervision:caseload"), {"sort": "status"})
    assert [row.last_name for row in response.context["people"].rows] == ["Aaa", "Zzz"]


def test_the_file_leaves_hidden_columns_out(olivia: User, dana: Person, sign_in: SignIn) -> None:
    client = sign_in(olivia)
    assert rows(client)[0]["get_status_display"] == "On parole"
    hide("custody")
    assert "get_status_display" not in rows(sign_in(olivia))[0]


def test_the_file_can_not_carry_a_formula(olivia: User, lansing: Office, sign_in: SignIn) -> None:
    factories.person("Eve", last_name="=HYPERLINK(1)", agent=olivia, office=lansing)
    assert rows(sign_in(olivia))[0]["last_name"] == "'=HYPERLINK(1)"


def test_list_and_file_are_in_the_trail_with_the_people_on_them(
    olivia: User, dana: Person, sign_in: SignIn
) -> None:
    client = sign_in(olivia)
    client.get(reverse("supervision:caseload"))
    rows(client)
    events = AuditEntry.objects.filter(actor=olivia, event__in=["LIST_VIEWED", "PEOPLE_EXPORTED"])
    assert [entry.people for entry in events] == [[dana.pk], [dana.pk]]


def test_the_number_of_queries_does_not_grow_with_the_list(
    olivia: User, lansing: Office, sign_in: SignIn
) -> None:
    client = sign_in(olivia)
    counts = []
    for batch in range(2):
        for number in range(10):
            factories.person(f"P{batch}{number}", agent=olivia, office=lansing)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("supervision:caseload"), {"sort": "ends"})
        counts.append(len(queries))
    assert counts[0] == counts[1]
