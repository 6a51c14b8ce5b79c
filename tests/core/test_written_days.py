"""Dates inside sentences of the law's rules."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ots.core.templatetags.show import written_days


def test_a_date_in_a_sentence_is_written_as_the_pages_write_it() -> None:
    assert written_days("Away since 2026-08-06 until now.") == "Away since Aug 6, 2026 until now."


def test_what_only_looks_like_a_date_stays() -> None:
    assert written_days("No. 2026-13-45") == "No. 2026-13-45"


@given(st.dates(min_value=date(1000, 1, 1)))
def test_no_date_stays_as_machines_write_it(value: date) -> None:
    assert value.isoformat() not in written_days(f"From {value.isoformat()} on")
