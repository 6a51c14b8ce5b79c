"""What a registered victim may be told: two facts, and nothing of a closed record."""

from dataclasses import fields
from datetime import date

import pytest

from offenders.choices import Status
from offenders.models import Person, PersonClosure, Sentence
from offenders.models.restriction import ClosureKind
from offenders.selectors.reading import Reading
from ots.access.closures import Closure
from ots.access.models import User
from ots.access.viewer import system_viewer, viewer_for
from tests import factories
from timecomp.models import Computation
from timecomp.selectors.victim_dates import CUSTODY_WORDS, VictimDates, victim_dates
from timecomp.services.certifying import certify_dates
from timecomp.services.computing import compute_person


@pytest.fixture
def held(danas_case) -> Sentence:
    """Dana, in prison for ten to twenty years."""
    sentence = factories.add_sentence(
        factories.add_charge(danas_case), minimum_years=10, maximum_years=20
    )
    factories.add_custody(sentence.person)
    compute_person(system_viewer("tests"), sentence.person_id)
    stand(sentence, Status.PRISON)
    return sentence


def stand(sentence: Sentence, status: Status) -> None:
    Person.objects.filter(pk=sentence.person_id).update(status=status)


def told(user: User, sentence: Sentence) -> VictimDates | None:
    return victim_dates(Reading(viewer_for(user)), sentence.person_id)


def release() -> date | None:
    return Computation.objects.get().earliest_release_date


def test_victim_services_tells_custody_and_the_earliest_release(vic: User, held) -> None:
    assert told(vic, held) == VictimDates("In prison", release(), is_certified=False)


def test_nothing_else_can_be_told() -> None:
    assert {each.name for each in fields(VictimDates)} == {
        "custody",
        "earliest_release",
        "is_certified",
    }


def test_a_certified_date_is_told_as_certified(vic: User, tim: User, held: Sentence) -> None:
    stored = Computation.objects.get()
    certify_dates(viewer_for(tim), held.person_id, computation_id=stored.pk)
    found = told(vic, held)
    assert found is not None
    assert found.is_certified


@pytest.mark.parametrize("status", Status)
def test_every_status_has_words(status: Status) -> None:
    assert CUSTODY_WORDS[status]


@pytest.mark.parametrize("status", [Status.PAROLE, Status.ESCAPED, Status.DISCHARGED])
def test_whoever_is_not_held_has_no_day_of_release(vic: User, held, status: Status) -> None:
    stand(held, status)
    found = told(vic, held)
    assert found is not None
    assert found.earliest_release is None


@pytest.mark.parametrize("kind", [ClosureKind.PROTECTED, ClosureKind.EMPLOYEE, ClosureKind.SEALED])
def test_of_a_closed_person_nothing_is_told_whatever_the_role(held, kind: ClosureKind) -> None:
    PersonClosure.objects.create(person=held.person, kind=kind)
    custodian = factories.user("Rosa", role="Restricted records custodian")
    assert told(custodian, held) is None


@pytest.mark.parametrize("closure", [Closure.YOUTHFUL, Closure.JUVENILE, Closure.SEALED])
def test_nothing_is_told_where_a_date_hangs_on_a_closed_count(tim, held, closure: Closure) -> None:
    type(held.charge)._base_manager.filter(pk=held.charge_id).update(closure=closure)
    assert told(tim, held) is None


def test_a_role_that_sees_no_dates_is_told_nothing(paula: User, held: Sentence) -> None:
    assert told(paula, held) is None


def test_nothing_is_told_of_a_person_out_of_reach(ruth: User, held: Sentence) -> None:
    assert told(ruth, held) is None
