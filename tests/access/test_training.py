"""Training that a role needs: recorded, warned of, and closing every page once it lapses."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from ots.access.models import Course, RequiredTraining, TrainingRecord
from ots.access.pages import OPEN_WHEN_LAPSED
from ots.access.training.listing import State, standings
from ots.access.training.recording import (
    Completed,
    TrainingRefusedError,
    record_training,
    withdraw_training,
)
from ots.access.viewer import NotAllowedError, system_viewer, viewer_for
from ots.audit.models import AuditEntry
from tests import factories
from tests.access.sitemap import pages, pages_of_administration
from tests.access.world import page_values, whole_world

RECORDER = system_viewer("tests")


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def course(db):
    return Course.objects.create(
        code="security", name="Security awareness", valid_months=12, ask="Tina, 517-555-0142"
    )


@pytest.fixture
def require(course):
    def required(role, **columns):
        return RequiredTraining.objects.create(
            role=Group.objects.get(name=role),
            course=course,
            citation="CJIS AT-2",
            standing="verified",
            **{"since": "2020-01-01", **columns},
        )

    return required


def completed(user, course, today, *, expires_in):
    day = today - timedelta(days=300)
    lapses = today + timedelta(days=expires_in)
    return record_training(RECORDER, user, Completed(course, day, "C-1", lapses))


@pytest.fixture
def lapsed_adam(adam, course, require, today):
    require("Administrator")
    completed(adam, course, today, expires_in=0)
    return adam


def test_a_lapsed_user_reaches_no_page_but_the_own_account(lapsed_adam, sign_in):
    client, values = sign_in(lapsed_adam), page_values(whole_world())
    guarded = [page for page in pages() if not page.is_public]
    opened = []
    for page in [*guarded, *pages_of_administration()]:
        url = page.url({part: values.get(part, 1) for part in page.parts})
        for answer in (client.get(url), client.post(url)):
            if answer.headers.get("Location", "") != reverse("access:own-training"):
                opened.append(page.name)
    assert set(opened) - {page.name for page in pages_of_administration()} == OPEN_WHEN_LAPSED


def test_administration_is_closed_to_a_lapsed_administrator(lapsed_adam, sign_in):
    answer = sign_in(lapsed_adam).get(reverse("admin:access_user_changelist"))
    assert answer.status_code == 302


@pytest.mark.parametrize("name", ["access:account", "access:own-training", "access:own-sessions"])
def test_a_lapsed_user_still_opens_the_own_account(name, lapsed_adam, sign_in):
    assert sign_in(lapsed_adam).get(reverse(name)).status_code == 200


def test_the_page_says_what_lapsed_and_whom_to_ask(lapsed_adam, sign_in):
    text = sign_in(lapsed_adam).get(reverse("access:own-training")).content.decode()
    assert "Security awareness: lapsed" in text
    assert "Tina, 517-555-0142" in text


def test_the_menu_of_a_lapsed_user_leads_nowhere(lapsed_adam, sign_in):
    text = sign_in(lapsed_adam).get(reverse("access:own-training")).content.decode()
    assert reverse("access:accounts") not in text


def test_a_closed_page_is_in_the_trail(lapsed_adam, sign_in):
    sign_in(lapsed_adam).get(reverse("home"))
    entry = AuditEntry.objects.filter(event="ACCESS_DENIED", actor=lapsed_adam).latest("pk")
    assert entry.additional_data["why"] == "required training has lapsed"


def test_a_piece_of_a_page_leads_the_whole_page_there(lapsed_adam, sign_in):
    answer = sign_in(lapsed_adam).get(reverse("home"), headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == reverse("access:own-training")


def test_one_who_never_completed_it_is_closed_out_too(adam, require, sign_in):
    require("Administrator")
    assert sign_in(adam).get(reverse("home")).status_code == 302


def test_training_counts_on_its_last_day(adam, course, require, today):
    require("Administrator")
    completed(adam, course, today, expires_in=1)
    assert not viewer_for(adam).has_lapsed_training


def test_training_of_another_role_is_not_asked(adam, require):
    require("Auditor")
    assert not viewer_for(adam).has_lapsed_training


def test_a_requirement_that_begins_tomorrow_closes_nobody_today(adam, require, today):
    require("Administrator", since=today + timedelta(days=1))
    assert not viewer_for(adam).has_lapsed_training


def test_a_requirement_that_ended_today_closes_nobody(adam, require, today):
    require("Administrator", until=today)
    assert not viewer_for(adam).has_lapsed_training


@pytest.mark.parametrize(("days", "warned"), [(30, True), (31, False)])
def test_the_home_page_warns_thirty_days_before(
    days, warned, adam, course, require, today, sign_in
):
    require("Administrator")
    completed(adam, course, today, expires_in=days)
    text = sign_in(adam).get(reverse("home")).content.decode()
    assert ("Security awareness lapses on" in text) is warned


def test_a_record_taken_back_no_longer_counts(adam, course, require, today):
    require("Administrator")
    made = completed(adam, course, today, expires_in=100)
    withdraw_training(RECORDER, made, reason="another person's certificate")
    assert viewer_for(adam).has_lapsed_training


def test_the_report_puts_the_lapsed_first(adam, audrey, course, require, today):
    require("Administrator")
    require("Auditor")
    completed(adam, course, today, expires_in=100)
    completed(audrey, course, today, expires_in=-5)
    found = [(each.user, each.state) for each in standings(RECORDER, today=today)]
    assert found == [(audrey, State.LAPSED), (adam, State.VALID)]


def test_the_report_asks_as_often_for_many(course, require, today, django_assert_num_queries):
    require("Analyst")
    for number in range(7):
        factories.user(f"An{number}", role="Analyst")
    with django_assert_num_queries(3):
        assert len(standings(RECORDER, today=today)) == 7


def test_a_coordinator_records_on_the_page(adam, olivia, course, sign_in):
    sent = {"course": course.pk, "completed_on": "2026-01-31", "certificate_number": "C-77"}
    sign_in(adam).post(reverse("access:training-record", args=[olivia.pk]), sent)
    made = TrainingRecord.objects.get(user=olivia)
    assert (made.certificate_number, str(made.expires_on), made.recorded_by) == (
        "C-77",
        "2027-01-31",
        adam,
    )


def test_nobody_records_his_own(adam, course, today):
    with pytest.raises(TrainingRefusedError, match="own"):
        record_training(viewer_for(adam), adam, Completed(course, today))


def test_an_agent_records_nobodys(olivia, adam, course, today):
    with pytest.raises(NotAllowedError):
        record_training(viewer_for(olivia), adam, Completed(course, today))


def test_a_day_to_come_is_refused(adam, course, today):
    with pytest.raises(TrainingRefusedError, match="still to come"):
        record_training(RECORDER, adam, Completed(course, today + timedelta(days=1)))
