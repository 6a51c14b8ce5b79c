"""Writing people: all constraints hold, and an interrupted run is completed by the same order."""

from dataclasses import replace

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection

from offenders.models import Identifier, Person, SentenceTerms
from offenders.services.status import current_status
from ots.access.models import User
from ots.audit.models import AuditEntry
from ots.population.run import ONE_RUN_LOCK, AnotherRunError, database_address
from supervision.models import Assignment

from .conftest import AS_OF


class InterruptionError(Exception):
    """The run was broken off."""


def break_off_after(chunks):
    done = []

    def chunk_done(number):
        done.append(number)
        if len(done) == chunks:
            raise InterruptionError

    return chunk_done


def test_three_hundred_people_keep_every_constraint(write):
    write(300)
    connection.check_constraints()
    assert Person.objects.count() == 300


def test_the_status_written_is_the_one_that_follows_from_the_facts(write):
    write(150)
    for person in Person.objects.all():
        assert person.status == current_status(person.pk, AS_OF), person.pk


def test_the_same_order_again_adds_nobody(write):
    write(20)
    assert write(20).people == 0


def test_a_larger_number_adds_the_rest(write):
    write(20)
    assert write(30).people == 10


def test_another_seed_adds_others(write, plan):
    write(20)
    assert write(20, plan=replace(plan, seed=2)).people == 20


def test_an_interrupted_run_leaves_whole_chunks(write):
    with pytest.raises(InterruptionError):
        write(50, chunk=10, chunk_done=break_off_after(2))
    assert Person.objects.count() == 20


def test_the_same_order_completes_an_interrupted_run(write):
    with pytest.raises(InterruptionError):
        write(50, chunk=10, chunk_done=break_off_after(2))
    write(50, chunk=20)
    assert Identifier.objects.filter(kind="study").count() == 50


def test_one_event_says_what_was_made(write):
    write(20, chunk=5)
    entry = AuditEntry.objects.get(event="POPULATION_GENERATED")
    assert entry.additional_data["people"] == 20


def test_an_interrupted_run_is_in_the_trail_too(write):
    with pytest.raises(InterruptionError):
        write(50, chunk=10, chunk_done=break_off_after(2))
    entry = AuditEntry.objects.get(event="POPULATION_GENERATED")
    assert entry.additional_data["people"] == 20


def test_new_rows_of_the_application_get_keys_of_their_own(write):
    write(20)
    person = Person.objects.create(last_name="Doe")
    assert person.pk > Person.objects.exclude(pk=person.pk).order_by("-pk").first().pk


def test_people_outside_are_assigned_to_the_agent_in_their_summary(write):
    write(60)
    assigned = Assignment.objects.values_list("person_id", "agent_id", "office_id")
    summary = Person.objects.exclude(agent=None).values_list("pk", "agent_id", "office_id")
    assert set(assigned) == set(summary)


def test_an_agent_works_at_the_office_that_supervises(write):
    write(60)
    assert all(
        assignment.agent.office_id == assignment.office_id
        for assignment in Assignment.objects.select_related("agent")
    )


def test_agents_made_up_cannot_sign_in(write):
    write(10)
    agents = User.objects.filter(username__startswith="agent.")
    assert agents
    assert not any(agent.has_usable_password() for agent in agents)


def test_agents_are_appointed_once(write):
    write(10)
    assert write(10).agents == 0


def test_later_terms_supersede_the_earlier(write):
    write(300)
    later = SentenceTerms.objects.exclude(supersedes=None).select_related("supersedes")
    assert later
    assert all(terms.supersedes.superseded_at for terms in later)


@pytest.mark.django_db(transaction=True)
def test_two_runs_at_a_time_are_refused(write):
    with psycopg.connect(database_address()) as other:
        other.execute("SELECT pg_advisory_lock(%s)", (ONE_RUN_LOCK,))
        with pytest.raises(AnotherRunError):
            write(10)


@pytest.mark.django_db(transaction=True)
def test_two_processes_write_whom_one_process_writes(write):
    write(40, workers=2, chunk=10)
    by_two = set(Identifier.objects.values_list("value", flat=True))
    write(40)
    assert set(Identifier.objects.values_list("value", flat=True)) == by_two
    assert Person.objects.count() == 40


def test_the_command_loads_the_reference_data_it_lacks(db, capsys):
    call_command("generate_population", "12", "--workers", "1", "--as-of", "2026-11-21")
    assert "12 people made up, 0 were there already" in capsys.readouterr().out
