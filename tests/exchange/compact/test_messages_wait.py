"""Messages that wait: a clerk says whose they are, on a page or at the console."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from interstate.choices import Post
from interstate.models import CompactCase
from ots.exchange.models import CompactIntake, CompactMessage
from tests import factories
from tests.exchange.compact.said import opening, took
from tests.factories.compact import compact_office, post
from tests.factories.signing_in import signed_in_client

LIST = "/compact/messages/"


@pytest.fixture
def waiting(known_dana, ohio) -> CompactIntake:
    """Ohio's request for somebody of whom no number is known here."""
    return took(opening(), sender="OH")


@pytest.fixture
def office(carla):
    """The browser of our compact office."""
    return signed_in_client(carla)


def settle(office, intake, **form):
    return office.post(reverse("exchange:message-settle", args=[intake.pk]), form)


def test_an_unknown_person_waits_for_a_clerk_who_says_who_it_is(known_dana, otto, ohio):
    waiting = took(opening())
    assert (waiting.outcome, CompactCase.objects.count()) == ("waiting", 0)
    call_command("compact_messages", "settle", str(waiting.pk), "--person", str(known_dana.pk))
    waiting.refresh_from_db()
    assert (waiting.outcome, waiting.case.person_id) == ("taken", known_dana.pk)
    assert (waiting.case.state, waiting.case.sending_id) == ("RI_PENDING", "OH")


def test_a_number_decides_who_it_is_and_a_birth_date_may_contradict(known_dana, ohio):
    numbers = [{"kind": "sid", "issuer": "MI", "value": "MI1234567X"}]
    other = took(opening(person__numbers=numbers, person__birth_date="1950-01-01"))
    same = took(opening(person__numbers=numbers, person__birth_date="1988-03-05"))
    assert (other.outcome, same.outcome) == ("waiting", "taken")
    assert same.person_id == known_dana.pk


def test_a_clerk_finds_the_message_beside_whom_it_may_be_about(waiting, office, known_dana):
    assert "Doe, Dana" in office.get(LIST).content.decode()
    page = office.get(reverse("exchange:message-settle", args=[waiting.pk])).content.decode()
    assert f"person-{known_dana.pk}" in page
    assert "1840 Maumee Ave" in page


def test_a_clerk_takes_it_into_a_new_case_of_the_person(waiting, office, known_dana, carla):
    assert settle(office, waiting, step="take", whose=f"person-{known_dana.pk}").status_code == 302
    waiting.refresh_from_db()
    assert (waiting.outcome, waiting.person_id) == ("taken", known_dana.pk)
    assert waiting.settled_by == carla


def test_the_case_that_a_clerk_chooses_bears_the_number_quoted_from_then_on(
    waiting, office, known_dana
):
    theirs, ours = compact_office("OH"), compact_office("MI")
    case = CompactCase.objects.create(
        person=known_dana,
        number="ours",
        supervision="parole",
        sending=theirs.member,
        receiving=ours.member,
        sending_office=theirs,
        receiving_office=ours,
        opened_at=waiting.received_at,
    )
    settle(office, waiting, step="take", whose=f"case-{case.pk}")
    case.refresh_from_db()
    assert (case.state, case.external_id) == ("RI_PENDING", "OH OH-77")


def test_a_second_open_case_between_the_two_states_waits_for_a_clerk(waiting, known_dana):
    call_command("compact_messages", "settle", str(waiting.pk), "--person", str(known_dana.pk))
    numbers = [{"kind": "sid", "issuer": "MI", "value": "MI1234567X"}]
    second = took(opening(case__number="OH-78", person__numbers=numbers))
    assert (second.outcome, "OH-77" in second.reason) == ("waiting", True)


def test_a_decision_that_the_rules_refuse_changes_nothing(waiting, office, known_dana):
    took(opening(person__numbers=[{"kind": "sid", "issuer": "MI", "value": "MI1234567X"}]))
    answer = settle(office, waiting, step="take", whose=f"case-{CompactCase.objects.get().pk}")
    waiting.refresh_from_db()
    assert (answer.status_code, waiting.outcome) == (200, "waiting")
    assert "Rule" in answer.content.decode()


def test_what_a_clerk_refused_is_not_tried_again_when_it_comes_again(waiting, office, known_dana):
    settle(office, waiting, step="refuse", reason="Dana was never in Ohio")
    factories.person("Other")
    again = took(bytes(waiting.raw), sender="OH")
    assert (again.outcome, again.reason) == ("refused", "Dana was never in Ohio")
    assert not CompactCase.objects.exists()


def test_a_message_that_another_state_brought_stays_refused_whoever_tries(waiting, office):
    stolen = took(opening(), sender="KY")
    answer = settle(office, stolen, step="take", whose="other", record=str(1))
    stolen.refresh_from_db()
    assert (answer.status_code, stolen.outcome) == (200, "refused")


@pytest.mark.parametrize("role", ["Other state's compact office", "Compact office"])
def test_nobody_of_another_state_sees_what_waits(waiting, role):
    otto = factories.user("Otto", role=role)
    post(otto, "OH", Post.OFFICE)
    browser = signed_in_client(otto)
    assert browser.get(LIST).status_code == 403
    assert LIST not in browser.get("/").content.decode()


def test_the_home_page_leads_a_clerk_to_what_waits(waiting, office):
    assert LIST in office.get("/").content.decode()


def test_a_list_asks_as_often_for_three_messages_as_for_one(
    waiting, office, django_assert_max_num_queries
):
    office.get(LIST)
    with django_assert_max_num_queries(60) as first:
        office.get(LIST)
    for number in ("OH-1", "OH-2"):
        took(opening(case__number=number), sender="OH")
    with django_assert_max_num_queries(60) as second:
        office.get(LIST)
    assert len(first) == len(second)


def test_a_refused_message_of_ours_goes_again_when_a_clerk_says_so(request_sent, office):
    CompactMessage.objects.update(refused_at=request_sent.sent_at, trouble="No such case", tries=1)
    page = office.get(LIST, {"show": "unsent"}).content.decode()
    assert "No such case" in page
    office.post(reverse("exchange:message-again", args=[CompactMessage.objects.get().pk]))
    message = CompactMessage.objects.get()
    assert (message.refused_at, message.trouble) == (None, "")
