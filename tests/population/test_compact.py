"""Made-up cases of the compact follow from their events, in every state, once."""

from datetime import date, timedelta
from io import StringIO
from random import Random

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from interstate.models import Activity, ActivityStep, CompactCase, CompactObligation
from interstate.rules.case import Facts, Scenario
from interstate.selectors.replaying import standing_of
from ots.population.compact.careers import GOING_ON, OVER, lead
from ots.population.compact.run import Asked, make_up_compact
from ots.population.compact.staff import appoint_staff
from ots.population.compact.walk import Walk
from timecomp.engine.calendar import FEDERAL

AS_OF = date(2026, 11, 20)
ASKED = Asked(cases=60, activities=600, as_of=AS_OF, workers=1)


@pytest.fixture
def made(dana, olivia):
    dana.agent = olivia
    dana.save()
    return make_up_compact(ASKED, portion_done=lambda _: None)


@pytest.mark.django_db
def test_a_case_stands_where_its_events_lead(made):
    for case in CompactCase.objects.all():
        stands = standing_of(case, case.events.all(), as_of=AS_OF)
        kept = {(each.key, each.due_on, each.satisfied_on) for each in case.obligations.all()}
        assert (case.state, case.supervising) == (stands.state.value, stands.supervising.value)
        assert kept == {
            (each.key.value, each.due_on, each.satisfied_on) for each in stands.obligations
        }


@pytest.mark.django_db
def test_as_many_activities_are_made_as_asked_for(made):
    assert 0.9 * ASKED.activities < made[Activity._meta.db_table] < 1.1 * ASKED.activities


@pytest.mark.django_db
def test_what_was_sent_through_an_office_was_passed_on_by_it(made):
    managed = Activity.objects.filter(kind="progress_report", event__isnull=False)
    passed_on = ActivityStep.objects.filter(activity__in=managed, move="transmit", desk="office")
    assert passed_on.count() == managed.count() > 0


@pytest.mark.django_db
def test_a_second_run_adds_nothing(made):
    assert not make_up_compact(ASKED, portion_done=lambda _: None)


@pytest.mark.django_db
def test_offices_get_people_once(made):
    assert appoint_staff() == appoint_staff()


@pytest.mark.django_db
def test_a_person_s_cases_are_with_different_members(made):
    pairs = list(CompactCase.objects.order_by("number").values_list("sending", "receiving"))
    others = [(set(pair) - {"MI"}).pop() for pair in pairs]
    assert len(set(others[:52])) == 52


@pytest.mark.django_db
def test_the_command_says_how_many_stand_where(dana):
    said = StringIO()
    call_command(
        "generate_compact", cases=5, activities=30, workers=1, stdout=said, stderr=StringIO()
    )
    assert "ACTIVE" in said.getvalue()
    assert CompactObligation.objects.exists()


@pytest.mark.django_db
def test_without_people_it_says_what_to_do():
    with pytest.raises(CommandError, match="generate_population"):
        call_command("generate_compact", cases=5, activities=30, workers=1, stderr=StringIO())


@pytest.mark.parametrize("career", [*GOING_ON, *OVER], ids=lambda career: career.goal)
def test_most_cases_of_a_career_stand_where_it_leads(career):
    ends = [_ended(career, seed) for seed in range(20)]
    assert ends.count(career.goal) > 10


def _ended(career, seed):
    random = Random(seed)  # noqa: S311  nothing secret is drawn
    begins_on = AS_OF - timedelta(days=random.randint(*career.ago))
    facts = Facts(supervision_ends_on=AS_OF + timedelta(days=500))
    walk = Walk(random, Scenario("s", "MI", "OH", FEDERAL, facts, (), AS_OF), begins_on)
    lead(walk, career, 10)
    return walk.ended().state
