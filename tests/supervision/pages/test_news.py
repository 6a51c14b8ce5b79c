"""What others recorded about the own people since the last sign-in."""

import re
from datetime import date, timedelta

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


def short(day: date) -> str:
    """A day as a line names it."""
    return f"{day:%b} {day.day}"


def warrant(
    person: Person,
    number: str = "W-1",
    by: User | None = None,
    issued_on: date | None = None,
) -> Warrant:
    """A parole warrant that the feed or somebody recorded just now."""
    return Warrant.objects.create(
        person=person,
        number=number,
        kind="parole",
        status="active",
        issued_on=issued_on or timezone.localdate(),
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
    day = short(timezone.localdate())
    assert told(olivias) == [
        f"Court date: Review, on {day}",
        f"Custody: jail, since {day}",
        f"Warrant: parole, issued {day}",
    ]


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
    assert told(olivias) == [f"Test result: positive, {short(timezone.localdate())}"]


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
    day = short(timezone.localdate())
    assert told(olivias) == [
        f"Recommendation: approved it, {day}",
        f"A reminder could not be sent, {short(timezone.localtime(now).date())}",
    ]


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


def test_many_rows_of_one_kind_are_one_line_of_the_newest(olivias: Client, dana: Person) -> None:
    today = timezone.localdate()
    for back in range(3):
        warrant(dana, number=f"W-{back}", issued_on=today - timedelta(days=back))
    (item,) = (item for item, _ in olivias.get(reverse(NEWS)).context["items"])
    assert (item.what, item.number) == (f"Warrant: parole, issued {short(today)}", 3)


def test_what_was_recorded_long_after_its_day_is_no_news(olivias: Client, dana: Person) -> None:
    warrant(dana, issued_on=timezone.localdate() - timedelta(days=31))
    assert told(olivias) == []


def test_a_release_of_today_is_news_however_long_ago_custody_began(
    olivias: Client, dana: Person
) -> None:
    today = timezone.localdate()
    CustodyPeriod.objects.create(
        person=dana, kind="jail", began_on=today - timedelta(days=90), ended_on=today
    )
    assert told(olivias) == [f"Custody: jail, released {short(today)}"]


def test_the_first_page_tells_the_newest_and_leads_to_all(
    olivias: Client, olivia: User, lansing: Office
) -> None:
    for number in range(7):
        person = factories.person(f"Pat{number}", agent=olivia, office=lansing)
        warrant(person, number=f"W-{number}")
    shown = olivias.get(reverse("home")).context["news"]
    assert re.findall(r"Pat\d", shown) == ["Pat6", "Pat5", "Pat4", "Pat3", "Pat2", "Pat1"]
    assert "when you last signed in" in shown
    assert "All that is new</a>" in shown


def test_a_supervisor_is_led_to_the_news_of_the_offices(
    sam: User, dana: Person, sign_in: SignIn
) -> None:
    sign_in(sam)
    client = sign_in(sam)
    warrant(dana)
    assert reverse(NEWS) in client.get(reverse("home")).content.decode()
    assert told(client) == [f"Warrant: parole, issued {short(timezone.localdate())}"]


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
