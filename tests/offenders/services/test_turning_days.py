"""A status changes by the calendar alone when a term has run out."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.utils import timezone

from offenders import choices
from offenders.models import CustodyPeriod, ParoleRelease, Person
from offenders.services.status import refresh_status
from offenders.services.turning_days import refresh_statuses_that_turned
from offenders.tasks import refresh_statuses
from supervision.models import SupervisionPeriod
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def pat() -> Person:
    return factories.person("Pat", status=choices.Status.NONE)


def status_on(person: Person, day: date) -> str:
    refresh_statuses_that_turned(day)
    person.refresh_from_db()
    return person.status


def test_a_parole_that_has_run_out_is_a_discharge_the_same_night(pat: Person) -> None:
    ParoleRelease.objects.create(person=pat, released_on=date(2024, 2, 29), term_months=24)
    refresh_status(pat.pk, today=date(2026, 2, 27))
    assert status_on(pat, date(2026, 2, 27)) == choices.Status.PAROLE
    assert status_on(pat, date(2026, 2, 28)) == choices.Status.DISCHARGED


def test_a_probation_order_that_has_run_out_is_a_discharge(pat: Person) -> None:
    case = factories.court_case(pat)
    sentence = factories.add_sentence(factories.add_charge(case))
    terms = sentence.terms.get()
    maximum = {"maximum_years": 2, "maximum_months": 1, "maximum_days": 3}
    terms.pk, terms.supersedes_id = None, terms.pk
    sentence.terms.update(superseded_at="2024-01-02T00:00Z")
    for name, value in {
        "kind": "probation",
        "sentenced_on": date(2024, 1, 2),
        "minimum_years": 0,
        **maximum,
    }.items():
        setattr(terms, name, value)
    terms.save(force_insert=True)
    refresh_status(pat.pk, today=date(2026, 2, 4))
    assert status_on(pat, date(2026, 2, 4)) == choices.Status.PROBATION
    assert status_on(pat, date(2026, 2, 5)) == choices.Status.DISCHARGED


def test_custody_entered_ahead_counts_from_its_first_day(pat: Person) -> None:
    CustodyPeriod.objects.create(person=pat, kind="jail", began_on=date(2026, 3, 10))
    assert status_on(pat, date(2026, 3, 9)) == choices.Status.NONE
    assert status_on(pat, date(2026, 3, 10)) == choices.Status.JAIL


def test_supervision_that_ends_is_seen_too(pat: Person) -> None:
    SupervisionPeriod.objects.create(
        person=pat,
        supervision_type="probation",
        began_on=date(2025, 3, 1),
        ended_on=date(2026, 3, 10),
    )
    refresh_status(pat.pk, today=date(2026, 3, 9))
    assert status_on(pat, date(2026, 3, 9)) == choices.Status.PROBATION
    assert status_on(pat, date(2026, 3, 10)) == choices.Status.NONE


def test_a_night_that_was_missed_is_made_up_for(pat: Person) -> None:
    ParoleRelease.objects.create(person=pat, released_on=date(2024, 3, 1), term_months=24)
    refresh_status(pat.pk, today=date(2026, 2, 27))
    assert status_on(pat, date(2026, 3, 5)) == choices.Status.DISCHARGED


def test_it_says_how_many_changed_and_does_nothing_twice(pat: Person) -> None:
    ParoleRelease.objects.create(person=pat, released_on=date(2024, 3, 1), term_months=24)
    refresh_status(pat.pk, today=date(2026, 2, 27))
    assert refresh_statuses_that_turned(date(2026, 3, 1)) == 1
    assert refresh_statuses_that_turned(date(2026, 3, 1)) == 0


def test_the_nightly_task_takes_todays_calendar(pat: Person) -> None:
    today = timezone.localdate()
    # Four years, not two: those end on the same day even where it is 29 February.
    ParoleRelease.objects.create(
        person=pat, released_on=today - relativedelta(months=48), term_months=48
    )
    refresh_status(pat.pk, today=today - timedelta(days=1))
    assert refresh_statuses() == 1
