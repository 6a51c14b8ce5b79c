"""A form sent twice is carried out once, whatever the timing."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection

from offenders.models import Person, Submission
from offenders.services.people import Identity, Name, record_person
from offenders.services.submissions import once
from ots.access.viewer import system_viewer
from ots.audit.events import Event

RECORDER = system_viewer("tests")


def make_person() -> Person:
    return Person.objects.create(last_name="Once")


@pytest.mark.django_db
def test_the_second_time_returns_what_the_first_recorded() -> None:
    token = uuid4()
    first = once(token, Event.PERSON_RECORDED, Person, make_person)
    assert once(token, Event.PERSON_RECORDED, Person, make_person) == first
    assert Person.objects.count() == 1


@pytest.mark.django_db
def test_without_a_token_each_time_counts() -> None:
    once(None, Event.PERSON_RECORDED, Person, make_person)
    once(None, Event.PERSON_RECORDED, Person, make_person)
    assert Person.objects.count() == 2


@pytest.mark.django_db
def test_a_token_serves_one_kind_of_form() -> None:
    token = uuid4()
    once(token, Event.PERSON_RECORDED, Person, make_person)
    with pytest.raises(Submission.DoesNotExist):
        once(token, Event.NAME_RECORDED, Person, make_person)


@pytest.mark.django_db
def test_one_that_failed_may_be_sent_again() -> None:
    def fail() -> Person:
        raise ValueError("not yet")

    token = uuid4()
    with pytest.raises(ValueError, match="not yet"):
        once(token, Event.PERSON_RECORDED, Person, fail)
    assert once(token, Event.PERSON_RECORDED, Person, make_person).last_name == "Once"


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_record_one() -> None:
    token, together, made = uuid4(), Barrier(2), []

    def send() -> None:
        together.wait()
        name = Name(last_name="Once")
        made.append(record_person(RECORDER, name=name, identity=Identity(), token=token).pk)
        connection.close()

    threads = [Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 2
    assert set(made) == set(Person.objects.values_list("pk", flat=True))
