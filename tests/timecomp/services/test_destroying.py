"""An order to destroy a sentence takes along what time computation tells of it."""

from datetime import date

import pytest
from django.db import Error, connection, transaction
from django.utils import timezone

from offenders.models import SealOrder, Sentence
from offenders.selectors.sealable import Sealable
from offenders.services.seals import CourtOrder, expunge
from ots.access.models import User
from ots.access.viewer import system_viewer, viewer_for
from tests import factories
from timecomp.models import (
    Certification,
    ClerkDecision,
    Computation,
    ComputationException,
    ImpactPerson,
    ImpactRun,
)
from timecomp.services.certifying import certify_dates
from timecomp.services.computing import compute_person
from timecomp.services.decisions import OverrideEntry, override_date
from timecomp.services.destroying import ERASED_FACTS, ERASED_RESULTS

PROGRAM = system_viewer("tests")


@pytest.fixture
def other_sentence(danas_case, danas_sentence: Sentence) -> Sentence:
    """A second sentence of the same case, which stays."""
    return factories.add_sentence(factories.add_charge(danas_case))


@pytest.fixture
def told(danas_sentence: Sentence, other_sentence: Sentence, tim: User) -> Computation:
    """Both sentences are computed, decided, asked about, certified, and part of a run."""
    person = danas_sentence.person_id
    compute_person(PROGRAM, person)
    for sentence in (danas_sentence, other_sentence):
        entry = OverrideEntry(
            sentence_label=sentence.label,
            date_name="parole_eligibility",
            value=date(2030, 1, 2),
            authority="Order 7",
            until=None,
            reason="The paper says so",
        )
        override_date(viewer_for(tim), person, entry=entry)
    computation = Computation.objects.get(person=person, superseded_at=None)
    certify_dates(viewer_for(tim), person, computation_id=computation.pk, note="")
    for sentence in (danas_sentence, other_sentence):
        ComputationException.objects.create(
            person_id=person,
            computation=computation,
            rule="test",
            sentence_label=sentence.label,
            message="Which day?",
            opened_at=timezone.now(),
        )
    run = ImpactRun.objects.create(as_of=date(2026, 1, 2), started_at=timezone.now())
    ImpactPerson.objects.create(run=run, person_id=person, before=date(2030, 1, 2))
    return computation


@pytest.fixture
def tombstone(told: Computation, danas_sentence: Sentence) -> SealOrder:
    """The first sentence's count is destroyed by order."""
    order = CourtOrder(
        court_id=factories.court("Sealing Court").pk,
        order_number="O-1",
        ordered_on=date(2026, 5, 4),
        authority="780.621",
    )
    what = Sealable(charge_id=danas_sentence.charge_id)
    return expunge(PROGRAM, danas_sentence.person_id, what=what, order=order)


@pytest.mark.parametrize("model", [ClerkDecision, ComputationException])
def test_what_tells_of_the_sentence_goes_and_of_another_stays(
    model, tombstone, danas_sentence, other_sentence
):
    labels = set(model.objects.exclude(sentence_label="").values_list("sentence_label", flat=True))
    assert danas_sentence.label not in labels
    assert other_sentence.label in labels


def test_what_proposed_laws_would_do_to_the_person_goes(tombstone):
    assert not ImpactPerson.objects.exists()


def test_the_act_of_the_clerk_stays(tombstone, told):
    assert Certification.objects.get().computation == told


def test_no_computation_made_before_keeps_facts_results_or_dates(tombstone):
    kept = Computation.objects.filter(person=tombstone.person_id)
    assert {
        (str(each.facts), str(each.results), str(each.moved), each.earliest_release_date)
        for each in kept
    } == {("{'sentences': []}", "{'offender': {}, 'sentences': []}", "[]", None)}


def test_the_fingerprints_of_what_was_given_out_stay(told, tombstone):
    erased = Computation.objects.get(pk=told.pk)
    assert (erased.facts_digest, erased.results_digest) == (told.facts_digest, told.results_digest)


def test_computations_are_erased_for_no_other_reason(told):
    with pytest.raises(Error, match="never changed"), transaction.atomic():
        Computation.objects.filter(pk=told.pk).update(facts={"sentences": []})


def test_an_order_about_one_person_erases_nothing_of_another(tombstone, told):
    other = factories.person("Other")
    computation = Computation.objects.get(pk=told.pk)
    computation.pk, computation.person, computation.facts = None, other, {"kept": True}
    computation.superseded_at = None
    computation.save()
    with pytest.raises(Error, match="never changed"), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('ots.destroyed_by', %s, true)", [str(tombstone.pk)])
        Computation.objects.filter(pk=computation.pk).update(
            facts=ERASED_FACTS, results=ERASED_RESULTS, moved=[]
        )


def test_the_order_counts_what_went(tombstone):
    counted = {name: tombstone.destroyed[name] for name in ("clerk decisions", "sentences")}
    assert counted == {"clerk decisions": 1, "sentences": 1}


def test_the_rest_is_computed_again(tombstone, danas_sentence):
    compute_person(PROGRAM, tombstone.person_id)
    standing = Computation.objects.get(person=tombstone.person_id, superseded_at=None)
    assert danas_sentence.label not in {each["id"] for each in standing.results["sentences"]}
