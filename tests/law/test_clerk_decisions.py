"""What clerks decided is a fact of the case: it settles its question and changes only its date."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.law.strategies import cases, wild_cases
from timecomp.law.case_decisions import dates_of
from timecomp.law.case_json import case_to_json, parse_cases
from timecomp.law.clerk_decision import ClerkDecision, DecisionKind
from timecomp.law.computation import compute
from timecomp.law.facts import Case
from timecomp.law.results import Result
from timecomp.law.worksheet import worksheet

DECIDED_ON = date(2026, 11, 1)
AS_OF = date(2026, 11, 21)
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 1, 1))


def every_date(result: Result) -> dict[tuple[str | None, str], object]:
    found = {(None, name): getattr(result.offender, name) for name in dates_of(None)}
    for each in result.sentences:
        found |= {(each.id, name): getattr(each, name) for name in dates_of(each.id)}
    return found


@st.composite
def overrides(draw: st.DrawFn, case: Case) -> ClerkDecision:
    """A decision that overrides some date of the case."""
    sentence = draw(st.sampled_from([None, *(each.id for each in case.sentences)]))
    return ClerkDecision(
        id="1",
        kind=DecisionKind.OVERRIDE,
        decided_on=DECIDED_ON,
        reason="as ordered",
        sentence=sentence,
        date_name=draw(st.sampled_from(sorted(dates_of(sentence)))),
        value=draw(st.none() | days),
    )


def test_without_a_day_every_decision_of_the_case_holds() -> None:
    ended = ClerkDecision(
        "1", DecisionKind.STANDS, DECIDED_ON, "read the judgment", until=DECIDED_ON
    )
    assert ended.holds_on(None)
    assert ended.holds_on(DECIDED_ON)
    assert not ended.holds_on(DECIDED_ON + timedelta(days=1))
    assert not ended.holds_on(DECIDED_ON - timedelta(days=1))


@given(st.data())
def test_a_decision_changes_no_date_but_the_one_it_names(data: st.DataObject) -> None:
    case = replace(data.draw(wild_cases()), as_of=AS_OF)
    decision = data.draw(overrides(case))
    before = every_date(compute(case, trace=False))
    after = every_date(compute(replace(case, decisions=(decision,)), trace=False))
    assert decision.date_name is not None
    assert after == before | {(decision.sentence, decision.date_name): decision.value}


@given(st.data())
def test_both_the_computed_date_and_the_override_are_kept(data: st.DataObject) -> None:
    case = replace(data.draw(cases()), as_of=AS_OF)
    decision = data.draw(overrides(case))
    before = every_date(compute(case, trace=False))
    [kept] = compute(replace(case, decisions=(decision,)), trace=False).overrides
    assert kept.system_value == before[kept.sentence, kept.date_name]
    assert kept.override == decision.value


@given(st.data(), st.integers(min_value=1, max_value=400))
def test_after_its_last_day_a_decision_changes_nothing(data: st.DataObject, later: int) -> None:
    case = replace(data.draw(cases()), as_of=AS_OF)
    decision = replace(data.draw(overrides(case)), until=AS_OF - timedelta(days=later))
    decided = replace(case, decisions=(replace(decision, decided_on=date(2020, 1, 1)),))
    assert compute(decided, trace=False) == compute(case, trace=False)


@given(wild_cases())
def test_every_question_can_be_settled_and_no_other_is(case: Case) -> None:
    case = replace(case, as_of=AS_OF)
    asked = compute(case, trace=False).exceptions
    decisions = tuple(
        ClerkDecision(
            id=str(number),
            kind=DecisionKind.STANDS,
            decided_on=DECIDED_ON,
            reason="read the judgment",
            rule=each.rule,
            sentence=each.sentence,
            message=each.message,
        )
        for number, each in enumerate(asked[1:])
    )
    result = compute(replace(case, decisions=decisions), trace=False)
    assert result.exceptions == asked[:1]
    assert [each.message for each in result.settled] == [each.message for each in asked[1:]]


@given(st.data())
def test_a_case_with_a_decision_is_the_same_after_a_case_file(data: st.DataObject) -> None:
    case = replace(data.draw(cases()), as_of=AS_OF)
    decided = replace(case, decisions=(data.draw(overrides(case)),))
    assert parse_cases(case_to_json(decided)) == [decided]


@given(st.data())
def test_the_worksheet_of_the_date_cites_the_decision(data: st.DataObject) -> None:
    case = replace(data.draw(cases()), as_of=AS_OF)
    decision = replace(data.draw(overrides(case)), value=date(2030, 5, 6))
    sheet = worksheet(compute(replace(case, decisions=(decision,))))
    own = sheet.person if decision.sentence is None else sheet.sentences[decision.sentence]
    [section] = [each for each in own if each.topic == decision.date_name]
    assert section.steps[-1].citation == "Decision 1 of 2026-11-01"
    assert "May 6, 2030" in section.steps[-1].sentence
