"""Edges of the decisions that a second reckoning found: each by hand, each with its neighbor."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from supervision.rules.caps import caps_of
from supervision.rules.clocks import clocks_of
from supervision.rules.escalation import escalation_of
from supervision.rules.instruments.oras_cst import ORAS_CST
from supervision.rules.instruments.psa import PSA
from supervision.rules.instruments.scoring import score
from supervision.rules.obligations import ObligationState, state_of
from supervision.rules.person_facts import (
    Due,
    Grade,
    Kind,
    PersonFacts,
    Proof,
    Sanction,
    Stretch,
    Supervision,
    Violation,
    parse_people,
)
from supervision.rules.suggestions import suggestions_for
from timecomp.engine.json_fields import DocumentError

DAY = date(2026, 5, 1)


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


PLAIN = PersonFacts("p", DAY, Supervision(Kind.PROBATION, Grade.FELONY, "medium", ago(400), None))


def visit(days: int, outcome: str) -> Due:
    return Due("contact", ago(days), outcome, None)


def rules(facts: PersonFacts) -> list[str]:
    return [each.rule for each in suggestions_for(facts)]


@pytest.mark.parametrize(("released", "runs"), [(0, False), (-1, True)])
def test_the_day_of_release_is_the_first_day_out(released: int, runs: bool) -> None:
    facts = replace(PLAIN, custody=(Stretch(ago(5), ago(released), "jail"),))
    assert bool(clocks_of(facts)) is runs
    assert facts.in_custody is runs


def test_what_is_due_on_the_day_of_release_is_not_excused() -> None:
    facts = replace(PLAIN, custody=(Stretch(ago(20), ago(9), "jail"),))
    assert state_of(visit(9, ""), facts) is ObligationState.OVERDUE
    assert state_of(visit(10, ""), facts) is ObligationState.EXCUSED


@pytest.mark.parametrize(
    ("done", "state"),
    [(10, ObligationState.COMPLIANT), (9, ObligationState.COMPLIANT), (8, ObligationState.EXCUSED)],
)
def test_custody_excuses_what_was_late_and_takes_nothing_from_what_was_done_in_time(
    done: int, state: ObligationState
) -> None:
    facts = replace(PLAIN, custody=(Stretch(ago(9), ago(8), "jail"),))
    assert state_of(Due("payment", ago(9), "", ago(done)), facts) is state


def test_an_appointment_missed_in_jail_brings_no_letter() -> None:
    facts = replace(PLAIN, appointments=(visit(30, "kept"), visit(3, "unexcused")))
    held = replace(facts, custody=(Stretch(ago(4), ago(1), "jail"),))
    assert (rules(facts), rules(held)) == (["R1"], ["R8"])


@pytest.mark.parametrize("outcomes", [("unexcused", "kept"), ("kept", "unexcused")])
def test_one_kept_on_the_day_of_a_miss_ends_the_row_whichever_is_told_first(
    outcomes: tuple[str, str],
) -> None:
    same_day = tuple(visit(3, each) for each in outcomes)
    assert "R3" not in rules(replace(PLAIN, appointments=(visit(20, "unexcused"), *same_day)))


@pytest.mark.parametrize(
    "seen",
    [
        {"appointments": (visit(13, "kept"),)},
        {"supervision": replace(PLAIN.supervision, started_on=ago(13))},
        {"custody": (Stretch(ago(60), ago(13), "jail"),)},
    ],
)
def test_silence_ends_with_an_appointment_kept_a_new_term_or_a_release(
    seen: dict[str, object],
) -> None:
    silent = replace(PLAIN, contacts=(ago(40),))
    assert "R4" in rules(silent)
    assert "R4" not in rules(replace(silent, **seen))  # type: ignore[arg-type]  # the dataclass checks names


@pytest.mark.parametrize(("days", "number"), [(0, 2), (1, 1)])
def test_a_sanction_before_this_term_is_not_counted(days: int, number: int) -> None:
    began = ago(100)
    facts = replace(
        PLAIN,
        supervision=replace(PLAIN.supervision, started_on=began),
        technical_sanctions=(Sanction(began - timedelta(days=days), 5, "t"),),
    )
    assert caps_of(facts).technical_violation_number == number


def test_the_band_is_that_of_the_index_shown() -> None:
    alleged = [Violation("V1", DAY, Proof.ALLEGED, str(n), n, DAY) for n in (3, 4)]
    found = escalation_of(replace(PLAIN, violations=tuple(alleged)))
    assert (found.index, found.band) == (6.0, "escalate")


def test_a_polygraph_is_information_and_no_violation() -> None:
    told = {"code": "V704", "on": DAY.isoformat()}
    given = {"id": "p", "as_of": DAY.isoformat(), "supervision": {"type": "probation"}}
    [facts] = parse_people([{**given, "violations": [told, {**told, "code": "V703"}]}])
    assert [each.code for each in facts.violations] == ["V703"]


@pytest.mark.parametrize(
    ("name", "row", "field"),
    [
        ("appointments", {"due_on": "2026-04-01", "outcome": "unexcussed"}, "outcome"),
        ("violations", {"code": "V401", "on": "2026-04-01", "severity": 0}, "severity"),
        (
            "violations",
            {"code": "V401", "on": "2026-04-02", "discovered_on": "2026-04-01"},
            "discovered_on",
        ),
        ("custody", {"from": "2026-04-02", "to": "2026-04-01"}, "to"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(
    name: str, row: dict[str, object], field: str
) -> None:
    given = {"id": "p", "as_of": "2026-05-01", "supervision": {"type": "parole"}, name: [row]}
    with pytest.raises(DocumentError, match=rf"^\[0\]\.{name}\[0\]\.{field}: \[{row[field]}\]"):
        parse_people([given])


@pytest.mark.parametrize("outcome", ["No-show", "failed to attend", "UAAB"])
def test_an_outcome_is_read_however_it_is_written(outcome: str) -> None:
    row = {"due_on": "2026-04-01", "outcome": outcome}
    given = {"id": "p", "as_of": "2026-05-01", "supervision": {"type": "parole"}}
    assert rules(parse_people([{**given, "appointments": [row]}])[0]) == ["R1"]


def test_an_absence_that_waits_for_its_reason_brings_no_letter() -> None:
    assert "R1" not in rules(replace(PLAIN, appointments=(visit(3, "aam11"),)))


def test_a_part_that_no_missing_answer_could_change_counts_already() -> None:
    scored = score(PSA, {"prior_misdemeanor": True})
    assert scored.scores["fta"] == scored.lowest["fta"] == 1
    assert [each.item for each in scored.parts if each.scale == "fta"] == ["any_prior_conviction"]


def test_a_level_that_is_the_same_for_men_and_women_needs_no_sex() -> None:
    least = {item.name: item.every_value()[0] for item in ORAS_CST.items if item.name != "sex"}
    assert score(ORAS_CST, least).level == "low"
    most = {item.name: item.every_value()[-1] for item in ORAS_CST.items if item.name != "sex"}
    assert score(ORAS_CST, most).level == "high"
    # The choices alone come to 28 points: high for a man, moderate for a woman.
    choices = {name: value for name, value in most.items() if isinstance(value, str)}
    assert score(ORAS_CST, {**least, **choices}).level is None
