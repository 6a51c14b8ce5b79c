"""A scenario in force: whom it reaches, and the book as it was before and after."""

from datetime import date
from typing import Any

import pytest

from tests.law.proposals.worked_cases import BothLaws, Facts
from timecomp.engine.parameters import parameters_of
from timecomp.engine.rules import rules_of
from timecomp.engine.standing import Standing
from timecomp.law.case_json import parse_cases
from timecomp.law.computation import compute
from timecomp.law.proposals.registry import Point, proposals
from timecomp.law.proposals.scenario import Scenario
from timecomp.law.proposals.scenario_file import parse_scenario, shipped_scenarios
from timecomp.law.proposals.scenario_law import in_force
from timecomp.law.proposed import PROPOSED
from timecomp.law.results import Result
from timecomp.law.rule_book import law_version, rule_book

HEAD = 'title = "T"\nproposal = "P"\nsummary = "S"\nsource = "Q"\n'
EIGHTY_FIVE = '[[parameters]]\nid = "tis_percent"\nvalue = 85\n'
SHIPPED = shipped_scenarios()


def scenario(text: str) -> Scenario:
    return parse_scenario(HEAD + text, name="test.toml", id="test")


def count(id: str, offense: str, **more: object) -> Facts:
    return {
        "id": id,
        "offense": {"code": "750.84", "date": offense},
        "sentenced_on": "2020-01-01",
        "kind": "indeterminate",
        "minimum": {"years": 10},
        "maximum": {"years": 20},
        **more,
    }


def book() -> object:
    """Everything of the book that a what-if could leave changed."""
    texts = [(r.id, r.title, r.citation, r.standing, r.function) for r in rules_of("timecomp.law")]
    values = {p.id: p.values for p in parameters_of("timecomp.law")}
    return texts, values, law_version(), rule_book()


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda each: each.id)
def test_the_book_is_untouched_after_a_scenario(shipped: Scenario) -> None:
    before = book()
    with in_force(shipped):
        pass
    assert book() == before


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda each: each.id)
def test_the_book_is_untouched_after_an_error(shipped: Scenario) -> None:
    before = book()
    with pytest.raises(RuntimeError), in_force(shipped):
        raise RuntimeError
    assert book() == before


def test_nothing_is_proposed_after_an_error_within_a_case() -> None:
    mixed = scenario('[applies]\nto = "offences"\nsince = 2019-01-01\n' + EIGHTY_FIVE)
    facts = {"id": "one", "sentences": [count("A", "2018-06-01"), count("B", "2019-06-01")]}
    case = parse_cases(facts)[0]

    def fails() -> Result:
        raise RuntimeError

    with pytest.raises(RuntimeError), in_force(mixed) as law:
        law.evaluate(case, fails, today=compute(case))
    assert (PROPOSED.gate, PROPOSED.covered, PROPOSED.parole) == (None, frozenset(), ())


def test_no_proposed_rule_is_in_the_book() -> None:
    assert not set(proposals()) & {entry.id for entry in rule_book().rules}


def test_a_proposed_rule_is_cited_as_proposed() -> None:
    use = next(each for each in SHIPPED if each.id == "wi_gt_hb4468_4471").rules[0]
    made = use.proposal.rule(citation="proposed: HB 4468-4471 (2023)", settings=use.settings)
    assert (made.citation, made.standing) == (
        "proposed: HB 4468-4471 (2023)",
        Standing.PROPOSED,
    )


@pytest.mark.parametrize("each", proposals().values(), ids=lambda each: each.id)
def test_every_proposed_rule_names_only_rules_of_the_book(each: Any) -> None:
    known = {rule.id for rule in rules_of("timecomp.law")}
    known |= {parameter.id for parameter in parameters_of("timecomp.law")}
    assert set(each.touches) <= known


@pytest.mark.parametrize("each", proposals().values(), ids=lambda each: each.id)
def test_every_proposed_rule_can_be_found_to_concern_somebody(each: Any) -> None:
    use = next(u for s in SHIPPED for u in s.rules if u.proposal is each)
    assert each.touches or each.concerns(use.settings)


def test_twenty_five_proposals_and_the_plainest_example_are_shipped() -> None:
    assert len([each for each in SHIPPED if each.id.startswith("wi_")]) == 25


class TestOneJudgmentUnderTwoLaws:
    """A change for crimes from 2019 on meets one count of 2018 and one of 2019."""

    CHANGE = scenario('[applies]\nto = "offences"\nsince = 2019-01-01\n' + EIGHTY_FIVE)

    def test_the_later_crime_falls_under_the_change(self, both_laws: BothLaws) -> None:
        facts = {"sentences": [count("A", "2018-12-31"), count("B", "2019-01-01")]}
        _, proposed = both_laws(self.CHANGE, facts)
        assert proposed.sentences[1].parole_eligibility == date(2028, 7, 3)

    def test_the_earlier_crime_does_not(self, both_laws: BothLaws) -> None:
        facts = {"sentences": [count("A", "2018-12-31"), count("B", "2019-01-01")]}
        _, proposed = both_laws(self.CHANGE, facts)
        assert proposed.sentences[0].parole_eligibility == date(2030, 1, 1)

    def test_the_order_of_the_counts_does_not_matter(self, both_laws: BothLaws) -> None:
        facts = {"sentences": [count("B", "2019-01-01"), count("A", "2018-12-31")]}
        _, proposed = both_laws(self.CHANGE, facts)
        found = [each.parole_eligibility for each in proposed.sentences]
        assert found == [date(2028, 7, 3), date(2030, 1, 1)]

    def test_a_string_is_carried_through_both_laws(self, both_laws: BothLaws) -> None:
        """3,106 days of the first, then ten whole years of the second."""
        later = count("B", "2018-12-31", consecutive_to=["A"], consecutive_authority="768.7b")
        facts = {"sentences": [count("A", "2019-01-01"), later]}
        _, proposed = both_laws(self.CHANGE, facts)
        assert proposed.offender.earliest_release_date == date(2038, 7, 3)

    def test_a_case_it_does_not_reach_keeps_the_very_answer_of_today(
        self, both_laws: BothLaws
    ) -> None:
        today, proposed = both_laws(self.CHANGE, {"sentences": [count("A", "2018-12-31")]})
        assert proposed is today

    def test_a_replaced_text_reaches_only_the_sentences_covered(self, both_laws: BothLaws) -> None:
        facts = {"sentences": [count("A", "2018-12-31"), count("B", "2019-01-01")]}
        _, proposed = both_laws("wi_sb1143_2018", facts)
        assert [each.regime for each in proposed.sentences] == ["r6a", "r5"]


class TestWhomAChangeReaches:
    """Each condition of [applies] on its edge."""

    @pytest.mark.parametrize(
        ("condition", "moves"),
        [
            ('to = "sentences"\nsince = 2020-01-01', True),
            ('to = "sentences"\nsince = 2020-01-02', False),
            ('to = "offences"\nsince = 2019-06-01', True),
            ('to = "offences"\nsince = 2019-06-02', False),
            ('codes = ["750.84"]', True),
            ('codes = ["750.83"]', False),
            ('except_codes = ["750.84"]', False),
            ('groups = ["assaultive"]', True),
            ('groups = ["drug"]', False),
            ('except_groups = ["assaultive"]', False),
            ('kinds = ["life"]', False),
            ("age_from = 19", True),
            ("age_from = 20", False),
            ("age_to = 19", True),
            ("age_to = 18", False),
            ("minimum_months_from = 120", True),
            ("minimum_months_from = 121", False),
            ("minimum_months_to = 120", True),
            ("minimum_months_to = 119", False),
        ],
    )
    def test_the_condition_decides(
        self, both_laws: BothLaws, condition: str, *, moves: bool
    ) -> None:
        facts = {
            "person": {"birth_date": "2000-06-01"},
            "sentences": [count("A", "2019-06-01")],
        }
        today, proposed = both_laws(scenario(f"[applies]\n{condition}\n{EIGHTY_FIVE}"), facts)
        assert (proposed.offender != today.offender) is moves


@pytest.mark.parametrize("point", list(Point))
def test_every_point_of_a_computation_has_a_proposal_that_speaks_there(point: Point) -> None:
    assert any(each.point is point for each in proposals().values())


CLEAN_MONTHS = (
    '[[rules]]\nid = "good_time_for_clean_months"\n[rules.settings]\npercent_of_month = 100\n'
    "least_served_percent = 50\nreaches_back = true\ncounts_from = 2027-01-01\n"
    "on_maximum = true\n"
)
SECOND_LOOK = '[[rules]]\nid = "second_look"\n[rules.settings]\nyears = 10\nincludes_life = true\n'
ROBBERY = {"offense": {"code": "750.529", "date": "2019-06-01"}, "minimum": {"years": 15}}


@pytest.mark.parametrize(
    ("rules", "moved"), [(CLEAN_MONTHS, "net_minimum"), (SECOND_LOOK, "parole_eligibility")]
)
def test_of_two_counts_only_the_one_reached_moves(
    both_laws: BothLaws, rules: str, moved: str
) -> None:
    counts = [count("A", "2019-06-01", minimum={"years": 15}), count("B", "2019-06-01") | ROBBERY]
    reached = scenario(rules + '[applies]\ncodes = ["750.84"]\n')
    today, proposed = both_laws(reached, {"sentences": counts})
    first, second = (
        (getattr(before, moved), getattr(after, moved))
        for before, after in zip(today.sentences, proposed.sentences, strict=True)
    )
    assert first[0] > first[1]
    assert second[0] == second[1]


def test_a_start_that_the_change_does_not_reach_stays(both_laws: BothLaws) -> None:
    follows = {**ROBBERY, "consecutive_to": ["A"], "consecutive_authority": "750.227b"}
    counts = [count("A", "2019-06-01"), count("B", "2019-06-01") | follows]
    rules = '[[rules]]\nid = "parolee_jail_days_count"\n[rules.settings]\non_maximum = false\n'
    today, proposed = both_laws(
        scenario(rules + '[applies]\ncodes = ["750.84"]\n'), {"sentences": counts}
    )
    assert proposed.sentences == today.sentences
