"""Rules, parameters and the trace, on a small law of their own."""

from collections.abc import Iterator
from datetime import date

import pytest

from timecomp.engine import parameters, rules
from timecomp.engine.frozen import dataclass
from timecomp.engine.parameters import (
    ParameterError,
    Value,
    amended,
    amount,
    named_parameter,
    parameter,
)
from timecomp.engine.rules import (
    GovernedBy,
    ManualComputation,
    RuleBookError,
    check_rule_book,
    named_rules,
    rule,
    rules_of,
    versions,
)
from timecomp.engine.standing import Standing
from timecomp.engine.trace import Touch, Tracer, recording
from timecomp.law.mcl_750.s227b_felony_firearm import FIRST_TERM, felony_firearm_years

CHANGE = date(2000, 1, 1)


@pytest.fixture(autouse=True)
def own_law(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test declares rules in an empty book."""
    monkeypatch.setattr(rules, "_RULES", {})
    monkeypatch.setattr(rules, "_VERSIONS", {})
    monkeypatch.setattr(parameters, "_PARAMETERS", dict(parameters._PARAMETERS))
    yield


def declare(id: str, *, since: date | None = None, until: date | None = None) -> rules.AnyRule:
    @rule(
        id,
        title="Doubling",
        citation="Example Code § 1",
        since=since,
        until=until,
        governed_by=GovernedBy.DAY_SERVED,
        standing=Standing.VERIFIED,
        prose="Twice {days} is {output}.",
    )
    def twice(*, days: int) -> int:
        """Twice the days."""
        return 2 * days

    return twice


def test_two_versions_in_force_on_one_day_are_refused() -> None:
    declare("doubling", until=date(2000, 1, 2))
    with pytest.raises(RuleBookError, match=r"\[doubling\] has two versions in force on one day"):
        declare("doubling", since=CHANGE)


def test_versions_that_meet_are_accepted() -> None:
    declare("doubling", until=CHANGE)
    declare("doubling", since=CHANGE)
    check_rule_book()


def test_a_version_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(RuleBookError, match="before it begins"):
        declare("doubling", since=CHANGE, until=date(1999, 1, 1))


def test_two_rules_that_answer_one_question_on_one_day_are_refused() -> None:
    with pytest.raises(RuleBookError, match=r"\[the question\]"):
        versions("the question", declare("one"), declare("other", since=CHANGE))


def test_a_question_is_answered_by_the_version_of_the_day() -> None:
    question = versions("the question", declare("old", until=CHANGE), declare("new", since=CHANGE))
    assert question.on(date(1999, 12, 31)).id == "old"
    assert question.on(CHANGE).id == "new"


def test_a_day_without_a_version_is_for_a_person() -> None:
    question = versions("the_question", declare("new", since=CHANGE))
    with pytest.raises(ManualComputation, match="no version of the question") as refused:
        question.on(date(1999, 12, 31))
    assert refused.value.rule == "the_question"


def test_a_rule_outside_its_time_is_for_a_person() -> None:
    with pytest.raises(ManualComputation, match="for a day served of 1999-12-31"):
        declare("new", since=CHANGE).on(date(1999, 12, 31))


def test_rules_are_found_by_the_package_that_declares_them() -> None:
    made = declare("doubling")
    assert made in rules_of(made.module)
    assert made not in rules_of("timecomp.law")


def test_the_tracer_keeps_inner_steps_and_what_they_read() -> None:
    rate = parameter(
        "test_rate", title="Rate", unit="days", module=__name__, values=[Value(None, 5, "Act 1")]
    )
    inner = declare("inner")

    @rule(
        "outer",
        title="Outer",
        citation="Example Code § 2",
        governed_by=GovernedBy.DAY_SERVED,
        standing=Standing.RECALLED,
        awaits="All of it.",
        prose="{output}",
    )
    def outer(*, days: int) -> int:
        """Twice the days at the rate."""
        return inner(days=days) * amount(rate, CHANGE)

    tracer = Tracer()
    with recording(tracer):
        tracer.about("A", "net_minimum")
        assert outer(days=3) == 30
    (step,) = tracer.steps
    assert (step.rule.id, step.sentence, step.inputs, step.output) == (
        "outer",
        "A",
        {"days": 3},
        30,
    )
    assert [(r.parameter, r.amount, r.citation) for r in step.parameters] == [
        ("test_rate", 5, "Act 1")
    ]
    assert [(i.rule.id, within) for i, within in step.walk()] == [
        ("inner", "outer"),
        ("outer", None),
    ]


def test_a_rule_that_hands_over_leaves_no_step_and_the_trace_goes_on() -> None:
    @rule(
        "refuses",
        title="Refuses",
        citation="Example Code § 3",
        governed_by=GovernedBy.DAY_SERVED,
        standing=Standing.VERIFIED,
        prose="{output}",
    )
    def refuses() -> int:
        """Always for a person."""
        raise ManualComputation("A person must.", rule="refuses")

    doubling, tracer = declare("doubling"), Tracer()
    with recording(tracer):
        with pytest.raises(ManualComputation):
            refuses()
        doubling(days=1)
    assert [step.rule.id for step in tracer.steps] == ["doubling"]


def test_the_light_recorder_remembers_names_alone() -> None:
    doubling, touch = declare("doubling"), Touch()
    with recording(touch):
        doubling(days=1)
    assert touch.used == {"doubling"}


def test_nothing_is_recorded_outside_a_computation() -> None:
    assert declare("doubling")(days=2) == 4


def test_a_rule_in_its_time_is_itself() -> None:
    new = declare("new", since=CHANGE)
    assert new.on(CHANGE) is new


def test_the_light_recorder_remembers_an_amount_by_its_name() -> None:
    touch = Touch()
    with recording(touch):
        assert amount(FIRST_TERM, CHANGE) == 2
    assert touch.used == {"ff_len_first"}


def test_a_recorder_may_be_asked_itself() -> None:
    doubling, touch = declare("doubling"), Touch()
    touch.about("A", "start")
    assert touch.run(doubling, doubling.function, {"days": 2}) == 4
    touch.read(pytest.fail, "a_rate")
    assert touch.used == {"doubling", "a_rate"}


def test_a_rule_is_found_by_its_name() -> None:
    made = declare("doubling")
    assert named_rules("doubling") == (made,)


def test_a_name_that_no_rule_has_is_refused() -> None:
    with pytest.raises(RuleBookError, match=r"\[halving\] is no rule"):
        named_rules("halving")


def test_a_parameter_is_found_by_its_name() -> None:
    assert named_parameter("ff_len_first") is FIRST_TERM


def test_a_name_that_no_parameter_has_is_refused() -> None:
    with pytest.raises(ParameterError, match=r"\[no_such\] is no parameter"):
        named_parameter("no_such")


def test_small_values_of_the_law_are_always_frozen() -> None:
    with pytest.raises(TypeError, match="Only frozen classes"):
        dataclass(frozen=False, slots=True)


def test_values_out_of_order_are_refused() -> None:
    with pytest.raises(ParameterError, match=r"\[test_order\] needs at least one value"):
        parameter(
            "test_order",
            title="Order",
            unit="days",
            module=__name__,
            values=[Value(CHANGE, 1, "Act 1"), Value(CHANGE, 2, "Act 2")],
        )


def test_a_parameter_named_twice_is_refused() -> None:
    with pytest.raises(ParameterError, match=r"\[ff_len_first\] is already a parameter"):
        parameter("ff_len_first", title="Twice", unit="years", module=__name__, values=[])


def test_a_what_if_changes_an_amount_until_it_ends() -> None:
    three = {"ff_len_first": [Value(None, 3, "A proposal")]}
    with amended(three):
        assert felony_firearm_years(stated_years=2, offense_date=CHANGE) == 3
    assert felony_firearm_years(stated_years=2, offense_date=CHANGE) == 2


def test_a_what_if_leaves_what_is_enacted() -> None:
    with amended({"ff_len_first": [Value(None, 3, "A proposal")]}):
        assert FIRST_TERM.enacted_on(CHANGE) == 2


def test_a_what_if_on_an_unknown_parameter_is_refused() -> None:
    with (
        pytest.raises(ParameterError, match=r"\[no_such\] is no parameter"),
        amended({"no_such": []}),
    ):
        pass
