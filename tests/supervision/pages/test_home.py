"""The first page after signing in: one list of what is to be done."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from offenders.models import CourtCase, Hearing, Person, Warrant
from ots.access.models import Office, User
from supervision.choices.contact import Place
from supervision.models import Mute, Obligation, Recommendation, SupervisionPeriod
from tests import factories
from tests.conftest import SignIn
from tests.factories import supervision_contact
from tests.wording import says
from timecomp.engine.parameters import Value, amended
from timecomp.engine.standing import Standing

DAY = timedelta(days=1)
HOME_QUERIES = 22


def add_obligation(person: Person, *, title: str = "Contact", **values: object) -> Obligation:
    """Something of which the person has been told, due on a day."""
    due_on = values["due_on"]
    given = {"kind": "one_off", "window_opens_on": due_on, "grace_until": due_on, "title": title}
    made: Obligation = Obligation.objects.create(
        person=person, slot=Obligation.objects.count() + 1, **{**given, **values}
    )
    return made


def ask_for_discharge(person: Person) -> None:
    """A recommendation that waits for the supervisor."""
    Recommendation.objects.create(
        person=person,
        kind="discharge",
        supervision_type="parole",
        body="board",
        state="submitted",
        prepared_on=timezone.localdate(),
        why="Done",
    )


def lines_of(sign_in: SignIn, user: User) -> list[str]:
    """Return what the lines of the list say."""
    shown = sign_in(user).get(reverse("home")).context["lines"]
    return [each.line.thing.what if each.line.thing else "decide" for each in shown]


def test_what_is_late_and_critical_comes_before_late_today_and_coming(
    olivia: User, dana: Person, danas_case: CourtCase, sign_in: SignIn
) -> None:
    now, today = timezone.now(), timezone.localdate()
    Hearing.objects.create(
        person=dana, case=danas_case, purpose="Review", scheduled_at=now + 3 * DAY
    )
    add_obligation(dana, title="Due", due_on=today)
    supervision_contact.appointment(dana, starts_at=now - timedelta(minutes=1))
    add_obligation(dana, title="Late", due_on=today - 20 * DAY)
    add_obligation(dana, title="Critical", due_on=today - 10 * DAY, is_critical=True)
    assert lines_of(sign_in, olivia) == [
        "Critical",
        "Late",
        "Appointment: in person",
        "Due",
        "Court: Review",
    ]


def test_supervision_past_its_end_is_critical(olivia: User, dana: Person, sign_in: SignIn) -> None:
    today = timezone.localdate()
    SupervisionPeriod.objects.create(
        person=dana,
        supervision_type="parole",
        began_on=today - 700 * DAY,
        expected_end_on=today - 2 * DAY,
    )
    add_obligation(dana, title="Late", due_on=today - 20 * DAY)
    assert lines_of(sign_in, olivia) == ["Parole ends", "Late"]


def test_it_shows_active_warrants(olivia: User, dana: Person, sign_in: SignIn) -> None:
    Warrant.objects.create(
        person=dana, number="W-1", kind="parole", status="active", issued_on="2026-01-05"
    )
    assert lines_of(sign_in, olivia) == ["Parole warrant active"]


def test_it_shows_fifteen_lines_and_says_how_many_more(
    olivia: User, dana: Person, sign_in: SignIn
) -> None:
    for number in range(18):
        add_obligation(dana, title=f"Late {number}", due_on=timezone.localdate() - 20 * DAY)
    shown = sign_in(olivia).get(reverse("home"))
    assert (len(shown.context["lines"]), shown.context["more"]) == (15, 3)


def test_a_home_visit_says_that_safety_was_not_reviewed(
    olivia: User, dana: Person, sign_in: SignIn
) -> None:
    supervision_contact.appointment(dana, starts_at=timezone.now(), place=Place.HOME)
    assert "Safety not reviewed" in sign_in(olivia).get(reverse("home")).content.decode()


def test_what_waits_for_a_supervisor_has_its_place_however_much_is_late(
    sam: User, olivia: User, dana: Person, sign_in: SignIn
) -> None:
    for number in range(16):
        add_obligation(dana, title=f"Late {number}", due_on=timezone.localdate() - 20 * DAY)
    ask_for_discharge(dana)
    assert lines_of(sign_in, sam)[-1] == "decide"


def test_a_muted_line_is_left_out_and_counted(olivia: User, dana: Person, sign_in: SignIn) -> None:
    today = timezone.localdate()
    due = add_obligation(dana, title="Late", due_on=today - 20 * DAY)
    Mute.objects.create(
        person=dana,
        subject="obligation",
        number=due.pk,
        officer=olivia,
        why="In hospital",
        began_on=today,
        until=today + DAY,
    )
    shown = sign_in(olivia).get(reverse("home")).context
    assert (shown["lines"], shown["more"], shown["muted"]) == ([], 0, 1)


def test_it_shows_nobody_elses_people(oscar: User, dana: Person, sign_in: SignIn) -> None:
    Warrant.objects.create(
        person=dana, number="W-2", kind="parole", status="active", issued_on="2026-01-05"
    )
    response = sign_in(oscar).get(reverse("home"))
    assert response.context["lines"] == []
    assert not says(response.content.decode(), "Doe")


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
        add_obligation(made, due_on=timezone.localdate() - 20 * DAY)
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


def test_as_many_lines_are_shown_as_policy_says_and_whose_people_they_are(
    sam: User, dana: Person, sign_in: SignIn
) -> None:
    for _ in range(4):
        add_obligation(dana, due_on=timezone.localdate() - DAY)
    few: list[Value[object]] = [Value(None, 3, "Memorandum", Standing.VERIFIED)]
    with amended({"supervision.day_lines": few}):
        shown = sign_in(sam).get(reverse("home"))
    assert (len(shown.context["lines"]), shown.context["more"]) == (3, 1)
    assert "Your offices: 1 person" in " ".join(shown.content.decode().split())
