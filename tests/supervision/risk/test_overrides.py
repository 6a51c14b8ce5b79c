"""A level beside the score's own: one step, a reason, a second person for a closer one."""

from datetime import date

import pytest

from offenders.models import Person
from offenders.services.refusals import RefusedError
from ots.access.models import User
from ots.access.viewer import NotAllowedError, viewer_for
from supervision.choices.level import LevelBasis
from supervision.choices.risk import Direction, OverrideReason, OverrideState
from supervision.models import LevelPeriod, Scoring, ScoringOverride
from supervision.services.overrides import (
    OverrideEntry,
    ask_override,
    decide_override,
    use_level,
)
from tests.factories.supervision_risk import VPRAI, scoring

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 6)


@pytest.fixture
def scored(olivia: User, dana: Person) -> Scoring:
    """A score of level 3."""
    return scoring(olivia, dana)


def ask(by: User, scored: Scoring, to_level: str) -> ScoringOverride:
    entry = OverrideEntry(
        to_level=to_level, reason_code=OverrideReason.VICTIM_SAFETY, explanation="Threats"
    )
    return ask_override(viewer_for(by), scored.person_id, scored.pk, entry, today=TODAY)


def decide(by: User, asked: ScoringOverride, state: OverrideState) -> ScoringOverride:
    return decide_override(
        viewer_for(by), asked.person_id, asked.pk, state=state, note="Agreed", today=TODAY
    )


@pytest.mark.parametrize(("to_level", "direction"), [("4", Direction.UP), ("2", Direction.DOWN)])
def test_one_step_either_way_may_be_asked_for(
    olivia: User, scored: Scoring, to_level: str, direction: Direction
) -> None:
    asked = ask(olivia, scored, to_level)
    assert (asked.direction, asked.state) == (direction, OverrideState.ASKED)


@pytest.mark.parametrize("to_level", ["1", "3", "5", "6", "low"])
def test_nothing_else_may_be_asked_for(olivia: User, scored: Scoring, to_level: str) -> None:
    with pytest.raises(RefusedError, match="not one step"):
        ask(olivia, scored, to_level)


def test_a_provisional_score_is_not_overridden(olivia: User, dana: Person) -> None:
    open_ = scoring(olivia, dana, answers={**VPRAI, "drug_abuse": None})
    with pytest.raises(RefusedError, match="provisional"):
        ask(olivia, open_, "4")


def test_one_override_stands_at_a_time(olivia: User, scored: Scoring) -> None:
    ask(olivia, scored, "4")
    with pytest.raises(RefusedError, match="already"):
        ask(olivia, scored, "2")


def test_an_agent_decides_none(olivia: User, scored: Scoring) -> None:
    with pytest.raises(NotAllowedError):
        decide(olivia, ask(olivia, scored, "4"), OverrideState.APPROVED)


def test_a_supervisor_does_not_approve_the_closer_level_he_asked_for(
    sam: User, scored: Scoring
) -> None:
    with pytest.raises(RefusedError, match="somebody else"):
        decide(sam, ask(sam, scored, "4"), OverrideState.APPROVED)


def test_a_decision_keeps_who_asked_and_who_decided(
    olivia: User, sam: User, scored: Scoring
) -> None:
    decided = decide(sam, ask(olivia, scored, "4"), OverrideState.APPROVED)
    assert (decided.asked_by, decided.decided_by) == (olivia, sam)


def test_nothing_is_decided_twice(olivia: User, sam: User, scored: Scoring) -> None:
    refused = decide(sam, ask(olivia, scored, "4"), OverrideState.REFUSED)
    with pytest.raises(RefusedError, match="decided already"):
        decide(sam, refused, OverrideState.APPROVED)


def test_the_suggested_level_is_used_from_today_with_its_basis(sam: User, scored: Scoring) -> None:
    use_level(viewer_for(sam), scored.person_id, scored.pk, today=TODAY)
    level = LevelPeriod.objects.get(superseded_at=None, ended_on=None)
    assert (level.level, level.basis, level.began_on) == ("medium", LevelBasis.ASSESSMENT, TODAY)


def test_an_approved_override_is_what_is_used(olivia: User, sam: User, scored: Scoring) -> None:
    decide(sam, ask(olivia, scored, "2"), OverrideState.APPROVED)
    use_level(viewer_for(sam), scored.person_id, scored.pk, today=TODAY)
    level = LevelPeriod.objects.get(superseded_at=None, ended_on=None)
    assert (level.level, level.basis) == ("minimum", LevelBasis.OVERRIDE_DOWN)


def test_what_is_only_asked_for_changes_nothing(olivia: User, sam: User, scored: Scoring) -> None:
    ask(olivia, scored, "2")
    use_level(viewer_for(sam), scored.person_id, scored.pk, today=TODAY)
    assert LevelPeriod.objects.get(superseded_at=None, ended_on=None).level == "medium"


def test_an_agent_does_not_use_a_level(olivia: User, scored: Scoring) -> None:
    with pytest.raises(NotAllowedError):
        use_level(viewer_for(olivia), scored.person_id, scored.pk, today=TODAY)
