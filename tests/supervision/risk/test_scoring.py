"""Recording an assessment: evidence, versions, what is missing, and what falls due next."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from offenders.models import Hearing, Person
from offenders.selectors.reading import Reading
from offenders.services.refusals import RefusedError
from ots.access.models import User
from ots.access.viewer import NotAllowedError, viewer_for
from supervision.choices.risk import Occasion
from supervision.models import GuidelineBound, Obligation, Scoring
from supervision.rules.instruments.scoring import score
from supervision.selectors.instruments import instrument_behind
from supervision.selectors.record_facts import record_facts
from supervision.services.scoring import ScoringEntry, complete_scoring, record_scoring
from tests import factories
from tests.factories.supervision_risk import SCORED_ON, VPRAI, first_answers, scoring

pytestmark = pytest.mark.django_db


def live(person: Person) -> list[date]:
    rows = Obligation.objects.filter(
        person=person, kind="assessment", standard=None, closed_on=None
    )
    return list(rows.values_list("due_on", flat=True))


def test_it_keeps_answers_scores_and_every_part(olivia: User, dana: Person) -> None:
    made = scoring(olivia, dana)
    assert (made.answers, made.scores, made.level) == (VPRAI, {"risk": 6}, "3")
    assert sum(part["points"] for part in made.parts) == 6


def test_it_says_who_assessed(olivia: User, dana: Person) -> None:
    assert scoring(olivia, dana).recorded_by == olivia


def test_scored_again_it_gives_the_same(olivia: User, dana: Person) -> None:
    made = Scoring.objects.get(pk=scoring(olivia, dana).pk)
    again = score(instrument_behind(made), made.answers)
    assert (again.scores, again.level) == (made.scores, made.level)


def test_bounds_that_change_later_leave_it_as_it_was(olivia: User, dana: Person) -> None:
    answers = {**first_answers("michigan_parole_guidelines"), "age": 3}
    answers = dict.fromkeys(answers, 0) | {"age": 3}
    made = scoring(olivia, dana, instrument="michigan_parole_guidelines", answers=answers)
    GuidelineBound.objects.filter(name="high_at_least").update(total=4)
    again = score(instrument_behind(made), made.answers)
    assert (made.level, again.level) == ("high", "high")


def test_bounds_of_the_day_decide(olivia: User, dana: Person) -> None:
    GuidelineBound.objects.filter(name="high_at_least").update(until=date(2026, 1, 1))
    GuidelineBound.objects.create(
        name="high_at_least", total=4, since=date(2026, 1, 1), citation="x", standing="recalled"
    )
    answers = dict.fromkeys(first_answers("michigan_parole_guidelines"), 0) | {"age": 3}
    made = scoring(olivia, dana, instrument="michigan_parole_guidelines", answers=answers)
    assert made.level == "average"


def test_what_the_record_said_is_kept_with_its_rows(
    olivia: User, dana: Person, danas_case: object
) -> None:
    hearing = Hearing.objects.create(
        person=dana,
        case_id=danas_case.pk,
        purpose="Arraignment",
        scheduled_at="2025-03-01T15:00Z",
        outcome="Failed to appear",
    )
    made = scoring(olivia, dana)
    assert made.evidence["failures_to_appear"]["said"] == 1
    assert made.evidence["failures_to_appear"]["sources"] == [["hearing", hearing.pk, "2025-03-01"]]


def test_a_missing_answer_leaves_it_provisional_and_never_counts_as_none(
    olivia: User, dana: Person
) -> None:
    made = scoring(olivia, dana, answers={**VPRAI, "drug_abuse": None, "pending_charge": None})
    assert made.is_provisional
    assert (made.lowest, made.highest) == ({"risk": 4}, {"risk": 8})
    assert made.level == ""


def test_a_provisional_result_asks_to_be_completed(olivia: User, dana: Person) -> None:
    made = scoring(olivia, dana, answers={**VPRAI, "drug_abuse": None})
    assert live(dana) == [SCORED_ON + timedelta(days=30)] == [made.next_due_on]


def test_completing_it_supersedes_the_first(olivia: User, dana: Person) -> None:
    first = scoring(olivia, dana, answers={**VPRAI, "drug_abuse": None})
    second = complete_scoring(viewer_for(olivia), dana.pk, first, answers=VPRAI)
    assert (second.supersedes, second.missing, live(dana)) == (first, [], [])


def test_the_next_assessment_falls_due_when_the_instrument_says(olivia: User, dana: Person) -> None:
    scoring(olivia, dana, instrument="wisconsin", answers=first_answers("wisconsin"))
    assert live(dana) == [SCORED_ON + timedelta(days=182)]


def test_assessing_again_meets_what_was_due(olivia: User, dana: Person) -> None:
    answers = first_answers("wisconsin")
    scoring(olivia, dana, instrument="wisconsin", answers=answers)
    again = SCORED_ON + timedelta(days=175)
    scoring(olivia, dana, instrument="wisconsin", answers=answers, scored_on=again)
    assert live(dana) == [again + timedelta(days=182)]


def test_an_impossible_answer_is_named(olivia: User, dana: Person) -> None:
    with pytest.raises(RefusedError, match=r"failures_to_appear: \[-1\] is impossible"):
        scoring(olivia, dana, answers={**VPRAI, "failures_to_appear": -1})


def test_what_is_disabled_is_not_scored(olivia: User, dana: Person) -> None:
    with pytest.raises(RefusedError, match=r"\[pattern\] may not be scored"):
        scoring(olivia, dana, instrument="pattern", answers={})


def test_a_form_sent_twice_is_one_assessment(olivia: User, dana: Person) -> None:
    entry = ScoringEntry(
        instrument="vprai_r", occasion=Occasion.INITIAL, scored_on=SCORED_ON, answers=VPRAI
    )
    token = uuid4()
    for _ in range(2):
        record_scoring(viewer_for(olivia), dana.pk, entry, token=token)
    assert Scoring.objects.count() == 1


def test_a_clerk_assesses_nobody(tim: User, dana: Person) -> None:
    with pytest.raises(NotAllowedError):
        scoring(tim, dana)


def test_an_agent_assesses_nobody_out_of_reach(oscar: User, dana: Person) -> None:
    with pytest.raises(NotAllowedError):
        scoring(oscar, dana)


def test_the_database_keeps_it(olivia: User, dana: Person) -> None:
    made = scoring(olivia, dana)
    with pytest.raises(DatabaseError), transaction.atomic():
        Scoring.objects.filter(pk=made.pk).update(level="1")


def test_facts_are_read_with_a_constant_number_of_queries(
    olivia: User, dana: Person, django_assert_max_num_queries: object
) -> None:
    from_here = factories.court_case(dana)
    for _ in range(3):
        factories.add_sentence(factories.add_charge(from_here))
    reading = Reading(viewer_for(olivia))
    with django_assert_max_num_queries(14):
        record_facts(reading, dana.pk, as_of=SCORED_ON)
