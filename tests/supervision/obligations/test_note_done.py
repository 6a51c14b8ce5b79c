"""What was due is closed by what was recorded, and the next comes due."""

from datetime import date

import pytest

from offenders.models import Person
from supervision.models import Obligation, StandardsPause, SupervisionPeriod
from supervision.services.obligations import (
    note_done,
    open_obligation,
    refresh_person,
    withdraw_done,
)
from supervision.services.obligations.marking import NotYetDoneError
from tests.factories.supervision_obligations import add_standard, live, only_standard, supervise

TODAY = date(2026, 3, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture
def period(dana: Person) -> SupervisionPeriod:
    only_standard()
    made = supervise(dana, began_on=date(2026, 3, 1))
    refresh_person(dana.pk, today=date(2026, 3, 2))
    return made


def a_fact(person: Person, day: date = TODAY) -> StandardsPause:
    """Return any fact: what meets an obligation is named by table and key alone."""
    return StandardsPause(pk=day.toordinal(), person=person)


def test_a_contact_falls_due_after_the_level_begins(dana, period):
    assert live(dana) == [("contact", date(2026, 3, 31))]


def test_refreshing_twice_opens_nothing_twice(dana, period):
    refresh_person(dana.pk, today=date(2026, 3, 2))
    assert live(dana) == [("contact", date(2026, 3, 31))]


def test_a_contact_closes_the_window_and_the_next_is_reckoned_from_it(dana, period):
    note_done(
        person_id=dana.pk, kind="contact", on=date(2026, 3, 18), source=a_fact(dana), today=TODAY
    )
    assert live(dana) == [("contact", date(2026, 4, 17))]


def test_a_home_visit_counts_as_a_contact_too(dana, period):
    add_standard(kind="home_visit", title="Home call", accepts=[], per=60)
    refresh_person(dana.pk, today=date(2026, 3, 2))
    met = note_done(
        person_id=dana.pk, kind="home_visit", on=TODAY, source=a_fact(dana), today=TODAY
    )
    assert len(met) == 2


def test_the_same_fact_told_twice_meets_one_thing(dana, period):
    for _ in range(2):
        note_done(person_id=dana.pk, kind="contact", on=TODAY, source=a_fact(dana), today=TODAY)
    assert Obligation.objects.filter(person=dana, done_on__isnull=False).count() == 1


def test_a_second_contact_of_the_day_meets_nothing(dana, period):
    note_done(person_id=dana.pk, kind="contact", on=TODAY, source=a_fact(dana), today=TODAY)
    other = a_fact(dana, date(2026, 1, 1))
    assert note_done(person_id=dana.pk, kind="contact", on=TODAY, source=other, today=TODAY) == []


def test_what_is_still_to_come_is_not_done(dana, period):
    with pytest.raises(NotYetDoneError, match="still to come"):
        note_done(
            person_id=dana.pk, kind="contact", on=date(2026, 4, 1), source=a_fact(dana), today=TODAY
        )


def test_a_contact_taken_back_falls_due_again(dana, period):
    fact = a_fact(dana)
    note_done(person_id=dana.pk, kind="contact", on=TODAY, source=fact, today=TODAY)
    withdraw_done(source=fact, today=TODAY)
    assert live(dana) == [("contact", date(2026, 3, 31))]


def test_a_contact_taken_back_and_entered_again_opens_the_next(dana, period):
    first, second = a_fact(dana), a_fact(dana, date(2026, 1, 1))
    note_done(person_id=dana.pk, kind="contact", on=TODAY, source=first, today=TODAY)
    withdraw_done(source=first, today=TODAY)
    note_done(person_id=dana.pk, kind="contact", on=TODAY, source=second, today=TODAY)
    assert live(dana) == [("contact", date(2026, 4, 19))]


def test_one_thing_asked_for_twice_is_due_once(dana, period):
    for _ in range(2):
        open_obligation(person_id=dana.pk, kind="test", due_on=date(2026, 3, 25), source=period)
    assert Obligation.objects.filter(person=dana, kind="test").count() == 1


def test_a_fact_about_one_condition_leaves_the_others_open(dana, period):
    other = a_fact(dana)
    for source in (period, other):
        open_obligation(
            person_id=dana.pk,
            kind="payment",
            due_on=date(2026, 3, 25),
            window_opens_on=date(2026, 3, 1),
            source=source,
        )
    fact = a_fact(dana, date(2026, 1, 1))
    met = note_done(
        person_id=dana.pk, kind="payment", on=TODAY, source=fact, of=period, today=TODAY
    )
    assert (
        Obligation.objects.filter(pk__in=met).values_list("source_id", flat=True).get() == period.pk
    )
