"""What others recorded about the own people since the last sign-in."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from offenders.models import CourtCase, CustodyPeriod, Hearing, Person, Warrant
from ots.access.models import Office, SignInSession, User
from supervision.models import (
    AnalyteResult,
    DrugTest,
    OutgoingMessage,
    Recommendation,
    RecommendationMove,
)
from tests import factories
from tests.conftest import SignIn

NEWS = "supervision:news"


@pytest.fixture
def olivias(olivia: User, sign_in: SignIn) -> Client:
    """Olivia, who has signed in an hour ago and now again."""
    sign_in(olivia)
    SignInSession.objects.update(signed_in_at=timezone.now() - timedelta(hours=1))
    return sign_in(olivia)


def told(client: Client) -> list[str]:
    """Return what the page tells."""
    return [item.what for item, _ in client.get(reverse(NEWS)).context["items"]]


def warrant(person: Person, number: str = "W-1", by: User | None = None) -> Warrant:
    """A parole warrant that the feed or somebody recorded just now."""
    return Warrant.objects.create(
        person=person,
        number=number,
        kind="parole",
        status="active",
        issued_on=timezone.localdate(),
        recorded_by=by,
    )


def test_warrants_custody_and_court_dates_are_told(
    olivias: Client, dana: Person, danas_case: CourtCase
) -> None:
    warrant(dana)
    CustodyPeriod.objects.create(person=dana, kind="jail", began_on=timezone.localdate())
    Hearing.objects.create(
        person=dana, case=danas_case, purpose="Review", scheduled_at=timezone.now()
    )
    assert told(olivias) == ["Court date: Review", "Custody: jail", "Warrant: parole"]


def test_a_test_is_told_once_and_says_if_anything_was_positive(
    olivias: Client, dana: Person
) -> None:
    made = DrugTest.objects.create(
        person=dana, sample_type="urine", test_reason="random", taken_at=timezone.now()
    )
    for analyte, reading in (("THC", "negative"), ("COC", "positive")):
        AnalyteResult.objects.create(
            person=dana,
            test=made,
            analyte=analyte,
            stage="screening",
            reading=reading,
            reported_on=timezone.localdate(),
        )
    assert told(olivias) == ["Test result: positive"]


def test_decisions_and_failed_reminders_are_told(olivias: Client, sam: User, dana: Person) -> None:
    asked = Recommendation.objects.create(
        person=dana,
        kind="discharge",
        supervision_type="parole",
        body="board",
        state="approved",
        prepared_on=timezone.localdate(),
        why="Done",
    )
    RecommendationMove.objects.create(recommendation=asked, step="approve", made_by=sam)
    now = timezone.now() - timedelta(minutes=5)
    OutgoingMessage.objects.create(
        person=dana, kind="court", channel="sms", to="1", event_at=now, send_at=now, state="failed"
    )
    assert told(olivias) == ["Recommendation: approved it", "A reminder could not be sent"]


def test_what_one_recorded_oneself_is_no_news(olivias: Client, olivia: User, dana: Person) -> None:
    warrant(dana, by=olivia)
    assert told(olivias) == []


def test_what_was_there_before_is_no_news(olivias: Client, olivia: User, dana: Person) -> None:
    warrant(dana)
    SignInSession.objects.filter(user=olivia).update(signed_in_at=timezone.now())
    assert told(olivias) == []


def test_other_peoples_news_are_not_told(oscar: User, dana: Person, sign_in: SignIn) -> None:
    warrant(dana)
    assert told(sign_in(oscar)) == []


def test_the_first_page_tells_the_newest_and_how_many_more(olivias: Client, dana: Person) -> None:
    for number in range(9):
        warrant(dana, number=f"W-{number}")
    body = olivias.get(reverse("home")).content.decode()
    assert "when you last signed in" in body
    assert "3 more</a>" in body


def test_a_supervisor_is_led_to_the_news_of_the_offices(
    sam: User, dana: Person, sign_in: SignIn
) -> None:
    sign_in(sam)
    client = sign_in(sam)
    warrant(dana)
    assert reverse(NEWS) in client.get(reverse("home")).content.decode()
    assert told(client) == ["Warrant: parole"]


def test_the_first_sign_in_tells_no_news(olivia: User, dana: Person, sign_in: SignIn) -> None:
    warrant(dana)
    assert "last signed in" not in sign_in(olivia).get(reverse("home")).content.decode()


def test_it_asks_the_same_number_of_questions_however_many_people(
    olivias: Client, olivia: User, lansing: Office, dana: Person
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            olivias.get(reverse(NEWS))
        return len(queries)

    warrant(dana)
    few = asked()
    for number in range(8):
        warrant(factories.person(f"Pat{number}", agent=olivia, office=lansing), f"V-{number}")
    assert asked() == few
