"""From the day of becoming eligible to the day of the decision."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ots.access.viewer import viewer_for
from supervision.models import Eligibility, Recommendation
from supervision.rules.waiting import days_to_decision
from supervision.selectors.decision_times import decision_times
from supervision.services.eligibility import refresh_people
from supervision.services.recommendations import Proposal, prepare
from tests.factories import give_office
from tests.factories.person import person as made_person
from tests.factories.signing_in import signed_in_client
from tests.factories.supervision_recommendations import day, eligible_person

PROPOSAL = Proposal(
    kind="early_discharge",
    supervision_type="probation",
    body="court",
    why="Works full time, all classes done.",
    opportunity="probation_law",
)


def decided(person, *, eligible, after):
    """Record a recommendation decided so many days after the person was found eligible."""
    return Recommendation.objects.create(
        person=person,
        kind="early_discharge",
        supervision_type="probation",
        opportunity="probation_law",
        body="court",
        state="denied",
        eligible_since=day(-eligible),
        prepared_on=day(-eligible + after),
        decided_on=day(-eligible + after),
        why="Works.",
    )


@pytest.mark.django_db
def test_the_day_of_becoming_eligible_is_kept_at_once_where_the_night_has_not_seen_it(dana, olivia):
    eligible_person(dana)
    assert not Eligibility.objects.filter(person=dana).exists()
    made = prepare(viewer_for(olivia), dana.pk, PROPOSAL)
    assert made.eligible_since == day(0)


@pytest.mark.django_db
def test_the_day_kept_is_the_night_that_found_it_and_no_later_one(dana, olivia):
    eligible_person(dana)
    refresh_people([dana.pk], day(-20))
    refresh_people([dana.pk], day(-3))
    assert prepare(viewer_for(olivia), dana.pk, PROPOSAL).eligible_since == day(-20)


@pytest.mark.django_db
def test_the_middle_of_what_was_decided_and_the_longest_wait_stand_by_kind_and_office(dana, sam):
    for days in (10, 40, 20):
        decided(dana, eligible=100, after=days)
    Recommendation.objects.filter(pk=decided(dana, eligible=70, after=5).pk).update(
        decided_on=None, state="submitted"
    )
    (found,) = decision_times(viewer_for(sam), today=day(0))
    assert (found.decided, found.median_days) == (3, 20)
    assert (found.waiting, found.longest_days) == (1, 70)
    assert found.office == dana.office.name


@pytest.mark.django_db
def test_a_decision_without_a_known_day_of_eligibility_is_not_counted(dana, sam):
    row = decided(dana, eligible=30, after=5)
    Recommendation.objects.filter(pk=row.pk).update(eligible_since=None)
    assert decision_times(viewer_for(sam), today=day(0)) == []


@pytest.mark.django_db
def test_the_times_of_people_out_of_reach_stay_hidden(dana, ruth):
    decided(dana, eligible=30, after=5)
    assert decision_times(viewer_for(ruth), today=day(0)) == []


@pytest.mark.django_db
def test_more_offices_ask_no_more_queries(dana, sam, marquette, django_assert_num_queries):
    give_office(sam, marquette)
    viewer = viewer_for(sam)
    decided(dana, eligible=30, after=5)
    decided(made_person(office=marquette), eligible=30, after=7)
    decision_times(viewer, today=day(0))
    with django_assert_num_queries(2):
        assert len(decision_times(viewer, today=day(0))) == 2


@pytest.mark.django_db
def test_its_page_says_how_long_it_took(dana, sam):
    row = decided(dana, eligible=30, after=12)
    client = signed_in_client(sam)
    page = client.get(f"/people/{dana.pk}/supervision/recommendations/{row.pk}/").content.decode()
    assert "From eligible to decided" in page
    assert "12 days" in page


@given(st.integers(0, 4000), st.integers(0, 4000))
def test_a_decision_ends_the_count(waited, later):
    since = day(-8000)
    decision = since + timedelta(days=waited)
    today = decision + timedelta(days=later)
    assert days_to_decision(since, decided_on=decision, today=today) == waited


def test_a_decision_before_the_day_of_eligibility_has_no_count():
    assert days_to_decision(day(0), decided_on=day(-1), today=day(0)) is None
