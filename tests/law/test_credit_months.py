"""The table of credits month by month: it tells the same as the result."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from tests.law import strategies
from timecomp.law.computation import compute
from timecomp.law.credit_lines import CreditMonths
from timecomp.law.credit_months import credit_months
from timecomp.law.facts import (
    AwardKind,
    Case,
    CreditAward,
    Forfeiture,
    Misconduct,
    Offense,
    Restoration,
    Sentence,
    SentenceKind,
    Term,
)
from timecomp.law.results import Result
from timecomp.law.topics import NET_TOPIC, End

GOOD_TIME_CRIME = Offense(code="750.84", date=date(1981, 1, 1))
CREDIT_CRIME = Offense(code="750.529", date=date(1990, 1, 1))


def case(offense: Offense, **facts: object) -> Case:
    sentence = Sentence(
        id="A",
        offense=offense,
        sentenced_on=date(offense.date.year, 7, 10),
        kind=SentenceKind.INDETERMINATE,
        minimum=Term(years=2),
        maximum=Term(years=6),
    )
    return replace(Case(id="x", sentences=(sentence,)), **facts)


def told(facts: Case, end: End = End.MINIMUM) -> CreditMonths:
    return next(each for each in credit_months(facts, compute(facts)) if each.end is end)


def sums_of_result(result: Result, end: End, sentence: str) -> tuple[int, int]:
    credits = next(each for each in result.sentences if each.id == sentence).credits
    regular = credits.regular_good_time, credits.disciplinary_credit
    special = credits.special_good_time, credits.special_disciplinary_credit
    return (
        sum(getattr(each, end.value) for each in regular),
        sum(getattr(each, end.value) for each in special),
    )


@given(strategies.cases())
def test_the_columns_sum_to_the_credits_of_the_result(drawn: Case) -> None:
    result = compute(drawn)
    for table in credit_months(drawn, result):
        assert (table.earned, table.special) == sums_of_result(result, table.end, table.sentence)


@given(strategies.cases())
def test_the_days_taken_and_given_back_are_those_of_the_result(drawn: Case) -> None:
    result = compute(drawn)
    tables = credit_months(drawn, result)
    for sentence in result.sentences:
        of_it = [each for each in tables if each.sentence == sentence.id]
        assert max((t.forfeited for t in of_it), default=0) == sentence.credits.forfeited
        assert max((t.restored for t in of_it), default=0) == sentence.credits.restored


@given(strategies.cases())
def test_every_end_that_takes_credit_has_its_table(drawn: Case) -> None:
    result = compute(drawn)
    tables = {(each.sentence, each.end) for each in credit_months(drawn, result)}
    for sentence in result.sentences:
        for end in End:
            if any(sums_of_result(result, end, sentence.id)):
                assert (sentence.id, end) in tables


@given(strategies.wild_cases())
def test_a_case_that_makes_little_sense_still_has_tables_that_sum(drawn: Case) -> None:
    result = compute(drawn)
    for table in credit_months(drawn, result):
        assert (table.earned, table.special) == sums_of_result(result, table.end, table.sentence)


@given(strategies.cases())
def test_the_total_is_the_columns_added_up_and_never_below_nought(drawn: Case) -> None:
    for table in credit_months(drawn, compute(drawn)):
        expected = table.earned + table.special - table.forfeited + table.restored
        assert table.total == expected >= 0


def test_a_month_of_disciplinary_credit_earns_five_days_until_the_date_reached() -> None:
    table = told(case(CREDIT_CRIME))
    result = compute(case(CREDIT_CRIME)).sentences[0]
    assert {line.earned for line in table.months} == {5}
    assert table.months[0].first == date(1990, 7, 10)
    assert table.months[-1].first <= result.net_minimum <= table.months[-1].last


def test_good_time_rises_with_the_year_of_the_sentence() -> None:
    table = told(case(GOOD_TIME_CRIME), End.MAXIMUM)
    assert [line.rate for line in table.months[::12]] == [5, 5, 6, 6, 7, 7]
    assert len(table.months) == 72


def test_a_month_with_major_misconduct_earns_nothing_and_says_why() -> None:
    ticket = Misconduct(date(1990, 9, 3), "I", found_guilty_on=date(1990, 9, 9))
    table = told(case(CREDIT_CRIME, misconduct=(ticket,)))
    september = next(line for line in table.months if line.first == date(1990, 9, 1))
    assert (september.earned, september.lost, september.change) == (5, 5, 0)
    assert september.misconduct == (date(1990, 9, 3),)


def test_misconduct_costs_good_time_at_the_rate_of_its_month() -> None:
    ticket = Misconduct(date(1984, 9, 3), "I", found_guilty_on=date(1984, 9, 9))
    table = told(case(GOOD_TIME_CRIME, misconduct=(ticket,)), End.MAXIMUM)
    [lost] = [line for line in table.months if line.lost]
    assert (lost.rate, lost.lost, lost.misconduct) == (6, 6, (date(1984, 9, 3),))


def test_what_was_forfeited_and_restored_stands_in_its_month() -> None:
    orders = {
        "forfeitures": (Forfeiture("A", 10, date(1991, 2, 1)),),
        "restorations": (Restoration("A", 4, date(1991, 3, 1)),),
    }
    table = told(case(CREDIT_CRIME, **orders))
    moved = {line.first: (line.forfeited, line.restored) for line in table.months}
    assert moved[date(1991, 2, 1)] == (10, 0)
    assert moved[date(1991, 3, 1)] == (0, 4)


def test_special_credit_beyond_the_ceiling_is_taken_off_in_a_line_of_its_own() -> None:
    award = CreditAward("A", AwardKind.SPECIAL_DISCIPLINARY_CREDIT, 400, date(1991, 2, 1))
    table = told(case(CREDIT_CRIME, credit_awards=(award,)))
    [line] = table.adjustments
    assert line.special == table.special - 400
    assert "beyond what the law allows" in line.reason


def test_what_was_ordered_after_the_last_month_stands_below_the_months() -> None:
    award = CreditAward("A", AwardKind.SPECIAL_DISCIPLINARY_CREDIT, 3, date(2001, 2, 1))
    [line] = told(case(CREDIT_CRIME, credit_awards=(award,))).adjustments
    assert (line.day, line.special) == (date(2001, 2, 1), 3)


def test_what_was_ordered_after_the_day_asked_on_is_not_known() -> None:
    award = CreditAward("A", AwardKind.SPECIAL_DISCIPLINARY_CREDIT, 3, date(1991, 2, 1))
    facts = case(CREDIT_CRIME, credit_awards=(award,), as_of=date(1991, 1, 1))
    assert told(facts).special == 0


def test_a_sentence_under_truth_in_sentencing_has_no_table() -> None:
    facts = case(Offense(code="750.529", date=date(2005, 1, 1)))
    assert credit_months(facts, compute(facts)) == ()


def test_the_table_says_which_end_of_which_sentence_it_explains() -> None:
    tables = credit_months(case(CREDIT_CRIME), compute(case(CREDIT_CRIME)))
    assert [(each.sentence, each.end) for each in tables] == [
        ("A", End.MINIMUM),
        ("A", End.MAXIMUM),
    ]
    assert NET_TOPIC[tables[0].end].value == "net_minimum"


OLD_POSSESSION = Offense(code="333.7403(2)(a)(i)", date=date(1985, 1, 1))


def test_old_possession_earns_five_days_a_month_until_april_1987_and_the_table_after() -> None:
    months = told(case(OLD_POSSESSION), End.MAXIMUM).months
    rates = {line.first: line.rate for line in months}
    assert (rates[date(1987, 2, 10)], rates[date(1987, 4, 10)]) == (5, 5)
    assert rates[date(1987, 7, 10)] == 6
    assert rates[date(1986, 7, 10)] == 5


def with_maximum(maximum: Term, *tickets: Misconduct) -> Case:
    facts = case(GOOD_TIME_CRIME, misconduct=tickets)
    return replace(facts, sentences=(replace(facts.sentences[0], minimum=None, maximum=maximum),))


def test_misconduct_after_the_months_of_the_term_stands_below_them() -> None:
    ticket = Misconduct(date(1987, 7, 15), "I", found_guilty_on=date(1987, 7, 20))
    taken = (Forfeiture("A", 423, date(1982, 7, 1)),)
    facts = replace(with_maximum(Term(years=6, days=20), ticket), forfeitures=taken)
    [line] = told(facts, End.MAXIMUM).adjustments
    assert (line.day, line.lost) == (date(1987, 7, 15), 9)
    assert line.reason == "Misconduct after the months of the term"


def test_months_lost_take_no_more_than_was_earned() -> None:
    days = (date(1981, 7, 12), date(1981, 8, 12))
    tickets = (Misconduct(day, "I", found_guilty_on=day) for day in days)
    table = told(with_maximum(Term(months=1, days=20), *tickets), End.MAXIMUM)
    assert table.adjustments[-1].reason == "A month lost takes no more than was earned"
    assert (table.earned, table.total) == (0, 0)


def test_credit_taken_before_the_months_were_lost_leaves_no_less_than_nought() -> None:
    orders = (Forfeiture("A", 60, date(1982, 7, 1)),)
    days = [date(1982, month, 1 + n) for month in range(8, 10) for n in range(28)]
    tickets = tuple(Misconduct(day, "I", found_guilty_on=day) for day in days)
    facts = case(GOOD_TIME_CRIME, forfeitures=orders, misconduct=tickets)
    table = told(facts, End.MAXIMUM)
    assert (table.forfeited, table.restored) == (60, 0)
    assert table.total == table.earned - 60


def test_special_credit_below_nought_is_made_up_in_a_line_of_its_own() -> None:
    award = CreditAward("A", AwardKind.SPECIAL_DISCIPLINARY_CREDIT, -9, date(1991, 2, 1))
    [line] = told(case(CREDIT_CRIME, credit_awards=(award,))).adjustments
    assert (line.reason, line.special) == ("Special credit does not fall below nought", 9)


def altered(result: Result, rule: str, **change: object) -> Result:
    """The result with the steps of a rule telling something else."""
    steps = tuple(
        replace(step, **change) if step.rule.id == rule else step for step in result.trace
    )
    return replace(result, trace=steps)


TICKET = Misconduct(date(1982, 9, 3), "I", found_guilty_on=date(1982, 9, 9))
GOOD_TIME = case(GOOD_TIME_CRIME, misconduct=(TICKET,))
FORFEITED = case(CREDIT_CRIME, forfeitures=(Forfeiture("A", 10, date(1991, 2, 1)),))


@pytest.mark.parametrize(
    ("facts", "rule", "change", "message"),
    [
        (FORFEITED, "dc_all_after_1987", {"output": 7}, "does not tell what was earned"),
        (FORFEITED, "forfeit_warden", {"output": None}, "does not tell how many days it took"),
        (GOOD_TIME, "rgt_on_max", {"inputs": {"start": None}}, "from when good time runs"),
        (GOOD_TIME, "rgt_misconduct_month", {"output": None}, "no day of misconduct"),
        (
            GOOD_TIME,
            "rgt_cumulative",
            {"inputs": {"months": 72, "offense_date": None}},
            "is no offense date",
        ),
    ],
)
def test_steps_that_do_not_tell_enough_are_refused(
    facts: Case, rule: str, change: dict[str, object], message: str
) -> None:
    with pytest.raises(TypeError, match=message):
        credit_months(facts, altered(compute(facts), rule, **change))
