"""Two cases compared: what moved, and the fewest facts that explain it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.law import strategies
from timecomp.law.changes import changes_between, with_changes
from timecomp.law.comparison import Comparison, DateKey, compare, dates_of
from timecomp.law.computation import compute
from timecomp.law.facts import (
    AwardKind,
    Case,
    CreditAward,
    CustodyKind,
    CustodySpan,
    Misconduct,
    MonthCount,
    Offense,
    Options,
    Parole,
    ParoleViolation,
    Person,
    Sentence,
    SentenceKind,
    Term,
    ViolationKind,
)
from timecomp.law.results import Result

ERD = DateKey("", "earliest_release_date")
MAXIMUM = DateKey("", "maximum_discharge_date")
SENTENCE = Sentence(
    id="A",
    offense=Offense(code="750.529", date=date(1990, 1, 1)),
    sentenced_on=date(1990, 7, 10),
    kind=SentenceKind.INDETERMINATE,
    minimum=Term(years=5),
    maximum=Term(years=15),
)
CASE = Case(id="x", as_of=date(2026, 1, 1), sentences=(SENTENCE,))


def run(case: Case) -> Result:
    return compute(case, trace=False)


def compared(before: Case, after: Case) -> Comparison:
    return compare(before, after, evaluate=run)


def causes(before: Case, after: Case, key: DateKey) -> list[str]:
    return [c.words for e in compared(before, after).moves if e.key == key for c in e.causes]


def amended(**terms: object) -> Case:
    return replace(CASE, sentences=(replace(SENTENCE, **terms),))


def test_a_term_that_changed_is_named_with_what_it_was_and_is() -> None:
    assert causes(CASE, amended(minimum=Term(years=6)), ERD) == [
        "minimum of sentence A was 5 years and is 6 years"
    ]


def test_of_two_changed_terms_each_date_names_the_one_that_moved_it() -> None:
    after = amended(minimum=Term(years=6), maximum=Term(years=20))
    assert causes(CASE, after, ERD) == ["minimum of sentence A was 5 years and is 6 years"]
    assert causes(CASE, after, MAXIMUM) == ["maximum of sentence A was 15 years and is 20 years"]


def test_a_fact_that_moves_nothing_is_listed_and_blamed_for_nothing() -> None:
    after = replace(amended(minimum=Term(years=6)), person=Person(birth_date=date(1970, 1, 1)))
    found = compared(CASE, after)
    assert [each.about for each in found.changes] == ["sentence.minimum", "birth_date"]
    assert all(c.about == "sentence.minimum" for e in found.moves for c in e.causes)


def test_where_only_both_changes_together_move_a_date_both_are_named() -> None:
    other = replace(SENTENCE, id="B", minimum=Term(years=4))
    before = replace(CASE, sentences=(SENTENCE, other))
    after = replace(
        CASE,
        sentences=(
            replace(SENTENCE, minimum=Term(years=2)),
            replace(other, minimum=Term(years=2)),
        ),
    )
    assert len(causes(before, after, ERD)) == 2


def test_a_misconduct_that_was_entered_is_told_with_its_day() -> None:
    ticket = Misconduct(date(1991, 3, 5), "I", found_guilty_on=date(1991, 3, 9))
    [told] = causes(CASE, replace(CASE, misconduct=(ticket,)), ERD)
    assert told.startswith("a misconduct was entered (violated on March 5, 1991")


def test_an_entry_of_the_same_day_is_told_as_corrected() -> None:
    before = replace(CASE, custody=(_escape(date(1991, 5, 1)),))
    after = replace(CASE, custody=(_escape(date(1991, 7, 1)),))
    [told] = causes(before, after, MAXIMUM)
    assert told.startswith("a stay was corrected")


def _escape(back: date) -> CustodySpan:
    return CustodySpan(CustodyKind.ESCAPE, date(1991, 4, 1), back)


def test_a_sentence_that_was_entered_explains_its_own_dates() -> None:
    other = replace(SENTENCE, id="B", minimum=Term(years=9))
    after = replace(CASE, sentences=(SENTENCE, other))
    assert causes(CASE, after, ERD) == ["sentence B was entered"]


def test_a_sentence_that_is_gone_takes_what_names_it_along() -> None:
    other = replace(SENTENCE, id="B", minimum=Term(years=9), consecutive_to=("A",))
    award = CreditAward("A", AwardKind.SPECIAL_DISCIPLINARY_CREDIT, 5, date(1991, 1, 1))
    before = replace(CASE, sentences=(SENTENCE, other), credit_awards=(award,))
    after = replace(CASE, sentences=(replace(other, consecutive_to=()),))
    assert "sentence A is no longer there" in causes(before, after, ERD)[0]


def test_the_day_asked_on_is_a_cause_when_it_lets_an_award_count() -> None:
    award = CreditAward("A", AwardKind.SPECIAL_DISCIPLINARY_CREDIT, 20, date(1991, 1, 1))
    before = replace(CASE, credit_awards=(award,), as_of=date(1990, 12, 1))
    [told] = causes(before, replace(before, as_of=date(1991, 2, 1)), ERD)
    assert told.startswith("the day as of which the facts are read")


def test_a_convention_that_changed_is_named() -> None:
    options = Options(disciplinary_credit_months=MonthCount.FULL)
    [told] = causes(CASE, replace(CASE, options=options), ERD)
    assert told.startswith("the convention of disciplinary credit months was touch and is full")


def test_an_offense_that_changed_is_named_by_its_part() -> None:
    later = replace(SENTENCE.offense, date=date(2000, 1, 1), flags=frozenset({"dwelling"}))
    found = changes_between(CASE, amended(offense=later))
    assert [each.words for each in found] == [
        "the offense's date of sentence A was January 1, 1990 and is January 1, 2000",
        "the offense's flags of sentence A was none and is dwelling",
    ]


def test_an_earlier_crime_moves_a_date_by_its_credits() -> None:
    later = replace(SENTENCE.offense, date=date(1978, 1, 1))
    assert causes(CASE, amended(offense=later), ERD) == [
        "the offense's date of sentence A was January 1, 1990 and is January 1, 1978"
    ]


def test_a_change_of_a_sentence_that_is_gone_changes_nothing() -> None:
    made = changes_between(CASE, amended(offense=replace(SENTENCE.offense, attempt=True)))
    without = replace(CASE, sentences=(replace(SENTENCE, id="B"),))
    assert with_changes(without, made) == without


def test_an_entry_that_is_gone_is_told_and_no_longer_there() -> None:
    before = replace(CASE, custody=(_escape(date(1991, 5, 1)),))
    [change] = changes_between(before, CASE)
    assert change.words.startswith("a stay is no longer there (kind escape")
    assert with_changes(before, [change]) == CASE


def test_a_change_that_was_made_already_takes_nothing_away_again() -> None:
    before = replace(CASE, custody=(_escape(date(1991, 5, 1)),))
    [gone] = changes_between(before, CASE)
    assert with_changes(CASE, [gone]) == CASE


def test_a_violation_within_a_parole_is_told_in_words() -> None:
    violation = ParoleViolation(ViolationKind.TECHNICAL, date(1996, 5, 1), date(1996, 6, 1))
    parole = Parole(date(1996, 1, 1), Term(years=2), (violation,))
    [change] = changes_between(CASE, replace(CASE, parole=(parole,)))
    assert "violations kind technical, declared on May 1, 1996" in change.words


COUNTS = ("A", "B", "C")


def with_minimums(*years: int) -> Case:
    """Concurrent counts, each of which alone would hold the person as long."""
    counts = (
        replace(SENTENCE, id=id, minimum=Term(years=n)) for id, n in zip(COUNTS, years, strict=True)
    )
    return replace(CASE, sentences=tuple(counts))


def test_where_no_pair_explains_a_date_as_few_as_can_be_are_named() -> None:
    before = replace(with_minimums(5, 5, 5), person=Person(birth_date=date(1960, 1, 1)))
    after = replace(with_minimums(2, 2, 2), person=Person(birth_date=date(1970, 1, 1)))
    assert causes(before, after, ERD) == [
        f"minimum of sentence {id} was 5 years and is 2 years" for id in COUNTS
    ]


def test_after_too_many_trials_what_was_not_ruled_out_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("timecomp.law.comparison.MOST_TRIALS", 0)
    before = replace(with_minimums(5, 5, 5), person=Person(birth_date=date(1960, 1, 1)))
    after = replace(with_minimums(2, 2, 2), person=Person(birth_date=date(1970, 1, 1)))
    assert len(causes(before, after, ERD)) == 4


def test_the_same_case_has_nothing_to_tell() -> None:
    assert compared(CASE, CASE) == Comparison((), ())


@given(strategies.cases(), strategies.cases())
def test_all_changes_together_lead_from_one_case_to_the_other(before: Case, after: Case) -> None:
    made = with_changes(before, changes_between(before, after))
    assert dates_of(run(made)) == dates_of(run(after))


CHANGED = ("misconduct", "credit_awards", "forfeitures", "custody")


@st.composite
def amendments(draw: st.DrawFn) -> tuple[Case, Case]:
    """A case and the same with some of its facts as another has them, and its term amended."""
    before, other = draw(strategies.cases()), draw(strategies.cases())
    kinds = draw(st.sets(st.sampled_from(CHANGED), max_size=2))
    after = replace(before, **{kind: getattr(other, kind) for kind in kinds})
    first, *rest = before.sentences
    amended = replace(first, minimum=other.sentences[0].minimum)
    return before, replace(after, sentences=(amended, *rest))


@settings(max_examples=15, deadline=None)
@given(amendments())
def test_the_causes_move_the_date_and_none_of_them_is_needless(
    drawn: tuple[Case, Case],
) -> None:
    before, after = drawn
    for move in compared(before, after).moves:
        reached = dates_of(run(with_changes(before, move.causes)))
        assert reached.get(move.key) == move.after
        for needed in move.causes:
            fewer = [each for each in move.causes if each is not needed]
            case = with_changes(before, fewer)
            assert not case.sentences or dates_of(run(case)).get(move.key) != move.after
