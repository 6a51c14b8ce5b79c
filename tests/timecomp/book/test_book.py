"""Two versions of the book side by side: values, rules and the text around them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from timecomp.book.book import book_now, difference, parameter_in_words, values_of
from timecomp.book.texts import read_source
from timecomp.engine.parameters import Value, amended, named_parameter
from timecomp.law.rule_book import load_law

load_law()
RATE = "rgt_table"
NOW = book_now()
NEW_DAY = date(2027, 1, 1)
SOURCE = '''
LIMIT = parameter("limit", title="t", unit="days", module=__name__, values=[Value(None, {amount})])

@rule("may_wait", title="x")
def may_wait(*, days: int) -> bool:
    """Whether."""
    return days {sign} 3

def helper() -> int:
    return {number}
'''


def with_a_new_value() -> tuple[Value[object], ...]:
    values = named_parameter("ff_len_first").values
    return (*values, Value(NEW_DAY, 3, "a test"))


def read_text(folder: Path, *, amount: int = 1, sign: str = "<", number: int = 1):
    path = folder / "source.py"
    path.write_text(SOURCE.format(amount=amount, sign=sign, number=number))
    rules: dict[str, str] = {}
    files: dict[str, str] = {}
    read_source("source.py", path, rules=rules, files=files)
    return rules, files


def test_a_book_does_not_differ_from_itself() -> None:
    found = difference(NOW, book_now())
    assert (found.parameters, found.rules, found.files) == ((), (), ())


def test_a_new_dated_value_is_a_difference_of_values_alone() -> None:
    with amended({"ff_len_first": with_a_new_value()}):
        later = book_now()
    found = difference(NOW, later)
    assert (found.parameters, found.is_of_values_alone) == (("ff_len_first",), True)
    assert later.version != NOW.version


def test_the_words_of_a_new_value_name_amount_day_and_law() -> None:
    with amended({"ff_len_first": with_a_new_value()}):
        words = parameter_in_words("ff_len_first", NOW, book_now())
    assert "3 from 2027-01-01 (a test) is new" in words


def test_older_values_are_in_force_only_while_the_block_lasts() -> None:
    with amended({"ff_len_first": with_a_new_value()}):
        with values_of(NOW, ["ff_len_first"]):
            assert named_parameter("ff_len_first").on(NEW_DAY).amount == 2
        assert named_parameter("ff_len_first").on(NEW_DAY).amount == 3


def test_a_value_that_can_no_longer_be_read_is_named() -> None:
    odd = [{"since": None, "amount": {"class": "gone:Gone", "fields": {}}, "citation": ""}]
    before = replace(NOW, parameters={**NOW.parameters, RATE: odd})
    with values_of(before, [RATE]) as unreadable:
        assert unreadable == (RATE,)


def test_a_rule_with_another_text_is_another_rule(tmp_path: Path) -> None:
    before, after = read_text(tmp_path), read_text(tmp_path, sign="<=")
    assert (before[0] != after[0], before[1] == after[1]) == (True, True)


def test_text_around_the_rules_is_told_apart_from_them(tmp_path: Path) -> None:
    before, after = read_text(tmp_path), read_text(tmp_path, number=2)
    assert (before[0] == after[0], before[1] != after[1]) == (True, True)


def test_an_amount_in_the_source_is_no_text(tmp_path: Path) -> None:
    assert read_text(tmp_path) == read_text(tmp_path, amount=2)
