"""Shipped scenarios that turn life into a term, or cap probation, on cases worked by hand."""

from datetime import date

import pytest

from tests.law.proposals.worked_cases import (
    LIFE,
    TEN_YEARS,
    BothLaws,
    Facts,
    case,
)


def test_life_at_nineteen_becomes_a_term_of_35_years(both_laws: BothLaws) -> None:
    facts = case(LIFE, person={"birth_date": "2000-01-01"})
    today, proposed = both_laws("wi_parole_lwop_youth", facts)
    found = (today.offender.earliest_release_date, proposed.offender.earliest_release_date)
    assert found == (None, date(2055, 1, 1))


def test_life_for_murder_at_seventeen_is_reviewed_after_twenty_years(both_laws: BothLaws) -> None:
    facts = case(LIFE, person={"birth_date": "2002-01-01"})
    _, proposed = both_laws("wi_sb322_youth", facts)
    assert proposed.offender.earliest_release_date == date(2040, 1, 1)


def test_the_term_of_the_young_follows_the_other_sentences_of_the_day(both_laws: BothLaws) -> None:
    other = {**TEN_YEARS, "id": "B"}
    facts = case(LIFE, other, person={"birth_date": "2000-01-01"})
    _, proposed = both_laws("wi_parole_lwop_youth", facts)
    assert proposed.offender.earliest_release_date == date(2065, 1, 1)


PROBATION = {
    "id": "A",
    "offense": {"code": "750.110", "date": "2023-06-01"},
    "sentenced_on": "2024-01-01",
    "kind": "probation",
    "maximum": {"months": 36},
}


def test_three_years_of_probation_become_two(both_laws: BothLaws) -> None:
    today, proposed = both_laws("wi_prob_cap", case(PROBATION))
    ends = (today.sentences[0].net_maximum, proposed.sentences[0].net_maximum)
    assert ends == (date(2027, 1, 1), date(2026, 1, 1))


def test_two_years_of_probation_stay(both_laws: BothLaws) -> None:
    facts = case({**PROBATION, "maximum": {"months": 24}})
    today, proposed = both_laws("wi_prob_cap", facts)
    assert proposed.sentences == today.sentences


def sanction(days: int) -> Facts:
    """A first technical violation that cost so many days of jail."""
    order = {
        "kind": "technical_sanction",
        "made_on": "2024-06-01",
        "sentence": "A",
        "days": days,
    }
    return case(PROBATION, orders=[order])


@pytest.mark.parametrize(("days", "asked"), [(10, 0), (15, 1)])
def test_a_sanction_beyond_the_lower_cap_is_asked_about(
    both_laws: BothLaws, days: int, asked: int
) -> None:
    today, proposed = both_laws("wi_tv_caps", sanction(days))
    assert len(proposed.exceptions) - len(today.exceptions) == asked
