"""Who may transfer: each bound on both sides."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interstate.rules.eligibility import Decision, Eligibility, decide
from interstate.rules.eligibility_facts import (
    EligibilityFacts,
    Family,
    Offense,
    OffenseClass,
    Residence,
    Special,
)

MARCH_ON = date(2026, 5, 21)
FELONY = Offense(OffenseClass.FELONY, False, False, 0, False)
PLAIN = EligibilityFacts(
    id="e",
    offense=FELONY,
    supervision_months=24,
    monetary_only=False,
    indefinite=False,
    transmitted_on=MARCH_ON,
    supervision_ends_on=date(2027, 5, 21),
    relocating_days=200,
    substantial_compliance=True,
    valid_plan=True,
    employment=False,
    means_of_support=False,
)
BOOLEANS = st.none() | st.booleans()


def _decision(**changes: object) -> Eligibility:
    return decide(replace(PLAIN, **changes))  # type: ignore[arg-type]  # the dataclass checks names


@pytest.mark.parametrize(
    ("before", "since", "decision"),
    [
        (12, 0, Decision.MANDATORY),
        (11, 0, Decision.DISCRETIONARY),
        (240, 5, Decision.MANDATORY),
        (240, 6, Decision.DISCRETIONARY),
    ],
)
def test_a_resident_lived_there_a_year_and_not_half_a_year_elsewhere(
    before: int, since: int, decision: Decision
) -> None:
    found = _decision(resident=Residence(before, since))
    assert found.decision is decision
    assert found.rule == ("3.101(d)" if decision is Decision.MANDATORY else "3.101-2")


@pytest.mark.parametrize(
    ("relation", "days", "willing", "work", "support", "decision"),
    [
        ("sibling", 180, True, True, False, Decision.MANDATORY),
        ("sibling", 180, True, False, True, Decision.MANDATORY),
        ("sibling", 179, True, True, True, Decision.DISCRETIONARY),
        ("sibling", 180, False, True, True, Decision.DISCRETIONARY),
        ("sibling", 180, True, False, False, Decision.DISCRETIONARY),
        ("mother_in_law", 180, True, True, True, Decision.DISCRETIONARY),
        ("fiancee", 180, True, True, True, Decision.DISCRETIONARY),
        ("step_parent", 180, True, True, True, Decision.MANDATORY),
    ],
)
def test_resident_family_is_a_near_relative_half_a_year_there_who_helps(  # noqa: PLR0913, PLR0917  # each is a column of the table
    relation: str, days: int, willing: bool, work: bool, support: bool, decision: Decision
) -> None:
    found = _decision(
        family=Family(relation, days, willing), employment=work, means_of_support=support
    )
    assert found.decision is decision


@pytest.mark.parametrize(
    ("ends_on", "decision"),
    [(date(2026, 8, 19), Decision.NOT_ELIGIBLE), (date(2026, 8, 20), Decision.DISCRETIONARY)],
)
def test_ninety_days_that_remain_are_not_enough(ends_on: date, decision: Decision) -> None:
    found = _decision(supervision_ends_on=ends_on)
    assert found.decision is decision


def test_supervision_without_an_end_is_long_enough() -> None:
    found = _decision(indefinite=True, supervision_ends_on=None, transmitted_on=None)
    assert found.decision is Decision.DISCRETIONARY
    assert not found.missing


@pytest.mark.parametrize(
    ("changes", "rule"),
    [({"valid_plan": False}, "3.101(b)"), ({"substantial_compliance": False}, "3.101(c)")],
)
def test_a_plan_and_compliance_are_needed(changes: dict[str, bool], rule: str) -> None:
    found = _decision(**changes)
    assert (found.decision, found.rule) == (Decision.NOT_ELIGIBLE, rule)


@pytest.mark.parametrize(
    ("days", "registered", "decision"),
    [
        (45, False, Decision.TRAVEL_PERMIT_ONLY),
        (46, False, Decision.DISCRETIONARY),
        (1, True, Decision.DISCRETIONARY),
    ],
)
def test_forty_five_days_in_a_row_are_a_journey_unless_of_a_sex_offender(
    days: int, registered: bool, decision: Decision
) -> None:
    offense = replace(FELONY, registration_required=registered)
    assert _decision(relocating_days=days, offense=offense).decision is decision


@pytest.mark.parametrize(
    ("months", "offense", "decision"),
    [
        (12, {"harm": True}, Decision.DISCRETIONARY),
        (11, {"harm": True}, Decision.NOT_SUBJECT),
        (12, {"firearm": True}, Decision.DISCRETIONARY),
        (12, {"impaired_driving_number": 2}, Decision.DISCRETIONARY),
        (12, {"impaired_driving_number": 1}, Decision.NOT_SUBJECT),
        (12, {"registration_required": True}, Decision.DISCRETIONARY),
        (36, {}, Decision.NOT_SUBJECT),
    ],
)
def test_a_misdemeanor_needs_a_year_and_one_of_four_grounds(
    months: int, offense: dict[str, bool | int], decision: Decision
) -> None:
    given_offense = replace(
        FELONY,
        offense_class=OffenseClass.MISDEMEANOR,
        **offense,  # type: ignore[arg-type]  # the dataclass checks names
    )
    assert _decision(supervision_months=months, offense=given_offense).decision is decision


def test_payment_alone_is_no_supervision() -> None:
    assert _decision(monetary_only=True).decision is Decision.NOT_SUBJECT


def test_work_release_is_not_eligible() -> None:
    found = _decision(release_program="work_release")
    assert (found.decision, found.rule) == (Decision.NOT_ELIGIBLE, "2.107")


@pytest.mark.parametrize("special", list(Special))
def test_the_special_grounds_are_mandatory_with_means_of_support(special: Special) -> None:
    found = _decision(special=special, means_of_support=True)
    assert found.decision is Decision.MANDATORY
    assert found.rule.startswith("3.101-1")


@pytest.mark.parametrize(
    "special", [Special.LIVES_WITH_MILITARY_FAMILY, Special.FAMILY_EMPLOYMENT_TRANSFER]
)
def test_grounds_that_rest_on_a_relative_need_support(special: Special) -> None:
    assert _decision(special=special).decision is Decision.DISCRETIONARY


def test_what_is_needed_and_not_known_is_named_and_counts_as_not_shown() -> None:
    found = decide(EligibilityFacts(id="e", offense=FELONY))
    assert found.decision is Decision.NOT_ELIGIBLE
    assert set(found.missing) >= {
        "transmitted_on",
        "supervision_ends_on",
        "valid_plan",
        "substantial_compliance",
    }
    assert all(any(name in reason for reason in found.reasons) for name in found.missing)


@given(
    plan=BOOLEANS,
    complies=BOOLEANS,
    work=BOOLEANS,
    days=st.none() | st.integers(0, 400),
    months=st.none() | st.integers(0, 400),
    special=st.none() | st.sampled_from(Special),
)
def test_a_mandatory_transfer_has_plan_compliance_and_a_reason(  # noqa: PLR0913, PLR0917  # each is a fact drawn apart
    plan: bool | None,
    complies: bool | None,
    work: bool | None,
    days: int | None,
    months: int | None,
    special: Special | None,
) -> None:
    found = _decision(
        valid_plan=plan,
        substantial_compliance=complies,
        employment=work,
        relocating_days=days,
        resident=Residence(months, 0),
        special=special,
    )
    if found.decision is Decision.MANDATORY:
        assert plan and complies
        assert found.reasons
    assert found.rule
