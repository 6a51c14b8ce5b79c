"""Computing one person: what is stored, what stays, what is left to a person."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from offenders.models import ConsecutiveLink, Misconduct, Person, Sentence
from offenders.services.facts import correct_fact
from ots.access.models import User
from ots.access.viewer import NotAllowedError, system_viewer, viewer_for
from ots.audit.models import AuditEntry
from tests import factories
from timecomp.choices import Cause
from timecomp.models import Computation, ComputationException, PersonProfile, RuleProfile
from timecomp.selectors.record_reading import Stretch
from timecomp.selectors.standing import standing_computations
from timecomp.services import computing
from timecomp.services.computing import compute_person, compute_stretch
from timecomp.services.storing import Prompt

pytestmark = pytest.mark.django_db
PROGRAM = system_viewer("tests")
TODAY = date(2026, 11, 21)


def compute(person_id: int, *, as_of: date = TODAY) -> Computation | None:
    return compute_person(PROGRAM, person_id, event="SENTENCE_IMPOSED", as_of=as_of)


def shorten(sentence: Sentence) -> None:
    correct_fact(
        PROGRAM,
        sentence.terms.get(superseded_at=None),
        person_id=sentence.person_id,
        reason="misread judgment",
        minimum_years=4,
    )


def test_it_stores_the_dates_with_facts_law_and_cause(danas_sentence: Sentence) -> None:
    made = compute(danas_sentence.person_id)
    assert made.earliest_release_date == date(2025, 1, 15)
    assert made.maximum_discharge_date == date(2040, 1, 15)
    assert (made.controlling_minimum, made.controlling_maximum) == ("A", "A")
    assert made.facts["sentences"][0]["offense"]["code"] == "750.529"
    assert made.results["sentences"][0]["net_minimum"] == "2025-01-15"
    assert (made.cause, made.prompted_by, made.moved) == (Cause.FIRST, "SENTENCE_IMPOSED", [])


def test_what_an_evaluation_touched_is_kept_for_the_person(danas_sentence: Sentence) -> None:
    compute(danas_sentence.person_id)
    kept = PersonProfile.objects.get(person=danas_sentence.person_id)
    assert "start_single" in kept.profile.rules


def test_rules_touched_anew_without_another_date_store_no_computation(
    danas_sentence: Sentence,
) -> None:
    compute(danas_sentence.person_id)
    older = RuleProfile.objects.create(id="older", rules=["start_single"])
    PersonProfile.objects.update(profile=older)
    compute(danas_sentence.person_id)
    assert Computation.objects.count() == 1
    assert PersonProfile.objects.get().profile != older


def test_a_second_time_nothing_is_stored(danas_sentence: Sentence) -> None:
    first = compute(danas_sentence.person_id)
    assert compute(danas_sentence.person_id) == first
    assert compute(danas_sentence.person_id, as_of=date(2026, 11, 22)) == first
    assert Computation.objects.count() == 1


def test_a_corrected_fact_moves_the_dates_and_the_difference_is_kept(
    danas_sentence: Sentence,
) -> None:
    first = compute(danas_sentence.person_id)
    shorten(danas_sentence)
    second = compute(danas_sentence.person_id)
    first.refresh_from_db()
    assert first.superseded_at is not None
    assert first.earliest_release_date == date(2025, 1, 15)
    assert second.earliest_release_date == date(2024, 1, 15)
    assert second.cause == Cause.FACTS
    assert second.moved[0] == {
        "sentence": None,
        "date": "earliest_release_date",
        "from": "2025-01-15",
        "to": "2024-01-15",
    }


def test_a_fact_that_moves_nothing_is_stored_with_the_facts(danas_sentence: Sentence) -> None:
    compute(danas_sentence.person_id)
    Misconduct.objects.create(
        person=danas_sentence.person,
        violated_on=date(2021, 2, 1),
        found_guilty_on=date(2021, 2, 9),
        misconduct_class="III",
    )
    second = compute(danas_sentence.person_id)
    assert (second.cause, second.moved) == (Cause.FACTS, [])
    assert second.facts["misconduct"][0]["class"] == "III"


def test_another_result_of_the_same_facts_is_the_laws_doing_only_if_the_law_is_another(
    danas_sentence: Sentence, monkeypatch: pytest.MonkeyPatch
) -> None:
    compute(danas_sentence.person_id)
    stretch = Stretch.of_one(danas_sentence.person_id)
    standing = standing_computations(stretch)[danas_sentence.person_id]
    [found] = computing.recorded_cases(stretch, as_of=TODAY)
    evaluated = computing.evaluated(found)
    assert evaluated.cause_after(standing) == Cause.DAY
    other = replace(standing, results_digest="of another result")
    assert evaluated.cause_after(other) == Cause.UNEXPLAINED
    monkeypatch.setattr("timecomp.services.evaluated.current_law", lambda: "another law")
    assert evaluated.cause_after(other) == Cause.LAW


def test_a_person_without_a_sentence_has_no_computation(dana: Person) -> None:
    assert compute(dana.pk) is None
    assert not Computation.objects.exists()


def test_a_gap_in_the_record_withholds_the_persons_dates_and_says_why(
    danas_case: object, danas_sentence: Sentence
) -> None:
    second = factories.add_sentence(factories.add_charge(danas_case))
    correct_fact(
        PROGRAM,
        second.charge.particulars.get(),
        person_id=second.person_id,
        reason="not proved",
        offense_date=None,
    )
    made = compute(second.person_id)
    assert made.earliest_release_date is None
    assert made.results["sentences"][0]["net_minimum"] == "2025-01-15"
    missing = ComputationException.objects.get(rule="facts_missing")
    assert (missing.sentence_label, missing.is_open) == ("B", True)


def test_what_is_left_to_a_person_is_open_once_and_closed_when_it_is_gone(
    danas_case: object, danas_sentence: Sentence
) -> None:
    second = factories.add_sentence(factories.add_charge(danas_case))
    ConsecutiveLink.objects.create(terms=second.terms.get(), after=danas_sentence)
    compute(second.person_id)
    asked = ComputationException.objects.get(rule="cons_needs_statute")
    assert (asked.sentence_label, asked.closed_at) == ("B", None)
    shorten(danas_sentence)
    compute(second.person_id)
    assert ComputationException.objects.get(rule="cons_needs_statute") == asked
    shorten(second)
    compute(second.person_id)
    asked.refresh_from_db()
    assert asked.closed_at is not None


def test_a_defect_of_the_program_harms_one_person_only(
    danas_sentence: Sentence, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = factories.add_sentence(
        factories.add_charge(factories.court_case(factories.person("Earl")))
    )
    real = computing.evaluated.__globals__["evaluate"].__globals__["compute"]

    def broken(case: object, *, trace: bool) -> object:
        if case.id == str(danas_sentence.person_id):
            raise ZeroDivisionError("months")
        return real(case, trace=trace)

    monkeypatch.setattr("timecomp.selectors.evaluation.compute", broken)
    tally = compute_stretch(Stretch(0, 10**9), as_of=TODAY, prompt=Prompt())
    assert (tally.recomputed, tally.failed) == (2, 1)
    failed = ComputationException.objects.get(person=danas_sentence.person_id)
    assert "ZeroDivisionError: months" in failed.message
    assert Computation.objects.get(person=other.person_id).earliest_release_date is not None


def test_only_who_may_run_computations_may(olivia: User, danas_sentence: Sentence) -> None:
    with pytest.raises(NotAllowedError):
        compute_person(viewer_for(olivia), danas_sentence.person_id)


def test_it_is_recorded_with_the_names_of_the_dates_that_moved_and_no_date(
    tim: User, danas_sentence: Sentence
) -> None:
    compute(danas_sentence.person_id)
    shorten(danas_sentence)
    compute_person(viewer_for(tim), danas_sentence.person_id, event="SENTENCE_AMENDED")
    entry = AuditEntry.objects.filter(event="COMPUTATION_STORED").latest("pk")
    assert (entry.actor, entry.person_id) == (tim, danas_sentence.person_id)
    assert "earliest_release_date" in entry.additional_data["moved"]
    assert "2024" not in str(entry.additional_data)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE timecomp_computation SET earliest_release_date = '2000-01-01'",
        "UPDATE timecomp_computation SET facts = '{}'",
        "DELETE FROM timecomp_computation",
        "UPDATE timecomp_ruleprofile SET rules = '{}'",
    ],
)
def test_postgresql_refuses_to_change_what_was_computed(
    danas_sentence: Sentence, statement: str
) -> None:
    compute(danas_sentence.person_id)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_who_was_computed_meanwhile_is_read_and_computed_again(
    danas_sentence: Sentence, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process stores the shorter sentence between our reading and our writing."""
    person_id = danas_sentence.person_id
    compute(person_id)
    Misconduct.objects.create(
        person_id=person_id,
        violated_on=date(2021, 2, 1),
        found_guilty_on=date(2021, 2, 9),
        misconduct_class="III",
    )
    real = computing.store
    others = iter([True])

    def store_after_others(*args: object) -> object:
        if next(others, False):
            shorten(danas_sentence)
            compute(person_id)
        return real(*args)

    monkeypatch.setattr(computing, "store", store_after_others)
    tally = compute_stretch(Stretch.of_one(person_id), as_of=TODAY, prompt=Prompt())
    standing = Computation.objects.get(person_id=person_id, superseded_at=None)
    assert standing.earliest_release_date == date(2024, 1, 15)
    assert tally.changed == 0


def test_a_stretch_takes_as_many_queries_as_one_person(danas_sentence: Sentence) -> None:
    with CaptureQueriesContext(connection) as one:
        compute_stretch(Stretch.of_one(danas_sentence.person_id), as_of=TODAY, prompt=Prompt())
    for number in range(5):
        case = factories.court_case(factories.person(f"Person{number}"))
        factories.add_sentence(factories.add_charge(case), minimum_years=number + 1)
    with CaptureQueriesContext(connection) as many:
        tally = compute_stretch(Stretch(0, 10**9), as_of=TODAY, prompt=Prompt())
    assert tally.changed == 5
    # One more for the results of what stands, which the first computation has not.
    assert len(many) <= len(one) + 1
