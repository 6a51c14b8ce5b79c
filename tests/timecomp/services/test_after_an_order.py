"""What is sealed or destroyed leaves dates that show, and no sign of itself in their history."""

from datetime import date

import pytest

from offenders.models import CourtCase, Person, Sentence
from offenders.selectors.sealable import Sealable
from offenders.services.seals import CourtOrder, expunge, seal, unseal
from ots.access.models import User
from ots.access.scopes import in_scope
from ots.access.viewer import system_viewer, viewer_for
from tests import factories
from timecomp.choices import Cause, CertificationAct
from timecomp.models import Certification, Computation
from timecomp.selectors.certified import official_to
from timecomp.selectors.record_reading import CURRENT, Stretch
from timecomp.services.computing import compute_person, compute_stretch
from timecomp.services.storing import Prompt

PROGRAM = system_viewer("tests")
TODAY = date(2026, 11, 21)


def order() -> CourtOrder:
    return CourtOrder(
        court_id=factories.court("Sealing Court").pk,
        order_number="O-1",
        ordered_on=date(2026, 5, 4),
        authority="780.621",
    )


def shown_to(user: User) -> list[Computation]:
    """The computations that a user may read."""
    return list(in_scope(viewer_for(user), Computation.objects.all(), person="person"))


@pytest.fixture
def computed(danas_sentence: Sentence) -> Computation:
    """Dana's dates stand."""
    computation = compute_person(PROGRAM, danas_sentence.person_id, as_of=TODAY)
    assert computation is not None
    return computation


@pytest.fixture
def bare_case(dana: Person) -> CourtCase:
    """Another case of Dana's, without a sentence."""
    return factories.court_case(dana)


@pytest.mark.parametrize("carry_out", [seal, expunge])
def test_an_order_about_a_case_without_sentences_leaves_the_dates_in_sight(
    carry_out, computed, bare_case, tim, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        carry_out(PROGRAM, computed.person_id, what=Sealable(case_id=bare_case.pk), order=order())
    [shown] = shown_to(tim)
    assert shown.earliest_release_date == computed.earliest_release_date
    assert shown.pk != computed.pk


def test_the_night_brings_back_dates_that_an_order_withholds(computed, bare_case, tim):
    seal(PROGRAM, computed.person_id, what=Sealable(case_id=bare_case.pk), order=order())
    assert shown_to(tim) == []
    compute_stretch(Stretch.of_one(computed.person_id), as_of=TODAY, prompt=Prompt())
    assert len(shown_to(tim)) == 1


def test_once_stored_anew_nothing_more_is_stored(computed, bare_case):
    seal(PROGRAM, computed.person_id, what=Sealable(case_id=bare_case.pk), order=order())
    again = [compute_person(PROGRAM, computed.person_id, as_of=TODAY) for _ in range(2)]
    assert again[0] == again[1] != computed


def test_an_order_that_was_lifted_stores_nothing_anew(computed, bare_case):
    person = computed.person_id
    sealed = seal(PROGRAM, person, what=Sealable(case_id=bare_case.pk), order=order())
    unseal(PROGRAM, person, seal_id=sealed.pk, order=order())
    assert compute_person(PROGRAM, person, as_of=TODAY) == computed


def test_what_a_sealed_sentence_did_to_the_dates_is_told_to_nobody(
    computed, danas_sentence, django_capture_on_commit_callbacks
):
    factories.add_sentence(factories.add_charge(factories.court_case(danas_sentence.person)))
    with django_capture_on_commit_callbacks(execute=True):
        seal(
            PROGRAM,
            computed.person_id,
            what=Sealable(charge_id=danas_sentence.charge_id),
            order=order(),
        )
    now = Computation.objects.get(CURRENT, person=computed.person_id)
    assert [each["id"] for each in now.results["sentences"]] == ["B"]
    assert (now.cause, now.moved, now.prompted_by, now.actor) == (Cause.FIRST, [], "", None)


@pytest.mark.parametrize(("role", "is_official"), [("tim", False), ("custodian", True)])
def test_dates_certified_before_the_order_are_official_to_who_reads_sealed_records(
    role, is_official, computed, bare_case, tim
):
    person = computed.person_id
    users = {"tim": tim, "custodian": factories.user("Cleo", role="Restricted records custodian")}
    Certification.objects.create(
        person_id=person,
        computation=computed,
        act=CertificationAct.CERTIFIED,
        clerk=tim,
        makes_official=True,
    )
    seal(PROGRAM, person, what=Sealable(case_id=bare_case.pk), order=order())
    assert bool(official_to(viewer_for(users[role]), person)) is is_official
