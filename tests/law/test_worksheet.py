"""The worksheet tells every date step by step."""

from timecomp.engine.parameters import Value, amended
from timecomp.law.case_json import parse_cases
from timecomp.law.computation import compute
from timecomp.law.results import Result
from timecomp.law.rule_book import law_version, rule_book, rules_touched
from timecomp.law.topics import Topic
from timecomp.law.worksheet import AWAITS_COUNSEL, WorksheetSection, worksheet

CASE = {
    "id": "told",
    "sentences": [
        {
            "id": "A",
            "offense": {"code": "750.529", "date": "1996-05-01"},
            "sentenced_on": "1996-10-01",
            "kind": "indeterminate",
            "minimum": {"years": 5},
            "maximum": {"years": 20},
            "jail_credit_days": 151,
        }
    ],
}


def result() -> Result:
    return compute(parse_cases(CASE)[0])


def section(topic: Topic) -> WorksheetSection:
    sections = worksheet(result()).sentences["A"]
    return next(each for each in sections if each.topic is topic)


def test_a_step_is_a_sentence_with_its_citation() -> None:
    (step,) = section(Topic.START).steps
    assert step.sentence == (
        "The sentence of October 1, 1996 less 151 days of jail credit starts on May 3, 1996."
    )
    assert step.citation == "MCL 769.11b"


def test_a_step_that_is_not_verified_awaits_counsel() -> None:
    (step,) = section(Topic.START).steps
    assert step.awaits.startswith(AWAITS_COUNSEL)


def test_a_verified_step_awaits_nothing() -> None:
    step = section(Topic.NET_MINIMUM).steps[-1]
    assert (step.rule, step.awaits) == ("dc_all_after_1987", "")


def test_an_amount_read_is_told_with_the_act_that_set_it() -> None:
    (inner,) = section(Topic.NET_MINIMUM).steps[-1].inner
    (amount,) = inner.parameters
    assert (amount.value, amount.citation) == (
        "5 days a month served",
        "MCL 800.33(5); 1982 PA 442",
    )


def test_sections_follow_the_dates_of_the_sentence() -> None:
    headings = [each.heading for each in worksheet(result()).sentences["A"]]
    assert headings.index("Start") < headings.index("Calendar minimum")
    assert headings.index("Calendar minimum") < headings.index("Net minimum")


def test_the_dates_of_the_person_stand_first() -> None:
    first = worksheet(result()).person[0]
    assert (first.heading, first.day) == (
        "Earliest release date",
        result().offender.earliest_release_date,
    )


def test_the_book_names_the_parameters_a_rule_reads() -> None:
    (entry,) = rule_book().rule("rgt_cumulative")
    assert entry.parameters == ("rgt_table",)


def test_a_result_names_the_rules_it_touched() -> None:
    touched = rules_touched(compute(parse_cases(CASE)[0], trace=False))
    assert {"start_single", "dc_all_after_1987", "dc_rate"} <= set(touched)
    assert "rgt_cumulative" not in touched


def test_a_changed_amount_is_another_version_of_the_law() -> None:
    before = law_version()
    with amended({"dc_rate": [Value(None, 6, "A proposal")]}):
        assert law_version() != before
    assert law_version() == before


def test_a_what_if_moves_the_dates_of_those_it_touches() -> None:
    with amended({"dc_rate": [Value(None, 10, "A proposal")]}):
        sooner = result().offender.earliest_release_date
    assert sooner < result().offender.earliest_release_date
