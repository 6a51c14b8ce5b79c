"""What may not matter: the order of the facts, how they were split up, and being asked twice."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.law.case_files import LAW, PARAMETERS, RULES, VERSIONS
from tests.law.strategies import cases, days, sentences, wild_cases
from timecomp.engine.parameters import amended
from timecomp.engine.rules import AnyRule
from timecomp.engine.trace import Step
from timecomp.law.computation import compute
from timecomp.law.facts import Case, Sentence, Term
from timecomp.law.results import OffenderDates, Result, SentenceResult

CATALOGUE = {
    id
    for group in yaml.safe_load((LAW / "coverage.yaml").read_text(encoding="utf-8")).values()
    for id in group
}
LISTS = (
    *("sentences", "custody", "misconduct", "credit_awards", "forfeitures", "restorations"),
    *("parole", "orders"),
)
SENTENCE_DATES = (
    *("start", "calendar_minimum", "calendar_maximum", "net_minimum", "net_maximum"),
    *("projected_minimum", "projected_maximum", "parole_eligibility", "half_term_date"),
)


def shuffled(case: Case, data: st.DataObject) -> Case:
    """The same facts, each list in another order."""
    lists = {name: getattr(case, name) for name in LISTS}
    return replace(
        case,
        **{name: tuple(data.draw(st.permutations(held))) for name, held in lists.items() if held},
    )


def dates_of(offender: OffenderDates) -> tuple[date | None, ...]:
    return (
        offender.earliest_release_date,
        offender.maximum_discharge_date,
        offender.parole_discharge_date,
    )


def by_id(result: Result) -> dict[str, SentenceResult]:
    return {each.id: each for each in result.sentences}


@given(cases(), st.data())
def test_the_order_of_the_facts_changes_no_date(case: Case, data: st.DataObject) -> None:
    before, after = compute(case, trace=False), compute(shuffled(case, data), trace=False)
    assert by_id(before) == by_id(after)
    assert dates_of(before.offender) == dates_of(after.offender)


@given(cases(), st.data())
def test_the_order_of_the_facts_changes_no_question(case: Case, data: st.DataObject) -> None:
    before, after = compute(case, trace=False), compute(shuffled(case, data), trace=False)
    assert set(before.exceptions) == set(after.exceptions)
    assert set(before.deadlines) == set(after.deadlines)


@given(cases(), st.data())
def test_the_order_of_the_facts_names_another_sentence_only_where_two_are_equal(
    case: Case, data: st.DataObject
) -> None:
    before = compute(case, trace=False)
    ends = [each.parole_eligibility for each in before.sentences]
    assume(len(set(ends)) == len(ends))
    after = compute(shuffled(case, data), trace=False)
    assert before.offender.controlling_minimum == after.offender.controlling_minimum


@given(sentences(), st.integers(12, 240), st.integers(12, 240))
def test_one_amendment_or_two_give_the_same_dates(
    sentence: Sentence, between: int, final: int
) -> None:
    def amendment(id: str, replaces: str, months: int, after: int) -> Sentence:
        day = sentence.sentenced_on + timedelta(days=after)
        term, limit = Term(months=months), Term(months=2 * months)
        return replace(
            sentence, id=id, replaces=replaces, sentenced_on=day, minimum=term, maximum=limit
        )

    first, last = amendment("B", "A", between, 30), amendment("C", "B", final, 60)
    at_once = compute(Case("once", (sentence, replace(last, replaces="A"))))
    in_two = compute(Case("twice", (sentence, first, last)))
    assert by_id(at_once)["C"] == by_id(in_two)["C"]
    assert dates_of(at_once.offender) == dates_of(in_two.offender)


@given(cases(), st.data())
def test_an_award_or_a_forfeiture_in_two_parts_is_the_whole(
    case: Case, data: st.DataObject
) -> None:
    parts = {
        name: tuple(
            part
            for each in getattr(case, name)
            for share in [data.draw(st.integers(0, each.days))]
            for part in (replace(each, days=share), replace(each, days=each.days - share))
        )
        for name in ("credit_awards", "forfeitures", "restorations")
    }
    in_parts = compute(replace(case, **parts), trace=False)
    assert by_id(in_parts) == by_id(compute(case, trace=False))


@given(cases())
def test_a_ticket_without_a_finding_changes_nothing(case: Case) -> None:
    told = tuple(replace(each, found_guilty_on=None) for each in case.misconduct)
    without = compute(replace(case, misconduct=()), trace=False)
    asked = compute(replace(case, misconduct=told), trace=False)
    assert replace(asked, used=without.used) == without


@given(wild_cases())
def test_asked_twice_the_law_answers_the_same(case: Case) -> None:
    assert compute(case) == compute(case)


@given(wild_cases())
def test_the_trace_changes_no_answer_of_any_well_formed_case(case: Case) -> None:
    assert replace(compute(case), trace=()) == compute(case, trace=False)


@given(cases())
def test_a_what_if_with_the_values_in_force_changes_nothing(case: Case) -> None:
    with amended({id: each.values for id, each in PARAMETERS.items()}):
        asked = compute(case, trace=False)
    assert asked == compute(case, trace=False)


@given(cases())
def test_every_date_of_a_sentence_comes_from_a_step(case: Case) -> None:
    result = compute(case)
    reached = {
        (step.sentence, day)
        for outer in result.trace
        for step, _ in outer.walk()
        for day in _days_in(step)
    }
    for each in result.sentences:
        for name in SENTENCE_DATES:
            day = getattr(each, name)
            assert day is None or (each.id, day) in reached, name


@given(cases())
def test_every_date_of_the_person_comes_from_a_step(case: Case) -> None:
    result = compute(case)
    reached = {day for step in result.trace if step.sentence is None for day in _days_in(step)}
    for day in dates_of(result.offender):
        assert day is None or day in reached


@given(wild_cases())
def test_every_exception_and_deadline_names_a_row_of_the_catalogue(case: Case) -> None:
    result = compute(case, trace=False)
    named = {each.rule for each in (*result.exceptions, *result.deadlines)}
    assert named <= CATALOGUE | set(VERSIONS) | set(PARAMETERS)
    assert result.used <= CATALOGUE | set(RULES) | set(PARAMETERS)


@given(wild_cases())
def test_every_step_applies_a_rule_of_the_book(case: Case) -> None:
    for outer in compute(case).trace:
        for step, _ in outer.walk():
            assert step.rule in RULES[step.rule.id]


@pytest.mark.parametrize("question", VERSIONS.values(), ids=lambda question: question.id)
@given(day=days)
def test_the_day_that_governs_chooses_one_version(question: object, day: date) -> None:
    in_force = [each for each in question.rules if each.in_force(day)]
    assert len(in_force) <= 1
    assert not in_force or question.on(day) is in_force[0]


@pytest.mark.parametrize(
    "version",
    [each for id in sorted(RULES) for each in RULES[id] if each.since or each.until],
    ids=lambda version: f"{version.id}-{version.function.__name__}",
)
def test_a_version_holds_from_its_first_day_to_its_last(version: AnyRule) -> None:
    one = timedelta(days=1)
    if version.since:
        assert version.in_force(version.since)
        assert not version.in_force(version.since - one)
    if version.until:
        assert version.in_force(version.until - one)
        assert not version.in_force(version.until)


def _days_in(step: Step) -> set[date]:
    day = step.output if isinstance(step.output, date) else getattr(step.output, "day", None)
    return set() if day is None else {day}
