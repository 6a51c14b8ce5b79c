"""The first page after signing in."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from offenders.models import CourtCase, Hearing, Person, Warrant
from ots.access.models import Office, User
from supervision.models import SupervisionPeriod
from tests import factories
from tests.conftest import SignIn


def test_it_shows_what_is_due_late_first(
    olivia: User, dana: Person, danas_case: CourtCase, sign_in: SignIn
) -> None:
    now = timezone.now()
    Hearing.objects.create(
        person=dana, case=danas_case, purpose="Review", scheduled_at=now + timedelta(days=3)
    )
    SupervisionPeriod.objects.create(
        person=dana,
        supervision_type="parole",
        began_on=now.date() - timedelta(days=700),
        expected_end_on=now.date() - timedelta(days=2),
    )
    due = sign_in(olivia).get(reverse("home")).context["due"]
    assert [item.what for item in due] == ["Parole ends", "Court: Review"]
    assert [item.is_late for item in due] == [True, False]


def test_it_shows_active_warrants(olivia: User, dana: Person, sign_in: SignIn) -> None:
    Warrant.objects.create(
        person=dana, number="W-1", kind="parole", status="active", issued_on="2026-01-05"
    )
    response = sign_in(olivia).get(reverse("home"))
    assert "Parole warrant active since" in response.content.decode()


def test_it_shows_nobody_elses_people(oscar: User, dana: Person, sign_in: SignIn) -> None:
    Warrant.objects.create(
        person=dana, number="W-2", kind="parole", status="active", issued_on="2026-01-05"
    )
    response = sign_in(oscar).get(reverse("home"))
    assert response.context["due"] == []
    assert "Doe" not in response.content.decode()


def test_it_has_no_caseload_for_one_without_cases(tim: User, sign_in: SignIn) -> None:
    response = sign_in(tim).get(reverse("home"))
    assert response.status_code == 200
    assert "summary" not in response.context


@pytest.mark.parametrize("people", [3, 30])
def test_it_asks_the_same_number_of_questions_however_many_people(
    people: int, olivia: User, lansing: Office, sign_in: SignIn
) -> None:
    client = sign_in(olivia)
    client.get(reverse("home"))
    for number in range(people):
        made = factories.person(f"Pat{number}", agent=olivia, office=lansing)
        Warrant.objects.create(
            person=made,
            number=f"W{number}",
            kind="parole",
            status="active",
            issued_on="2026-01-05",
        )
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(reverse("home"))
    assert len(queries) <= HOME_QUERIES


HOME_QUERIES = 16
