"""Asking for a level beside the one that a score gives, deciding on it, and using a level."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.shortcuts import get_object_or_404

from offenders.services.facts import add_fact, correct_fact
from offenders.services.refusals import Objection, RefusedError, refuse_if_any
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.choices.level import LevelBasis
from supervision.choices.risk import Direction, OverrideState
from supervision.models import LevelPeriod, Scoring, ScoringOverride
from supervision.selectors.levels_of_scores import neighbors, suggested_level
from supervision.services.levels import LevelEntry, set_level

_BASIS = {
    Direction.UP.value: LevelBasis.OVERRIDE_UP,
    Direction.DOWN.value: LevelBasis.OVERRIDE_DOWN,
}

# The note is kept whole beside it.
REASON_LENGTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideEntry:
    """The level asked for, and why the score's own does not fit."""

    to_level: str
    reason_code: str
    explanation: str


def ask_override(
    viewer: Viewer,
    person_id: int,
    scoring_id: int,
    entry: OverrideEntry,
    *,
    today: date,
    token: UUID | None = None,
) -> ScoringOverride:
    """Ask a supervisor for the next closer or next lighter level.

    Raises ``RefusedError`` if the score is provisional, the level is more than one step away, or
    another override stands.
    """
    viewer.require(Permission.RISK_ASSESS)
    scoring = standing_scoring(person_id, scoring_id)
    direction = _direction(scoring, entry)

    def write() -> ScoringOverride:
        return add_fact(
            viewer,
            ScoringOverride,
            person_id=person_id,
            event=Event.OVERRIDE_ASKED,
            scoring=scoring,
            direction=direction,
            from_level=scoring.level,
            to_level=entry.to_level,
            reason_code=entry.reason_code,
            explanation=entry.explanation,
            asked_on=today,
            asked_by=viewer.user,
        )

    return once(token, Event.OVERRIDE_ASKED, ScoringOverride, write)


def decide_override(
    viewer: Viewer,
    person_id: int,
    override_id: int,
    *,
    state: str,
    note: str,
    today: date,
) -> ScoringOverride:
    """Approve or refuse; nobody approves a closer level that he asked for himself.

    Raises ``RefusedError`` if it is decided already.
    """
    viewer.require(Permission.RISK_DECIDE)
    standing = ScoringOverride.objects.filter(superseded_at=None)
    old = get_object_or_404(standing, pk=override_id, person_id=person_id)
    refuse_if_any(_objections_to_deciding(viewer, old, state))
    return correct_fact(
        viewer,
        old,
        person_id=person_id,
        reason=(note or OverrideState(state).label)[:REASON_LENGTH],
        event=Event.OVERRIDE_DECIDED,
        state=OverrideState(state),
        decided_on=today,
        decided_by=viewer.user,
        decision_note=note,
    )


def use_level(
    viewer: Viewer,
    person_id: int,
    scoring_id: int,
    *,
    today: date,
    token: UUID | None = None,
) -> LevelPeriod:
    """Supervise at the level that the score, or the override approved, suggests from today.

    Raises ``RefusedError`` if nothing is suggested.
    """
    viewer.require(Permission.RISK_DECIDE)
    scoring = standing_scoring(person_id, scoring_id)
    override = approved_override(scoring)
    suggested = suggested_level(scoring, override, day=today)
    if suggested is None:
        raise RefusedError(
            Objection("", "This assessment suggests no level: complete it, or set one by hand.")
        )
    entry = LevelEntry(
        level=suggested.level,
        basis=_BASIS[override.direction] if override else LevelBasis.ASSESSMENT,
        began_on=today,
        review_due_on=scoring.next_due_on,
        reason=suggested.why,
    )
    return set_level(viewer, person_id, entry, token=token)


def standing_scoring(person_id: int, scoring_id: int) -> Scoring:
    """Return the person's assessment as it stands; 404 where there is none."""
    standing = Scoring.objects.filter(superseded_at=None)
    return get_object_or_404(standing, pk=scoring_id, person_id=person_id)


def approved_override(scoring: Scoring) -> ScoringOverride | None:
    """Return the override of the assessment that was approved."""
    return ScoringOverride.objects.filter(
        scoring=scoring, superseded_at=None, state=OverrideState.APPROVED
    ).first()


def _direction(scoring: Scoring, entry: OverrideEntry) -> Direction:
    refuse_if_any(_objections_to_asking(scoring))
    offered = neighbors(scoring)
    if entry.to_level not in offered:
        raise RefusedError(
            Objection("to_level", f"[{entry.to_level}] is not one step from [{scoring.level}].")
        )
    return offered[entry.to_level]


def _objections_to_asking(scoring: Scoring) -> list[Objection]:
    if scoring.is_provisional or not scoring.level:
        return [Objection("", "The assessment is provisional: answer the missing items first.")]
    if ScoringOverride.objects.filter(scoring=scoring, superseded_at=None).exists():
        return [Objection("", "Another level was asked for already: see the assessment.")]
    return []


def _objections_to_deciding(viewer: Viewer, old: ScoringOverride, state: str) -> list[Objection]:
    if old.state != OverrideState.ASKED:
        return [Objection("state", "This was decided already: open the assessment again.")]
    is_own = viewer.user is not None and old.asked_by_id == viewer.user.pk
    if is_own and old.direction == Direction.UP and state == OverrideState.APPROVED:
        return [Objection("state", "You asked for this closer level: somebody else approves it.")]
    return []
