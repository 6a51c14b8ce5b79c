"""Leave to travel."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from offenders.services.process import WarrantEntry, record_warrant
from offenders.services.refusals import RefusedError
from supervision.models import TravelPermit
from supervision.rules.traveling import Finding, TravelFacts, Trip, checks_of, days_away
from supervision.selectors.travel import plain_checks
from supervision.services.travel import (
    Decision,
    TravelEntry,
    ask_to_travel,
    decide_travel,
    report_back,
)
from tests.factories.person import RECORDER
from tests.factories.supervision_recommendations import day, victim

ASKED = date(2026, 6, 1)
TRIP = Trip(date(2026, 6, 8), date(2026, 6, 12), "OH")
FACTS = TravelFacts(ASKED, has_warrant=False, pending_violations=0, is_registered=False)


def finding(key, trip=TRIP, facts=FACTS):
    return next(each.finding for each in checks_of(trip, facts) if each.key == key)


def test_seven_days_ahead_is_in_time():
    assert finding("notice") is Finding.CLEAR
    assert finding("notice", facts=replace(FACTS, asked_on=date(2026, 6, 2))) is Finding.LOOK


def test_an_active_warrant_stops_a_trip():
    assert finding("warrant", facts=replace(FACTS, has_warrant=True)) is Finding.STOP


def test_more_than_forty_five_days_in_a_year_hint_at_the_compact():
    forty = Trip(date(2026, 1, 1), date(2026, 2, 9), "IN")
    assert finding("days_away", facts=replace(FACTS, earlier=(forty,))) is Finding.CLEAR
    longer = replace(TRIP, returns_on=date(2026, 6, 13))
    assert finding("days_away", longer, replace(FACTS, earlier=(forty,))) is Finding.LOOK


def test_days_in_michigan_count_for_nothing():
    assert days_away([replace(TRIP, state="MI")], year_to=date(2026, 12, 31)) == 0


trips = st.lists(
    st.builds(
        lambda start, length: Trip(start, start + timedelta(days=length), "OH"),
        st.dates(date(2025, 1, 1), date(2026, 6, 1)),
        st.integers(0, 60),
    ),
    max_size=6,
)


@given(trips)
def test_no_day_counts_twice(drawn):
    once = days_away(drawn, year_to=date(2026, 6, 30))
    assert once == days_away([*drawn, *drawn], year_to=date(2026, 6, 30))
    assert once <= 366


def asked(person, **values):
    entry = TravelEntry(
        **{
            "departs_on": day(10),
            "returns_on": day(12),
            "place": "Toledo",
            "state": "OH",
            "purpose": "A funeral",
            "transport": "car",
            **values,
        }
    )
    return ask_to_travel(RECORDER, person.pk, entry)


def decided(permit, status="granted"):
    decision = Decision(status=status, decision="Known family there.")
    checks = plain_checks(permit.person_id, permit.pk)
    return decide_travel(RECORDER, permit.pk, decision, checks=checks)


@pytest.mark.django_db
def test_what_was_found_is_kept_with_the_decision(dana):
    granted = decided(asked(dana))
    assert granted.status == "granted"
    assert {each["key"] for each in granted.checks} >= {"warrant", "days_away"}


@pytest.mark.django_db
def test_with_a_warrant_out_a_trip_cannot_be_granted(dana):
    record_warrant(
        RECORDER, dana.pk, entry=WarrantEntry(number="W-2", kind="bench", issued_on=day(0))
    )
    with pytest.raises(RefusedError, match="a warrant is active"):
        decided(asked(dana))


@pytest.mark.django_db
def test_a_return_before_the_departure_is_refused(dana):
    with pytest.raises(RefusedError, match="before the departure"):
        asked(dana, returns_on=day(9))


@pytest.mark.django_db
def test_only_a_granted_trip_has_a_return(dana):
    denied = decided(asked(dana), status="denied")
    with pytest.raises(RefusedError, match="granted"):
        report_back(RECORDER, denied.pk, back_on=day(0), report="")


@pytest.mark.django_db
def test_a_victim_at_the_destination_shows_to_those_who_may_know(dana, olivia, sign_in):
    victim(dana, city="Toledo", state="OH")
    permit = asked(dana)
    url = reverse("supervision:travel-decide", kwargs={"person": dana.pk, "permit": permit.pk})
    assert "a victim lives at the destination" in sign_in(olivia).get(url).content.decode()
    assert not any(each.key == "victim" for each in plain_checks(dana.pk, permit.pk))


@pytest.mark.django_db
def test_the_permit_is_printed(dana, olivia, sign_in):
    granted = decided(asked(dana))
    url = reverse("supervision:travel-print", kwargs={"person": dana.pk, "permit": granted.pk})
    assert sign_in(olivia).get(url).content.startswith(b"%PDF")


@pytest.mark.django_db
def test_a_request_leads_to_its_decision(dana, olivia, sign_in):
    url = reverse("supervision:travel-ask", kwargs={"person": dana.pk})
    told = {
        "departs_on": day(10).isoformat(),
        "returns_on": day(11).isoformat(),
        "place": "Toledo",
        "state": "oh",
        "purpose": "Work",
        "transport": "car",
    }
    answer = sign_in(olivia).post(url, told)
    permit = TravelPermit.objects.get(person=dana)
    assert answer.url.endswith(f"/travel/{permit.pk}/")
    assert permit.state == "OH"
