"""Lines of the day's list that are muted: by whom, why, until when, and who sees it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse
from django.utils import timezone

from offenders.models import CourtCase, Hearing, Person
from ots.access.models import User
from ots.audit.models import AuditEntry
from supervision.models import Mute, Obligation
from tests.conftest import SignIn

DAY = timedelta(days=1)


@pytest.fixture
def late(dana: Person) -> Obligation:
    """A contact that is twenty days late."""
    due_on = timezone.localdate() - 20 * DAY
    return Obligation.objects.create(
        person=dana,
        kind="contact",
        title="Office contact",
        window_opens_on=due_on,
        due_on=due_on,
        grace_until=due_on,
    )


def address(row: Obligation) -> str:
    """Return the page that mutes the line."""
    return reverse("supervision:line-mute", args=[row.person_id]) + f"?of=obligation-{row.pk}"


def sent(days: int = 7, why: str = "In hospital") -> dict[str, object]:
    """Return what the form sends."""
    return {"why": why, "until": (timezone.localdate() + days * DAY).isoformat()}


def test_an_officer_mutes_a_line_of_the_own_list(
    olivia: User, late: Obligation, sign_in: SignIn
) -> None:
    client = sign_in(olivia)
    client.post(address(late), sent())
    made = Mute.objects.get()
    assert (made.officer, made.number, made.why) == (olivia, late.pk, "In hospital")
    assert client.get(reverse("home")).context["lines"] == []


def test_what_is_muted_stays_due(olivia: User, late: Obligation, sign_in: SignIn) -> None:
    sign_in(olivia).post(address(late), sent())
    late.refresh_from_db()
    assert late.closed_on is None


def test_muting_is_in_the_trail(olivia: User, late: Obligation, sign_in: SignIn) -> None:
    sign_in(olivia).post(address(late), sent())
    assert AuditEntry.objects.filter(event="LINE_MUTED", actor_id=olivia.pk).exists()


@pytest.mark.parametrize("days", [0, 31])
def test_a_mute_ends_within_thirty_days(
    days: int, olivia: User, late: Obligation, sign_in: SignIn
) -> None:
    body = sign_in(olivia).post(address(late), sent(days)).content.decode()
    assert "Give a day within 30 days." in body
    assert not Mute.objects.exists()


def test_an_officer_does_not_mute_what_is_critical(
    olivia: User, late: Obligation, sign_in: SignIn
) -> None:
    Obligation.objects.update(is_critical=True)
    client = sign_in(olivia)
    assert client.post(address(late), sent()).status_code == 403
    assert client.get(reverse("home")).context["lines"][0].mute == ""


def test_a_supervisor_mutes_what_is_critical_on_everybodys_list(
    sam: User, olivia: User, late: Obligation, sign_in: SignIn
) -> None:
    Obligation.objects.update(is_critical=True)
    sign_in(sam).post(address(late), sent())
    assert Mute.objects.get().officer is None
    assert sign_in(olivia).get(reverse("home")).context["lines"] == []


def test_a_supervisor_sees_what_an_officer_muted_and_why(
    sam: User, olivia: User, late: Obligation, sign_in: SignIn
) -> None:
    sign_in(olivia).post(address(late), sent())
    client = sign_in(sam)
    assert "In hospital" in client.get(reverse("supervision:muted")).content.decode()
    assert len(client.get(reverse("home")).context["lines"]) == 1


def test_a_line_is_shown_again(olivia: User, late: Obligation, sign_in: SignIn) -> None:
    client = sign_in(olivia)
    client.post(address(late), sent())
    client.post(reverse("supervision:muted"), {"mute": Mute.objects.get().pk})
    assert len(client.get(reverse("home")).context["lines"]) == 1


def test_an_officer_does_not_take_back_what_a_supervisor_muted(
    sam: User, olivia: User, late: Obligation, sign_in: SignIn
) -> None:
    sign_in(sam).post(address(late), sent())
    number = Mute.objects.get().pk
    sent_back = sign_in(olivia).post(reverse("supervision:muted"), {"mute": number})
    assert sent_back.status_code == 403


def test_nobody_elses_line_is_muted(oscar: User, late: Obligation, sign_in: SignIn) -> None:
    assert sign_in(oscar).post(address(late), sent()).status_code == 404


def test_a_line_that_is_none_cannot_be_muted(
    olivia: User, dana: Person, late: Obligation, sign_in: SignIn
) -> None:
    where = reverse("supervision:line-mute", args=[dana.pk]) + "?of=person-1"
    assert sign_in(olivia).get(where).status_code == 404


def test_a_mute_is_never_rewritten(olivia: User, late: Obligation, sign_in: SignIn) -> None:
    sign_in(olivia).post(address(late), sent())
    with pytest.raises((InternalError, IntegrityError)), transaction.atomic():
        Mute.objects.update(why="")


def test_what_an_officer_muted_is_shown_once_it_is_critical(
    olivia: User, dana: Person, danas_case: CourtCase, sign_in: SignIn
) -> None:
    now = timezone.now()
    today, ahead = (
        Hearing.objects.create(person=dana, case=danas_case, purpose=word, scheduled_at=at)
        for word, at in (("Plea", now), ("Review", now + 3 * DAY))
    )
    for each in (today, ahead):
        Mute.objects.create(
            person=dana,
            subject="hearing",
            number=each.pk,
            officer=olivia,
            why="Known",
            began_on=timezone.localdate() - DAY,
            until=timezone.localdate() + 9 * DAY,
        )
    lines = sign_in(olivia).get(reverse("home")).context["lines"]
    assert [each.line.thing.what for each in lines] == ["Court: Plea"]
