"""Rules and checks on pages go by titles, not by their names in the book."""

import pytest

from timecomp.law.rule_book import rule_book
from timecomp.law.settling import SETTLED_BY
from timecomp.templatetags.law import is_rule, rule_title


@pytest.mark.parametrize("asks", sorted(SETTLED_BY))
def test_whatever_asks_a_clerk_has_a_title(asks: str) -> None:
    assert "_" not in rule_title(asks)


def test_a_rule_has_the_title_of_the_book() -> None:
    entry = rule_book().rules[0]
    assert is_rule(entry.id)
    assert rule_title(entry.id) == entry.title


def test_what_the_book_has_no_more_keeps_its_name() -> None:
    assert not is_rule("gone_rule")
    assert rule_title("gone_rule") == "gone_rule"
