"""Checks of single columns."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ots.exchange import columns
from ots.exchange.refusals import RowRefusedError

TODAY = date(2026, 3, 2)


@given(st.dates(min_value=columns.EARLIEST_DAY, max_value=TODAY))
def test_every_day_until_today_is_read_as_it_is_written(day: date) -> None:
    assert columns.day({"born": day.isoformat()}, "born", today=TODAY) == day


@given(st.dates(min_value=date(2026, 3, 3)))
def test_every_later_day_is_refused_as_in_the_future(day: date) -> None:
    with pytest.raises(RowRefusedError, match="a day in the future"):
        columns.day({"born": day.isoformat()}, "born", today=TODAY)


@pytest.mark.parametrize("written", ["2014-02-30", "2013-13-01", "2015-02-29", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_refused(written: str) -> None:
    with pytest.raises(RowRefusedError, match=rf"born is \[{written}\]: no such day"):
        columns.day({"born": written}, "born", today=TODAY)


@pytest.mark.parametrize("written", ["20140309", "3/9/2014", "2014-W10-7", "2014-3-9", "yesterday"])
def test_a_day_written_in_another_way_is_refused_with_how_to_write_it(written: str) -> None:
    with pytest.raises(RowRefusedError, match="give year, month and day, as 2014-03-09"):
        columns.day({"born": written}, "born", today=TODAY)


def test_a_day_before_the_record_can_hold_it_is_refused() -> None:
    with pytest.raises(RowRefusedError, match="a day before 1850"):
        columns.day({"born": "1849-12-31"}, "born", today=TODAY)


def test_a_required_day_that_is_empty_is_refused() -> None:
    with pytest.raises(RowRefusedError, match="born is empty; a value is required"):
        columns.day({"born": ""}, "born", today=TODAY)


def test_an_optional_day_may_be_empty() -> None:
    assert columns.day_if_any({"born": ""}, "born", today=TODAY) is None


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_whole_numbers_are_read_as_they_are_written(number: int) -> None:
    assert columns.whole_number({"age": str(number)}, "age") == number


@pytest.mark.parametrize("written", ["", "four", "4.0", "--4", "²", "٤", "1e3"])
def test_what_is_no_whole_number_is_refused(written: str) -> None:
    with pytest.raises(RowRefusedError, match="not a whole number"):
        columns.whole_number({"age": written}, "age")


def test_text_that_does_not_fit_is_refused_with_both_lengths() -> None:
    with pytest.raises(RowRefusedError, match="name has 4 characters; at most 3 fit"):
        columns.text({"name": "Anna"}, "name", at_most=3)


def test_an_unknown_code_is_refused_with_the_codes_that_are_known() -> None:
    with pytest.raises(RowRefusedError, match=r"sex is \[X\]: not one of Male, Female"):
        columns.one_of({"sex": "X"}, "sex", {"Male": "M", "Female": "F"})
