"""Shares and the range that a sample allows to claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ots.quality.rates import share


@given(st.integers(0, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_range_holds_the_share(pair):
    right, number = pair
    found = share(right, number)
    assert 0 <= found.low <= found.high <= 100
    if number:
        assert found.low - 1e-9 <= found.percent <= found.high + 1e-9


def test_the_range_is_the_one_of_the_textbook():
    found = share(81, 263)
    assert (round(found.low, 1), round(found.high, 1)) == (25.5, 36.6)


def test_nothing_compared_claims_nothing():
    assert (share(0, 0).percent, share(0, 0).low, share(0, 0).high) == (None, 0.0, 100.0)


def test_more_right_than_compared_is_refused():
    with pytest.raises(ValueError, match="cannot be"):
        share(3, 2)
