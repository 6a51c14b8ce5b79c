"""How a person comes into reach and leaves it: exactly the union of the ways open at the moment."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import Permission as DjangoPermission
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offenders.models import EmergencyOpening, Person, PersonUserObjectPermission
from offenders.services.people import set_summary
from ots.access.models import Cover, Region, RegionUserObjectPermission
from ots.access.scopes import decide, in_scope, reaches
from ots.access.viewer import viewer_for
from supervision.services.cases import Placement, assign_case
from tests import factories

NOON = datetime(2026, 6, 15, 16, tzinfo=UTC)
TODAY = date(2026, 6, 15)


def grant(user, person, *, open_from=None, open_until=None):
    return PersonUserObjectPermission.objects.create(
        user=user,
        content_object=person,
        permission=DjangoPermission.objects.get(codename="reach_person"),
        open_from=open_from,
        open_until=open_until,
    )


def cover(away, covering, *, began_on, ended_on):
    return Cover.objects.create(
        away=away,
        covering=covering,
        began_on=began_on,
        ended_on=ended_on,
        reason="leave",
        arranged_by=away,
    )


def opening(user, person, *, opened_at, minutes=60, category=""):
    return EmergencyOpening.objects.create(
        user=user,
        person=person,
        category=category,
        reason="danger",
        opened_at=opened_at,
        open_until=opened_at + timedelta(minutes=minutes),
    )


def found_by(user, now=NOON):
    viewer = viewer_for(user, now=now)
    return set(in_scope(viewer, Person.objects.all()).values_list("pk", flat=True))


def test_a_grant_opens_the_person_until_its_end(oscar, dana):
    grant(oscar, dana, open_from=NOON, open_until=NOON + timedelta(hours=1))
    assert found_by(oscar, NOON) == {dana.pk}
    assert found_by(oscar, NOON + timedelta(hours=1)) == set()


def test_a_grant_does_not_open_before_its_beginning(oscar, dana):
    grant(oscar, dana, open_from=NOON + timedelta(hours=1))
    assert found_by(oscar) == set()


def test_cover_opens_the_colleagues_caseload_from_its_first_day_through_its_last(
    olivia, oscar, dana
):
    cover(olivia, oscar, began_on=TODAY, ended_on=TODAY + timedelta(days=1))
    assert found_by(oscar, NOON) == {dana.pk}
    assert found_by(oscar, NOON + timedelta(days=1)) == set()


def test_cover_opens_nothing_of_another_colleague(olivia, oscar, ruth, dana):
    cover(ruth, oscar, began_on=TODAY, ended_on=TODAY + timedelta(days=5))
    assert found_by(oscar) == set()


def test_a_supervisor_of_a_region_reaches_the_people_of_its_offices(ruth, lansing, dana):
    region = Region.objects.create(name="Region of the test")
    type(lansing).objects.filter(pk=lansing.pk).update(region=region)
    RegionUserObjectPermission.objects.create(
        user=ruth,
        content_object=region,
        permission=DjangoPermission.objects.get(codename="supervise_region"),
    )
    assert found_by(ruth) == {dana.pk}


def test_a_transfer_gives_the_person_to_the_new_agent_and_takes_her_from_the_old(
    sam, olivia, oscar, dana
):
    assign_case(viewer_for(sam), dana.pk, Placement(oscar, oscar.office, date(2026, 11, 1)))
    assert found_by(olivia) == set()
    assert found_by(oscar) == {dana.pk}


def test_an_opening_of_one_category_is_no_way_to_the_person(oscar, dana):
    opening(oscar, dana, opened_at=NOON, category="medical")
    assert found_by(oscar) == set()


AROUND = st.integers(min_value=-3, max_value=3)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    is_agent=st.booleans(),
    granted=st.none() | st.tuples(AROUND, AROUND).filter(lambda hours: hours[0] < hours[1]),
    covered=st.none() | st.tuples(AROUND, AROUND).filter(lambda days: days[0] <= days[1]),
    opened=st.none() | AROUND,
)
def test_reach_is_exactly_the_union_of_the_ways_open_at_the_moment(
    is_agent, granted, covered, opened, olivia, oscar, dana
):
    with transaction.atomic():
        set_summary(dana.pk, agent=oscar if is_agent else olivia, office=dana.office)
        expected = {"caseload"} if is_agent else set()
        if granted:
            begin, end = (NOON + timedelta(hours=hours) for hours in granted)
            grant(oscar, dana, open_from=begin, open_until=end)
            expected |= {"grant"} if begin <= NOON < end else set()
        if covered:
            begin, end = (TODAY + timedelta(days=days) for days in covered)
            cover(olivia, oscar, began_on=begin, ended_on=end)
            expected |= {"cover"} if begin <= TODAY < end and not is_agent else set()
        if opened is not None:
            at = NOON + timedelta(hours=opened)
            opening(oscar, dana, opened_at=at)
            expected |= {"emergency"} if at <= NOON < at + timedelta(hours=1) else set()
        viewer = viewer_for(oscar, now=NOON)
        assert decide(viewer, dana.pk).ways == expected
        assert reaches(viewer, dana.pk) is bool(expected)
        assert found_by(oscar) == ({dana.pk} if expected else set())
        # Each example begins anew: evidence cannot be deleted.
        transaction.set_rollback(True)


def test_who_asks_about_one_person_is_answered_in_two_queries(olivia, dana):
    olivia.refresh_from_db()
    with CaptureQueriesContext(connection) as asked:
        viewer = viewer_for(olivia)
        decide(viewer, dana.pk)
    assert len(asked) == 2


def test_the_decision_asks_as_often_for_one_with_everything(olivia, oscar, dana, sam):
    grant(sam, dana)
    cover(olivia, sam, began_on=TODAY, ended_on=date(2030, 1, 1))
    sam.refresh_from_db()
    with CaptureQueriesContext(connection) as asked:
        decide(viewer_for(sam), dana.pk)
    assert len(asked) == 2


@pytest.mark.parametrize("number", range(2))
def test_a_page_about_one_person_shows_rows_of_that_person_alone(number, olivia, lansing):
    people = [factories.person(f"P{each}", agent=olivia, office=lansing) for each in range(2)]
    viewer = viewer_for(olivia).looking_at(people[number].pk, ())
    assert [each.pk for each in in_scope(viewer, Person.objects.all())] == [people[number].pk]
