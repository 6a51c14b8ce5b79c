"""What must hold of every case, whatever its facts."""

import json
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.law.strategies import cases, counts_of_months, days, wild_cases
from timecomp.engine.dates import months_touched
from timecomp.law.accrual import Accrual
from timecomp.law.case_json import case_to_json, parse_cases, result_to_json
from timecomp.law.computation import compute
from timecomp.law.facts import Case, MonthCount
from timecomp.law.mcl_800.s33_disciplinary_credit import (
    Claim,
    disciplinary_days,
    first_day_term_has_run,
    special_days,
)
from timecomp.law.mcl_800.s33_good_time import monthly_good_time, whole_term_good_time
from timecomp.law.worksheet import worksheet

# fmt: off
YEARLY_TABLE = {
    1: 60, 2: 120, 3: 192, 4: 264, 5: 348, 6: 432, 7: 540, 8: 648, 9: 756, 10: 876,
    11: 996, 12: 1116, 13: 1236, 14: 1356, 15: 1500,
    16: 1644, 17: 1788, 18: 1932, 19: 2076, 20: 2256,
}
# fmt: on
BEFORE_1987 = date(1986, 1, 1)


def is_ordered(*dates: date | None) -> bool:
    known = [day for day in dates if day is not None]
    return known == sorted(known)


@given(cases())
def test_start_net_and_calendar_dates_come_in_order(case: Case) -> None:
    for each in compute(case, trace=False).sentences:
        assert is_ordered(
            each.start, each.net_minimum, each.calendar_minimum, each.calendar_maximum
        )
        assert is_ordered(each.net_maximum, each.calendar_maximum)


@given(cases())
def test_special_credit_projected_never_makes_a_date_later(case: Case) -> None:
    for each in compute(case, trace=False).sentences:
        assert is_ordered(each.projected_minimum, each.net_minimum)
        assert is_ordered(each.projected_maximum, each.net_maximum)


@given(cases())
def test_the_dates_of_the_person_are_the_latest_of_the_sentences(case: Case) -> None:
    result = compute(case, trace=False)
    minimums = [each.parole_eligibility for each in result.sentences]
    assume(None not in minimums)
    assert result.offender.earliest_release_date == max(minimums)
    assert result.offender.maximum_discharge_date == max(s.net_maximum for s in result.sentences)


@given(cases())
def test_no_credit_is_below_nought(case: Case) -> None:
    for each in compute(case, trace=False).sentences:
        credits = each.credits
        kinds = (
            credits.regular_good_time,
            credits.special_good_time,
            credits.disciplinary_credit,
            credits.special_disciplinary_credit,
        )
        assert all(kind.minimum >= 0 and kind.maximum >= 0 for kind in kinds)
        assert 0 <= credits.restored <= credits.forfeited


@given(cases())
def test_a_case_survives_being_written_and_read(case: Case) -> None:
    assert parse_cases(json.loads(json.dumps(case_to_json(case)))) == [case]


@given(cases())
def test_the_trace_changes_no_answer(case: Case) -> None:
    assert replace(compute(case), trace=()) == compute(case, trace=False)


@given(cases())
def test_every_result_can_be_written_and_told(case: Case) -> None:
    result = compute(case)
    assert json.dumps(result_to_json(result))
    assert worksheet(result).case == case.id


@given(wild_cases())
def test_every_well_formed_case_is_answered(case: Case) -> None:
    result = compute(case)
    assert len(result.sentences) == len(case.sentences)
    assert all(each.message for each in result.exceptions)
    assert json.dumps(result_to_json(result))
    assert worksheet(result).exceptions == result.exceptions


@given(wild_cases())
def test_every_well_formed_case_survives_being_written_and_read(case: Case) -> None:
    assert parse_cases(json.loads(json.dumps(case_to_json(case)))) == [case]


@given(st.integers(1, 40))
def test_good_time_of_whole_years_is_the_table_of_the_statute(years: int) -> None:
    expected = YEARLY_TABLE.get(years, YEARLY_TABLE[20] + 180 * (years - 20))
    assert whole_term_good_time(months=12 * years, offense_date=BEFORE_1987) == expected


@given(st.integers(0, 720))
def test_good_time_of_a_term_is_the_sum_of_its_months(months: int) -> None:
    rates = [
        monthly_good_time(year_of_sentence=month // 12 + 1, offense_date=BEFORE_1987)
        for month in range(months)
    ]
    assert whole_term_good_time(months=months, offense_date=BEFORE_1987) == sum(rates)


@given(days, st.integers(1, 9000), st.none() | st.integers(0, 400), st.integers(0, 200))
def test_the_first_day_a_term_has_run_is_found_by_trying_every_month(
    begin: date, length: int, special: int | None, taken: int
) -> None:
    begin = max(begin, date(1982, 12, 31))
    end = begin + timedelta(days=length)
    earned = first_day_term_has_run(
        accrual=Accrual(begin), calendar_end=end, claim=Claim(special, taken)
    )
    assert earned.day == _by_trying(begin, end, special, taken)


@given(days, st.integers(1, 9000), counts_of_months)
def test_a_term_has_run_on_the_day_found_and_not_the_day_before(
    begin: date, length: int, count: MonthCount
) -> None:
    accrual = Accrual(max(begin, date(1982, 12, 31)), count)
    end = accrual.begin + timedelta(days=length)
    day = first_day_term_has_run(accrual=accrual, calendar_end=end, claim=Claim(None)).day
    assert _remaining(accrual, end, day) <= 0
    before = day - timedelta(days=1)
    assert before < accrual.begin or _remaining(accrual, end, before) > 0


@given(days)
def test_a_year_of_disciplinary_credit_comes_to_eighty_four_days(day: date) -> None:
    accrual = Accrual(max(day, date(1983, 1, 1)).replace(day=1, month=1))
    last = accrual.begin.replace(month=12, day=31)
    special = special_days(accrual=accrual, day=last, awarded_days=None)
    assert disciplinary_days(accrual=accrual, day=last) + special == 84


def _remaining(accrual: Accrual, end: date, day: date) -> int:
    special = special_days(accrual=accrual, day=day, awarded_days=None)
    return (end - day).days - disciplinary_days(accrual=accrual, day=day) - special


def _by_trying(begin: date, end: date, special: int | None, taken: int) -> date:
    """The domain's own statement of the search: month after month from the beginning."""
    day = begin
    while True:
        months = months_touched(begin, day)
        counted = 2 * months if special is None else min(special, 2 * months)
        net = end - timedelta(days=max(0, 5 * months + counted - taken))
        following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        if net < following:
            return max(net, day)
        day = following
