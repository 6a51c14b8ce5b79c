"""Imposing, amending and vacating sentences, as other parts of the system call them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offenders.models import (
    Charge,
    CourtCase,
    Disposition,
    JudgmentOfSentence,
    Person,
    Sentence,
    SentenceTerms,
)
from offenders.services.cases import CaseEntry, Particulars
from offenders.services.judgment_entry import Count, LaterPaper, Length, SentenceOrder, Terms
from offenders.services.refusals import RefusedError
from offenders.services.sentences import (
    amend_sentence,
    impose_sentence,
    next_label,
    vacate_sentence,
)
from ots.access.models import User
from ots.access.viewer import NotAllowedError, system_viewer, viewer_for
from ots.audit import services as audit
from ots.audit.events import Event
from ots.audit.services import Happening, subscribe
from tests import factories

RECORDER = system_viewer("tests")
SENTENCED_ON = date(2024, 9, 16)
TERMS = Terms(
    kind="indeterminate", sentenced_on=SENTENCED_ON, minimum=Length(5), maximum=Length(20)
)


def order(*, terms: Terms = TERMS, case: int | CaseEntry | None = None) -> SentenceOrder:
    """A robbery of February 2024, in a new case unless told."""
    statute = factories.statute()
    particulars = Particulars(
        description=statute.title, statute_id=statute.pk, offense_date=date(2024, 2, 1)
    )
    entry = CaseEntry(court_id=factories.court().pk, docket_number="24-001234-FC")
    return SentenceOrder(
        case=case or entry,
        count=Count(particulars=particulars),
        terms=terms,
        entered_on=terms.sentenced_on,
    )


def test_two_counts_of_a_day_stand_on_one_judgment(dana: Person) -> None:
    first = impose_sentence(RECORDER, dana.pk, order=order())
    case = first.charge.case_id
    second = impose_sentence(RECORDER, dana.pk, order=order(case=case))
    assert JudgmentOfSentence.objects.count() == 1
    assert [first.charge.count_number, second.charge.count_number] == [1, 2]


def test_a_refusal_leaves_nothing_behind(dana: Person) -> None:
    bad = replace(TERMS, minimum=Length(21))
    with pytest.raises(RefusedError) as refused:
        impose_sentence(RECORDER, dana.pk, order=order(terms=bad))
    assert [objection.field for objection in refused.value.objections] == ["minimum"]
    left = (CourtCase, Charge, Disposition, JudgmentOfSentence, Sentence, SentenceTerms)
    assert not any(model.objects.exists() for model in left)


@pytest.fixture
def subscribed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Event, int | None, int]]:
    """Who is told of sentences, and how many rows of terms stood by then."""
    told: list[tuple[Event, int | None, int]] = []

    def tell(happening: Happening) -> None:
        told.append((happening.event, happening.person_id, SentenceTerms.objects.count()))

    monkeypatch.setattr(audit, "_subscribers", {event: [] for event in Event})
    subscribe(Event.SENTENCE_IMPOSED, tell)
    subscribe(Event.SENTENCE_AMENDED, tell)
    return told


def test_subscribers_are_told_once_when_all_is_written(
    dana: Person, subscribed: list[tuple[Event, int | None, int]]
) -> None:
    sentence = impose_sentence(RECORDER, dana.pk, order=order())
    paper = LaterPaper(
        entered_on=date(2025, 1, 5), reason="Typo", instead_of=sentence.terms.get().pk
    )
    amend_sentence(RECORDER, sentence.pk, paper=paper, terms=replace(TERMS, maximum=Length(15)))
    assert subscribed == [
        (Event.SENTENCE_IMPOSED, dana.pk, 1),
        (Event.SENTENCE_AMENDED, dana.pk, 2),
    ]


def test_what_fails_in_a_subscriber_undoes_the_sentence(
    dana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Happening) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr(audit, "_subscribers", {event: [] for event in Event})
    subscribe(Event.SENTENCE_IMPOSED, fail)
    with pytest.raises(RuntimeError):
        impose_sentence(RECORDER, dana.pk, order=order())
    assert not CourtCase.objects.exists()


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(["amend", "resentence", "vacate"]), max_size=6))
def test_whatever_courts_do_one_terms_stands_and_none_is_lost(
    dana: Person, acts: list[str]
) -> None:
    number = Sentence.objects.count()
    entry = CaseEntry(court_id=factories.court().pk, docket_number=f"24-{number:06d}-FC")
    sentence = impose_sentence(RECORDER, dana.pk, order=order(case=entry))
    done = 1
    for act in acts:
        standing = sentence.terms.get(superseded_at=None)
        paper = LaterPaper(entered_on=date(2025, 1, 5), reason="Order", instead_of=standing.pk)
        if act == "vacate":
            if standing.vacated_on is None:
                vacate_sentence(RECORDER, sentence.pk, paper=paper)
                done += 1
            continue
        amend_sentence(RECORDER, sentence.pk, paper=paper, terms=TERMS)
        done += 1
    assert sentence.terms.count() == done
    assert sentence.terms.filter(superseded_at=None).count() == 1


def test_letters_go_on_after_z(dana: Person, danas_case: CourtCase) -> None:
    for number, label in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ", start=1):
        charge = Charge.objects.create(case=danas_case, count_number=number)
        Sentence.objects.create(person=dana, charge=charge, label=label)
    assert next_label(dana.pk) == "AA"


def test_amending_keeps_what_the_sentence_follows(danas_sentence: Sentence) -> None:
    terms = replace(TERMS, follows=(danas_sentence.pk,), consecutive_authority="768.7a(2)")
    later = impose_sentence(RECORDER, danas_sentence.person_id, order=order(terms=terms))
    paper = LaterPaper(
        entered_on=date(2025, 1, 5), reason="Vacated", instead_of=later.terms.get().pk
    )
    new = vacate_sentence(RECORDER, later.pk, paper=paper)
    assert new.follows.get().after == danas_sentence


def test_a_vacated_sentence_is_not_followed(danas_sentence: Sentence) -> None:
    paper = LaterPaper(
        entered_on=date(2021, 1, 5), reason="Order", instead_of=danas_sentence.terms.get().pk
    )
    vacate_sentence(RECORDER, danas_sentence.pk, paper=paper)
    terms = replace(TERMS, follows=(danas_sentence.pk,), consecutive_authority="768.7a(2)")
    with pytest.raises(RefusedError, match="not vacated"):
        impose_sentence(RECORDER, danas_sentence.person_id, order=order(terms=terms))


def test_a_string_of_sentences_does_not_bite_its_tail(danas_sentence: Sentence) -> None:
    first, person_id = danas_sentence, danas_sentence.person_id
    for _ in range(2):
        last = Sentence.objects.order_by("pk").last()
        terms = replace(TERMS, follows=(last.pk,), consecutive_authority="768.7a(2)")
        impose_sentence(RECORDER, person_id, order=order(terms=terms, case=first.charge.case_id))
    last = Sentence.objects.order_by("pk").last()
    terms = replace(TERMS, follows=(last.pk,), consecutive_authority="768.7a(2)")
    paper = LaterPaper(entered_on=date(2025, 1, 5), reason="Typo", instead_of=first.terms.get().pk)
    with pytest.raises(RefusedError, match="after this one already"):
        amend_sentence(RECORDER, first.pk, paper=paper, terms=terms)


def test_a_count_has_one_sentence(danas_sentence: Sentence) -> None:
    again = SentenceOrder(
        case=danas_sentence.charge.case_id,
        count=danas_sentence.charge_id,
        terms=TERMS,
        entered_on=SENTENCED_ON,
    )
    with pytest.raises(RefusedError, match="no sentence yet"):
        impose_sentence(RECORDER, danas_sentence.person_id, order=again)


def test_probation_puts_the_person_on_probation(dana: Person) -> None:
    terms = Terms(kind="probation", sentenced_on=SENTENCED_ON, maximum=Length(50))
    impose_sentence(RECORDER, dana.pk, order=order(terms=terms))
    dana.refresh_from_db()
    assert dana.status == "probation"


def test_an_agent_may_not_impose(olivia: User, dana: Person) -> None:
    with pytest.raises(NotAllowedError, match=r"sentence\.impose"):
        impose_sentence(viewer_for(olivia), dana.pk, order=order())


def test_an_agent_may_not_amend(olivia: User, danas_sentence: Sentence) -> None:
    paper = LaterPaper(
        entered_on=date(2025, 1, 5), reason="Typo", instead_of=danas_sentence.terms.get().pk
    )
    with pytest.raises(NotAllowedError, match=r"sentence\.amend"):
        amend_sentence(viewer_for(olivia), danas_sentence.pk, paper=paper, terms=TERMS)
