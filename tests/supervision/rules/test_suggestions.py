"""Caps, suggestions, escalation, clocks and obligations: both sides of each bound, by hand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.caps import caps_of
from supervision.rules.clocks import clocks_of
from supervision.rules.escalation import escalation_of
from supervision.rules.obligations import ObligationState, state_of
from supervision.rules.person_facts import (
    Charge,
    DrugTest,
    Due,
    Grade,
    Kind,
    PersonFacts,
    Proof,
    Result,
    Sanction,
    Stretch,
    Supervision,
    Violation,
)
from supervision.rules.suggestions import suggestions_for
from supervision.rules.violation_codes import violation_codes

DAY = date(2026, 5, 1)
FELONY_PROBATION = Supervision(
    Kind.PROBATION, Grade.FELONY, "medium", date(2025, 12, 1), date(2028, 6, 1)
)
PLAIN = PersonFacts("p", DAY, FELONY_PROBATION)


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


def violation(
    days: int, severity: int = 6, state: Proof = Proof.ALLEGED, transaction: str = "t"
) -> Violation:
    return Violation("V401", ago(days), state, transaction, severity, ago(days))


def missed(days: int) -> Due:
    return Due("contact", ago(days), "unexcused", None)


def kept(days: int) -> Due:
    return Due("contact", ago(days), "kept", None)


def rules(facts: PersonFacts) -> list[str]:
    return [each.rule for each in suggestions_for(facts)]


@pytest.mark.parametrize(
    ("grade", "sanctions", "days"),
    [
        (Grade.MISDEMEANOR, 0, 5),
        (Grade.MISDEMEANOR, 1, 10),
        (Grade.MISDEMEANOR, 2, 15),
        (Grade.MISDEMEANOR, 3, None),
        (Grade.FELONY, 0, 15),
        (Grade.FELONY, 1, 30),
        (Grade.FELONY, 2, 45),
        (Grade.FELONY, 3, None),
    ],
)
def test_the_ladder_of_technical_violations(grade: Grade, sanctions: int, days: int | None) -> None:
    facts = replace(
        PLAIN,
        supervision=replace(FELONY_PROBATION, grade=grade),
        technical_sanctions=tuple(Sanction(ago(n + 1), 5, f"t{n}") for n in range(sanctions)),
    )
    caps = caps_of(facts)
    assert (caps.technical_violation_number, caps.jail_days) == (sanctions + 1, days)
    assert caps.citation == "MCL 771.4b"


def test_one_episode_is_one_technical_violation_however_many_sanctions_it_had() -> None:
    facts = replace(
        PLAIN, technical_sanctions=(Sanction(ago(9), 5, "t1"), Sanction(ago(8), 5, "t1"))
    )
    assert caps_of(facts).technical_violation_number == 2


def test_parole_knows_one_cap_and_an_unknown_grade_none() -> None:
    parole = replace(PLAIN, supervision=replace(FELONY_PROBATION, kind=Kind.PAROLE))
    unknown = replace(PLAIN, supervision=replace(FELONY_PROBATION, grade=None))
    assert caps_of(parole).jail_days == 60
    assert caps_of(unknown).jail_days is None
    assert "grade" in caps_of(unknown).reason


def test_r1_one_missed_appointment_and_nothing_else_is_a_letter() -> None:
    [found] = suggestions_for(replace(PLAIN, appointments=(kept(30), missed(3), kept(1))))
    assert found.rule == "R1"
    assert found.due_on == date(2026, 5, 6)


@pytest.mark.parametrize(
    "more",
    [
        {"warrants": (Stretch(ago(5), None, "warrant"),)},
        {"violations": (violation(10),)},
        {"appointments": (missed(90), kept(30), missed(3), kept(1))},
    ],
)
def test_r1_is_not_for_a_warrant_another_violation_or_a_second_miss(
    more: dict[str, object],
) -> None:
    plain = replace(PLAIN, appointments=(missed(3), kept(1)))
    assert "R1" not in rules(replace(plain, **more))  # type: ignore[arg-type]  # the dataclass checks names


def test_r1_takes_a_miss_reported_as_a_violation_for_the_same_thing() -> None:
    same = Violation("V302", ago(3), Proof.ALLEGED, "t", 6, ago(3))
    facts = replace(PLAIN, appointments=(missed(3), kept(1)), violations=(same,))
    assert rules(facts) == ["R1"]


@pytest.mark.parametrize(
    ("second", "transaction", "charged", "found"),
    [(90, "u", 5, True), (91, "u", 5, False), (90, "t", 5, False), (90, "u", None, False)],
)
def test_r2_two_episodes_in_ninety_days_and_a_new_charge(
    second: int, transaction: str, charged: int | None, found: bool
) -> None:
    facts = replace(
        PLAIN,
        violations=(violation(3), violation(second, transaction=transaction)),
        pending_charges=() if charged is None else (Charge(ago(charged), Grade.FELONY),),
    )
    assert ("R2" in rules(facts)) is found


def test_r3_two_missed_in_a_row_and_not_with_one_kept_between() -> None:
    assert "R3" in rules(replace(PLAIN, appointments=(kept(40), missed(20), missed(3))))
    assert "R3" not in rules(replace(PLAIN, appointments=(missed(20), kept(10), missed(3))))


def test_r4_three_missed_in_sixty_days_or_a_fortnight_of_silence() -> None:
    assert "R4" in rules(replace(PLAIN, appointments=(missed(60), missed(20), missed(3))))
    assert "R4" not in rules(replace(PLAIN, appointments=(missed(61), missed(20), missed(3))))
    assert "R4" in rules(replace(PLAIN, contacts=(ago(14),)))
    assert "R4" not in rules(replace(PLAIN, contacts=(ago(13),)))
    assert "R4" not in rules(PLAIN)


def test_r5_a_first_positive_test_in_six_months_brings_no_jail() -> None:
    earlier = DrugTest(date(2025, 10, 31), Result.POSITIVE)
    facts = replace(PLAIN, tests=(earlier, DrugTest(ago(3), Result.POSITIVE)))
    assert rules(facts) == ["R5"]
    again = replace(PLAIN, tests=(DrugTest(date(2025, 11, 1), Result.POSITIVE), *facts.tests[1:]))
    assert "R5" not in rules(again)


def test_r6_three_positive_tests_in_ninety_days_ask_for_treatment() -> None:
    tests = tuple(DrugTest(ago(days), Result.POSITIVE) for days in (90, 40, 3))
    assert "R6" in rules(replace(PLAIN, tests=tests))
    assert "R6" not in rules(replace(PLAIN, tests=(DrugTest(ago(91), Result.POSITIVE), *tests[1:])))


def test_r7_the_gravest_event_is_told_the_same_day() -> None:
    [found] = [
        each
        for each in suggestions_for(replace(PLAIN, violations=(violation(0, severity=1),)))
        if each.rule == "R7"
    ]
    assert found.due_on == DAY
    assert "R7" not in rules(replace(PLAIN, violations=(violation(0, severity=2),)))


def test_r8_six_clean_months_earn_an_incentive() -> None:
    since = replace(FELONY_PROBATION, started_on=date(2025, 11, 1))
    clean = replace(PLAIN, supervision=since, appointments=(kept(30),))
    assert rules(clean) == ["R8"]
    late = replace(FELONY_PROBATION, started_on=date(2025, 11, 2))
    assert not rules(replace(clean, supervision=late))
    assert "R8" not in rules(replace(clean, violations=(violation(100),)))
    withdrawn = violation(100, state=Proof.WITHDRAWN)
    assert rules(replace(clean, violations=(withdrawn,))) == ["R8"]


@pytest.mark.parametrize(
    ("severity", "state", "days", "index", "band"),
    [
        (1, Proof.PROVED, 0, 20.0, "danger"),
        (1, Proof.PROVED, 60, 10.0, "escalate"),
        (1, Proof.ALLEGED, 0, 12.0, "escalate"),
        (3, Proof.PROVED, 0, 6.0, "escalate"),
        (5, Proof.ADMITTED, 0, 2.0, "watch"),
        (6, Proof.ALLEGED, 0, 0.6, "routine"),
        (1, Proof.WITHDRAWN, 0, 0.0, "routine"),
    ],
)
def test_the_escalation_index_fades_by_half_in_sixty_days(
    severity: int, state: Proof, days: int, index: float, band: str
) -> None:
    found = escalation_of(replace(PLAIN, violations=(violation(days, severity, state),)))
    assert found.index == pytest.approx(index)
    assert found.band == band


@given(st.lists(st.tuples(st.integers(0, 700), st.integers(1, 7)), max_size=8))
def test_the_index_is_the_sum_of_its_terms_and_one_more_violation_never_lowers_it(
    given_violations: list[tuple[int, int]],
) -> None:
    all_of_them = tuple(violation(days, severity) for days, severity in given_violations)
    found = escalation_of(replace(PLAIN, violations=all_of_them))
    assert found.index == pytest.approx(sum(each.points for each in found.terms), abs=1e-3)
    fewer = escalation_of(replace(PLAIN, violations=all_of_them[:-1]))
    assert fewer.index <= found.index


def test_an_arrest_on_parole_starts_the_hearings_clocks() -> None:
    facts = replace(
        PLAIN,
        supervision=replace(FELONY_PROBATION, kind=Kind.PAROLE),
        custody=(Stretch(date(2026, 4, 24), None, "parole_warrant"),),
    )
    clocks = {each.key: each.due_on for each in clocks_of(facts)}
    assert clocks == {
        "PRELIMINARY_HEARING": date(2026, 5, 4),
        "FACT_FINDING_HEARING": date(2026, 6, 8),
    }


def test_jail_on_a_probation_violation_starts_fourteen_days() -> None:
    facts = replace(PLAIN, custody=(Stretch(date(2026, 4, 24), None, "jail"),))
    clocks = {each.key: each.due_on for each in clocks_of(facts)}
    assert clocks["HEARING_IN_CUSTODY"] == date(2026, 5, 8)


def test_custody_of_another_jurisdiction_or_in_the_past_starts_no_hearing() -> None:
    foreign = Stretch(date(2026, 4, 24), None, "foreign")
    past = Stretch(date(2026, 4, 1), date(2026, 4, 24), "jail")
    assert not clocks_of(replace(PLAIN, custody=(foreign, past)))


def test_an_episode_has_one_report_three_business_days_from_its_discovery() -> None:
    facts = replace(PLAIN, violations=(violation(2), violation(3)))
    # Discovered Tuesday 28 April.
    assert [(each.key, each.due_on) for each in clocks_of(facts)] == [
        ("VIOLATION_REPORT", date(2026, 5, 1))
    ]


@pytest.mark.parametrize(
    ("due", "state"),
    [
        (Due("contact", ago(-1), "", None), ObligationState.DUE),
        (Due("contact", ago(0), "", None), ObligationState.DUE),
        (Due("contact", ago(3), "unexcused", None), ObligationState.TARDY),
        (Due("contact", ago(4), "unexcused", None), ObligationState.OVERDUE),
        (Due("contact", ago(9), "excused", None), ObligationState.EXCUSED),
        (Due("contact", ago(9), "kept", None), ObligationState.COMPLIANT),
        (Due("contact", ago(9), "", ago(9)), ObligationState.COMPLIANT),
        (Due("contact", ago(9), "", ago(8)), ObligationState.TARDY),
        (Due("test", ago(1), "", None), ObligationState.OVERDUE),
        (Due("payment", ago(10), "", None), ObligationState.TARDY),
        (Due("payment", ago(11), "", None), ObligationState.OVERDUE),
        (Due("proof", ago(8), "", None), ObligationState.OVERDUE),
        (Due("assessment", ago(14), "", None), ObligationState.TARDY),
    ],
)
def test_an_obligation_stands_as_its_day_its_grace_and_its_outcome_say(
    due: Due, state: ObligationState
) -> None:
    assert state_of(due, PLAIN) is state


def test_custody_excuses_and_a_silent_source_is_unknown_not_overdue() -> None:
    due = Due("contact", ago(9), "", None)
    held = replace(PLAIN, custody=(Stretch(ago(20), ago(5), "jail"),))
    assert state_of(due, held) is ObligationState.EXCUSED
    assert state_of(due, PLAIN, is_known=False) is ObligationState.UNKNOWN


def test_the_catalogue_has_fifty_nine_codes_of_severity_one_to_seven() -> None:
    codes = violation_codes().values()
    assert len(codes) == 59
    assert {each.severity for each in codes} == set(range(1, 8))
