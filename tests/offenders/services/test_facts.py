"""Recording and correcting facts: the two writes that all others are made of."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offenders import choices
from offenders.models import Address, Identifier, Person, PersonName
from offenders.services.facts import (
    AlreadyCorrectedError,
    add_fact,
    correct_fact,
)
from ots.access.models import User
from ots.access.viewer import NotAllowedError, system_viewer, viewer_for
from ots.audit.models import AuditEntry
from tests import factories

RECORDER = system_viewer("tests")
WORDS = st.text("abcdefgh", min_size=1, max_size=8)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(WORDS, min_size=1, max_size=8))
def test_a_chain_of_corrections_has_one_current_row_and_loses_none(
    dana: Person, names: list[str]
) -> None:
    fact = add_fact(
        RECORDER, PersonName, person_id=dana.pk, kind=choices.NameKind.ALIAS, last_name="first"
    )
    chain = [fact.pk]
    for name in names:
        fact = correct_fact(RECORDER, fact, person_id=dana.pk, reason="Again", last_name=name)
        chain.append(fact.pk)
    rows = PersonName.objects.filter(pk__in=chain)
    assert [row.pk for row in rows if row.is_current] == [chain[-1]]
    assert list(rows.order_by("pk").values_list("last_name", flat=True)) == ["first", *names]


def test_a_correction_carries_over_what_it_does_not_change(dana: Person) -> None:
    address = factories.add_address(dana)
    new = correct_fact(RECORDER, address, person_id=dana.pk, reason="Typo", street="14 Elm Street")
    assert (new.street, new.city, new.postal_code) == ("14 Elm Street", "Lansing", "48933")


def test_a_fact_is_corrected_once(dana: Person) -> None:
    address = factories.add_address(dana)
    correct_fact(RECORDER, address, person_id=dana.pk, reason="Typo", street="14 Elm Street")
    with pytest.raises(AlreadyCorrectedError):
        correct_fact(RECORDER, address, person_id=dana.pk, reason="Typo", street="15 Elm Street")
    assert Address.objects.filter(person=dana).count() == 2


def test_a_correction_needs_its_reason(dana: Person) -> None:
    address = factories.add_address(dana)
    with pytest.raises(ValueError, match="reason"):
        correct_fact(RECORDER, address, person_id=dana.pk, reason=" ", street="14 Elm Street")


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_keeps_a_fact_as_it_was(dana: Person, change: str) -> None:
    address = factories.add_address(dana)
    rows = Address.objects.filter(pk=address.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(street="Elsewhere") if change == "update" else rows.delete()
    assert rows.get().street == "12 Elm Street"


def test_what_was_corrected_cannot_be_made_current_again(dana: Person) -> None:
    address = factories.add_address(dana)
    correct_fact(RECORDER, address, person_id=dana.pk, reason="Typo", street="14 Elm Street")
    with pytest.raises(IntegrityError), transaction.atomic():
        Address.objects.filter(pk=address.pk).update(superseded_at=None)
    assert Address.objects.get(pk=address.pk).superseded_at <= timezone.now()


def test_nothing_is_recorded_about_a_person_out_of_reach(oscar: User, dana: Person) -> None:
    with pytest.raises(NotAllowedError):
        add_fact(viewer_for(oscar), Address, person_id=dana.pk, street="12 Elm Street")
    assert not Address.objects.exists()


def test_a_field_that_is_not_the_viewers_to_change_is_refused(olivia: User, dana: Person) -> None:
    with pytest.raises(NotAllowedError, match="Identifier.kind"):
        add_fact(viewer_for(olivia), Identifier, person_id=dana.pk, kind="mdoc", value="1")


def test_the_trail_holds_the_event_and_no_value(tim: User, dana: Person) -> None:
    add_fact(viewer_for(tim), Identifier, person_id=dana.pk, kind="mdoc", value="284913")
    number = Identifier.objects.get()
    entry = AuditEntry.objects.get(
        event="FACT_RECORDED",
        action=AuditEntry.Action.UPDATE,
        object_repr=f"identifier {number.pk}",
    )
    assert entry.person_id == dana.pk
    assert "284913" not in f"{entry.object_repr} {entry.additional_data} {entry.changes}"
