"""What an office says of its figures stands beside them."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from offenders.models import Person
from ots.access.models import Office, User
from ots.access.viewer import NotAllowedError, viewer_for
from ots.audit.models import AuditEntry
from supervision.models import GridCell, PatternNote, Response
from supervision.services.pattern_notes import say_of_pattern
from tests.conftest import SignIn
from tests.factories.supervision_violation import answer_kind

PAGE = "supervision:team-patterns"
WORDS = "Two agents were away in spring."


@pytest.fixture
def cell(dana: Person) -> GridCell:
    """A cell of the grid in which Dana's office answered."""
    found = GridCell.objects.filter(level=1)[0]
    Response.objects.create(
        person=dana,
        kind=answer_kind("written-warning"),
        cell=found,
        presumed_level=1,
        chosen_level=1,
        deviation="none",
        effective_on=timezone.localdate(),
    )
    return found


def test_a_supervisor_says_what_stands_behind_the_figures_of_the_own_office(
    sam: User, lansing: Office, cell: GridCell, sign_in: SignIn
) -> None:
    client = sign_in(sam)
    sent = {"about": f"{cell.pk}-{lansing.pk}", "text": WORDS}
    shown = client.post(reverse(PAGE), sent, follow=True).content.decode()
    assert f"{lansing.name} says:" in shown
    assert WORDS in shown
    assert AuditEntry.objects.filter(event="PATTERN_ANSWERED", actor_id=sam.pk).exists()


def test_nobody_speaks_for_another_office(
    sam: User, marquette: Office, cell: GridCell, sign_in: SignIn
) -> None:
    sent = {"about": f"{cell.pk}-{marquette.pk}", "text": WORDS}
    assert sign_in(sam).post(reverse(PAGE), sent).status_code == 200
    with pytest.raises(NotAllowedError):
        say_of_pattern(viewer_for(sam), cell=cell.pk, office=marquette.pk, text=WORDS)
    assert not PatternNote.objects.exists()


def test_what_an_office_said_is_shown_to_none_who_sees_no_figures_of_it(
    ruth: User, sam: User, lansing: Office, cell: GridCell, sign_in: SignIn
) -> None:
    say_of_pattern(viewer_for(sam), cell=cell.pk, office=lansing.pk, text=WORDS)
    assert WORDS not in sign_in(ruth).get(reverse(PAGE)).content.decode()


def test_what_an_office_said_is_never_changed(sam: User, lansing: Office, cell: GridCell) -> None:
    said = say_of_pattern(viewer_for(sam), cell=cell.pk, office=lansing.pk, text=WORDS)
    with pytest.raises(DatabaseError), transaction.atomic():
        PatternNote.objects.filter(pk=said.pk).update(text="Otherwise")
