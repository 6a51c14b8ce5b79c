"""The demonstration's data: loaded once, gone on with when stopped, never over real people."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from offenders.models import Person
from ots.access.models import User
from ots.exchange.demo.loading import Standing, load, standing
from ots.exchange.demo.steps import Step
from tests import factories
from tests.exchange.scratch import Scratch


def run() -> str:
    said = StringIO()
    call_command("load_demo_data", stdout=said)
    return said.getvalue()


def test_a_demonstration_killed_on_the_way_is_completed_by_the_next_run(scratch: Scratch) -> None:
    scratch.kill_after(30, "supervision_assignment", scratch.start("load_demo_data"))
    status, said = scratch.run("load_demo_data")
    assert (status, said.splitlines()[0]) == (
        0,
        "Going on with the demonstration data where it was stopped.",
    )
    assert scratch.count("offenders_person") == 500
    assert scratch.count("timecomp_computation") >= 400
    assert scratch.run("load_demo_data") == (
        0,
        "The demonstration data is there already: nothing to do.\n",
    )
    assert scratch.run("load_demo_data", "--force-resume")[0] == 0
    assert scratch.count("offenders_person") == 500


@pytest.mark.django_db
def test_nothing_is_loaded_where_there_are_people(settings: Settings) -> None:
    settings.SHOW_DEMO_USERS = True
    factories.person("Dana")
    assert run() == "The database already has people: nothing was loaded.\n"
    assert not User.objects.filter(username="olivia").exists()


@pytest.mark.django_db
def test_nothing_is_loaded_under_the_settings_of_a_server(settings: Settings) -> None:
    settings.SHOW_DEMO_USERS = False
    with pytest.raises(CommandError, match="This is not a demonstration"):
        run()
    assert not Person.objects.exists()


class StoppedError(Exception):
    """Stands for whatever stops a demonstration on the way."""


def stop() -> str:
    raise StoppedError


@pytest.mark.django_db
def test_a_demonstration_that_was_stopped_is_known_to_be_a_part() -> None:
    with pytest.raises(StoppedError):
        load([Step("Stops", stop)], told=lambda step, done: None)
    factories.person("Dana")
    assert standing() is Standing.PART


@pytest.mark.django_db
def test_a_demonstration_that_ended_is_known_to_be_whole() -> None:
    load([Step("Does nothing", lambda: "nothing")], told=lambda step, done: None)
    assert standing() is Standing.ALL


@pytest.mark.django_db
def test_an_empty_database_holds_nothing_of_a_demonstration() -> None:
    assert standing() is Standing.NOTHING


@pytest.mark.django_db
def test_every_step_is_told_before_and_after_it_is_done() -> None:
    told: list[tuple[str, str | None]] = []
    load([Step("Count", lambda: "3")], told=lambda step, done: told.append((step.name, done)))
    assert told == [("Count", None), ("Count", "3")]
