"""A person's facts as the rules ask for them, of many people in a constant number of queries."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from offenders.models import CourtCase, Person
from ots.access.models import Office, User
from supervision.choices.contact import ContactStatus
from supervision.rules.person_facts import Grade, Kind, Proof
from supervision.selectors.person_facts import facts_of, facts_of_many
from tests import factories
from tests.factories import supervision_contact as made
from tests.factories.supervision_violation import incident, supervised

pytestmark = pytest.mark.django_db


def today() -> date:
    return timezone.localdate()


def test_a_violation_is_there_with_its_episode_and_state(olivia: User, dana: Person) -> None:
    supervised(dana)
    reported = incident(olivia, dana, "V309")
    (fact,) = facts_of(dana.pk, today()).violations
    assert (fact.code, fact.severity, fact.state) == ("V309", 3, Proof.ALLEGED)
    assert fact.transaction == str(reported.episode)


def test_information_is_no_violation(olivia: User, dana: Person) -> None:
    supervised(dana)
    incident(olivia, dana, "V704")
    assert facts_of(dana.pk, today()).violations == ()


def test_the_facts_of_an_earlier_day_know_nothing_of_what_came_after(
    olivia: User, dana: Person
) -> None:
    supervised(dana)
    incident(olivia, dana, days_ago=1)
    assert facts_of(dana.pk, today() - timedelta(days=5)).violations == ()


def test_the_kind_of_supervision_is_that_of_the_running_term(dana: Person) -> None:
    supervised(dana, "compact_parole")
    assert facts_of(dana.pk, today()).supervision.kind is Kind.PAROLE


def test_the_grade_is_that_of_the_gravest_conviction(dana: Person, danas_case: CourtCase) -> None:
    supervised(dana, "probation")
    factories.add_charge(danas_case)
    assert facts_of(dana.pk, today()).supervision.grade is Grade.FELONY


def test_where_nobody_recorded_a_contact_nobody_says_that_there_was_none(dana: Person) -> None:
    supervised(dana)
    assert facts_of(dana.pk, today()).contacts is None


@pytest.mark.parametrize(
    ("code", "word"),
    [("UAAB", "unexcused"), ("AAME", "acceptable_absence"), ("AAM11", "awaiting")],
)
def test_a_missed_contact_is_what_its_outcome_counts_as(dana: Person, code: str, word: str) -> None:
    supervised(dana)
    made.contact(dana, status=ContactStatus.MISSED, outcome=code)
    (fact,) = facts_of(dana.pk, today()).appointments
    assert fact.outcome == word


@pytest.mark.parametrize(("released", "held"), [(0, False), (1, True)])
def test_on_the_day_of_release_the_person_is_out(dana: Person, released: int, held: bool) -> None:
    supervised(dana)
    began, ended = today() - timedelta(days=3), today() + timedelta(days=released)
    factories.add_custody(dana, began_on=began, ended_on=ended, kind="jail")
    assert facts_of(dana.pk, today()).in_custody is held


def test_custody_that_runs_holds_the_person(dana: Person) -> None:
    supervised(dana)
    factories.add_custody(dana, began_on=today() - timedelta(days=3), kind="jail")
    assert facts_of(dana.pk, today()).in_custody


def test_many_people_cost_no_more_queries_than_one(
    olivia: User, dana: Person, lansing: Office
) -> None:
    supervised(dana)
    incident(olivia, dana)
    others = [factories.person("Eve", agent=olivia, office=lansing) for _ in range(3)]
    for each in others:
        supervised(each)
        incident(olivia, each)
    counts = []
    for people in ([dana.pk], [dana.pk, *(each.pk for each in others)]):
        with CaptureQueriesContext(connection) as asked:
            facts_of_many(people, today())
        counts.append(len(asked))
    assert counts[0] == counts[1]
