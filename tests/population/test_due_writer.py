"""The year of everybody supervised is written once."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from ots.audit.models import AuditEntry
from ots.population.due_writer import write_year
from supervision.models import Contact, Obligation
from tests.factories.supervision_obligations import supervise

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def followed(dana, today):
    supervise(dana, began_on=today - timedelta(days=400))
    return dana


def test_contacts_meet_what_was_due(followed, today):
    write_year(as_of=today, seed=1)
    met = Obligation.objects.filter(person=followed, done_label="supervision.contact")
    assert set(met.values_list("done_id", flat=True)) == set(
        Contact.objects.filter(person=followed).values_list("pk", flat=True)
    )


def test_a_second_run_adds_nothing(followed, today):
    write_year(as_of=today, seed=1)
    assert sum(write_year(as_of=today, seed=1).values()) == 0


def test_nobody_is_followed_who_is_not_supervised(dana, today):
    assert sum(write_year(as_of=today, seed=1).values()) == 0


def test_the_command_says_how_many_rows_there_are(followed):
    said = StringIO()
    call_command("generate_supervision", stdout=said)
    assert "supervision_obligation" in said.getvalue()


def test_the_trail_tells_of_what_was_made_up(followed, today):
    write_year(as_of=today, seed=1)
    entry = AuditEntry.objects.filter(event="POPULATION_GENERATED").latest("pk")
    assert entry.additional_data["rows"]["supervision_obligation"] > 0
