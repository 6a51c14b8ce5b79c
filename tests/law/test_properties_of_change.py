"""What a change of one fact may do to the dates, all else equal.

Two exceptions stand in the law itself. Good time on the old possession of drugs is limited in the
months that begin before 1 April 1987 (OAG 6514): a term that starts a day earlier may have one such
month more, so a day gained can cost the days by which the table exceeds the limit. And a forfeiture
takes at most what was earned by its day: where misconduct left less, the order takes less, and what
is earned afterwards stays; a person is asked about every such order.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.law.strategies import (
    OLD_POSSESSION,
    awards,
    cases,
    escapes,
    forfeitures,
    misconduct,
    restorations,
    sentences,
)
from timecomp.law.computation import compute
from timecomp.law.facts import Case, Offense, Sentence, SentenceKind, Term
from timecomp.law.results import Result

FINDS_LESS = "forfeit_floor_zero"
MOST_A_MONTH_EXCEEDS_THE_LIMIT = 15 - 5
DATES = (
    *("calendar_minimum", "calendar_maximum", "net_minimum", "net_maximum"),
    *("projected_minimum", "projected_maximum", "parole_eligibility"),
)
may_gain_a_month = st.sampled_from(["jail_credit", "sentence_date"])


def never_earlier(before: Result, after: Result) -> bool:
    """No date of a sentence, nor of the person, came to lie before where it was."""
    later = {each.id: each for each in after.sentences}
    pairs = [
        (getattr(each, name), getattr(later[each.id], name))
        for each in before.sentences
        for name in DATES
    ]
    pairs += [
        (before.offender.earliest_release_date, after.offender.earliest_release_date),
        (before.offender.maximum_discharge_date, after.offender.maximum_discharge_date),
    ]
    return all(one is None or other is None or one <= other for one, other in pairs)


def alone(sentence: Sentence) -> Result:
    return compute(Case(id="one", sentences=(sentence,)), trace=False)


def changed(case: Case, **lists: tuple[object, ...]) -> Result:
    """The case with more in some of its lists."""
    more = {name: (*getattr(case, name), *added) for name, added in lists.items()}
    return compute(replace(case, **more), trace=False)


def is_limited(sentence: Sentence) -> bool:
    return sentence.offense.code in OLD_POSSESSION and sentence.offense.date < date(1987, 4, 1)


@given(sentences(), st.integers(1, 30))
def test_more_jail_credit_never_makes_a_date_later(sentence: Sentence, more: int) -> None:
    assume(not is_limited(sentence))
    credited = replace(sentence, jail_credit_days=sentence.jail_credit_days + more)
    assert never_earlier(alone(credited), alone(sentence))


@given(sentences(), st.integers(1, 400))
def test_a_later_sentence_date_never_makes_a_date_earlier(sentence: Sentence, more: int) -> None:
    assume(not is_limited(sentence))
    later = replace(sentence, sentenced_on=sentence.sentenced_on + timedelta(days=more))
    assert never_earlier(alone(sentence), alone(later))


@given(
    sentences(codes=OLD_POSSESSION, offended=st.dates(date(1979, 1, 1), date(1987, 3, 31))),
    st.sampled_from([1, -1]),
)
def test_a_day_moves_old_possession_by_no_more_than_the_month_that_crosses_april_1987(
    sentence: Sentence, more: int
) -> None:
    moved = replace(sentence, sentenced_on=sentence.sentenced_on + timedelta(days=more))
    before, after = alone(sentence).sentences[0], alone(moved).sentences[0]
    for one, other in (
        (before.net_minimum, after.net_minimum),
        (before.net_maximum, after.net_maximum),
    ):
        assert abs((one - other).days) <= MOST_A_MONTH_EXCEEDS_THE_LIMIT + 1


@given(sentences(), st.integers(1, 24))
def test_a_longer_minimum_never_makes_a_date_earlier(sentence: Sentence, more: int) -> None:
    assume(sentence.minimum.whole_months + more <= sentence.maximum.whole_months)
    longer = Term(months=sentence.minimum.whole_months + more)
    assert never_earlier(alone(sentence), alone(replace(sentence, minimum=longer)))


@given(sentences(), st.integers(1, 240))
def test_a_longer_maximum_never_makes_a_date_earlier(sentence: Sentence, more: int) -> None:
    longer = Term(months=sentence.maximum.whole_months + more)
    assert never_earlier(alone(sentence), alone(replace(sentence, maximum=longer)))


@given(cases(), sentences(id="C"))
def test_another_concurrent_count_never_makes_a_date_of_the_person_earlier(
    case: Case, another: Sentence
) -> None:
    assert never_earlier(compute(case, trace=False), changed(case, sentences=(another,)))


@given(cases(), sentences(id="C"))
def test_another_concurrent_count_changes_no_date_of_the_others(
    case: Case, another: Sentence
) -> None:
    before, after = compute(case, trace=False), changed(case, sentences=(another,))
    assert before.sentences == after.sentences[: len(before.sentences)]


@given(cases(), st.data())
def test_more_special_credit_never_makes_a_date_later(case: Case, data: st.DataObject) -> None:
    award = data.draw(awards(case.sentences[0]))
    assert never_earlier(changed(case, credit_awards=(award,)), compute(case, trace=False))


@given(cases(), st.data())
def test_a_forfeiture_never_makes_a_date_earlier(case: Case, data: st.DataObject) -> None:
    taken = data.draw(forfeitures(case.sentences[0]))
    assert never_earlier(compute(case, trace=False), changed(case, forfeitures=(taken,)))


@given(cases(), st.data())
def test_a_restoration_never_makes_a_date_later(case: Case, data: st.DataObject) -> None:
    given_back = data.draw(restorations(case.sentences[0]))
    assert never_earlier(changed(case, restorations=(given_back,)), compute(case, trace=False))


@given(cases(), st.data())
def test_a_forfeiture_restored_the_same_day_changes_no_date(
    case: Case, data: st.DataObject
) -> None:
    taken = data.draw(forfeitures(case.sentences[0]))
    back = data.draw(restorations(case.sentences[0]))
    case = replace(case, forfeitures=(), restorations=())
    back = replace(back, days=taken.days, ordered_on=taken.ordered_on)
    both = changed(case, forfeitures=(taken,), restorations=(back,))
    assert both.offender == compute(case, trace=False).offender


@given(cases(), st.data())
def test_misconduct_never_makes_a_date_earlier_unless_a_forfeiture_finds_less_to_take(
    case: Case, data: st.DataObject
) -> None:
    ticket = data.draw(misconduct(case.sentences[0]))
    after = changed(case, misconduct=(ticket,))
    assume(FINDS_LESS not in {each.rule for each in after.exceptions})
    assert never_earlier(compute(case, trace=False), after)


@given(cases(), st.data())
def test_dead_time_never_makes_a_date_earlier(case: Case, data: st.DataObject) -> None:
    away = data.draw(escapes(case.sentences[0]))
    assert never_earlier(compute(case, trace=False), changed(case, custody=(away,)))


@given(cases())
def test_a_sentence_made_consecutive_never_makes_a_date_of_the_person_earlier(case: Case) -> None:
    assume(len(case.sentences) > 1)
    first, second = case.sentences
    tied = replace(second, consecutive_to=("A",), consecutive_authority="768.7a(1)")
    loose = replace(second, consecutive_to=())
    together = compute(replace(case, sentences=(first, loose)), trace=False)
    after = compute(replace(case, sentences=(first, tied)), trace=False)
    assert never_earlier(together, after)


@pytest.mark.parametrize("years", [1, 5, 10, 25])
def test_life_never_opens_before_the_years_of_a_term_after_it(years: int) -> None:
    offense = Offense(code="750.529", date=date(2005, 1, 1))
    life = Sentence("L", offense, date(2005, 6, 1), SentenceKind.LIFE, maximum="life")
    term = Sentence(
        "T", offense, date(2005, 6, 1), SentenceKind.INDETERMINATE, Term(years), Term(2 * years)
    )
    both = compute(Case("both", (life, term)), trace=False).offender
    assert both.earliest_release_date == max(date(2020, 6, 1), date(2005 + years, 6, 1))
    assert both.maximum_discharge_date is None
