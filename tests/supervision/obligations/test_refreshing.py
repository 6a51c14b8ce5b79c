"""What is due follows facts at once and the calendar each night."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from offenders.services.custody import Stay, record_custody, release_from_custody
from ots.access.viewer import system_viewer
from ots.audit.models import AuditEntry
from supervision.choices.obligation import PauseKind
from supervision.models import AbscondingEpisode, ContactStandard, Obligation, StandardsPause
from supervision.services.absconding import EpisodeEntry, close_episode, open_episode
from supervision.services.first_standards import create_missing
from supervision.services.obligations import (
    absences,
    begin_pause,
    end_pause,
    refresh_people,
    refresh_person,
)
from supervision.services.obligations.absences import Absence
from supervision.services.obligations.nightly import refresh_stretch, stretches
from supervision.tasks import refresh_obligations_of
from tests import factories
from tests.factories.supervision_obligations import live, only_standard, supervise
from tests.factories.supervision_recommendations import convicted

RECORDER = system_viewer("tests")
pytestmark = pytest.mark.django_db


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def followed(dana, today):
    only_standard()
    supervise(dana, began_on=today - timedelta(days=10))
    refresh_person(dana.pk)
    return dana


def jail(person, began_on, ended_on=None):
    return record_custody(
        RECORDER,
        person.pk,
        stay=Stay(
            kind="jail",
            began_on=began_on,
            ended_on=ended_on,
            facility_id=factories.facility().pk,
        ),
    )


def test_custody_excuses_what_was_still_to_come_at_once(followed, today):
    jail(followed, today - timedelta(days=1))
    assert Obligation.objects.get(person=followed).excuse == "custody"


def test_after_release_the_contact_is_due_anew(followed, today):
    stay = jail(followed, today - timedelta(days=3))
    release_from_custody(RECORDER, stay.pk, released_on=today, release_reason="Bond")
    assert live(followed) == [("contact", today + timedelta(days=30))]


def test_days_at_rest_excuse_and_end(followed, today):
    begin_pause(RECORDER, person_id=followed.pk, kind="compact", began_on=today - timedelta(days=2))
    assert live(followed) == []
    end_pause(RECORDER, person_id=followed.pk, kind="compact", ended_on=today, reason="Returned")
    assert live(followed) == [("contact", today + timedelta(days=30))]


def test_the_night_lets_the_standards_of_one_long_out_of_touch_rest(followed, today):
    began_on = today - timedelta(days=5)
    AbscondingEpisode.objects.create(person=followed, began_on=began_on)
    refresh_stretch(followed.pk, followed.pk, today=today)
    refresh_stretch(followed.pk, followed.pk, today=today)
    assert StandardsPause.objects.get().began_on == began_on
    assert live(followed) == []


def test_a_pause_that_the_night_begins_never_reaches_into_an_earlier_one(followed, today):
    begin_pause(RECORDER, person_id=followed.pk, kind="absconded", began_on=today - timedelta(9))
    found_on = today - timedelta(days=3)
    end_pause(RECORDER, person_id=followed.pk, kind="absconded", ended_on=found_on, reason="Found")
    AbscondingEpisode.objects.create(person=followed, began_on=today - timedelta(days=5))
    refresh_stretch(followed.pk, followed.pk, today=today)
    assert StandardsPause.objects.get(ended_on=None, superseded_at=None).began_on == found_on


def test_the_night_opens_what_the_calendar_brings(dana, today):
    only_standard(cadence="fixed", per=1, unit="month")
    supervise(dana, began_on=date(2026, 1, 5))
    refresh_obligations_of(dana.pk, dana.pk, "2026-05-01")
    assert live(dana) == [("contact", date(2026, 5, 31))]


def test_a_month_that_was_missed_is_closed_and_the_next_opens(dana):
    only_standard(cadence="fixed", per=1, unit="month")
    supervise(dana, began_on=date(2026, 1, 5))
    for day in (date(2026, 5, 1), date(2026, 6, 5)):
        refresh_stretch(dana.pk, dana.pk, today=day)
    assert live(dana) == [("contact", date(2026, 6, 30))]


def test_a_stretch_is_in_the_trail_with_what_it_did(followed, today):
    refresh_stretch(followed.pk, followed.pk, today=today)
    entry = AuditEntry.objects.filter(event="OBLIGATIONS_REFRESHED").latest("pk")
    assert entry.additional_data["opened"] == 0


def test_the_night_looks_at_everybody_supervised(followed):
    assert list(stretches(size=1)) == [(followed.pk, followed.pk)]


def test_many_people_take_as_many_queries_as_one(dana, today, django_assert_max_num_queries):
    only_standard()
    people = [dana, *(factories.person(f"P{n}") for n in range(5))]
    for person in people:
        supervise(person, began_on=today - timedelta(days=10))
    with django_assert_max_num_queries(14):
        refreshed = refresh_people([each.pk for each in people])
    assert refreshed.opened == 6


def test_other_states_standards_start_out_of_force():
    create_missing()
    active = set(ContactStandard.objects.filter(is_active=True).values_list("rule_set", flat=True))
    assert active == {"michigan"}


def test_every_standard_says_where_it_comes_from():
    assert not ContactStandard.objects.filter(citation="").exists()


def test_an_absence_lets_standards_rest_and_the_return_ends_that(followed, today):
    open_episode(RECORDER, followed.pk, EpisodeEntry(began_on=today - timedelta(days=2)))
    assert live(followed) == []
    assert Obligation.objects.get(person=followed).excuse == "pause"
    close_episode(
        RECORDER, followed.pk, ended_on=today, closing_reason="surrendered", note="Came in"
    )
    assert live(followed) == [("contact", today + timedelta(days=30))]


@pytest.mark.parametrize(("mcl", "owed"), [("750.520c(1)(a)", ["home_visit"]), ("750.356(2)", [])])
def test_one_convicted_of_a_sex_offense_is_under_that_caseloads_standards(dana, today, mcl, owed):
    only_standard(case_type="sex_offense", kind="home_visit", accepts=[])
    convicted(dana, mcl)
    supervise(dana, began_on=today - timedelta(days=10))
    refresh_person(dana.pk)
    assert [kind for kind, _ in live(dana)] == owed


def test_a_pause_that_somebody_begins_at_the_same_moment_stops_nobodys_night(followed, today):
    def begins_meanwhile(people):
        began_on = today - timedelta(days=2)
        yield Absence(followed.pk, PauseKind.ABSCONDED, began_on)
        yield Absence(followed.pk, PauseKind.COMPACT, began_on)

    running = StandardsPause.objects.filter(superseded_at=None, ended_on=None)
    write = absences.write_pause

    def write_too_late(viewer, **pause):
        if pause["kind"] == PauseKind.ABSCONDED:
            write(viewer, **pause)
        return write(viewer, **pause)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(absences, "_SOURCES", [begins_meanwhile])
        patched.setattr(absences, "write_pause", write_too_late)
        assert absences.pause_what_stands([followed.pk]) == 1
    assert [each.kind for each in running] == ["compact"]
