"""Facts and results as stored text: nothing is lost, and equal means equal digests."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from timecomp.law.case_json import result_to_json
from timecomp.law.computation import compute
from timecomp.law.facts import (
    AppliesTo,
    AwardKind,
    Case,
    CreditAward,
    CustodyKind,
    CustodySpan,
    ForfeitAuthority,
    Forfeiture,
    Misconduct,
    MonthCount,
    Offense,
    Options,
    Parole,
    ParoleViolation,
    Person,
    Restoration,
    Sentence,
    SentenceKind,
    Term,
    ViolationKind,
)
from timecomp.law.results import (
    ComputationException,
    Deadline,
    OffenderDates,
    Result,
    SentenceResult,
)
from timecomp.selectors.cases import Gap, RecordedCase
from timecomp.selectors.frozen import digest, freeze_facts, freeze_result, thaw_facts

AS_OF = date(2026, 11, 21)
SENTENCE = Sentence(
    id="A",
    offense=Offense("750.529", date(2019, 5, 1)),
    sentenced_on=date(2020, 1, 15),
    kind=SentenceKind.INDETERMINATE,
)
days = st.dates(date(1975, 1, 1), date(2026, 1, 1))
maybe_day = st.none() | days
counts = st.integers(0, 400)
terms = st.builds(Term, st.integers(0, 60), st.integers(0, 11), st.integers(1, 30))
offenses = st.builds(
    Offense,
    code=st.sampled_from(["750.529", "333.7401(2)(a)(iv)", "750.227b"]),
    date=days,
    date_to=st.none(),
    attempt=st.booleans(),
    flags=st.frozensets(st.sampled_from(["dwelling", "victim_under_13"])),
)
sentences = st.builds(
    Sentence,
    id=st.just("A"),
    offense=offenses,
    sentenced_on=days,
    kind=st.sampled_from(SentenceKind),
    minimum=st.none() | terms,
    maximum=st.none() | terms | st.just("life"),
    jail_credit_days=counts,
    habitual=st.sampled_from([0, 2, 3, 4]),
    consecutive_to=st.just(()),
    consecutive_authority=st.none() | st.just("768.7a(2)"),
    convicted_on=maybe_day,
    judge_approval_on=maybe_day,
    vacated_on=maybe_day,
    replaces=st.none(),
    surrendered_on=maybe_day,
)
cases = st.builds(
    Case,
    id=st.just("7"),
    sentences=st.tuples(sentences),
    as_of=st.just(AS_OF),
    person=st.builds(Person, birth_date=maybe_day),
    custody=st.lists(
        st.builds(
            CustodySpan,
            kind=st.sampled_from(CustodyKind),
            from_=days,
            to=st.none(),
            sentence=st.sampled_from([None, "A"]),
        ),
        max_size=2,
    ).map(tuple),
    misconduct=st.lists(
        st.builds(
            Misconduct,
            violated_on=days,
            class_=st.sampled_from(["I", "II", "III"]),
            found_guilty_on=days,
            disciplinary_time_days=counts,
        ),
        max_size=2,
    ).map(tuple),
    credit_awards=st.lists(
        st.builds(
            CreditAward,
            sentence=st.just("A"),
            kind=st.sampled_from(AwardKind),
            days=st.integers(-30, 60),
            awarded_on=days,
            applies_to=st.sampled_from(AppliesTo),
        ),
        max_size=2,
    ).map(tuple),
    forfeitures=st.lists(
        st.builds(
            Forfeiture,
            sentence=st.just("A"),
            days=counts,
            ordered_on=days,
            authority=st.sampled_from(ForfeitAuthority),
        ),
        max_size=2,
    ).map(tuple),
    restorations=st.lists(
        st.builds(Restoration, sentence=st.just("A"), days=counts, ordered_on=days), max_size=2
    ).map(tuple),
    parole=st.lists(
        st.builds(
            Parole,
            released_on=days,
            term=st.none() | terms,
            violations=st.lists(
                st.builds(
                    ParoleViolation,
                    kind=st.sampled_from(ViolationKind),
                    declared_on=days,
                    available_on=st.none(),
                    detainer_on=maybe_day,
                ),
                max_size=2,
            ).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
)
recorded = st.builds(
    RecordedCase,
    person_id=st.just(7),
    case=cases,
    gaps=st.lists(st.builds(Gap, st.just("B"), st.text(max_size=9)), max_size=1).map(tuple),
)


@given(recorded)
def test_facts_come_back_as_they_went_in(found: RecordedCase) -> None:
    stored = json.loads(freeze_facts(found))
    assert thaw_facts(stored, person_id=7, as_of=AS_OF) == found


@given(recorded)
def test_facts_thawed_and_frozen_again_have_the_same_digest(found: RecordedCase) -> None:
    text = freeze_facts(found)
    again = freeze_facts(thaw_facts(json.loads(text), person_id=7, as_of=AS_OF))
    assert digest(again) == digest(text)


@given(cases)
def test_a_stored_result_is_the_printed_one_without_steps_and_empty_dates(case: Case) -> None:
    result = compute(case, trace=False)
    printed = result_to_json(result)
    unstored = {"id", "as_of", "sentences", "trace"}
    expected = {key: each for key, each in printed.items() if each and key not in unstored}
    expected["exceptions"] = printed["exceptions"]
    expected["sentences"] = [
        {name: value for name, value in each.items() if value is not None or name == "regime"}
        for each in printed["sentences"]
    ]
    assert json.loads(freeze_result(result)) == expected


@given(label=st.text(), message=st.text(), day=st.none() | st.dates())
def test_a_stored_result_is_the_canonical_text_of_its_values(
    label: str, message: str, day: date | None
) -> None:
    result = Result(
        id="1",
        as_of=AS_OF,
        offender=OffenderDates(earliest_release_date=day, controlling_minimum=label),
        sentences=(SentenceResult(label, regime="good_time", start=day, net_minimum=day),),
        exceptions=(ComputationException("rule", None, message),),
        trace=(),
        used=frozenset(),
        deadlines=(Deadline("rule", "title", label, AS_OF),),
    )
    text = freeze_result(result)
    values = json.loads(text)
    assert json.dumps(values, separators=(",", ":"), ensure_ascii=False) == text
    assert (values["sentences"][0]["id"], values["exceptions"][0]["message"]) == (label, message)
    assert values["offender"]["earliest_release_date"] == (day.isoformat() if day else None)


def test_conventions_other_than_the_usual_are_kept() -> None:
    case = Case(id="7", sentences=(SENTENCE,), as_of=AS_OF, options=Options(MonthCount.FULL))
    stored = json.loads(freeze_facts(RecordedCase(7, case)))
    assert thaw_facts(stored, person_id=7, as_of=AS_OF).case.options == case.options


def test_a_person_all_of_whose_sentences_are_gaps_can_be_stored() -> None:
    empty = RecordedCase(7, Case(id="7", sentences=(), as_of=AS_OF), (Gap("A", "no date"),))
    stored = json.loads(freeze_facts(empty))
    assert thaw_facts(stored, person_id=7, as_of=AS_OF) == empty
