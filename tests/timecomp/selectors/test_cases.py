"""From the record to the case that is put to the law."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from offenders import choices
from offenders.models import (
    ChargeParticulars,
    ConsecutiveLink,
    CreditAward,
    CustodyPeriod,
    JudgmentOfSentence,
    Misconduct,
    ParoleRelease,
    ParoleViolation,
    Person,
    Sentence,
    SentenceTerms,
)
from offenders.services.facts import correct_fact
from ots.access.viewer import system_viewer
from tests import factories
from timecomp.law.facts import CustodyKind, CustodySpan, SentenceKind, Term
from timecomp.selectors.cases import RecordedCase, recorded_cases
from timecomp.selectors.record_reading import Stretch

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
CLERK = system_viewer("tests")


def case_of(person: Person) -> RecordedCase:
    [found] = recorded_cases(Stretch.of_one(person.pk), as_of=TODAY)
    return found


def amend(sentence: Sentence, *, kind: str, entered_on: date, **changes: object) -> SentenceTerms:
    judgment = JudgmentOfSentence.objects.create(
        case=sentence.charge.case, kind=kind, entered_on=entered_on
    )
    old = sentence.terms.get(superseded_at=None)
    return correct_fact(
        CLERK,
        old,
        person_id=sentence.person_id,
        reason="a later judgment",
        judgment_id=judgment.pk,
        **changes,
    )


def test_a_sentence_carries_its_offense_terms_and_conviction(danas_sentence: Sentence) -> None:
    [sentence] = case_of(danas_sentence.person).case.sentences
    assert sentence.id == "A"
    assert sentence.offense.code == "750.529"
    assert sentence.offense.date == date(2019, 5, 1)
    assert sentence.kind is SentenceKind.INDETERMINATE
    assert (sentence.minimum, sentence.maximum) == (Term(years=5), Term(years=20))
    assert sentence.convicted_on == date(2019, 12, 1)


def test_a_person_without_a_sentence_has_no_case(dana: Person) -> None:
    assert recorded_cases(Stretch.of_one(dana.pk), as_of=TODAY) == []


def test_a_life_maximum_is_life(danas_case: object) -> None:
    sentence = factories.add_sentence(
        factories.add_charge(danas_case),
        kind=choices.SentenceKind.LIFE,
        minimum_years=0,
        maximum_years=0,
        is_life_maximum=True,
    )
    [made] = case_of(sentence.person).case.sentences
    assert (made.minimum, made.maximum) == (None, "life")


def test_an_attempt_is_one_and_a_conspiracy_is_flagged(danas_sentence: Sentence) -> None:
    old = danas_sentence.charge.particulars.get()
    attempt = correct_fact(
        CLERK, old, person_id=danas_sentence.person_id, reason="form", form="attempt"
    )
    assert case_of(danas_sentence.person).case.sentences[0].offense.attempt
    correct_fact(
        CLERK, attempt, person_id=danas_sentence.person_id, reason="form", form="conspiracy"
    )
    offense = case_of(danas_sentence.person).case.sentences[0].offense
    assert (offense.attempt, offense.flags) == (False, frozenset({"conspiracy"}))


def test_only_what_stands_is_read(danas_sentence: Sentence) -> None:
    old = Misconduct.objects.create(
        person=danas_sentence.person,
        violated_on=date(2021, 2, 1),
        found_guilty_on=date(2021, 2, 9),
        misconduct_class="I",
    )
    correct_fact(
        CLERK,
        old,
        person_id=danas_sentence.person_id,
        reason="misread",
        violated_on=date(2021, 2, 3),
    )
    [ticket] = case_of(danas_sentence.person).case.misconduct
    assert ticket.violated_on == date(2021, 2, 3)


def test_consecutive_sentences_name_the_letter_they_follow(
    danas_case: object, danas_sentence: Sentence
) -> None:
    second = factories.add_sentence(factories.add_charge(danas_case))
    ConsecutiveLink.objects.create(terms=second.terms.get(), after=danas_sentence)
    first, later = case_of(second.person).case.sentences
    assert (first.consecutive_to, later.consecutive_to) == ((), ("A",))


def test_a_vacated_sentence_says_when(danas_sentence: Sentence) -> None:
    amend(danas_sentence, kind="vacated", entered_on=date(2022, 5, 2), vacated_on=date(2022, 5, 2))
    [sentence] = case_of(danas_sentence.person).case.sentences
    assert sentence.vacated_on == date(2022, 5, 2)


def test_an_amended_judgment_sets_the_sentence_right_in_its_place(
    danas_sentence: Sentence,
) -> None:
    amend(danas_sentence, kind="amended", entered_on=date(2020, 3, 1), minimum_years=4)
    [sentence] = case_of(danas_sentence.person).case.sentences
    assert (sentence.minimum, sentence.replaces) == (Term(years=4), None)


def test_a_resentencing_replaces_the_sentence_as_last_amended(danas_sentence: Sentence) -> None:
    amend(danas_sentence, kind="amended", entered_on=date(2020, 3, 1), minimum_years=4)
    amend(
        danas_sentence,
        kind="resentence",
        entered_on=date(2022, 6, 1),
        sentenced_on=date(2022, 6, 1),
        minimum_years=3,
    )
    amend(danas_sentence, kind="amended", entered_on=date(2022, 7, 1), jail_credit_days=12)
    before, now = case_of(danas_sentence.person).case.sentences
    assert (before.id, before.minimum, before.replaces) == ("A.1", Term(years=4), None)
    assert (now.id, now.minimum, now.replaces) == ("A", Term(years=3), "A.1")
    assert now.jail_credit_days == 12


def test_a_jail_stay_counts_for_each_sentence_of_its_case(
    danas_case: object, danas_sentence: Sentence
) -> None:
    factories.add_sentence(factories.add_charge(danas_case))
    other_case = factories.court_case(danas_sentence.person)
    factories.add_sentence(factories.add_charge(other_case))
    CustodyPeriod.objects.create(
        person=danas_sentence.person,
        kind="jail",
        began_on=date(2019, 6, 1),
        ended_on=date(2020, 1, 15),
        case=danas_sentence.charge.case,
    )
    stays = case_of(danas_sentence.person).case.custody
    assert [stay.sentence for stay in stays] == ["A", "B"]


def test_prison_is_for_no_sentence_in_particular(danas_sentence: Sentence) -> None:
    factories.add_custody(danas_sentence.person, began_on=date(2020, 1, 15))
    assert case_of(danas_sentence.person).case.custody == (
        CustodySpan(CustodyKind.PRISON, date(2020, 1, 15)),
    )


def test_a_violation_stays_with_a_release_that_was_corrected(danas_sentence: Sentence) -> None:
    person = danas_sentence.person
    release = ParoleRelease.objects.create(
        person=person, released_on=date(2025, 1, 15), term_months=24
    )
    ParoleViolation.objects.create(
        person=person, parole=release, kind="technical", declared_on=date(2025, 6, 1)
    )
    correct_fact(
        CLERK,
        release,
        person_id=person.pk,
        reason="typed wrong",
        released_on=date(2025, 1, 16),
    )
    [parole] = case_of(person).case.parole
    assert parole.released_on == date(2025, 1, 16)
    assert [each.declared_on for each in parole.violations] == [date(2025, 6, 1)]


def test_a_sentence_without_an_offense_date_is_a_gap_with_all_that_follow_it(
    danas_case: object, danas_sentence: Sentence
) -> None:
    second = factories.add_sentence(factories.add_charge(danas_case))
    third = factories.add_sentence(factories.add_charge(danas_case))
    ConsecutiveLink.objects.create(terms=second.terms.get(), after=danas_sentence)
    correct_fact(
        CLERK,
        ChargeParticulars.objects.get(charge=danas_sentence.charge),
        person_id=danas_sentence.person_id,
        reason="not proved",
        offense_date=None,
    )
    CreditAward.objects.create(
        person=danas_sentence.person,
        sentence=danas_sentence,
        kind="special_disciplinary_credit",
        days=24,
        awarded_on=date(2021, 1, 1),
    )
    found = case_of(danas_sentence.person)
    assert [gap.sentence for gap in found.gaps] == ["A", "B"]
    assert [sentence.id for sentence in found.case.sentences] == [third.label]
    assert found.case.credit_awards == ()


def test_an_unreadable_offense_code_is_a_gap_that_names_it(danas_sentence: Sentence) -> None:
    correct_fact(
        CLERK,
        danas_sentence.charge.particulars.get(),
        person_id=danas_sentence.person_id,
        reason="as the feed has it",
        offense_code="see file",
    )
    [gap] = case_of(danas_sentence.person).gaps
    assert "[see file]" in gap.message


def test_many_people_take_as_many_queries_as_one(danas_sentence: Sentence) -> None:
    with CaptureQueriesContext(connection) as one:
        recorded_cases(Stretch.of_one(danas_sentence.person_id), as_of=TODAY)
    for number in range(5):
        case = factories.court_case(factories.person(f"Person{number}"))
        factories.add_sentence(factories.add_charge(case))
    with CaptureQueriesContext(connection) as many:
        found = recorded_cases(Stretch(0, 10**9), as_of=TODAY)
    assert len(found) == 6
    assert len(many) == len(one) <= 13


def test_a_sentence_that_follows_itself_is_a_gap_and_no_crash(danas_sentence: Sentence) -> None:
    terms = danas_sentence.terms.get(superseded_at=None)
    ConsecutiveLink.objects.create(terms=terms, after=danas_sentence)
    recorded = case_of(danas_sentence.person)
    assert [gap.sentence for gap in recorded.gaps] == ["A"]
    assert "name the one it follows" in recorded.gaps[0].message


def test_a_sentence_that_follows_one_without_terms_is_a_gap(danas_sentence: Sentence) -> None:
    charge = factories.add_charge(danas_sentence.charge.case)
    bare = Sentence.objects.create(person=danas_sentence.person, charge=charge, label="B")
    terms = danas_sentence.terms.get(superseded_at=None)
    ConsecutiveLink.objects.create(terms=terms, after=bare)
    assert [gap.sentence for gap in case_of(danas_sentence.person).gaps] == ["A"]
