"""Random selection: committed before, drawn by the seed alone, and due on the day."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction
from django.db.models import F
from django.urls import reverse

from supervision.models import (
    CallScheme,
    Obligation,
    SeedCommitment,
    Selection,
    SelectionDraw,
)
from supervision.services.random_selection import (
    MembershipEntry,
    commit_seed,
    draw,
    draw_month,
    join_group,
)
from tests import factories
from tests.factories.person import RECORDER

JANUARY, FEBRUARY = date(2025, 1, 1), date(2025, 2, 1)
IN_JANUARY = datetime(2025, 1, 1, 6, tzinfo=UTC)
IN_FEBRUARY = datetime(2025, 2, 1, 6, tzinfo=UTC)


@pytest.fixture
def red(lansing, dana):
    scheme = CallScheme.objects.create(
        office=lansing, name="Red", call_in_code="RED", kind="people", times_a_month=1
    )
    entry = MembershipEntry(scheme.pk, JANUARY)
    join_group(RECORDER, dana.pk, entry=entry)
    return scheme


@pytest.fixture
def drawn(red):
    return draw(commit_seed(red, month=FEBRUARY, at=IN_JANUARY), at=IN_FEBRUARY)


def test_the_month_is_drawn_by_the_seed_of_the_month_before(red):
    draw_month(today=JANUARY, at=IN_JANUARY)
    assert draw_month(today=FEBRUARY, at=IN_FEBRUARY) == 1


def test_no_seed_is_chosen_in_the_month_that_it_decides(red):
    draw_month(today=JANUARY, at=IN_JANUARY)
    assert list(SeedCommitment.objects.values_list("first_day", flat=True)) == [FEBRUARY]


def test_a_month_is_drawn_once(red):
    draw_month(today=JANUARY, at=IN_JANUARY)
    draw_month(today=FEBRUARY, at=IN_FEBRUARY)
    assert draw_month(today=FEBRUARY, at=IN_FEBRUARY) == 0


def test_who_is_drawn_has_a_test_due_that_day(drawn, dana):
    selected = Selection.objects.get(person=dana)
    assert Obligation.objects.get(kind="test").due_on == selected.on


def test_a_group_called_as_a_whole_calls_everybody(red, lansing, olivia):
    CallScheme.objects.filter(pk=red.pk).update(kind="days", times_a_month=2)
    other = factories.person("Evan", agent=olivia, office=lansing)
    join_group(RECORDER, other.pk, entry=MembershipEntry(red.pk, JANUARY))
    draw(commit_seed(CallScheme.objects.get(), month=FEBRUARY, at=IN_JANUARY), at=IN_FEBRUARY)
    days = set(Selection.objects.values_list("on", flat=True))
    days = set(Selection.objects.values_list("on", flat=True))
    assert (Selection.objects.count(), len(days)) == (4, 2)


def test_the_seed_is_sealed_until_the_draw(red):
    made = commit_seed(red, month=FEBRUARY, at=IN_JANUARY)
    seed = draw(made, at=IN_FEBRUARY).seed
    assert seed not in made.sealed_seed


def test_the_page_proves_the_draw(sign_in, sam, drawn):
    shown = sign_in(sam).get(reverse("supervision:draw-proof", args=[drawn.pk]))
    assert "decided by the seed alone" in shown.content.decode()


def test_a_person_slipped_in_afterwards_is_found_out(sign_in, sam, drawn, olivia, lansing):
    other = factories.person("Evan", agent=olivia, office=lansing)
    Selection.objects.create(draw=drawn, person=other, on=date(2025, 2, 3))
    shown = sign_in(sam).get(reverse("supervision:draw-proof", args=[drawn.pk]))
    assert "does not prove itself" in shown.content.decode()


def test_a_supervisor_of_another_office_finds_no_draw(sign_in, ruth, drawn):
    url = reverse("supervision:draw-proof", args=[drawn.pk])
    assert sign_in(ruth).get(url).status_code == 404


@pytest.mark.parametrize("model", [SeedCommitment, SelectionDraw])
def test_postgresql_refuses_to_change_what_decided_a_draw(drawn, model):
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        model.objects.update(id=F("id"))


def test_another_group_takes_the_place_of_the_first(red, dana, lansing):
    blue = CallScheme.objects.create(office=lansing, name="Blue", kind="people", times_a_month=1)
    join_group(RECORDER, dana.pk, entry=MembershipEntry(blue.pk, FEBRUARY))
    standing = dana.schememembership_set.filter(superseded_at=None, ended_on=None)
    assert [each.scheme for each in standing] == [blue]


def test_the_page_of_groups_shows_the_hash_before_the_draw(sign_in, olivia, red):
    made = commit_seed(red, month=FEBRUARY, at=IN_JANUARY)
    shown = sign_in(olivia).get(reverse("supervision:call-groups"))
    assert made.digest in shown.content.decode()
