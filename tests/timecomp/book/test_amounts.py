"""Amounts of the law as they are kept: what comes back equals what went in."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timecomp.book.amounts import UnreadableAmountError, keep, keep_value, read, read_value
from timecomp.engine.parameters import parameters_of
from timecomp.law.rule_book import PACKAGE, load_law

load_law()
PLAIN = st.recursive(
    st.integers() | st.text() | st.dates() | st.booleans(),
    lambda inner: st.lists(inner).map(tuple),
    max_leaves=5,
)


@pytest.mark.parametrize("parameter", parameters_of(PACKAGE), ids=lambda each: each.id)
def test_every_value_of_the_book_comes_back_from_json_as_it_was(parameter) -> None:
    kept = json.loads(json.dumps([keep_value(each) for each in parameter.values]))
    assert tuple(map(read_value, kept)) == parameter.values


@given(amount=PLAIN)
def test_any_plain_amount_comes_back_as_it_was(amount: object) -> None:
    assert read(json.loads(json.dumps(keep(amount)))) == amount


@pytest.mark.parametrize(
    "kept",
    [
        {"class": "os:system", "fields": {}},
        {"class": "timecomp.law.offences:NoSuchClass", "fields": {}},
        {"class": "timecomp.law.rule_book:law_version", "fields": {}},
        {"something": "else"},
    ],
)
def test_what_is_no_amount_of_the_law_is_refused(kept: object) -> None:
    with pytest.raises(UnreadableAmountError):
        read(kept)


def test_an_amount_that_no_file_can_hold_is_refused_by_name() -> None:
    with pytest.raises(UnreadableAmountError, match="object"):
        keep(object())


def test_a_day_is_not_taken_for_words() -> None:
    assert keep(date(2027, 1, 1)) != keep("2027-01-01")
