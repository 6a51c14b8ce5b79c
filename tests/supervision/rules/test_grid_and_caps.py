"""What a grid presumes, what is technical in law, and how long anybody may be confined."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.confinement import Asked, limit_for, may_ask_revocation
from supervision.rules.grid import Cell, NoCellError, Question, Risk, presumption
from supervision.rules.person_facts import Grade, Kind, PersonFacts, Sanction, Supervision
from supervision.rules.technical import Breach, Case, Nature, nature_of
from supervision.rules.violation_codes import ViolationType

TODAY = date(2026, 6, 1)
SINCE = date(2021, 4, 1)


def cell(level: int, *, severity: int | None = 5, code: str = "") -> Cell:
    return Cell("severity", Risk.MEDIUM, level, SINCE, None, "ours", "inferred", severity, code)


def asked(severity: int = 5, *, more: int = 0, less: int = 0) -> Question:
    return Question("V207", severity, Risk.MEDIUM, more, less, TODAY)


def test_each_aggravator_adds_a_level_and_two_are_the_most() -> None:
    levels = [presumption([cell(1)], asked(more=each)).level for each in range(4)]
    assert levels == [1, 2, 3, 3]


def test_mitigators_take_off_one_level_however_many() -> None:
    levels = [presumption([cell(2)], asked(less=each)).level for each in range(3)]
    assert levels == [2, 1, 1]


def test_nothing_falls_below_a_talk() -> None:
    assert presumption([cell(0)], asked(less=1)).level == 0


def test_the_gravest_stays_where_it_is() -> None:
    assert presumption([cell(5, severity=1)], asked(1, less=1)).level == 5


def test_a_cell_for_the_code_goes_before_one_for_the_severity() -> None:
    by_code = cell(2, severity=None, code="V207")
    assert presumption([cell(1), by_code], asked()).cell is by_code


def test_a_cell_that_is_over_does_not_count() -> None:
    over = replace(cell(4), until=TODAY)
    with pytest.raises(NoCellError, match=r"severity \[5\], risk \[medium\]"):
        presumption([over], asked())


def test_of_two_cells_in_force_the_newer_counts() -> None:
    newer = replace(cell(3), since=date(2025, 1, 1))
    assert presumption([newer, cell(1)], asked()).level == 3


@given(
    level=st.integers(0, 5),
    severity=st.integers(1, 7),
    more=st.integers(0, 9),
    less=st.integers(0, 9),
)
def test_a_level_is_always_one_of_six(level: int, severity: int, more: int, less: int) -> None:
    found = presumption([cell(level, severity=severity)], asked(severity, more=more, less=less))
    assert 0 <= found.level <= 5


PROBATION = Case(Kind.PROBATION)


@pytest.mark.parametrize(
    ("code", "legal_type", "nature"),
    [
        ("V302", ViolationType.TECHNICAL, Nature.TECHNICAL),
        ("V102", ViolationType.MISDEMEANOR, Nature.NOT_TECHNICAL),
        ("V106", ViolationType.MUNICIPAL, Nature.NOT_TECHNICAL),
        ("V203", ViolationType.NON_TECHNICAL, Nature.NOT_TECHNICAL),
        ("V213", ViolationType.ABSCONDED, Nature.NOT_TECHNICAL),
        ("V704", ViolationType.INFORMATION, Nature.INFORMATION),
    ],
)
def test_the_statute_says_what_is_technical(
    code: str, legal_type: ViolationType, nature: Nature
) -> None:
    assert nature_of(Breach(code, legal_type), PROBATION).nature is nature


def test_alcohol_is_technical_unless_the_case_is_felony_drunk_driving() -> None:
    alcohol = Breach("V402", ViolationType.TECHNICAL)
    driving = replace(PROBATION, is_felony_drunk_driving=True)
    natures = [nature_of(alcohol, each).nature for each in (PROBATION, driving)]
    assert natures == [Nature.TECHNICAL, Nature.NOT_TECHNICAL]


def facts(grade: Grade | None, sanctioned: int = 0, kind: Kind = Kind.PROBATION) -> PersonFacts:
    return PersonFacts(
        id="1",
        as_of=TODAY,
        supervision=Supervision(kind, grade, "medium", SINCE, None),
        technical_sanctions=tuple(Sanction(TODAY, 1, str(n)) for n in range(sanctioned)),
    )


TECHNICAL = Asked(1, is_technical=True)


@pytest.mark.parametrize(
    ("grade", "days"),
    [(Grade.MISDEMEANOR, [5, 10, 15, None]), (Grade.FELONY, [15, 30, 45, None])],
)
def test_each_technical_violation_has_its_cap(grade: Grade, days: list[int | None]) -> None:
    assert [limit_for(facts(grade, each), TECHNICAL).days for each in range(4)] == days


@pytest.mark.parametrize("days", [15, 16])
def test_a_cap_allows_its_last_day_and_not_one_more(days: int) -> None:
    assert limit_for(facts(Grade.FELONY), TECHNICAL).allows(days) is (days == 15)


def test_sanctions_of_one_episode_count_once() -> None:
    twice = replace(
        facts(Grade.FELONY),
        technical_sanctions=(Sanction(TODAY, 1, "same"), Sanction(TODAY, 1, "same")),
    )
    assert limit_for(twice, TECHNICAL).days == 30


def test_nobody_is_confined_while_the_grade_is_not_known() -> None:
    assert not limit_for(facts(None), TECHNICAL).allows(1)


def test_what_is_not_technical_is_for_the_court() -> None:
    assert limit_for(facts(Grade.FELONY), Asked(1, is_technical=False)).days is None


def test_parole_confines_for_sixty_days_whatever_the_violation() -> None:
    on_parole = facts(Grade.FELONY, kind=Kind.PAROLE)
    days = [limit_for(on_parole, Asked(1, is_technical=each)).days for each in (True, False)]
    assert days == [60, 60]


def test_a_place_in_treatment_may_be_awaited_for_forty_five_days() -> None:
    waits = replace(TECHNICAL, awaits_treatment=True)
    assert limit_for(facts(Grade.MISDEMEANOR), waits).days == 45


def test_swift_and_sure_has_a_ladder_of_its_own() -> None:
    swift = replace(TECHNICAL, is_swift_and_sure=True)
    days = [limit_for(facts(Grade.FELONY, each), swift).days for each in range(5)]
    assert days == [3, 7, 15, 30, 30]


@pytest.mark.parametrize("sanctioned", [2, 3])
def test_revocation_for_a_technical_violation_waits_for_three_sanctions(sanctioned: int) -> None:
    why = may_ask_revocation(facts(Grade.FELONY, sanctioned), is_technical=True)
    assert bool(why) is (sanctioned == 2)


def test_revocation_for_a_new_crime_waits_for_nothing() -> None:
    assert may_ask_revocation(facts(Grade.FELONY), is_technical=False) == ""


def test_on_probation_for_domestic_violence_or_stalking_the_limits_do_not_hold() -> None:
    left_out = replace(TECHNICAL, is_left_out=True)
    limit = limit_for(facts(Grade.FELONY), left_out)
    assert limit.days is None
    assert "recalled, to be confirmed" in limit.text
    assert may_ask_revocation(facts(Grade.FELONY), is_technical=True, is_left_out=True) == ""


def test_parole_keeps_its_limit_whatever_the_conviction() -> None:
    on_parole = facts(Grade.FELONY, kind=Kind.PAROLE)
    assert limit_for(on_parole, replace(TECHNICAL, is_left_out=True)).days == 60
