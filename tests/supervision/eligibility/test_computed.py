"""Eligibility as computed for everybody, and kept."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from offenders.models import Charge
from offenders.services.facts import correct_fact
from supervision.models import Eligibility
from supervision.services.eligibility import refresh_everybody, refresh_people
from supervision.services.snoozes import SnoozeEntry, put_off
from tests import factories
from tests.factories.person import RECORDER
from tests.factories.supervision_recommendations import convicted, day, eligible_person, term

pytestmark = pytest.mark.django_db


def kept(person, opportunity="probation_law"):
    return Eligibility.objects.get(person=person, opportunity=opportunity)


def refresh(*people, on=0):
    return refresh_people([each.pk for each in people], day(on))


def test_the_first_day_of_being_eligible_is_kept(dana):
    eligible_person(dana)
    refresh(dana)
    refresh(dana, on=5)
    assert kept(dana).eligible_since == timezone.localdate()


def test_nothing_is_written_where_nothing_differs(dana):
    eligible_person(dana)
    refresh(dana)
    assert refresh(dana) == 0


def test_a_new_charge_ends_eligibility_and_its_first_day(dana):
    eligible_person(dana)
    refresh(dana)
    case = factories.court_case(dana)
    type(case).objects.filter(pk=case.pk).update(status="open")
    Charge.objects.create(case=case, count_number=1)
    refresh(dana)
    assert kept(dana, "probation_early").outcome == "almost"
    assert kept(dana, "probation_early").eligible_since is None


def test_one_near_half_of_the_term_is_almost_eligible_and_told_when(dana):
    convicted(dana)
    term(dana, served_days=90, left_days=110)
    refresh(dana)
    row = kept(dana)
    assert (row.outcome, row.possible_on) == ("almost", day(10))
    assert "original term" in row.missing


def test_a_listed_offense_leaves_no_row(dana):
    convicted(dana, "750.81")
    term(dana)
    refresh(dana)
    assert not Eligibility.objects.filter(person=dana, opportunity="probation_law").exists()


def test_a_row_of_one_off_supervision_ends(dana):
    period = eligible_person(dana)
    refresh(dana)
    correct_fact(
        RECORDER, period, person_id=dana.pk, reason="Discharged", ended_on=timezone.localdate()
    )
    refresh_everybody(timezone.localdate())
    assert kept(dana).outcome == "not"


def test_as_many_queries_for_ten_as_for_one(dana):
    eligible_person(dana)
    refresh(dana)
    with CaptureQueriesContext(connection) as one:
        refresh(dana, on=1)
    others = [factories.person(f"P{number}") for number in range(9)]
    for each in others:
        eligible_person(each)
    refresh(dana, *others)
    with CaptureQueriesContext(connection) as ten:
        refresh(dana, *others, on=1)
    assert len(ten) <= len(one)


def snoozed(person, **values):
    entry = SnoozeEntry(
        supervision_type="probation",
        opportunity="probation_law",
        code="compliance",
        note="Two missed appointments",
        **values,
    )
    return put_off(RECORDER, person.pk, entry)


def test_an_opportunity_put_off_is_told_apart(dana):
    eligible_person(dana)
    refresh(dana)
    snoozed(dana, until=day(30))
    assert kept(dana).snooze is not None


def test_a_changed_fact_brings_back_what_was_put_off(dana):
    eligible_person(dana)
    refresh(dana)
    snoozed(dana)
    convicted(dana, "750.110")
    refresh(dana)
    assert kept(dana).snooze is None


def test_what_was_put_off_comes_back_when_its_time_is_over(dana):
    eligible_person(dana)
    refresh(dana)
    snoozed(dana, until=day(30))
    refresh(dana, on=30)
    assert kept(dana).snooze is None
