"""Recording a person, names and numbers."""

from datetime import date

import pytest

from offenders.models import Demographics, Identifier, Person, PersonName
from offenders.services.people import (
    Identity,
    Name,
    add_identifier,
    add_name,
    record_person,
    set_summary,
)
from offenders.services.refusals import RefusedError
from ots.access.models import User
from ots.access.viewer import NotAllowedError, system_viewer, viewer_for
from ots.audit.models import AuditEntry
from tests import factories

RECORDER = system_viewer("tests")


def test_a_new_person_has_a_name_and_a_birth_in_the_history(db: None) -> None:
    person = record_person(
        RECORDER,
        name=Name("Nowak", "Kim"),
        identity=Identity(birth_date=date(1990, 4, 1)),
        source="Judgment",
    )
    name, born = PersonName.objects.get(), Demographics.objects.get()
    assert (name.person, name.kind, name.source) == (person, "legal", "Judgment")
    assert (born.person, born.birth_date) == (person, date(1990, 4, 1))


def test_a_clerk_without_the_whole_state_may_still_record_one(tim: User) -> None:
    role = tim.groups.get()
    role.permissions.remove(role.permissions.get(codename="scope.statewide"))
    person = record_person(viewer_for(tim), name=Name("Nowak"), identity=Identity())
    assert Person.objects.get() == person


def test_an_agent_may_not_record_a_person(olivia: User) -> None:
    with pytest.raises(NotAllowedError):
        record_person(viewer_for(olivia), name=Name("Nowak"), identity=Identity())
    assert not Person.objects.exists()


def test_a_second_legal_name_is_a_correction_instead(dana: Person) -> None:
    with pytest.raises(RefusedError, match="correct it"):
        add_name(RECORDER, dana.pk, kind="legal", name=Name("Dough"))


def test_one_number_is_one_persons(dana: Person) -> None:
    factories.add_identifier(dana, value="284913")
    pat = factories.person("Pat")
    with pytest.raises(RefusedError, match=f"No. {dana.pk}"):
        add_identifier(RECORDER, pat.pk, kind="mdoc", value="284913")
    assert Identifier.objects.count() == 1


def test_a_sensitive_number_needs_its_own_right(tim: User, dana: Person) -> None:
    role = tim.groups.get()
    role.permissions.remove(role.permissions.get(codename="change.sensitive_identifier"))
    with pytest.raises(NotAllowedError, match="ssn"):
        add_identifier(viewer_for(tim), dana.pk, kind="ssn", value="123456789")
    assert not Identifier.objects.exists()


def test_a_summary_that_does_not_change_leaves_no_entry(dana: Person) -> None:
    before = AuditEntry.objects.count()
    set_summary(dana.pk, status=dana.status)
    assert AuditEntry.objects.count() == before
