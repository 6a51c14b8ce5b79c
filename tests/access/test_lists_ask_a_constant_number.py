"""Every list asks the database as often for many rows as for few."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from offenders.models import Facility
from ots.access.models import Cover, Office, User
from ots.access.viewer import system_viewer
from supervision.models import Assignment
from tests import factories
from tests.searching import address_of
from timecomp.models import NightlyRun
from timecomp.services.computing import compute_person

SOME, MORE = 3, 12


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def users(number: int) -> None:
    factories.user(f"Extra{number}", role="Parole agent", office=factories.office(f"O{number}"))


def facilities(number: int) -> None:
    Facility.objects.create(
        code=f"F{number}", name=f"F{number}", kind="prison", county=factories.county(f"C{number}")
    )


def runs(number: int) -> None:
    NightlyRun.objects.create(
        as_of="2026-11-21",
        law_version=f"v{number}",
        state="finished",
        started_at="2026-11-21T06:15:00Z",
        finished_at="2026-11-21T06:16:00Z",
        people=1,
    )


def soon_released_with_a_question(number: int) -> None:
    """Eight to ten years that end in a month: over two thirds, and not official yet."""
    case = factories.court_case(factories.person(f"Soon{number}"))
    charge = factories.add_charge(case, of=factories.statute("750.84", title="Assault"))
    release = timezone.localdate() + timedelta(days=30)
    # A 29 February has its like eight years before.
    began = release.replace(year=release.year - 8)
    factories.add_sentence(charge, sentenced_on=began, minimum_years=8, maximum_years=10)
    compute_person(system_viewer("tests"), case.person_id)


def people_of_olivia(number: int) -> None:
    factories.person(
        f"Pat{number}",
        agent=User.objects.get(first_name="Olivia"),
        office=Office.objects.get(name="Lansing Parole"),
    )


def covers(number: int) -> None:
    away = User.objects.get(first_name="Olivia")
    Cover.objects.create(
        away=away,
        covering=factories.user(f"Stand{number}", role="Parole agent", office=away.office),
        began_on="2026-01-02",
        ended_on="2030-01-02",
        reason="leave",
        arranged_by=away,
    )


LISTS = [
    ("supervision:cover", "olivia", covers),
    ("offenders:roles", "audrey", lambda n: Group.objects.create(name=f"Role {n}")),
    ("admin:access_user_changelist", "adam", users),
    ("admin:access_office_changelist", "adam", users),
    ("admin:access_agency_changelist", "adam", lambda n: factories.agency(f"Agency {n}")),
    ("admin:access_county_changelist", "adam", lambda n: factories.county(f"County {n}")),
    ("admin:offenders_court_changelist", "adam", lambda n: factories.court(f"Court {n}")),
    ("admin:offenders_facility_changelist", "adam", facilities),
    ("admin:offenders_statute_changelist", "adam", lambda n: factories.statute(f"750.{n}")),
    ("admin:audit_auditentry_changelist", "audrey", people_of_olivia),
    ("timecomp:nightly-runs", "tim", runs),
    ("timecomp:overview", "tim", soon_released_with_a_question),
    ("timecomp:queue-export", "tim", soon_released_with_a_question),
    ("timecomp:certification", "tim", soon_released_with_a_question),
    ("timecomp:release-list", "tim", soon_released_with_a_question),
    ("timecomp:release-export", "tim", soon_released_with_a_question),
    ("timecomp:law-rules", "tim", runs),
    ("home", "olivia", people_of_olivia),
    ("supervision:caseload", "olivia", people_of_olivia),
    ("supervision:caseload-export", "olivia", people_of_olivia),
    ("offenders:person-search", "olivia", people_of_olivia),
    ("offenders:person-search-export", "olivia", people_of_olivia),
]


@pytest.mark.parametrize(("name", "who", "add"), LISTS, ids=[name for name, _, _ in LISTS])
def test_a_longer_list_asks_no_more(
    name: str,
    who: str,
    add: Callable[[int], object],
    request: pytest.FixtureRequest,
    olivia: User,
    sign_in: Callable[[User], Client],
) -> None:
    client = sign_in(request.getfixturevalue(who))
    address = reverse(name)
    if "search" in name:
        address = address_of(client, address, {"q": "pat"})
    for number in range(SOME):
        add(number)
    few = queries(client, address)
    for number in range(SOME, MORE):
        add(number)
    assert queries(client, address) <= few


def test_who_has_had_a_case_is_one_query_however_often_it_changed_hands(
    sam: User, olivia: User, dana, sign_in: Callable[[User], Client]
) -> None:
    client = sign_in(sam)
    address = reverse("supervision:case-assign", args=[dana.pk])
    few = queries(client, address)
    for year in range(2000, 2010):
        Assignment.objects.create(
            person=dana,
            agent=olivia,
            office=olivia.office,
            began_on=f"{year}-01-01",
            ended_on=f"{year}-12-31",
        )
    assert queries(client, address) <= few
